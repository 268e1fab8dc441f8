package org.demarche.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.Dossier;
import org.demarche.model.Document;
import org.demarche.read.Read;
import org.demarche.store.LedgerBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "ingest",
        description = "Read reports into the ledger. Reading one twice changes nothing; a broken-off ingest goes on.",
        footer = {
            "",
            "Examples:",
            "  demarche ingest ./articles",
            "  demarche ingest --ledger ./nato news.jsonl feed.xml --threads 4",
            "  demarche ingest --ledger jdbc:postgresql://localhost/nato ./articles"
        })
final class IngestVerb extends Verb {
    @Mixin
    Input input = new Input();

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    OwnActors actors = new OwnActors();

    @Mixin
    ReadingOptions reading = new ReadingOptions();

    @Mixin
    Threads threads = new Threads();

    @Override
    public Integer call() throws Exception {
        PrintStream messages = messages();
        try (LedgerBook book = ledger.write(actors.files, reading);
                Stream<Document> documents = input.documents(messages)) {
            Progress progress = new Progress("coding", messages);
            LedgerBook.Ingested ingested = book.ingest(documents, threads.count(), progress);
            progress.end();
            for (Read.Retracted taken : input.retracted()) {
                withdraw(book, taken, messages);
            }
            Dossier dossier = book.refresh();
            if (!quiet) {
                Summary.print(dossier, ingested, input.countLost(), ledger.location, Console.text());
            }
        }
        return input.exit();
    }

    /** A publisher took a report back: its claims no longer count, its row stays. Once is enough. */
    private static void withdraw(LedgerBook book, Read.Retracted taken, PrintStream messages) {
        List<Document> known = book.store()
                .documents()
                .filter(d -> taken.url().equals(d.url()) || taken.url().equals(d.file()))
                .toList();
        for (Document document : known) {
            boolean done = book.store().log().stream()
                    .anyMatch(e -> e.kind().equals("withdraw") && e.target().equals(document.id()));
            if (!done) {
                Author publisher = new Author();
                publisher.name = "publisher";
                publisher.reason = taken.why();
                book.store().append(publisher.draft("withdraw", document.id(), null, null));
                messages.println("DEM-115 " + document.file() + ": taken back by its publisher (" + taken.why()
                        + "); its claims no longer count. `demarche review` lists it.");
            }
        }
    }
}
