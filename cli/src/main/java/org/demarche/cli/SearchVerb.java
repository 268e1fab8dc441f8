package org.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import org.demarche.Dossier;
import org.demarche.export.HitRows;
import org.demarche.export.Row;
import org.demarche.store.LedgerBook;
import org.demarche.view.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        description = "Sentences that have all these words; those that carry claims come first.",
        footer = {
            "",
            "Examples:",
            "  demarche search accreditation",
            "  demarche search mission suspend --format jsonl",
            "  demarche search --ledger ./nato liaison office"
        })
final class SearchVerb extends Verb {
    @Parameters(paramLabel = "WORD", arity = "1..*", description = "Words; each finds those that begin with it.")
    List<String> words = new ArrayList<>();

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    Output output = new Output();

    @Override
    public Integer call() throws Exception {
        try (LedgerBook book = ledger.read()) {
            Dossier dossier = book.dossier();
            List<Row> rows = Search.find(dossier, words).stream()
                    .map(h -> HitRows.row(h.file(), h.sentence(), h.at(), h.claims(), h.events()))
                    .toList();
            output.write(output.viewForm(), rows.iterator(), HitRows.COLUMNS, Views.hits());
        }
        return Exit.DONE;
    }
}
