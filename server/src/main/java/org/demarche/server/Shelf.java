package org.demarche.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.Version;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Ids;
import org.demarche.model.PartialDate;
import org.demarche.model.Span;
import org.demarche.model.State;
import org.demarche.model.When;
import org.demarche.store.Decisions;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import org.demarche.store.LedgerFault;
import org.demarche.store.Recollection;
import org.jspecify.annotations.Nullable;

/** The ledger as it stands, read again when it has changed. Safe for use by several threads. */
final class Shelf implements AutoCloseable {
    private static final int KEPT = 128;
    private static final int KEPT_CHARTS = 24;
    private static final int MANY_CLAIMS = 3000;
    private static final long KEPT_OPEN_NANOSECONDS = 5_000_000_000L;

    final Pipeline pipeline;
    private final Books books;
    private final RawClaims raw;
    private final Keeper keeper;

    /** For who decides or looks at what a decision would change. */
    final Recollection recollection = new Recollection();

    private @Nullable Copy current;
    private @Nullable LedgerBook open;
    private long openedAt;
    private volatile boolean isWriting;
    private final AtomicBoolean expects = new AtomicBoolean();

    Shelf(Books books, Pipeline pipeline) {
        this.books = books;
        this.pipeline = pipeline;
        this.raw = new RawClaims(books);
        this.keeper = new Keeper(books);
    }

    /** A change, and the claim that tells of it. */
    record Posted(Claim claim, Change change) {}

    /** What the ledger holds at one mark, with the states that were asked of it. */
    final class Copy {
        final String mark;

        /** Twelve hex digits of all that the ledger was made from and of the program: what a citation of it names. */
        final String version;

        final Dossier dossier;
        final List<Entry> log;
        final Map<String, Document> documents;
        final Names names;
        private final Map<String, List<State>> states;
        private final Map<String, Claim> claims = new HashMap<>();
        private final Map<String, List<String>> parts = new HashMap<>();
        private final Map<String, Event> events = new HashMap<>();
        private final Map<String, List<Posted>> posted = new HashMap<>();
        private final Map<String, List<Chart>> charts;
        private @Nullable NavigableSet<LocalDate> turns;
        private final Map<String, Coded> coded = new HashMap<>();
        private @Nullable List<String> dyads;
        private @Nullable Map<String, String> formerly;

        /** A copy; what was worked out of one that holds the same is not worked out again. */
        Copy(String mark, Dossier dossier, List<Entry> log, @Nullable Copy same) {
            this.states = same == null ? new LinkedHashMap<>() : same.states;
            this.charts = same == null ? new LinkedHashMap<>() : same.charts;
            this.mark = mark;
            this.dossier = dossier;
            this.log = List.copyOf(log);
            this.documents = dossier.byId();
            this.version = version();
            this.names = new Names(dossier);
            raw.note(dossier.claims());
            dossier.events().forEach(e -> events.put(e.id(), e));
            dossier.coded().forEach(c -> coded.put(c.document().id(), c));
            for (Claim claim : dossier.claims()) {
                for (Change change : claim.changes()) {
                    posted.computeIfAbsent(change.subject().id(), k -> new ArrayList<>())
                            .add(new Posted(claim, change));
                }
            }
        }

        /** Relations by how many events they have, most first. */
        synchronized List<String> dyads() {
            List<String> known = dyads;
            if (known == null) {
                known = Dyads.of(dossier.events());
                dyads = known;
            }
            return known;
        }

        /** What one report says by itself, or null where the ledger has no report of this id. */
        @Nullable
        Coded coded(String document) {
            return coded.get(document);
        }

        /** The whole sentence that a citation stands in, or the citation itself where no sentence has all of it. */
        Citation sentence(Citation citation) {
            Coded report = coded.get(citation.document());
            if (report == null) {
                return citation;
            }
            Span words = report.document().span(citation);
            return report.sentences().stream()
                    .filter(s -> s.span().contains(words))
                    .findFirst()
                    .map(s -> report.document().cite(s.span()))
                    .orElse(citation);
        }

        /** The event of this id, or null. */
        @Nullable
        Event event(String id) {
            return events.get(id);
        }

        /** Every change that a claim tells of a subject. */
        List<Posted> posted(String subject) {
            return posted.getOrDefault(subject, List.of());
        }

        /** The id under which an event is known now: after a merge, a split or a further report; or of a claim's event. */
        @Nullable
        String moved(String id) {
            String claim = id.startsWith("evt:") ? formerly().get(id) : id;
            if (claim == null) {
                return null;
            }
            return dossier.events().stream()
                    .filter(e -> e.claims().contains(claim))
                    .map(Event::id)
                    .findFirst()
                    .orElse(null);
        }

        private synchronized Map<String, String> formerly() {
            Map<String, String> known = formerly;
            if (known == null) {
                try (LedgerBook book = books.read()) {
                    known = book.store().formerly();
                }
                formerly = known;
            }
            return known;
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

        /** The rules of claims, of rejected ones too; none for what no report says today. */
        Map<String, String> rules(Set<String> ids) {
            return raw.of(ids, mark);
        }

        /** Decisions that stand but are about nothing that the reports say today, oldest first. */
        List<Entry> stale(Decisions decisions) {
            Set<String> wanted = decisions.targets();
            Set<String> known = new HashSet<>(documents.keySet());
            wanted.removeAll(known);
            known.addAll(raw.of(wanted, mark).keySet());
            return decisions.stale(known);
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

        /** What was drawn for a question before, or what is drawn for it now. */
        List<Chart> charts(String question, Supplier<List<Chart>> drawing) {
            synchronized (charts) {
                List<Chart> found = charts.get(question);
                if (found == null) {
                    found = List.copyOf(drawing.get());
                    if (charts.size() >= KEPT_CHARTS) {
                        charts.remove(charts.keySet().iterator().next());
                    }
                    charts.put(question, found);
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

    /** What the ledger holds now. */
    synchronized Copy current() {
        Copy copy = current;
        if (isWriting && copy != null) {
            return copy;
        }
        try {
            return look();
        } catch (LedgerFault stale) {
            letGo(); // a connection that was cut since: a new one tells whether the ledger is there
            return look();
        }
    }

    /**
     * Looks whether the ledger has changed, over a connection that is kept: opening one for each request costs native memory in every
     * thread's arena, which the C library does not give back. It is renewed every few seconds, so that a ledger put in the place of
     * another is noticed.
     */
    private Copy look() {
        LedgerBook book = open;
        if (book == null || System.nanoTime() - openedAt > KEPT_OPEN_NANOSECONDS) {
            letGo();
            book = books.read();
            open = book;
            openedAt = System.nanoTime();
        }
        String mark = book.store().mark();
        Copy copy = current;
        if (copy == null || !copy.mark.equals(mark)) {
            copy = new Copy(mark, book.dossier(), book.store().log(), null);
            current = copy;
        }
        return copy;
    }

    /**
     * Puts decisions on record and takes over what follows from them, which is read anew otherwise. Until it is worked out, readers have
     * what was there before, instead of each working it out as well.
     */
    LedgerBook.Decided decided(LedgerBook book, List<Entry.Draft> drafts) {
        current();
        isWriting = true;
        try {
            LedgerBook.Decided decided = book.decide(drafts);
            String mark = book.store().mark();
            adopt(decided, mark, book.store().log());
            Dossier now = decided.dossier();
            if (now != null) {
                keeper.later(mark, now);
            }
            return decided;
        } finally {
            isWriting = false;
        }
    }

    /** Somebody looks at what is to be decided: in a large ledger, what a decision needs is read and worked out once beforehand, beside other work. */
    void expectDecisions() {
        Copy copy = current();
        if (copy.dossier.claims().size() <= MANY_CLAIMS || !expects.compareAndSet(false, true)) {
            return;
        }
        Thread thread = new Thread(
                () -> {
                    try (LedgerBook book = books.read().recalling(recollection)) {
                        book.preview(List.of());
                    } catch (LedgerFault gone) {
                        expects.set(false);
                    }
                },
                "demarche-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void adopt(LedgerBook.Decided decided, String mark, List<Entry> log) {
        Dossier now = decided.dossier();
        Copy copy = current;
        if (now != null) {
            current = new Copy(mark, now, log, null);
        } else if (copy != null && copy.mark.equals(decided.before())) {
            current = new Copy(mark, copy.dossier, log, copy);
        }
    }

    private void letGo() {
        LedgerBook book = open;
        open = null;
        if (book != null) {
            try {
                book.close();
            } catch (LedgerFault gone) {
                openedAt = 0; // it was cut; nothing is left to close
            }
        }
    }

    @Override
    public void close() {
        keeper.close();
        synchronized (this) {
            letGo();
        }
    }
}
