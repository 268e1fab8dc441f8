package org.demarche.cli;

import org.demarche.model.Document;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "withdraw",
        description = "Take a retracted report out of account: its claims no longer count, its row stays.",
        footer = {
            "",
            "Examples:",
            "  demarche withdraw report.txt --why \"retracted by the paper on 3 May\"",
            "  demarche withdraw doc:17c20a7009fc --why \"a duplicate\" --by ana",
            "  demarche decide dec:0c44a1f2be90 undo"
        })
final class WithdrawVerb extends Verb {
    @Parameters(paramLabel = "DOC", description = "Id or file name of the document.")
    String document = "";

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    Author author = new Author();

    @Override
    public Integer call() throws Exception {
        if (author.reason == null) {
            throw new IllegalArgumentException("a withdrawal needs a reason: --why REASON");
        }
        try (LedgerBook book = ledger.write()) {
            Document found = book.store()
                    .documents()
                    .filter(d -> d.id().equals(document) || d.file().equals(document))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "DEM-401 the ledger " + ledger.location + " has no document " + document));
            Entry entry = Author.append(book, author.draft("withdraw", found.id(), null, null));
            book.refresh();
            Console.say(entry.id() + "  " + found.file() + " is withdrawn; `demarche decide " + entry.id()
                    + " undo` takes it back");
        }
        return Exit.DONE;
    }
}
