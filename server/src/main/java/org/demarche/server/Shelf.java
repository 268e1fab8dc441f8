package org.demarche.server;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.model.State;
import org.demarche.store.LedgerBook;
import org.jspecify.annotations.Nullable;

/** The ledger as it stands, read again when it has changed. Safe for use by several threads. */
final class Shelf {
    private static final int KEPT = 64;

    private final Supplier<LedgerBook> books;
    private final Pipeline pipeline;
    private @Nullable Copy current;

    Shelf(Supplier<LedgerBook> books, Pipeline pipeline) {
        this.books = books;
        this.pipeline = pipeline;
    }

    /** What the ledger holds at one mark, with the states that were asked of it. */
    final class Copy {
        final String mark;
        final Dossier dossier;
        private final Map<String, List<State>> states = new LinkedHashMap<>();

        Copy(String mark, Dossier dossier) {
            this.mark = mark;
            this.dossier = dossier;
        }

        List<State> states(LocalDate asOf, @Nullable LocalDate knownOn) {
            String key = asOf + " " + knownOn;
            synchronized (states) {
                List<State> found = states.get(key);
                if (found == null) {
                    found = pipeline.states(dossier, asOf, knownOn);
                    if (states.size() >= KEPT) {
                        states.remove(states.keySet().iterator().next());
                    }
                    states.put(key, found);
                }
                return found;
            }
        }
    }

    synchronized Copy current() {
        try (LedgerBook book = books.get()) {
            String mark = book.store().mark();
            Copy copy = current;
            if (copy == null || !copy.mark.equals(mark)) {
                copy = new Copy(mark, book.dossier());
                current = copy;
            }
            return copy;
        }
    }
}
