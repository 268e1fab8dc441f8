package org.demarche.cli;

import java.io.PrintStream;
import java.util.stream.Stream;
import org.demarche.Dossier;
import org.demarche.model.Document;
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
    Threads threads = new Threads();

    @Override
    public Integer call() throws Exception {
        PrintStream messages = messages();
        try (LedgerBook book = ledger.write(actors.files);
                Stream<Document> documents = input.documents(messages)) {
            Progress progress = new Progress("coding", messages);
            LedgerBook.Ingested ingested = book.ingest(documents, threads.count(), progress);
            progress.end();
            Dossier dossier = book.refresh();
            if (!quiet) {
                Summary.print(dossier, ingested, input.countLost(), ledger.location, Console.text());
            }
        }
        return input.exit();
    }
}
