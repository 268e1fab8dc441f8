package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Event;
import org.demarche.store.Correction;
import org.demarche.view.ReadingWords;
import org.jspecify.annotations.Nullable;

/** One thing to decide at a time: what it is, who says so, what a rejection would change; and the log with its undo. */
final class ReviewPage {

    private final Shelf shelf;
    private final Desk desk;
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
    ReviewPage(Shelf shelf, Desk desk, Shelf.Copy copy, Query query, DomContent seal, String author) {
        this.shelf = shelf;
        this.desk = desk;
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

    /**
     * The page.
     *
     * @param leaving claims that are to be split out of the event, if that is asked for
     */
    DomContent content(LocalDate asOf, boolean writable, List<String> leaving) {
        if (copy.documents.isEmpty()) {
            return ListPages.nothingRead();
        }
        ReviewQueue queue =
                new ReviewQueue(copy, query.selection().of(copy.dossier).events());
        List<DomContent> out = new ArrayList<>();
        out.add(p(
                        span(
                                Say.count(queue.open().size(), "event") + " to decide, " + queue.decided()
                                        + " decided. Nothing is overwritten: a decision stands beside what the reports say, and each can be undone. "),
                        a("Decide many at once").withHref(query.link("/review", "bulk", "on")))
                .withClass("lead"));
        if (!writable) {
            out.add(Frame.empty("This ledger is served for reading only; `demarche decide` takes decisions."));
        }
        if (query.filter("bulk") != null) {
            out.add(new ReviewBulk(shelf, desk, copy, query).content(asOf, seal, author, writable));
            out.add(new ReviewLog(copy, query, seal, author).content(writable));
            return div(out.toArray(DomContent[]::new)).withClass("review");
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
            out.add(item(chosen.get(), asOf, writable, next(queue, chosen.get()), leaving));
        }
        out.add(new ReviewLog(copy, query, seal, author).content(writable));
        out.add(new ReviewMeasures(copy, query).content());
        return div(out.toArray(DomContent[]::new)).withClass("review");
    }

    private Optional<Event> chosen(ReviewQueue queue) {
        String item = query.filter("item");
        if (item == null) {
            return queue.open().stream().findFirst();
        }
        String moved = copy.event(item) == null ? copy.moved(item) : null;
        Event ofClaim = moved == null ? eventOf.get(item) : copy.event(moved);
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

    private DomContent item(Event event, LocalDate asOf, boolean writable, @Nullable Event next, List<String> leaving) {
        List<DomContent> out = new ArrayList<>();
        out.add(h2(copy.names.line(event)));
        out.add(p(
                Frame.kind(event.act()),
                text(" " + Say.lower(event.factuality()) + ", "
                        + Say.count(event.claims().size(), "claim") + " in "
                        + Say.count(event.documents().size(), "report") + " "),
                a("on the timeline").withHref(query.event(event.id())),
                text(" "),
                next == null ? text("") : a("skip to the next").withHref(query.link("/review", "item", next.id()))));
        for (Disagreement d : copy.dossier.disagreements()) {
            if (d.about().equals(event.id())) {
                out.add(p("! " + d.field() + ": "
                                + String.join(
                                        " | ",
                                        d.readings().stream()
                                                .map(Disagreement.Reading::value)
                                                .distinct()
                                                .map(v -> ReadingWords.of(d, v, copy.names::of))
                                                .toList()))
                        .withClass("flag"));
            }
        }
        List<String> ids = copy.claims(event).stream().map(Claim::id).toList();
        out.add(div(
                        ol(each(ids, id -> claim(claims.get(id), event, writable, next, leaving)))
                                .withClass("cards"),
                        panel(event, asOf, writable, next, leaving))
                .withClass("deciding"));
        return section(out.toArray(DomContent[]::new)).withClass("item");
    }

    /** What can be decided about the event, beside its claims: or, once a merge or split is chosen, what it would change. */
    private DomContent panel(
            Event event, LocalDate asOf, boolean writable, @Nullable Event next, List<String> leaving) {
        String other = query.filter("merge");
        if (writable && other != null) {
            return confirm(event, asOf, "merge", List.of(other));
        }
        if (writable && !leaving.isEmpty()) {
            return confirm(event, asOf, "split", leaving);
        }
        List<DomContent> out = new ArrayList<>();
        if (writable) {
            out.add(h3("The whole event"));
            out.add(verdicts(event.id(), next));
        }
        out.add(rejection(event, asOf));
        if (writable) {
            out.add(merging(event));
            if (event.claims().size() > 1) {
                out.add(form(
                                h3("Several events in one?"),
                                hidden("item", event.id()),
                                hidden("dyad", String.join("--", query.parties())),
                                p("Tick the claims that tell of another event.").withClass("codes"),
                                button("Show what a split changes").withType("submit"))
                        .withMethod("get")
                        .withAction("/review")
                        .withId("split")
                        .withClass("regroup"));
            }
        }
        return div(out.toArray(DomContent[]::new)).withClass("panel");
    }

    /** Other events that may be the same, to choose one. */
    private DomContent merging(Event event) {
        List<Event> alike = new Likeness(query.selection().of(copy.dossier).events()).of(event);
        if (event.claims().isEmpty() || alike.isEmpty()) {
            return text("");
        }
        return form(
                        hidden("item", event.id()),
                        hidden("dyad", String.join("--", query.parties())),
                        fieldset(
                                legend("The same as another?"),
                                each(
                                        alike,
                                        e -> label(
                                                input().withType("radio")
                                                        .withName("merge")
                                                        .withValue(e.id())
                                                        .attr("required"),
                                                span(copy.names.line(e))))),
                        button("Show what a merge changes").withType("submit"))
                .withMethod("get")
                .withAction("/review")
                .withId("merge")
                .withClass("regroup");
    }

    /** The last look before events are put together or taken apart. */
    private DomContent confirm(Event event, LocalDate asOf, String kind, List<String> others) {
        boolean isMerge = kind.equals("merge");
        Event other = isMerge
                ? copy.dossier.events().stream()
                        .filter(e -> e.id().equals(others.get(0)))
                        .findFirst()
                        .orElse(null)
                : null;
        List<DomContent> out = new ArrayList<>();
        out.add(h3(isMerge ? "Make these one event?" : "Split these claims out?"));
        if (other != null) {
            out.add(p(copy.names.line(other)).withClass("reading"));
            out.add(cites.list(copy.claims(other).stream()
                    .map(Claim::sentence)
                    .distinct()
                    .sorted()
                    .toList()));
        } else {
            out.add(p(Say.count(others.size(), "claim") + " of "
                            + event.claims().size() + " would be another event.")
                    .withClass("reading"));
        }
        Desk.Wish wish = new Desk.Wish(kind, event.id(), null, String.join(" ", others), "preview", null);
        String leaving = isMerge ? "" : others.stream().map(c -> "&split=" + c).collect(Collectors.joining());
        out.add(new Foresight(copy, query, isMerge ? "the merge" : "the split", "/review", leaving)
                .of(() -> new Flips(shelf, copy, asOf, query.knownOn())
                        .table(isMerge ? "The merge" : "The split", desk.preview(wish))));
        out.add(form(
                        seal,
                        hidden("target", event.id()),
                        hidden("value", String.join(" ", others)),
                        hidden(
                                "next",
                                event.claims().isEmpty() ? "" : event.claims().get(0)),
                        hidden("dyad", String.join("--", query.parties())),
                        by(),
                        label(span("Reason or comment"), input().withName("why").attr("maxlength", "500")),
                        div(
                                        button(isMerge ? "Merge" : "Split")
                                                .withName("kind")
                                                .withValue(kind)
                                                .attr("data-key", "y"),
                                        a("Leave it as it is").withHref(query.link("/review", "item", event.id())))
                                .withClass("buttons"))
                .withMethod("post")
                .withAction("/review")
                .withClass("decide"));
        return div(out.toArray(DomContent[]::new)).withClass("panel confirm");
    }

    private DomContent claim(
            @Nullable Claim claim, Event event, boolean writable, @Nullable Event next, List<String> leaving) {
        if (claim == null) {
            return text("");
        }
        List<DomContent> out = new ArrayList<>();
        out.add(cites.quote(claim.sentence()));
        if (writable && event.claims().size() > 1) {
            out.add(label(
                            input().withType("checkbox")
                                    .withName("split")
                                    .withValue(claim.id())
                                    .attr("form", "split")
                                    .condAttr(leaving.contains(claim.id()), "checked", "checked"),
                            span("another event"))
                    .withClass("tick"));
        }
        out.add(p("\u201C" + Cites.shortened(claim.trigger().quote()) + "\u201D: "
                + copy.names.sides(claim) + ", "
                + copy.names.act(claim) + "; " + Say.when(claim.date())
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
                                select(each(
                                                Correction.FIELDS,
                                                f -> option(Say.field(f)).withValue(f)))
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
        return name(author);
    }

    /** The field that asks who decides. */
    static DomContent name(String author) {
        return label(
                span("Your name"),
                input().withName("by")
                        .withValue(author)
                        .attr("required")
                        .attr("maxlength", "100")
                        .attr("autocomplete", "name"));
    }

    static DomContent hidden(String name, String value) {
        return input().withType("hidden").withName(name).withValue(value);
    }

    /** Which values of the board a rejection of the event would change. */
    private DomContent rejection(Event event, LocalDate asOf) {
        Desk.Wish wish = new Desk.Wish("reject", event.id(), null, null, "preview", null);
        return new Foresight(copy, query, "a rejection", "/review", "")
                .of(() -> new Flips(shelf, copy, asOf, query.knownOn()).table("Rejecting it", desk.preview(wish)));
    }
}
