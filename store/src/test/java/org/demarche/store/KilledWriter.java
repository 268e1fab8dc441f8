package org.demarche.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.Pipeline;

/** A process that takes generated reports into a ledger, goes on where an earlier one was killed, and works out what they say together. */
final class KilledWriter {
    private static final int BATCH = 3;

    private KilledWriter() {}

    /** Arguments: the ledger, how many reports. Says {@code open} when it has begun and {@code done} when all is in. */
    public static void main(String[] arguments) {
        int reports = Integer.parseInt(arguments[1]);
        Pipeline pipeline = new Pipeline(sentences -> {
            throw new IllegalStateException("generated reports are not parsed");
        });
        try (LedgerBook book = new LedgerBook(Ledgers.open(arguments[0], LedgerStore.Access.WRITE), pipeline)) {
            System.out.println("open");
            Set<String> known = book.store().ids();
            List<Posting> batch = new ArrayList<>();
            for (int i = 0; i < reports; i++) {
                Posting posting = report(i);
                if (known.contains(posting.read().id())) {
                    continue;
                }
                batch.add(posting);
                if (batch.size() == BATCH) {
                    book.store().post(batch);
                    batch.clear();
                }
            }
            book.store().post(batch);
            book.refresh();
            System.out.println("done");
        }
    }

    static Posting report(int i) {
        return Samples.posting(
                i + ".txt", "Norway told envoy number " + i + " of its neighbour to leave by the weekend.");
    }
}
