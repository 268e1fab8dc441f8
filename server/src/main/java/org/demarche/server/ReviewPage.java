package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Event;
import org.demarche.model.State;
import org.demarche.store.Decisions;
import org.demarche.store.Entry;
import org.jspecify.annotations.Nullable;

/** One thing to decide at a time: what it is, who says so, what a rejection would change; and the log with its undo. */
final class ReviewPage {
    private static final int MOST_LOGGED = 50;
    private static final int MANY_CLAIMS = 3000;
    private static final List<String> FIELDS = List.of("date", "effective", "factuality");

    private final Shelf shelf;
    private final Shelf.Copy copy;
    private final Query query;
    private final Cites cites;
    private final DomContent seal;
    private final String author;
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Event> eventOf = new HashMap<>();

    /**
     * The page for one reader.
     *
     * @param seal hidden field of every form
     * @param author the name that this reader decided under before, or empty
     */
    ReviewPage(Shelf shelf, Shelf.Copy copy, Query query, DomContent seal, String author) {
        this.shelf = shelf;
        this.copy = copy;
        this.query = query;
        this.cites = new Cites(copy, query);
        this.seal = seal;
        this.author = author;
        copy.dossier.claims().forEach(c -> claims.put(c.id(), c));
        for (Event event : copy.dossier.events()) {
            event.claims().forEach(c -> eventOf.put(c, event));
        }
    }

    DomContent content(LocalDate asOf, boolean writable) {
        if (copy.documents.isEmpty()) {
            return ListPages.nothingRead();
        }
        ReviewQueue queue =
                new ReviewQueue(copy, query.selection().of(copy.dossier).events());
        List<DomContent> out = new ArrayList<>();
        out.add(p(Say.count(queue.open().size(), "event") + " to decide, " + queue.decided()
                        + " decided. Nothing is overwritten: a decision stands beside what the reports say, and each can be undone.")
                .withClass("lead"));
        if (!writable) {
            out.add(Frame.empty("This ledger is served for reading only; `demarche decide` takes decisions."));
        }
        Optional<Event> chosen = chosen(queue);
        String item = query.filter("item");
        if (item != null && chosen.isEmpty()) {
            out.add(Frame.empty(
                    "The ledger has no claim or event " + item + " now; a rejected one is in the log below.",
                    p(a("The next of the queue").withHref(query.link("/review")))));
        } else if (chosen.isEmpty()) {
            out.add(Frame.empty("Every event has a decision. The log is below."));
        } else {
            out.add(item(chosen.get(), asOf, writable, next(queue, chosen.get())));
        }
        out.add(log(writable));
        return div(out.toArray(DomContent[]::new)).withClass("review");
    }

    private Optional<Event> chosen(ReviewQueue queue) {
        String item = query.filter("item");
        if (item == null) {
            return queue.open().stream().findFirst();
        }
        Event ofClaim = eventOf.get(item);
        return ofClaim != null
                ? Optional.of(ofClaim)
                : copy.dossier.events().stream()
                        .filter(e ->
                                e.id().equals(item) || e.subjects().stream().anyMatch(s -> s.id().equals(item)))
                        .findFirst();
    }

    private static @Nullable Event next(ReviewQueue queue, Event event) {
        List<Event> open = queue.open();
        int at = open.indexOf(event);
        return at + 1 < open.size() ? open.get(at + 1) : null;
    }

    private DomContent item(Event event, LocalDate asOf, boolean writable, @Nullable Event next) {
        List<DomContent> out = new ArrayList<>();
        out.add(h2(copy.names.line(event)));
        out.add(p(
                span(event.act().type() == null
                                ? "state"
                                : event.act().type()
                                        + (event.act().mode() == null
                                                ? ""
                                                : " " + event.act().mode()))
                        .withClass("chip quad" + event.act().quad()),
                text(" " + Say.lower(event.factuality()) + ", "
                        + Say.count(event.claims().size(), "claim") + " in "
                        + Say.count(event.documents().size(), "report") + " "),
                a("on the timeline").withHref(query.link("/timeline") + "#" + event.id())));
        for (Disagreement d : copy.dossier.disagreements()) {
            if (d.about().equals(event.id())) {
                out.add(p("! " + d.field() + ": "
                                + String.join(
                                        " | ",
                                        d.readings().stream()
                                                .map(Disagreement.Reading::value)
                                                .distinct()
                                                .toList()))
                        .withClass("flag"));
            }
        }
        out.add(ol(each(event.claims(), id -> claim(claims.get(id), event, writable, next)))
                .withClass("cards"));
        if (writable) {
            out.add(h3("The whole event"));
            out.add(verdicts(event.id(), next));
        }
        out.add(preview(event, asOf));
        return section(out.toArray(DomContent[]::new)).withClass("item");
    }

    private DomContent claim(@Nullable Claim claim, Event event, boolean writable, @Nullable Event next) {
        if (claim == null) {
            return text("");
        }
        List<DomContent> out = new ArrayList<>();
        out.add(cites.quote(claim.sentence()));
        out.add(p("\u201C" + Cites.shortened(claim.trigger().quote()) + "\u201D: "
                + copy.names.sides(claim.actors(), claim.recipients()) + ", "
                + Say.act(claim.act().code()) + "; " + Say.when(claim.date())
                + (claim.effective() == null ? "" : ", in force " + Say.when(claim.effective())) + "; "
                + Say.lower(claim.factuality()) + "; rule " + claim.rule()
                + (claim.score() == null ? "" : ", proposed with score " + Say.number(claim.score()))));
        if (writable) {
            List<DomContent> more = new ArrayList<>();
            if (event.claims().size() > 1) {
                more.add(verdicts(claim.id(), next));
            }
            more.add(correction(claim));
            out.add(details(summary("This claim: correct or reject it alone"), each(more, m -> m))
                    .withClass("folded"));
        }
        return li(out.toArray(DomContent[]::new)).withId(claim.id());
    }

    private DomContent verdicts(String target, @Nullable Event next) {
        List<DomContent> buttons = new ArrayList<>();
        buttons.add(button("Accept").withName("kind").withValue("accept").attr("data-key", "y"));
        buttons.add(button("Reject").withName("kind").withValue("reject").attr("data-key", "n"));
        buttons.add(button("Unsure, later").withName("kind").withValue("unsure").attr("data-key", "u"));
        buttons.add(button("Comment only").withName("kind").withValue("comment").attr("data-key", "c"));
        return form(
                        seal,
                        hidden("target", target),
                        hidden("next", next == null ? "" : next.id()),
                        hidden("dyad", String.join("--", query.parties())),
                        by(),
                        label(span("Reason or comment"), input().withName("why").attr("maxlength", "500")),
                        div(each(buttons, b -> b)).withClass("buttons"))
                .withMethod("post")
                .withAction("/review")
                .withClass("decide");
    }

    private DomContent correction(Claim claim) {
        return form(
                        seal,
                        hidden("target", claim.id()),
                        hidden("kind", "set"),
                        hidden("next", ""),
                        hidden("dyad", String.join("--", query.parties())),
                        label(
                                span("Field"),
                                select(each(FIELDS, f -> option(f).withValue(f)))
                                        .withName("field")),
                        label(
                                span("Right value"),
                                input().withName("value")
                                        .attr("maxlength", "100")
                                        .attr("required")),
                        by(),
                        label(
                                span("Reason (required)"),
                                input().withName("why").attr("maxlength", "500").attr("required")),
                        div(button("Correct").attr("data-key", "e")).withClass("buttons"))
                .withMethod("post")
                .withAction("/review")
                .withClass("decide");
    }

    private DomContent by() {
        return label(
                span("Your name"),
                input().withName("by")
                        .withValue(author)
                        .attr("required")
                        .attr("maxlength", "100")
                        .attr("autocomplete", "name"));
    }

    private static DomContent hidden(String name, String value) {
        return input().withType("hidden").withName(name).withValue(value);
    }

    /** Which values of the board a rejection of the event would change. */
    private DomContent preview(Event event, LocalDate asOf) {
        if (copy.dossier.claims().size() > MANY_CLAIMS) {
            return p("What a rejection would change is not worked out for a ledger of this size.")
                    .withClass("codes");
        }
        Set<String> gone = new HashSet<>(event.claims());
        List<Coded> without = new ArrayList<>();
        for (Coded coded : copy.dossier.coded()) {
            List<Claim> kept =
                    coded.claims().stream().filter(c -> !gone.contains(c.id())).toList();
            without.add(kept.size() == coded.claims().size() ? coded : coded.withClaims(kept));
        }
        Dossier then = shelf.pipeline.merge(without);
        Map<String, State> after = new LinkedHashMap<>();
        shelf.pipeline.states(then, asOf, query.knownOn()).forEach(s -> after.put(BoardPage.key(s), s));
        List<DomContent> rows = new ArrayList<>();
        for (State s : copy.states(asOf, query.knownOn())) {
            State other = after.get(BoardPage.key(s));
            String was = Say.value(s);
            String will = other == null ? "unknown" : Say.value(other);
            if (!was.equals(will)) {
                rows.add(tr(
                        th(s.subject().name() + ", " + Say.lower(s.attribute())).attr("scope", "row"),
                        td(BoardPage.mark(was) + " " + was),
                        td(BoardPage.mark(will) + " " + will)));
            }
        }
        return rows.isEmpty()
                ? p("Rejecting it would change nothing on the board of " + Say.day(asOf) + ".")
                        .withClass("codes")
                : ListPages.grid(
                        "What rejecting the event would change on the board of " + Say.day(asOf),
                        List.of("what", "now", "then"),
                        rows);
    }

    private DomContent log(boolean writable) {
        List<Entry> log = copy.log;
        Set<String> standing = new HashSet<>();
        new Decisions(log).standing().forEach(e -> standing.add(e.id()));
        List<DomContent> rows = new ArrayList<>();
        for (int i = log.size() - 1; i >= Math.max(0, log.size() - MOST_LOGGED); i--) {
            Entry e = log.get(i);
            boolean canUndo = writable && standing.contains(e.id());
            rows.add(tr(
                    th(e.at()).attr("scope", "row"),
                    td(e.by()).attr("dir", "auto"),
                    td(e.kind() + (e.field() == null ? "" : " " + e.field() + " = " + e.value())),
                    td(e.target()),
                    td(e.why() == null ? "" : e.why()).attr("dir", "auto"),
                    td(
                            canUndo
                                    ? form(
                                                    seal,
                                                    hidden("target", e.id()),
                                                    hidden("kind", "undo"),
                                                    hidden("next", ""),
                                                    hidden("by", author.isEmpty() ? e.by() : author),
                                                    hidden("dyad", String.join("--", query.parties())),
                                                    button("Undo")
                                                            .attr(
                                                                    "aria-label",
                                                                    "Undo " + e.kind() + " of " + e.target())
                                                            .attr("data-undo"))
                                            .withMethod("post")
                                            .withAction("/review")
                                    : text(e.kind().equals("undo") || !writable ? "" : "undone"))));
        }
        return section(
                h2("Decisions"),
                rows.isEmpty()
                        ? p("None yet.")
                        : ListPages.grid(
                                "The log, newest first" + (log.size() > MOST_LOGGED ? "; the last " + MOST_LOGGED : ""),
                                List.of("when", "who", "what", "about", "why", "undo"),
                                rows));
    }
}
