package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerbsTest {
    @TempDir
    Path folder;

    private String ledger = "";
    private String report = "";

    @BeforeEach
    void aReport() throws IOException {
        ledger = folder.resolve("ledger").toString();
        report = Files.writeString(
                        folder.resolve("report.txt"),
                        "OSLO, 3 May 2021\n\nNorway expelled two Belarusian diplomats on Monday, the ministry said.\n")
                .toString();
    }

    @Test
    void wrongUseIsOneAndNothingReadIsTwoAndPartlyReadIsThree() {
        assertThat(Demarche.run("status", "--ledger", ledger)).isEqualTo(1);
        assertThat(Demarche.run("read", "--nonsense")).isEqualTo(1);
        assertThat(Demarche.run("read", folder.resolve("absent.txt").toString(), "-o", out("a")))
                .isEqualTo(2);
        assertThat(Demarche.run("read", report, folder.resolve("absent.txt").toString(), "-o", out("b")))
                .isEqualTo(3);
    }

    @Test
    void readingAReportTwiceChangesNothing() throws IOException {
        ingest();
        Demarche.run("export", "--table", "documents", "--ledger", ledger, "-o", out("one"));
        ingest();
        Demarche.run("export", "--table", "documents", "--ledger", ledger, "-o", out("two"));

        assertThat(Files.readString(folder.resolve("one/documents.jsonl")))
                .isEqualTo(Files.readString(folder.resolve("two/documents.jsonl")));
    }

    @Test
    void aRowsOwnIdNamesItsAnnotationsAndIsTheFileOfOtherTables() throws IOException {
        Path rows = Files.writeString(
                folder.resolve("rows.jsonl"),
                "{\"id\":\"r-7\",\"text\":\"Norway expelled two envoys on 3 May 2021.\",\"published\":\"2021-05-04\"}\n");

        Demarche.run("annotate", rows.toString(), "--layers", "times", "-o", out("annotated.jsonl"));
        Demarche.run("read", rows.toString(), "-o", out("read.jsonl"));

        assertThat(Files.readString(folder.resolve("annotated.jsonl"))).startsWith("{\"id\":\"r-7\"");
        assertThat(Files.readString(folder.resolve("read.jsonl"))).contains("\"file\":\"r-7\"");
    }

    @Test
    void aSpreadsheetIsNotGivenAFormulaUnlessAskedFor() throws IOException {
        Path rows = Files.writeString(
                folder.resolve("rows.jsonl"), "{\"id\":\"x\",\"text\":\"Words.\",\"title\":\"=1+1, \\\"so\\\"\"}\n");

        Demarche.run("read", rows.toString(), "--format", "csv", "-o", out("safe.csv"));
        Demarche.run("read", rows.toString(), "--format", "csv", "--raw-csv", "-o", out("raw.csv"));

        assertThat(Files.readString(folder.resolve("safe.csv"))).contains("\"'=1+1, \"\"so\"\"\"");
        assertThat(Files.readString(folder.resolve("raw.csv"))).contains("\"=1+1, \"\"so\"\"\"");
    }

    @Test
    void aWithdrawnReportKeepsItsRowAndUndoBringsItsClaimsBack() throws IOException {
        ingest();
        String before = claims("before");

        assertThat(Demarche.run("withdraw", "report.txt", "--why", "a test", "--ledger", ledger))
                .isZero();
        assertThat(claims("withdrawn")).isEmpty();
        Demarche.run("export", "--table", "documents", "--ledger", ledger, "-o", out("documents"));
        assertThat(Files.readString(folder.resolve("documents/documents.jsonl")))
                .contains("report.txt");

        String decision;
        try (var book = option().read()) {
            decision = book.store().log().get(0).id();
        }
        assertThat(Demarche.run("decide", decision, "undo", "--ledger", ledger)).isZero();
        assertThat(claims("after")).isEqualTo(before);
    }

    @Test
    void mentionsOfOneActInReportsOfOneMatterAreMerged() throws IOException {
        String rows = String.join(
                "\n",
                mention("a", "d1", "Lima recalled its envoy from Quito over the fishing row.", "recalled"),
                mention("b", "d2", "The fishing row led Lima to recalling its envoy from Quito.", "recalling"),
                mention("c", "d3", "A maker recalled thousands of cars with faulty brakes.", "recalled"));
        Path in = Files.writeString(folder.resolve("mentions.jsonl"), rows + "\n");

        Demarche.run("merge", in.toString(), "-o", out("events.jsonl"));

        List<String> events = Files.readAllLines(folder.resolve("events.jsonl"));
        assertThat(events).hasSize(2);
        assertThat(events.get(0)).contains("\"claims\":[\"a\",\"b\"]");
    }

    @Test
    void everyVerbHasHelpWithThreeExamples() {
        CommandLine line = Demarche.line("");
        line.getSubcommands().forEach((name, verb) -> {
            if (verb.getCommand() instanceof Verb) {
                long examples = verb.getUsageMessage()
                        .lines()
                        .filter(l -> l.startsWith("  ") && l.contains("demarche " + name))
                        .count();
                assertThat(examples).as(name).isPositive();
                assertThat(verb.getUsageMessage()).contains("Examples:");
            }
        });
    }

    @Test
    void aVerbByItselfIsTheSameAsAmongAllOthers() {
        Demarche.line("").getSubcommands().forEach((name, verb) -> {
            CommandLine alone = Demarche.line(name).getSubcommands().get(name);
            assertThat(alone.getUsageMessage()).as(name).isEqualTo(verb.getUsageMessage());
            assertThat(alone.getCommandName()).isEqualTo(name);
        });
    }

    private static String mention(String id, String document, String sentence, String trigger) {
        return "{\"id\":\"" + id + "\",\"document\":\"" + document + "\",\"sentence\":{\"quote\":\"" + sentence
                + "\"},\"trigger\":{\"quote\":\"" + trigger + "\"}}";
    }

    private LedgerOption option() {
        LedgerOption option = new LedgerOption();
        option.location = ledger;
        return option;
    }

    private void ingest() {
        assertThat(Demarche.run("ingest", "--quiet", "--ledger", ledger, report))
                .isZero();
    }

    private String claims(String name) throws IOException {
        assertThat(Demarche.run("export", "--table", "claims", "--ledger", ledger, "-o", out(name)))
                .isZero();
        return Files.readString(folder.resolve(name + "/claims.jsonl"));
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }
}
