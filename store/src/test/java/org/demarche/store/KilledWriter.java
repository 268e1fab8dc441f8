package org.demarche.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.demarche.Pipeline;
import org.demarche.model.Document;

/** A process that takes generated reports into a ledger, goes on where an earlier one was killed, and works out what they say together. */
final class KilledWriter {
    private KilledWriter() {}

    /** Arguments: the ledger, how many reports. Says {@code open} when it has begun, {@code stored} when
     * all reports are in and {@code done} when what they say together is kept. */
    public static void main(String[] arguments) {
        Generated generated = new Generated(Integer.parseInt(arguments[1]), 1);
        // what the engine would say takes no time: kills are to strike the store; it is asked on another thread
        Map<String, Posting> cached = new ConcurrentHashMap<>();
        Pipeline pipeline = new Pipeline(sentences -> {
            throw new IllegalStateException("generated reports are not parsed");
        });
        try (LedgerBook book = new LedgerBook(
                Ledgers.open(arguments[0], LedgerStore.Access.WRITE),
                pipeline,
                d -> cached.get(d.id()).coded())) {
            System.out.println("open");
            book.ingest(
                    IntStream.range(0, generated.reports()).mapToObj(i -> read(generated.report(i), cached)),
                    1,
                    c -> {});
            System.out.println("stored");
            book.refresh();
            System.out.println("done");
        }
    }

    private static Document read(Posting posting, Map<String, Posting> cached) {
        cached.put(posting.read().id(), posting);
        return posting.read();
    }
}
