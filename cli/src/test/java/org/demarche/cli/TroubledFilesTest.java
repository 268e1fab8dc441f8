package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that find no room, no right or no reader, and a ledger that somebody changed by hand: the whole program says so. */
class TroubledFilesTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    private String ledger = "";

    @BeforeEach
    void aLedger() throws IOException {
        Path report = Files.writeString(
                folder.resolve("report.txt"),
                "OSLO, 3 May 2021\n\nNorway expelled two Belarusian diplomats on Monday, the foreign ministry said.\n");
        ledger = folder.resolve("ledger").toString();
        assertThat(Demarche.run("ingest", "--quiet", "--ledger", ledger, report.toString()))
                .isZero();
    }

    @Test
    void aFullDiskIsSaidAndNoHalfOfAResultIsLeft() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(FULL), "no " + FULL + ": skipped");
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.createSymbolicLink(out.resolve("events.jsonl.part"), FULL);
        Path before = Files.writeString(out.resolve("events.jsonl"), "what stood there before\n");

        assertThat(said("timeline --output " + before, Exit.FAULT)).startsWith("DEM-310 ");
        assertThat(before).hasContent("what stood there before");
        assertThat(said("timeline > " + FULL, Exit.FAULT)).startsWith("DEM-310 ");
        assertThat(said("timeline", Exit.DONE)).isEmpty();
    }

    @Test
    void aReaderThatHasEnoughIsNoFault() throws IOException, InterruptedException {
        assertThat(said("export --table claims | true", Exit.DONE)).isEmpty();
    }

    @Test
    void aResultWhereNoneCanBeIsAnsweredByItsName() throws IOException, InterruptedException {
        assertThat(said("export --output " + folder.resolve("report.txt/out"), Exit.FAULT))
                .startsWith("DEM-312 ")
                .contains("report.txt")
                .doesNotContain("\tat ");
        assertThat(said("brief NOR BLR --grades nowhere.csv", Exit.WRONG_USE)).startsWith("DEM-101 ");
    }

    @Test
    void wordsThatSomebodyChangedAreFound() throws IOException, SQLException, InterruptedException {
        assertThat(said("doctor --check", Exit.DONE)).isEmpty();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + Path.of(ledger, "ledger.db"));
                Statement statement = database.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE documents SET text = replace(text, 'two Bela', 'ten Bela')"))
                    .isEqualTo(1);
        }

        Process doctor = process("doctor --check");
        String report = new String(doctor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(doctor.waitFor()).isEqualTo(Exit.FAULT);
        assertThat(report).contains("mend  not the words of its document: claims clm:");
    }

    /** What the program says on standard error. */
    private String said(String command, int status) throws IOException, InterruptedException {
        Process process = process(command + (command.contains(">") || command.contains("|") ? "" : " > /dev/null"));
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }

    /** The program as a shell starts it; a pipe's status is the program's. */
    private Process process(String command) throws IOException {
        String verb = command.substring(0, command.indexOf(' ') < 0 ? command.length() : command.indexOf(' '));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String line = "set -o pipefail; " + java + " --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 "
                + Demarche.class.getName() + " " + verb + " --ledger " + ledger + command.substring(verb.length());
        ProcessBuilder builder = new ProcessBuilder(List.of("bash", "-c", line));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }
}
