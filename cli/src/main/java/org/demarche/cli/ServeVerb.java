package org.demarche.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.demarche.server.PageServer;
import org.demarche.server.ServerOptions;
import org.demarche.store.LedgerBook;
import org.demarche.store.LedgerStore;
import org.demarche.store.Ledgers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Serve the page and the REST interface of a ledger until stopped with Ctrl-C.",
        footer = {
            "",
            "Examples:",
            "  demarche serve",
            "  demarche serve --ledger ./nato --port 8080",
            "  demarche serve --host 192.0.2.7 --token-file ./token"
        })
final class ServeVerb extends Verb {
    static final int PORT = 7171;

    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Option(
            names = "--port",
            defaultValue = "" + PORT,
            description = "Port to listen on; 0 for any free one. Default: 7171.")
    int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on. Beyond loopback a token is needed.")
    String host = "127.0.0.1";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the token that clients must bring (16 characters or more).")
    @Nullable
    Path tokenFile;

    @Override
    public Integer call() throws Exception {
        serve(ledger.location, new ServerOptions(host, port, token()), messages());
        return Exit.DONE;
    }

    /** Serves until the process is told to end. */
    static void serve(String location, ServerOptions options, PrintStream messages) throws InterruptedException {
        Supplier<LedgerBook> books =
                () -> new LedgerBook(Ledgers.open(location, LedgerStore.Access.READ), Engine.pipeline());
        books.get().close();
        CountDownLatch stopped = new CountDownLatch(1);
        try (PageServer server = PageServer.start(options, books, Engine.pipeline())) {
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            messages.println("The page is at http://" + options.host() + ":" + server.port() + "/  (stop with Ctrl-C)");
            stopped.await();
        }
    }

    private @Nullable String token() throws IOException {
        return tokenFile == null ? null : Files.readString(tokenFile).strip();
    }
}
