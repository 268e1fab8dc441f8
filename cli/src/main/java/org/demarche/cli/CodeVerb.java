package org.demarche.cli;

import java.io.PrintStream;
import java.util.stream.Stream;
import org.demarche.Coded;
import org.demarche.export.ClaimRows;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.model.Document;
import org.demarche.model.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "code",
        description = "Code events as a filter: reports in, claims out, no ledger.",
        footer = {
            "",
            "Examples:",
            "  demarche code ./articles > claims.jsonl",
            "  demarche code report.txt --published 2021-10-20 --format text",
            "  demarche read ./articles | demarche code - --format csv -o claims.csv"
        })
final class CodeVerb extends Verb {
    @Mixin
    Input input = new Input();

    @Mixin
    OwnActors actors = new OwnActors();

    @Mixin
    ReadingOptions reading = new ReadingOptions();

    @Mixin
    Threads threads = new Threads();

    @Mixin
    Output output = new Output();

    private long sentences;
    private long parsed;

    @Override
    public Integer call() throws Exception {
        PrintStream messages = messages();
        try (Stream<Document> documents = input.documents(messages);
                Stream<Coded> coded = Engine.pipeline(actors.files, reading).code(documents, threads.count())) {
            Stream<Row> rows = coded.peek(c -> {
                        c.notices().forEach(n -> messages.println(Console.line(n)));
                        count(c);
                    })
                    .flatMap(c -> c.claims().stream()
                            .filter(claim -> !claim.act().isState())
                            .map(claim -> ClaimRows.row(claim, c.document(), null)));
            output.write(output.form(Output.Form.jsonl), rows.iterator(), Table.CLAIMS.columns(), Views.claims());
        }
        if (verbose) {
            messages.println("sentences: " + sentences + " read, " + parsed + " parsed");
        }
        return input.exit();
    }

    private void count(Coded coded) {
        sentences += coded.sentences().size();
        parsed += coded.sentences().stream().filter(Sentence::isParsed).count();
    }
}
