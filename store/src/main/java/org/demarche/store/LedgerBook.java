package org.demarche.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.model.Document;

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

    public LedgerBook(LedgerStore store, Pipeline pipeline) {
        this.store = store;
        this.pipeline = pipeline;
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
        try (Stream<Posting> postings = pipeline.map(fresh, d -> new Posting(d, pipeline.code(d)), threads)) {
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
        String mark = store.mark();
        return store.dossier(mark).orElseGet(this::merge);
    }

    /** The same, worked out anew and kept for later readers. */
    public Dossier refresh() {
        Dossier dossier = merge();
        store.keep(store.mark(), dossier);
        return dossier;
    }

    private Dossier merge() {
        Decisions decisions = new Decisions(store.log());
        try (Stream<Coded> coded = store.coded()) {
            return pipeline.merge(coded.map(decisions::apply).toList());
        }
    }

    public LedgerStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }
}
