package org.demarche.cli;

import java.nio.file.Path;
import org.demarche.store.Ledgers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = "Copy the whole ledger, decisions included, into one file; others may read and write meanwhile.",
        footer = {
            "",
            "Examples:",
            "  demarche backup ledger-2021-11.db",
            "  demarche backup --ledger jdbc:postgresql://localhost/nato nato.db",
            "  demarche backup before.db && demarche recode"
        })
final class BackupVerb extends Verb {
    @Parameters(paramLabel = "FILE", description = "Where the copy goes; it must not be there yet.")
    Path file = Path.of("");

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Override
    public Integer call() throws Exception {
        int documents = Ledgers.backup(ledger.location, file);
        Console.say(Summary.plural(documents, "document") + " of " + ledger.location + " are in " + file);
        return Exit.DONE;
    }
}
