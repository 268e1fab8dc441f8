package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of everything that goes wrong, read by the whole program in a process of its own without a superuser's rights. */
class BadInputTest {
    private static final String GOOD =
            "OSLO, 3 May 2021\n\nNorway expelled two Belarusian diplomats on Monday, the foreign ministry said.\n";

    @TempDir
    Path folder;

    @Test
    void eachFaultGetsItsNoticeAndTheOtherReportsAreRead() throws IOException, InterruptedException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("good.txt"), GOOD);
        Files.createFile(in.resolve("empty.txt"));
        Files.write(in.resolve("binary.dat"), new byte[] {0, 1, 2, 0, 0, (byte) 0xFE, 7, 0});
        Files.write(in.resolve("endless.txt"), "word ".repeat(10_000_000).getBytes(StandardCharsets.US_ASCII));
        byte[] broken = "PRAGUE, 4 May 2021\n\nThe Czech Republic recalled its ambassador from Minsk. ??\n"
                .getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 2] = (byte) 0xC3;
        broken[broken.length - 3] = (byte) 0xFF;
        Files.write(in.resolve("invalid-utf8.txt"), broken);
        Files.write(
                in.resolve("windows-1252.txt"),
                "PARIS, 5 May 2021\n\n\u201cWe regret it,\u201d said the ministry\u2019s spokesman in Paris \u2013 France closed its consulate in Basra.\n"
                        .getBytes(Charset.forName("windows-1252")));
        Files.writeString(in.resolve("undated.txt"), "Chad closed its embassy in Doha.\n");
        Files.writeString(
                in.resolve("french.txt"),
                "Le ministre des affaires étrangères a rappelé l'ambassadeur dans la capitale pour des consultations, et il est rentré avec les membres de la mission.\n");
        Path secret = Files.writeString(in.resolve("secret.txt"), GOOD);
        Files.setPosixFilePermissions(secret, Set.<PosixFilePermission>of());
        Files.createSymbolicLink(in.resolve("loop"), in);

        String said = ingest(in, 3);

        assertThat(codes(said)).contains("DEM-101", "DEM-103", "DEM-104", "DEM-105", "DEM-107", "DEM-108", "DEM-111");
        assertThat(said).contains("secret.txt").contains("no permission").doesNotContain("\tat ");
        Path out = folder.resolve("out");
        assertThat(Demarche.run("export", "--ledger", folder.resolve("ledger").toString(), "-o", out.toString()))
                .isZero();
        assertThat(Files.readAllLines(out.resolve("documents.jsonl"))).hasSize(5);
        assertThat(Files.readString(out.resolve("claims.jsonl")))
                .contains("\"expel-diplomats\"", "\"recall-ambassador\"", "\"close-mission\"");
    }

    private String ingest(Path in, int status) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            Assumptions.assumeTrue(
                    Files.isExecutable(Path.of("/usr/bin/setpriv")),
                    "a superuser may read every file, and setpriv is not there");
            command.addAll(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                Demarche.class.getName(),
                "ingest",
                "--ledger",
                folder.resolve("ledger").toString(),
                in.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }

    private static Set<String> codes(String said) {
        Set<String> out = new TreeSet<>();
        Matcher code = Pattern.compile("DEM-\\d+").matcher(said);
        while (code.find()) {
            out.add(code.group());
        }
        return out;
    }
}
