package org.demarche.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.Version;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Ids;
import org.demarche.model.PartialDate;
import org.demarche.model.State;
import org.demarche.model.When;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import org.jspecify.annotations.Nullable;

/** The ledger as it stands, read again when it has changed. Safe for use by several threads. */
final class Shelf {
    private static final int KEPT = 128;

    final Pipeline pipeline;
    private final Books books;
    private @Nullable Copy current;

    Shelf(Books books, Pipeline pipeline) {
        this.books = books;
        this.pipeline = pipeline;
    }

    /** What the ledger holds at one mark, with the states that were asked of it. */
    final class Copy {
        final String mark;

        /** Twelve hex digits of all that the ledger was made from and of the program: what a citation of it names. */
        final String version;

        final Dossier dossier;
        final List<Entry> log;
        final Map<String, Document> documents;
        final Names names;
        private final Map<String, List<State>> states = new LinkedHashMap<>();
        private final Map<String, Claim> claims = new HashMap<>();
        private final Map<String, List<String>> parts = new HashMap<>();
        private @Nullable NavigableSet<LocalDate> turns;

        Copy(String mark, Dossier dossier, List<Entry> log) {
            this.mark = mark;
            this.dossier = dossier;
            this.log = List.copyOf(log);
            this.documents = dossier.byId();
            this.version = version();
            this.names = new Names(dossier);
        }

        /** The claims that tell of an event; of a package, those of its parts. */
        synchronized List<Claim> claims(Event event) {
            if (claims.isEmpty()) {
                dossier.claims().forEach(c -> claims.put(c.id(), c));
                dossier.events().stream()
                        .filter(e -> e.parent() != null)
                        .forEach(e -> parts.computeIfAbsent(String.valueOf(e.parent()), k -> new ArrayList<>())
                                .addAll(e.claims()));
            }
            List<String> ids = event.claims().isEmpty() ? parts.getOrDefault(event.id(), List.of()) : event.claims();
            List<Claim> out = new ArrayList<>();
            for (String id : ids) {
                Claim claim = claims.get(id);
                if (claim != null) {
                    out.add(claim);
                }
            }
            return out;
        }

        private String version() {
            StringBuilder all = new StringBuilder(Version.program());
            documents.keySet().stream().sorted().forEach(id -> all.append('\n').append(id));
            log.forEach(e -> all.append('\n').append(e.hash()));
            return Ids.sha256(all.toString()).substring(0, 12);
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

        /** The days on which a report lets something begin. */
        synchronized NavigableSet<LocalDate> turns() {
            NavigableSet<LocalDate> known = turns;
            if (known == null) {
                known = new TreeSet<>();
                for (Claim claim : dossier.claims()) {
                    for (Change change : claim.changes()) {
                        LocalDate day = first(change.from());
                        if (day != null && claim.factuality().counts()) {
                            known.add(day);
                        }
                    }
                }
                turns = known;
            }
            return known;
        }
    }

    /** The first day that a date can mean, or its last where it has no first. */
    static @Nullable LocalDate first(When when) {
        PartialDate start = when.start();
        PartialDate end = when.end();
        LocalDate first = start == null ? null : start.first().orElse(null);
        return first != null || end == null ? first : end.last().orElse(null);
    }

    /** The last day that a date can mean, or its first where it has no last. */
    static @Nullable LocalDate last(When when) {
        PartialDate start = when.start();
        PartialDate end = when.end();
        LocalDate last = end == null ? null : end.last().orElse(null);
        return last != null || start == null ? last : start.first().orElse(null);
    }

    synchronized Copy current() {
        try (LedgerBook book = books.read()) {
            String mark = book.store().mark();
            Copy copy = current;
            if (copy == null || !copy.mark.equals(mark)) {
                copy = new Copy(mark, book.dossier(), book.store().log());
                current = copy;
            }
            return copy;
        }
    }
}
