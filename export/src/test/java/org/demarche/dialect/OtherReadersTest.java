package org.demarche.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our exports, opened by the programs that researchers open them with; skipped where the machine has them not. */
@Tag("services")
class OtherReadersTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        for (Dialect dialect : Dialect.values()) {
            for (ExportFile file : dialect.export(Sample.source()).files()) {
                try (Writer out = Files.newBufferedWriter(folder.resolve(file.name()))) {
                    file.content().write(out);
                }
            }
        }
    }

    @Test
    void pandasSeesTheColumnsAndKeepsTheCodes() throws Exception {
        String python = pythonWithPandas();
        String script = """
                import json, pandas
                icews = pandas.read_csv('demarche.icews.tab', sep='\\t', dtype={'CAMEO Code': str})
                gdelt = pandas.read_csv('demarche.export.CSV', sep='\\t', header=None, dtype={26: str})
                mentions = pandas.read_csv('demarche.mentions.CSV', sep='\\t', header=None)
                polecat = pandas.read_csv('demarche.polecat.txt', sep='\\t', na_values=['None'])
                phoenix = pandas.read_csv('demarche.phoenix.txt', sep='\\t', header=None, dtype={13: str})
                plover = pandas.read_json('demarche.plover.jsonl', lines=True)
                sheet = pandas.read_csv('demarche.timelinejs.csv')
                print(icews.shape[1], gdelt.shape[1], mentions.shape[1], polecat.shape[1], phoenix.shape[1], len(plover), sheet.shape[1])
                print(icews['CAMEO Code'][0], gdelt[26][0], phoenix[13][0], int(gdelt[0][0]) == int(mentions[0][0]), icews['Latitude'].isna().all())
                """;

        List<String> said = run(List.of(python, "-c", script));

        assertThat(said).containsExactly("20 61 16 40 26 4 19", "161 161 161 True True");
    }

    @Test
    void rSeesTheColumnsAndKeepsTheCodes() throws Exception {
        assumeTrue(works(List.of("Rscript", "--version")), "R is not installed (Debian: r-base-core)");
        String script = "i <- read.delim('demarche.icews.tab', colClasses=c(CAMEO.Code='character'), quote='');"
                + "g <- read.delim('demarche.export.CSV', header=FALSE, colClasses='character', quote='', na.strings='');"
                + "p <- read.delim('demarche.polecat.txt', quote='', na.strings='None');"
                + "f <- read.delim('demarche.phoenix.txt', header=FALSE, quote='', na.strings='');"
                + "cat(ncol(i), ncol(g), ncol(p), ncol(f), i$CAMEO.Code[1], g[1,27], is.na(p$Actor.Title[1]), '\\n')";

        assertThat(run(List.of("Rscript", "-e", script))).containsExactly("20 61 40 26 161 161 TRUE ");
    }

    private static String pythonWithPandas() throws Exception {
        for (String python : List.of("/usr/bin/python3", "python3")) {
            if (works(List.of(python, "-c", "import pandas"))) {
                return python;
            }
        }
        assumeTrue(false, "pandas is not installed (Debian: python3-pandas)");
        return "";
    }

    private static boolean works(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private List<String> run(List<String> command) throws Exception {
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return out.lines().toList();
    }
}
