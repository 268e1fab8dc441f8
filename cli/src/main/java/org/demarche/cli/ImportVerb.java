package org.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import org.demarche.dialect.ForeignEvent;
import org.demarche.export.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "import",
        description = {
            "Read event data sets of others as sources to compare with: their events in one form, marked as external.",
            "They never enter the ledger."
        },
        footer = {
            "",
            "Examples:",
            "  demarche import 20211006.export.CSV.zip > gdelt.jsonl",
            "  demarche import events.2018.tab --format csv -o icews.csv",
            "  demarche import Phoenix.events.20150101.txt --cameo 0.9 --format text"
        })
final class ImportVerb extends Verb {
    @Mixin
    ForeignFiles files = new ForeignFiles();

    @Mixin
    Output output = new Output();

    @Override
    public Integer call() throws Exception {
        List<Row> rows = new ArrayList<>();
        files.read(e -> rows.add(e.row()), messages());
        output.write(output.form(Output.Form.jsonl), rows.iterator(), ForeignEvent.COLUMNS, Views.foreign());
        return files.exit();
    }
}
