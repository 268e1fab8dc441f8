package org.demarche.server;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.demarche.Dossier;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import org.demarche.store.Named;
import org.demarche.store.NewClaim;
import org.demarche.store.Preference;
import org.demarche.store.Targets;
import org.jspecify.annotations.Nullable;

/** Takes decisions of readers and puts them on record. One at a time. */
final class Desk {
    private static final Set<String> VERDICTS = Set.of("accept", "reject", "unsure", "comment");
    private static final int LONGEST = 500;
    static final int MOST_IDS = 500;

    private final Books books;
    private final Shelf shelf;
    private final Clock clock;

    Desk(Books books, Shelf shelf, Clock clock) {
        this.books = books;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** What somebody decided; every text may be null or blank as the form had it. */
    record Wish(
            @Nullable String kind,
            @Nullable String target,
            @Nullable String field,
            @Nullable String value,
            @Nullable String by,
            @Nullable String why) {

        static Wish of(Context form) {
            return new Wish(
                    form.formParam("kind"),
                    form.formParam("target"),
                    form.formParam("field"),
                    form.formParam("value"),
                    form.formParam("by"),
                    form.formParam("why"));
        }
    }

    /**
     * Writes a decision; one about an event holds for its claims. What is only proposed stands in the log as a comment.
     *
     * @return the entries as they stand in the log
     * @throws IllegalArgumentException if the wish is none that can be met
     */
    synchronized List<Entry> take(Wish wish) {
        if (plain(wish.by()).isEmpty()) {
            throw new IllegalArgumentException("DEM-611 a decision needs the name of who decides");
        }
        return write(drafts(wish));
    }

    /**
     * Writes one verdict on many claims, all in one go or not at all.
     *
     * @throws IllegalArgumentException if the verdict is none, or there are more claims than are decided in one go
     */
    synchronized List<Entry> takeAll(List<String> claims, Wish wish) {
        return write(all(claims, wish));
    }

    /** What the reports would say together after such a verdict; nothing is written. */
    Dossier previewAll(List<String> claims, Wish wish) {
        try (LedgerBook book = books.read().recalling(shelf.recollection)) {
            return book.preview(all(claims, wish));
        }
    }

    /**
     * Puts a claim on record that a person reads in a report.
     *
     * @throws IllegalArgumentException if it cannot be one, or nobody says who adds it and why
     */
    synchronized Entry add(NewClaim.Wish wish, @Nullable String by, @Nullable String why) {
        if (plain(by).isEmpty()) {
            throw new IllegalArgumentException("DEM-611 a decision needs the name of who decides");
        }
        if (plain(why).isEmpty()) {
            throw new IllegalArgumentException("DEM-611 an added claim needs a reason");
        }
        Shelf.Copy copy = shelf.current();
        return write(List.of(new NewClaim(copy.dossier, copy.names::of).draft(wish, now(), plain(by), plain(why))))
                .get(0);
    }

    /**
     * Puts on record which reading of a disagreement is to be shown; the others stand beside it as before.
     *
     * @param id of the disagreement
     * @return the entry as it stands in the log
     * @throws IllegalArgumentException if there is no such reading, or nobody says who prefers it and why
     */
    synchronized Entry prefer(String id, String reading, @Nullable String by, @Nullable String why) {
        if (plain(by).isEmpty()) {
            throw new IllegalArgumentException("DEM-611 a decision needs the name of who decides");
        }
        if (plain(why).isEmpty()) {
            throw new IllegalArgumentException("DEM-611 a preference needs a reason");
        }
        Preference preference = new Preference(shelf.current().dossier);
        return write(List.of(preference.draft(id, plain(reading), now(), plain(by), plain(why))))
                .get(0);
    }

    private List<Entry.Draft> all(List<String> claims, Wish wish) {
        String by = plain(wish.by());
        String kind = plain(wish.kind());
        if (by.isEmpty()) {
            throw new IllegalArgumentException("DEM-611 a decision needs the name of who decides");
        }
        if (!VERDICTS.contains(kind) || kind.equals("comment")) {
            throw new IllegalArgumentException("DEM-611 many are accepted, rejected or put off, not: " + kind);
        }
        if (claims.isEmpty() || claims.size() > MOST_IDS) {
            throw new IllegalArgumentException(
                    "DEM-611 1 to " + MOST_IDS + " claims are decided in one go, not " + claims.size());
        }
        @Nullable String why = plain(wish.why()).isEmpty() ? null : plain(wish.why());
        return claims.stream().map(c -> draft(by, kind, c, null, null, why)).toList();
    }

    private List<Entry> write(List<Entry.Draft> drafts) {
        try (LedgerBook book = Turns.write(books).recalling(shelf.recollection)) {
            return shelf.decided(book, drafts).entries();
        }
    }

    /**
     * What the reports would say together if a wish were met; nothing is written.
     *
     * @throws IllegalArgumentException if the wish is none that can be met
     */
    Dossier preview(Wish wish) {
        try (LedgerBook book = books.read().recalling(shelf.recollection)) {
            return book.preview(drafts(wish));
        }
    }

    /**
     * Whether a wish can be met; nothing is written.
     *
     * @throws IllegalArgumentException if it cannot
     */
    void check(Wish wish) {
        drafts(wish);
    }

    private List<Entry.Draft> drafts(Wish wish) {
        String by = plain(wish.by());
        String kind = plain(wish.kind());
        String target = plain(wish.target());
        @Nullable String why = plain(wish.why()).isEmpty() ? null : plain(wish.why());
        Shelf.Copy copy = shelf.current();
        if (kind.equals("undo")) {
            return undone(copy, wish.target()).stream()
                    .map(id -> draft(by, "undo", id, null, null, why))
                    .toList();
        }
        Targets targets = new Targets(
                copy.dossier,
                id -> copy.dossier.claims().stream().anyMatch(c -> c.id().equals(id))
                        || copy.log.stream().anyMatch(e -> e.target().equals(id)));
        if (kind.equals("merge") || kind.equals("split")) {
            List<String> others = ids(wish.value());
            String value = kind.equals("merge") ? targets.merge(target, others) : targets.split(target, others);
            return List.of(draft(by, kind, Targets.first(value), null, value, why));
        }
        List<String> claims = Named.isQuote(target) ? List.of(target) : targets.claims(target);
        if (VERDICTS.contains(kind) && !Named.isQuote(target)) {
            if (kind.equals("comment") && why == null) {
                throw new IllegalArgumentException("DEM-611 a comment needs words");
            }
            return claims.stream().map(c -> draft(by, kind, c, null, null, why)).toList();
        }
        if (!kind.equals("set") && !kind.equals("propose")) {
            throw new IllegalArgumentException("DEM-611 no such decision: " + kind);
        }
        if (why == null) {
            throw new IllegalArgumentException("DEM-611 a correction needs a reason");
        }
        String field = plain(wish.field());
        String value = plain(wish.value());
        Named named = new Named(copy.dossier, copy.names::of);
        return claims.stream()
                .map(c -> draft(by, kind.equals("set") ? kind : "comment", c, field, named.value(c, field, value), why))
                .toList();
    }

    /** The decisions that an undo is about: one, or those of several claims that were taken together. */
    private static List<String> undone(Shelf.Copy copy, @Nullable String target) {
        List<String> out = ids(target);
        for (String id : out) {
            if (copy.log.stream().noneMatch(e -> e.id().equals(id))) {
                throw new IllegalArgumentException("DEM-401 the ledger has no decision " + id);
            }
        }
        if (out.isEmpty()) {
            throw new IllegalArgumentException("DEM-401 an undo needs the id of a decision");
        }
        return out;
    }

    private static List<String> ids(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.strip().split("\\s+"))
                        .filter(i -> !i.isEmpty())
                        .limit(MOST_IDS)
                        .toList();
    }

    private Entry.Draft draft(
            String by,
            String kind,
            String target,
            @Nullable String field,
            @Nullable String value,
            @Nullable String why) {
        return new Entry.Draft(now(), by, kind, target, field, value, why);
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** One line without control characters, of bounded length. */
    private static String plain(@Nullable String text) {
        String flat = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
        return flat.length() > LONGEST ? flat.substring(0, LONGEST) : flat;
    }
}
