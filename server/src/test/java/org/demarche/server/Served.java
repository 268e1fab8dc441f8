package org.demarche.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Document;
import org.demarche.read.Read;
import org.demarche.read.ReadOptions;
import org.demarche.read.Reader;
import org.demarche.store.LedgerBook;
import org.demarche.store.LedgerStore;
import org.demarche.store.Ledgers;

/** A server over a ledger of the sample and of a report that is full of markup; read once, copied for each who wants to write. */
final class Served implements AutoCloseable {
    static final String HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)> \u202Ednuor\u202C";
    private static final Path SAMPLE = Path.of("..", "samples", "nato-russia-2021", "reports");
    private static final Pipeline PIPELINE = new Pipeline(OnnxSentenceParser.load());
    private static Path made = Path.of("");

    final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    final Books books;
    private final PageServer server;

    private Served(Path folder, ServerOptions options) {
        this.books = new Books() {
            @Override
            public LedgerBook read() {
                return new LedgerBook(Ledgers.open(folder.toString(), LedgerStore.Access.READ), PIPELINE);
            }

            @Override
            public boolean isWritable() {
                return true;
            }

            @Override
            public LedgerBook write() {
                return new LedgerBook(Ledgers.open(folder.toString(), LedgerStore.Access.WRITE), PIPELINE);
            }
        };
        this.server = PageServer.start(options, books, PIPELINE);
    }

    static Served start() {
        return start(new ServerOptions("127.0.0.1", 0, null));
    }

    static Served start(ServerOptions options) {
        try {
            Path copy = Files.createTempDirectory("served");
            try (Stream<Path> files = Files.list(ledger())) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
            return new Served(copy, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Pipeline pipeline() {
        return PIPELINE;
    }

    private static synchronized Path ledger() throws IOException {
        if (!made.toString().isEmpty()) {
            return made;
        }
        Path folder = Files.createTempDirectory("ledger");
        Path hostile = Files.writeString(
                folder.resolve("hostile.jsonl"), """
                {"id": "evil", "title": "%s", "outlet": "%s", "url": "javascript:alert(1)", "published": "2021-10-19", "text": "%s Russia expelled ten NATO diplomats on Monday. \\"%s\\", Sergei Lavrov said. NATO closed %s its office in Moscow."}
                """.formatted(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE));
        Path ledger = folder.resolve("ledger");
        try (LedgerBook book = new LedgerBook(Ledgers.open(ledger.toString(), LedgerStore.Access.WRITE), PIPELINE);
                Stream<Read> read =
                        new Reader(ReadOptions.DEFAULT).read(List.of(SAMPLE.toString(), hostile.toString()))) {
            Stream<Document> documents = read.filter(Read.Of.class::isInstance).map(r -> ((Read.Of) r).document());
            book.ingest(documents, 1, coded -> {});
            book.refresh();
        }
        made = ledger;
        return made;
    }

    String base() {
        return "http://127.0.0.1:" + server.port();
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form as a browser would that has just loaded the page it is on. */
    HttpResponse<String> post(String path, String page, String fields) throws IOException, InterruptedException {
        Matcher seal = Pattern.compile("name=\"seal\" value=\"([^\"]+)\"")
                .matcher(get(page).body());
        String sealed = seal.find() ? fields + "&seal=" + seal.group(1) : fields;
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base())
                .POST(HttpRequest.BodyPublishers.ofString(sealed)));
    }

    @Override
    public void close() {
        server.close();
    }
}
