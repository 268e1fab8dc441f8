package org.demarche.store;

import org.demarche.model.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger's log: a decision of a person or a withdrawal. Never changed, never deleted.
 *
 * @param sequence its place, from 1
 * @param id {@code dec:} and twelve hex digits of its hash
 * @param at when it was written, ISO 8601 in UTC; an audit column
 * @param by who decided
 * @param kind {@code accept}, {@code reject}, {@code unsure}, {@code set}, {@code add}, {@code merge}, {@code split}, {@code prefer},
 *     {@code comment}, {@code undo}, {@code withdraw}
 * @param target id of what it is about
 * @param field the field that {@code set} changes or {@code prefer} is about, or null
 * @param value the new value; the claims that {@code merge} makes one, or that {@code split} takes out and, after a bar, leaves, or
 *     that {@code prefer} shows before those after the bar; the claim that {@code add} adds, as JSON; or null
 * @param why the reason, or null
 * @param previous hash of the entry before, empty for the first
 * @param hash SHA-256 over all of the above
 */
public record Entry(
        int sequence,
        String id,
        String at,
        String by,
        String kind,
        String target,
        @Nullable String field,
        @Nullable String value,
        @Nullable String why,
        String previous,
        String hash) {

    /** An entry that has no place in the chain yet. */
    public record Draft(
            String at,
            String by,
            String kind,
            String target,
            @Nullable String field,
            @Nullable String value,
            @Nullable String why) {

        Entry after(int sequence, String previous) {
            String hash = hash(sequence, this, previous);
            return new Entry(
                    sequence, "dec:" + hash.substring(0, 12), at, by, kind, target, field, value, why, previous, hash);
        }
    }

    /** Whether the hash is that of the content. */
    public boolean holds() {
        Draft draft = new Draft(at, by, kind, target, field, value, why);
        return hash.equals(hash(sequence, draft, previous));
    }

    private static String hash(int sequence, Draft draft, String previous) {
        return Ids.sha256(String.join(
                "\0",
                String.valueOf(sequence),
                draft.at(),
                draft.by(),
                draft.kind(),
                draft.target(),
                shown(draft.field()),
                shown(draft.value()),
                shown(draft.why()),
                previous));
    }

    private static String shown(@Nullable String value) {
        return value == null ? "\1" : value;
    }
}
