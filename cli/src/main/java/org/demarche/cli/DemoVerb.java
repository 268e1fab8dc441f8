package org.demarche.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.demarche.Dossier;
import org.demarche.model.Attribute;
import org.demarche.model.Document;
import org.demarche.model.State;
import org.demarche.read.Read;
import org.demarche.read.ReadOptions;
import org.demarche.read.Reader;
import org.demarche.server.ServerOptions;
import org.demarche.store.LedgerBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description =
                "The first minute: reads the reports that come with the program into ./demo-ledger and sums them up.",
        footer = {
            "",
            "Examples:",
            "  demarche demo",
            "  demarche status --ledger ./demo-ledger --as-of 2021-11-02",
            "  demarche timeline --ledger ./demo-ledger --since 2021"
        })
final class DemoVerb extends Verb {
    private static final String LEDGER = "demo-ledger";

    @Option(names = "--no-serve", description = "Only read and sum up; do not open the page.")
    boolean noServe;

    @Mixin
    Threads threads = new Threads();

    @Override
    public Integer call() throws Exception {
        PrintStream messages = messages();
        Path reports = reports();
        LedgerOption ledger = new LedgerOption();
        ledger.location = LEDGER;
        try (LedgerBook book = ledger.write();
                Stream<Document> documents = new Reader(ReadOptions.DEFAULT)
                        .read(List.of(reports.toString()))
                        .flatMap(r -> r instanceof Read.Of of ? Stream.of(of.document()) : Stream.empty())) {
            Progress progress = new Progress("coding", messages);
            LedgerBook.Ingested ingested = book.ingest(documents, threads.count(), progress);
            progress.end();
            Dossier dossier = book.refresh();
            try (PrintWriter out = Console.text()) {
                Summary.print(dossier, ingested, 0, LEDGER, out);
                standing(dossier, out);
                out.println("Next: demarche status --ledger " + LEDGER + " --as-of " + dossier.lastDay());
                out.println("      demarche timeline --ledger " + LEDGER);
                dossier.events().stream()
                        .filter(e -> e.documents().size() > 1)
                        .findFirst()
                        .ifPresent(e -> out.println("      demarche explain " + e.id() + " --ledger " + LEDGER));
            }
        }
        if (!noServe) {
            ServeVerb.serve(LEDGER, new ServerOptions("127.0.0.1", ServeVerb.PORT, null), false, messages);
        }
        return Exit.DONE;
    }

    /** What is not simply open on the last day of which the reports tell. */
    private static void standing(Dossier dossier, PrintWriter out) {
        out.println("As of " + dossier.lastDay() + ":");
        for (State state : Engine.pipeline().states(dossier, dossier.lastDay(), null)) {
            String value = state.value();
            if (state.attribute() == Attribute.STATUS
                    && value != null
                    && !value.equals("open")
                    && !value.equals("unknown")) {
                out.println("  " + state.subject().name() + "  " + value.toUpperCase(Locale.ROOT)
                        + (state.disputed() ? "  ! sources differ" : ""));
            }
        }
    }

    private static Path reports() {
        String home = System.getProperty("demarche.home", "");
        Path reports = Path.of(home, "samples", "nato-russia-2021", "reports");
        if (!Files.isDirectory(reports)) {
            throw new IllegalArgumentException(
                    "DEM-502 the sample reports are not at " + reports.toAbsolutePath()
                            + ". Start the program by ./demarche of its own folder, or read reports of yours with `demarche ingest`.");
        }
        return reports;
    }
}
