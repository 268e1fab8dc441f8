package org.demarche.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.Dossier;
import org.demarche.dialect.Comparison;
import org.demarche.dialect.ForeignEvent;
import org.demarche.export.Row;
import org.demarche.model.Event;
import org.demarche.store.LedgerBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "compare",
        description =
                "The ledger's events beside those of an event data set: what both have, where they differ, and what only one has.",
        footer = {
            "",
            "Examples:",
            "  demarche compare 20211006.export.CSV.zip",
            "  demarche compare events.2018.tab --party RUS --party GBR --days 2",
            "  demarche import polecat.txt | demarche compare - --format csv > beside.csv"
        })
final class CompareVerb extends Verb {
    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    Select select = new Select();

    @Mixin
    ForeignFiles files = new ForeignFiles();

    @Mixin
    Output output = new Output();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How many days two dates of the same event may lie apart (default: ${DEFAULT-VALUE}).")
    int apart = 1;

    @Option(names = "--all", description = "Also events of pairs that the ledger knows nothing of.")
    boolean all;

    @Override
    public Integer call() throws Exception {
        if (apart < 0 || apart > 366) {
            throw new IllegalArgumentException("--days is 0 to 366, not " + apart);
        }
        try (LedgerBook book = ledger.read()) {
            Dossier dossier = select.selection().of(book.dossier());
            Set<String> known = new HashSet<>();
            for (Event event : dossier.events()) {
                event.actors().forEach(p -> known.add(p.actor().principal()));
                event.recipients().forEach(p -> known.add(p.actor().principal()));
            }
            List<ForeignEvent> theirs = new ArrayList<>();
            files.read(
                    e -> {
                        boolean wanted = known.containsAll(e.actors()) && known.containsAll(e.recipients());
                        if (all || wanted) {
                            theirs.add(e);
                        }
                    },
                    messages());
            List<Row> rows = Comparison.of(dossier.events(), theirs, apart).rows().stream()
                    .map(Comparison.Line::row)
                    .toList();
            output.write(output.viewForm(), rows.iterator(), Comparison.COLUMNS, Views.comparison());
        }
        return files.exit();
    }
}
