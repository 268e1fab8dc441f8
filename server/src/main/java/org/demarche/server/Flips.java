package org.demarche.server;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.p;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Dossier;
import org.demarche.model.State;
import org.jspecify.annotations.Nullable;

/** What a decision would change, before it is taken: rows of the board on one day, and how many events there are. */
final class Flips {
    private static final int MOST_OPEN = 8;

    private final Shelf shelf;
    private final Shelf.Copy copy;
    private final LocalDate asOf;
    private final @Nullable LocalDate knownOn;

    Flips(Shelf shelf, Shelf.Copy copy, LocalDate asOf, @Nullable LocalDate knownOn) {
        this.shelf = shelf;
        this.copy = copy;
        this.asOf = asOf;
        this.knownOn = knownOn;
    }

    /** A row of the board that would not read as it reads now. */
    record Flip(String what, String now, String then) {}

    List<Flip> of(Dossier then) {
        Map<String, State> after = new LinkedHashMap<>();
        shelf.pipeline.states(then, asOf, knownOn).forEach(s -> after.put(BoardPage.key(s), s));
        List<Flip> out = new ArrayList<>();
        for (State s : copy.states(asOf, knownOn)) {
            String was = reading(s);
            String will = reading(after.remove(BoardPage.key(s)));
            if (!was.equals(will)) {
                out.add(new Flip(s.subject().name() + ", " + Say.lower(s.attribute()), was, will));
            }
        }
        after.values().forEach(s -> {
            if (!BoardPage.isUnknown(s)) {
                out.add(new Flip(s.subject().name() + ", " + Say.lower(s.attribute()), reading(null), reading(s)));
            }
        });
        return out;
    }

    /** A value as a row of the board shows it. */
    private static String reading(@Nullable State s) {
        if (s == null || BoardPage.isUnknown(s)) {
            return BoardPage.mark("unknown") + " unknown";
        }
        String value = Say.value(s);
        return BoardPage.mark(value) + " " + value + (s.since().isKnown() ? " " + BoardPage.since(s) : "")
                + (s.disputed() ? ", told differently" : "");
    }

    /** As a table, or a sentence where nothing would change. */
    DomContent table(String deed, Dossier then) {
        List<DomContent> rows = new ArrayList<>();
        for (Flip flip : of(then)) {
            rows.add(tr(th(flip.what()).attr("scope", "row"), td(flip.now()), td(flip.then())));
        }
        int before = copy.dossier.events().size();
        int after = then.events().size();
        DomContent events = p(before == after
                        ? "The ledger would still have " + Say.count(after, "event") + "."
                        : "The ledger would have " + Say.count(after, "event") + ", now " + before + ".")
                .withClass("codes");
        String where = " on the board of " + Say.day(asOf);
        DomContent table = rows.isEmpty()
                ? p(deed + " would change nothing" + where + ".").withClass("codes")
                : ListPages.grid(deed + " would change" + where, List.of("what", "now", "then"), rows);
        return div(
                        rows.size() <= MOST_OPEN
                                ? table
                                : details(
                                                summary(deed + " would change " + Say.count(rows.size(), "row")
                                                        + where),
                                                table)
                                        .withClass("folded"),
                        events)
                .withClass("flips");
    }
}
