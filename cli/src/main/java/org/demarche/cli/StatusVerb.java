package org.demarche.cli;

import java.util.List;
import org.demarche.Dossier;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.store.LedgerBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "What was open, suspended or closed on a day; ceilings, head counts, who was in charge.",
        footer = {
            "",
            "Examples:",
            "  demarche status --as-of 2021-11-02",
            "  demarche status --as-of 2021-11-02 --known-as-of 2021-10-07",
            "  demarche status --as-of 2021-11 --subject mission --format csv"
        })
final class StatusVerb extends Verb {
    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    AsOf asOf = new AsOf();

    @Mixin
    Output output = new Output();

    @Option(
            names = "--subject",
            paramLabel = "WORDS",
            description = "Only subjects whose name, kind or id has these words.")
    @Nullable
    String subject;

    @Override
    public Integer call() throws Exception {
        try (LedgerBook book = ledger.read()) {
            Dossier dossier = book.dossier();
            List<Row> rows = new Tables(dossier).states(asOf.states(dossier));
            output.write(output.viewForm(), rows.iterator(), Table.STATES.columns(), Views.states());
        }
        return Exit.DONE;
    }
}
