package org.demarche.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.demarche.Dossier;
import org.demarche.store.LedgerBook;
import org.demarche.view.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = "Why something is in the ledger: its rule, its words, and who else says what.",
        footer = {
            "",
            "Examples:",
            "  demarche explain evt:3fa2c1d00b7e",
            "  demarche explain clm:77aa01c4d2f9 --ledger ./nato",
            "  demarche explain report.txt"
        })
final class ExplainVerb extends Verb {
    @Parameters(
            paramLabel = "ID",
            description = "An id of an event, claim, subject, disagreement, answer or document, or a file name.")
    String id = "";

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    AsOf asOf = new AsOf();

    @Override
    public Integer call() throws Exception {
        try (LedgerBook book = ledger.read();
                PrintWriter out = Console.text()) {
            Dossier dossier = book.dossier();
            Optional<List<String>> lines = new Explanation(dossier).of(id, asOf.states(dossier));
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("DEM-401 the ledger " + ledger.location + " has no " + id
                        + ". `demarche timeline` and `demarche search` show ids.");
            }
            lines.get().forEach(out::println);
        }
        return Exit.DONE;
    }
}
