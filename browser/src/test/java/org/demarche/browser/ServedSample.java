package org.demarche.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Document;
import org.demarche.read.Read;
import org.demarche.read.ReadOptions;
import org.demarche.read.Reader;
import org.demarche.server.Books;
import org.demarche.server.PageServer;
import org.demarche.server.ServerOptions;
import org.demarche.store.LedgerBook;
import org.demarche.store.LedgerStore;
import org.demarche.store.Ledgers;

/** A server over a ledger of some reports. */
final class ServedSample implements AutoCloseable {
    static final Path SAMPLE = Path.of("..", "samples", "nato-russia-2021", "reports");
    private static final Pipeline PIPELINE = new Pipeline(OnnxSentenceParser.load());

    final String folder;
    final Books books;
    private final PageServer server;

    private ServedSample(String folder, Books books) {
        this.folder = folder;
        this.books = books;
        this.server = PageServer.start(new ServerOptions("127.0.0.1", 0, null), books, PIPELINE);
    }

    static ServedSample of(Path... reports) {
        List<String> paths = Arrays.stream(reports).map(Path::toString).toList();
        return over(book -> {
            try (Stream<Read> read = new Reader(ReadOptions.DEFAULT).read(paths)) {
                Stream<Document> documents =
                        read.filter(Read.Of.class::isInstance).map(r -> ((Read.Of) r).document());
                book.ingest(documents, 1, coded -> {});
            }
        });
    }

    /** One more server over a ledger that is there already. */
    static ServedSample at(String ledger) {
        return new ServedSample(ledger, books(ledger));
    }

    /** Over a ledger that somebody fills. */
    static ServedSample over(Consumer<LedgerBook> filling) {
        try {
            String ledger =
                    Files.createTempDirectory("ledger").resolve("ledger").toString();
            Books books = books(ledger);
            try (LedgerBook book = books.write()) {
                filling.accept(book);
                book.refresh();
            }
            return new ServedSample(ledger, books);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ledger in a folder, to read and to write. */
    static Books books(String folder) {
        return new Books() {
            @Override
            public LedgerBook read() {
                return new LedgerBook(Ledgers.open(folder, LedgerStore.Access.READ), PIPELINE);
            }

            @Override
            public boolean isWritable() {
                return true;
            }

            @Override
            public LedgerBook write() {
                return new LedgerBook(Ledgers.open(folder, LedgerStore.Access.WRITE), PIPELINE);
            }
        };
    }

    static Pipeline pipeline() {
        return PIPELINE;
    }

    String base() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
