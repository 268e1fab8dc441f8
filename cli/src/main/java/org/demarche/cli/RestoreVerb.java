package org.demarche.cli;

import java.nio.file.Path;
import org.demarche.store.LedgerBook;
import org.demarche.store.Ledgers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Make a ledger from a backup. The ledger must be new or empty.",
        footer = {
            "",
            "Examples:",
            "  demarche restore ledger-2021-11.db",
            "  demarche restore nato.db --ledger ./nato",
            "  demarche restore nato.db --ledger jdbc:postgresql://localhost/nato"
        })
final class RestoreVerb extends Verb {
    @Parameters(paramLabel = "FILE", description = "A file that `backup` wrote.")
    Path file = Path.of("");

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Override
    public Integer call() throws Exception {
        int documents = Ledgers.restore(file, ledger.location);
        try (LedgerBook book = ledger.write()) {
            book.refresh();
        }
        Console.say(Summary.plural(documents, "document") + " of " + file + " are in " + ledger.location);
        return Exit.DONE;
    }
}
