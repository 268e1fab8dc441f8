package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demarche.export.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ledger of the sample is the one that lies beside it, row by row. A change that is wanted is written there by {@code mvn test -pl cli -am
 * -Dtest=ExpectedLedgerTest -Dsurefire.failIfNoSpecifiedTests=false -Ddemarche.expected=write}, and read before it is committed.
 */
class ExpectedLedgerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLE = Path.of("..", "samples", "nato-russia-2021");
    private static final Path EXPECTED = SAMPLE.resolve("expected");
    private static final List<String> DATES = List.of("2021-10-05", "2021-10-19", "2021-11-02");
    private static final boolean WRITE = "write".equals(System.getProperty("demarche.expected"));

    @TempDir
    Path folder;

    private String ledger = "";

    @BeforeEach
    void theSampleIsRead() {
        ledger = folder.resolve("ledger").toString();
        assertThat(Demarche.run(
                        "ingest",
                        "--quiet",
                        "--ledger",
                        ledger,
                        SAMPLE.resolve("reports").toString()))
                .isZero();
    }

    @TestFactory
    List<DynamicTest> everyTableHasTheRowsThatLieBesideTheSample() throws IOException {
        Path out = folder.resolve("out");
        assertThat(Demarche.run("export", "--ledger", ledger, "-o", out.toString()))
                .isZero();
        List<DynamicTest> tests = new ArrayList<>();
        for (Table table : Table.values()) {
            Path rows = out.resolve(table.key() + ".jsonl");
            if (Files.exists(rows)) {
                tests.add(DynamicTest.dynamicTest(table.key(), () -> compare(table.key(), withoutPaths(rows))));
            }
        }
        for (String date : DATES) {
            Path rows = folder.resolve("states-" + date + ".jsonl");
            assertThat(Demarche.run(
                            "status", "--ledger", ledger, "--as-of", date, "--format", "jsonl", "-o", rows.toString()))
                    .isZero();
            tests.add(
                    DynamicTest.dynamicTest("states of " + date, () -> compare("states-" + date, withoutPaths(rows))));
        }
        return tests;
    }

    private static void compare(String name, List<String> rows) throws IOException {
        Path expected = EXPECTED.resolve(name + ".jsonl");
        if (WRITE) {
            Files.createDirectories(EXPECTED);
            Files.write(expected, rows);
        }
        assertThat(rows).isEqualTo(Files.readAllLines(expected));
    }

    /** The rows without the folder in which the reports lie, which differs between machines. */
    private static List<String> withoutPaths(Path rows) throws IOException {
        List<String> out = new ArrayList<>();
        for (String line : Files.readAllLines(rows)) {
            ObjectNode row = (ObjectNode) JSON.readTree(line);
            row.remove("path");
            out.add(JSON.writeValueAsString(row));
        }
        return out;
    }
}
