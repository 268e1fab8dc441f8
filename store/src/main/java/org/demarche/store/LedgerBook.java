package org.demarche.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.Version;
import org.demarche.model.Document;
import org.jspecify.annotations.Nullable;

/**
 * A ledger at work: takes documents in, codes them anew, and tells what they say together.
 *
 * <p>Reading a document twice changes nothing. Work is committed batch by batch, so what was read stays read whatever happens, and the
 * same command goes on where it stopped. Not safe for use by several threads.
 */
public final class LedgerBook implements AutoCloseable {
    private static final int BATCH = 50;

    private final LedgerStore store;
    private final Pipeline pipeline;
    private final Function<Document, Coded> coder;
    private final @Nullable Recollection recollection;

    public LedgerBook(LedgerStore store, Pipeline pipeline) {
        this(store, pipeline, pipeline::code, null);
    }

    /** A book whose documents are coded by something else than the pipeline. */
    LedgerBook(LedgerStore store, Pipeline pipeline, Function<Document, Coded> coder) {
        this(store, pipeline, coder, null);
    }

    private LedgerBook(
            LedgerStore store,
            Pipeline pipeline,
            Function<Document, Coded> coder,
            @Nullable Recollection recollection) {
        this.store = store;
        this.pipeline = pipeline;
        this.coder = coder;
        this.recollection = recollection;
    }

    /** The same ledger, for who has worked on it before and need not read and work out everything anew; close either. */
    public LedgerBook recalling(Recollection known) {
        return new LedgerBook(store, pipeline, coder, known);
    }

    /** What was taken in. */
    public record Ingested(int read, int added, int known) {}

    /** Hears how far an ingest is; called after each document. */
    @FunctionalInterface
    public interface Progress {
        void coded(Coded coded);
    }

    /** Takes documents in. */
    public Ingested ingest(Stream<Document> documents, int threads, Progress progress) {
        Set<String> known = store.ids();
        int[] counts = new int[2];
        Stream<Document> fresh = documents.filter(d -> {
            counts[0]++;
            boolean isNew = known.add(d.id());
            counts[1] += isNew ? 0 : 1;
            return isNew;
        });
        int added = 0;
        List<Posting> batch = new ArrayList<>();
        try (Stream<Posting> postings = pipeline.map(fresh, d -> new Posting(d, coder.apply(d)), threads)) {
            Iterator<Posting> each = postings.iterator();
            while (each.hasNext()) {
                Posting posting = each.next();
                batch.add(posting);
                progress.coded(posting.coded());
                if (batch.size() == BATCH) {
                    added += store.post(batch);
                    batch.clear();
                }
            }
        }
        added += batch.isEmpty() ? 0 : store.post(batch);
        return new Ingested(counts[0], added, counts[1]);
    }

    /** Codes every stored document anew with today's rules. */
    public void recode(int threads, Progress progress) {
        List<Coded> batch = new ArrayList<>();
        try (Stream<Coded> all = pipeline.code(store.documents(), threads)) {
            Iterator<Coded> each = all.iterator();
            while (each.hasNext()) {
                batch.add(each.next());
                progress.coded(batch.get(batch.size() - 1));
                if (batch.size() == BATCH) {
                    store.recode(batch);
                    batch.clear();
                }
            }
        }
        if (!batch.isEmpty()) {
            store.recode(batch);
        }
    }

    /** What the documents say together, decisions and withdrawals applied. */
    public Dossier dossier() {
        return store.dossier(mark()).orElseGet(this::merge);
    }

    /**
     * What the documents say together about two parties, without reading the rest where that can be told apart: all of their acts, and all
     * that the states of what is between them need. Without two parties, or where their words may mean several, the whole. The texts
     * and quotes of the documents may be missing.
     *
     * @param parties as the user calls them
     */
    public Dossier dossier(List<String> parties) {
        return parties.size() < 2
                ? dossier()
                : store.dyad(mark(), parties.get(0), parties.get(1)).orElseGet(this::dossier);
    }

    /** The same, worked out anew and kept for later readers. */
    public Dossier refresh() {
        Dossier dossier = merge();
        store.keep(mark(), dossier);
        return dossier;
    }

    /**
     * Keeps for later readers what was worked out at a mark of the store, unless the ledger has changed since.
     *
     * @return whether it is kept
     */
    public boolean keep(String mark, Dossier dossier) {
        boolean isNow = store.mark().equals(mark);
        if (isNow) {
            store.keep(mark(), dossier);
        }
        return isNow;
    }

    /**
     * What was decided.
     *
     * @param before mark of the ledger before it
     * @param entries as they stand in the log
     * @param dossier what the documents say together now, or null where that is what they said before
     */
    public record Decided(
            String before, List<Entry> entries, @Nullable Dossier dossier) {}

    /**
     * Puts decisions on record, and works out what the documents say together then; where that cannot have changed, nothing is worked out
     * anew. Under which ids events are known is kept for good; all else is left to {@link #keep}, and worked out once more by a reader who
     * comes before.
     */
    public Decided decide(List<Entry.Draft> drafts) {
        Decisions before = new Decisions(store.log());
        String stored = store.mark();
        String kept = mark();
        List<Entry> entries = store.append(drafts);
        if (recollection != null) {
            recollection.goesOn(stored, store.mark());
        }
        if (before.stayTrueAfter(entries) && store.keepAs(kept, mark())) {
            return new Decided(stored, entries, null);
        }
        Dossier dossier = merge();
        store.remember(dossier);
        return new Decided(stored, entries, dossier);
    }

    /** What the documents would say together if something more were decided; nothing is written. */
    public Dossier preview(List<Entry.Draft> drafts) {
        List<Entry> log = new ArrayList<>(store.log());
        for (Entry.Draft draft : drafts) {
            String previous = log.isEmpty() ? "" : log.get(log.size() - 1).hash();
            log.add(draft.after(log.size() + 1, previous));
        }
        return merge(new Decisions(log));
    }

    /** Decisions that stand but are about nothing that the documents say today, oldest first; none of them is lost. */
    public List<Entry> stale() {
        Set<String> known = new HashSet<>(store.ids());
        try (Stream<Coded> coded = store.coded()) {
            coded.forEach(c -> {
                c.claims().forEach(k -> known.add(k.id()));
                c.mentions().quotes().forEach(q -> known.add(q.id(c.document())));
            });
        }
        return new Decisions(store.log()).stale(known);
    }

    private Dossier merge() {
        return merge(new Decisions(store.log()));
    }

    private Dossier merge(Decisions decisions) {
        Recollection known = recollection;
        if (known == null) {
            try (Stream<Coded> coded = store.coded()) {
                return pipeline.merge(coded.map(decisions::apply).toList(), decisions.rulings());
            }
        }
        List<Coded> reports = known.coded(store.mark());
        if (reports == null) {
            String mark = store.mark();
            try (Stream<Coded> coded = store.coded()) {
                reports = coded.toList();
            }
            if (mark.equals(store.mark())) {
                known.keep(mark, reports);
            }
        }
        return pipeline.merge(reports.stream().map(decisions::apply).toList(), decisions.rulings(), known.merged);
    }

    /** What was derived by another version of the program is derived anew. */
    private String mark() {
        return store.mark() + " " + Version.program() + " " + Version.commit();
    }

    public LedgerStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }
}
