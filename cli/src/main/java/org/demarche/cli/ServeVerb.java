package org.demarche.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.demarche.server.Books;
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
            "  demarche serve --host 192.0.2.7 --token-file ./token --tls ./server.p12 --tls-password-file ./password"
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

    @Option(
            names = "--tls",
            paramLabel = "FILE",
            description = "Serve over TLS with the certificate and key of this PKCS #12 file.")
    @Nullable
    Path keystore;

    @Option(names = "--tls-password-file", paramLabel = "FILE", description = "File with the password of --tls.")
    @Nullable
    Path keystorePassword;

    @Option(names = "--read-only", description = "Take no decisions and no reports over the page.")
    boolean readOnly;

    @Option(
            names = "--allow-proposals",
            description = "Let programs put proposals in the review log over /mcp; they change nothing by themselves.")
    boolean proposals;

    @Override
    public Integer call() throws Exception {
        serve(ledger.location, new ServerOptions(host, port, token(), tls(), proposals), readOnly, messages());
        return Exit.DONE;
    }

    private ServerOptions.@Nullable Tls tls() throws IOException {
        return keystore == null
                ? null
                : new ServerOptions.Tls(
                        keystore,
                        keystorePassword == null
                                ? ""
                                : Files.readString(keystorePassword).strip());
    }

    /** Serves until the process is told to end. */
    static void serve(String location, ServerOptions options, boolean readOnly, PrintStream messages)
            throws InterruptedException {
        Books books = books(location, readOnly);
        books.read().close();
        CountDownLatch stopped = new CountDownLatch(1);
        try (PageServer server = PageServer.start(options, books, Engine.pipeline())) {
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            messages.println("The page is at " + (options.tls() == null ? "http://" : "https://") + options.host() + ":"
                    + server.port() + "/  (stop with Ctrl-C)");
            stopped.await();
        }
    }

    /** The ledger at a place, opened anew for each who asks. */
    static Books books(String location, boolean readOnly) {
        return new Books() {
            @Override
            public LedgerBook read() {
                return new LedgerBook(Ledgers.open(location, LedgerStore.Access.READ), Engine.pipeline());
            }

            @Override
            public boolean isWritable() {
                return !readOnly;
            }

            @Override
            public LedgerBook write() {
                if (readOnly) {
                    return Books.super.write();
                }
                return new LedgerBook(Ledgers.open(location, LedgerStore.Access.WRITE), Engine.pipeline());
            }
        };
    }

    private @Nullable String token() throws IOException {
        return tokenFile == null ? null : Files.readString(tokenFile).strip();
    }
}
