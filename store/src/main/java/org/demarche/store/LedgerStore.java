package org.demarche.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.model.Document;

/**
 * Where a ledger is kept: documents with their texts, what each says, and an append-only log of decisions.
 *
 * <p>What the documents say together follows from these and is kept only to be found again quickly. One writer at a time, readers beside
 * it. Not safe for use by several threads.
 */
public interface LedgerStore extends AutoCloseable {

    /** How a ledger is opened. */
    enum Access {
        READ,
        WRITE
    }

    /** Where it is, as the user named it. */
    String location();

    /** Adds documents in one durable commit; a document that is there already stays as it is. */
    int post(List<Posting> batch);

    /** Ids of all documents. */
    Set<String> ids();

    /** Every document as it was read, by file and id. */
    Stream<Document> documents();

    /** What every document says, by file and id; close the stream. */
    Stream<Coded> coded();

    /** Puts what documents say anew, in one durable commit. */
    void recode(List<Coded> batch);

    /** The log, oldest first. */
    List<Entry> log();

    /** Adds to the log and gives the entry with its place in the chain. */
    default Entry append(Entry.Draft draft) {
        return append(List.of(draft)).get(0);
    }

    /** Adds several to the log in one durable commit: all of them, or none. */
    List<Entry> append(List<Entry.Draft> drafts);

    /** Changes with every posting and every entry: what was derived from an older mark is stale. */
    String mark();

    /** What was kept for this mark, or nothing where it is stale. */
    Optional<Dossier> dossier(String mark);

    /** What was kept for this mark of what two parties have to do with each other; nothing where it is stale or they are not told apart. */
    Optional<Dossier> dyad(String mark, String one, String other);

    /** Keeps what was derived, and for good under which id each of its events was known. */
    void keep(String mark, Dossier dossier);

    /** Keeps for good under which id each of the events of what was derived is known; {@link #keep} does so as well. */
    void remember(Dossier dossier);

    /** Keeps for a later mark what was kept for this one; false where nothing was. */
    boolean keepAs(String mark, String later);

    /**
     * A claim of every event that was ever kept, by the id it had then: ids of events follow from their claims, so a link to one that has
     * been merged, split or told by a further report is led on by the claim.
     */
    Map<String, String> formerly();

    @Override
    void close();
}
