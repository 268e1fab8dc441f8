package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.demarche.model.Claim;
import org.demarche.model.Event;

/**
 * One verdict on many events: those of the queue that a filter leaves, looked at first and counted. A rejection asks for the count to be
 * typed; if the list has changed meanwhile, nothing is written.
 */
final class ReviewBulk {
    private static final String PATH = "/review";
    private static final int MOST_SHOWN = 100;

    private final Shelf shelf;
    private final Desk desk;
    private final Shelf.Copy copy;
    private final Query query;
    private final Cites cites;
    private final Facets<Event> facets;
    private final List<Event> events;

    ReviewBulk(Shelf shelf, Desk desk, Shelf.Copy copy, Query query) {
        this.shelf = shelf;
        this.desk = desk;
        this.copy = copy;
        this.query = query;
        this.cites = new Cites(copy, query);
        EventFilter filter = new EventFilter(copy, query);
        this.facets = new Facets<Event>(query)
                .with("rule", "Rule", ofClaims(Claim::rule))
                .with("act", "Act", e -> List.of(e.act().code()), Say::act)
                .with("type", "Type", e -> List.of(EventFilter.type(e)))
                .with("actor", "Actor", EventFilter::principals, copy.names::of)
                .with("factuality", "Factuality", e -> List.of(Say.lower(e.factuality())))
                .with("outlet", "Outlet", filter::outlets)
                .with("disputed", "Told differently", e -> List.of(filter.isDisputed(e) ? "yes" : "no"));
        this.events = facets.of(
                new ReviewQueue(copy, query.selection().of(copy.dossier).events()).open());
    }

    private Function<Event, List<String>> ofClaims(Function<Claim, String> property) {
        return e ->
                copy.claims(e).stream().map(property).filter(Objects::nonNull).toList();
    }

    /** The claims that a verdict would be about. */
    private List<String> claims() {
        return events.stream().flatMap(e -> e.claims().stream()).distinct().toList();
    }

    DomContent content(LocalDate asOf, DomContent seal, String author, boolean writable) {
        List<String> claims = claims();
        List<DomContent> out = new ArrayList<>();
        out.add(h2("One verdict on many"));
        out.add(p(
                        span(Say.count(events.size(), "undecided event") + " with " + Say.count(claims.size(), "claim")
                                + ". "),
                        a("Back to one at a time").withHref(query.link(PATH)))
                .withClass("lead"));
        out.add(facets.choices(PATH));
        if (events.isEmpty()) {
            out.add(Frame.empty("No undecided event is left by this filter."));
            return div(out.toArray(DomContent[]::new)).withClass("bulk");
        }
        if (writable && claims.size() <= Desk.MOST_IDS && !claims.isEmpty()) {
            out.add(preview(claims, asOf));
            out.add(decision(claims.size(), seal, author));
        } else if (writable) {
            out.add(p("At most " + Desk.MOST_IDS + " claims are decided in one go: narrow the list.")
                    .withClass("flag"));
        }
        out.add(section(ol(each(events.subList(0, Math.min(MOST_SHOWN, events.size())), this::line))
                .withClass("plain")));
        if (events.size() > MOST_SHOWN) {
            out.add(p("The first " + MOST_SHOWN + " of " + events.size() + "; a verdict is about all of them.")
                    .withClass("codes"));
        }
        return div(out.toArray(DomContent[]::new)).withClass("bulk");
    }

    private DomContent line(Event event) {
        List<Claim> told = copy.claims(event);
        return li(
                a(copy.names.line(event)).withHref(query.link(PATH, "item", event.id())),
                text(" " + Say.lower(event.factuality()) + ", "
                        + Say.count(event.claims().size(), "claim")),
                told.isEmpty() ? text("") : cites.quote(told.get(0).trigger()));
    }

    private DomContent preview(List<String> claims, LocalDate asOf) {
        Desk.Wish wish = new Desk.Wish("reject", "", null, null, "preview", null);
        return new Foresight(copy, query, "a rejection", PATH, "")
                .of(() -> new Flips(shelf, copy, asOf, query.knownOn())
                        .table("Rejecting them", desk.previewAll(claims, wish)));
    }

    private DomContent decision(int count, DomContent seal, String author) {
        return form(
                        seal,
                        ReviewPage.hidden("expected", String.valueOf(count)),
                        ReviewPage.name(author),
                        label(span("Reason or comment"), input().withName("why").attr("maxlength", "500")),
                        label(
                                span("To reject, type how many claims: " + count),
                                input().withName("typed")
                                        .attr("inputmode", "numeric")
                                        .attr("maxlength", "6")
                                        .attr("autocomplete", "off")
                                        .attr("size", "6")),
                        div(
                                        button("Accept all").withName("kind").withValue("accept"),
                                        button("Reject all").withName("kind").withValue("reject"),
                                        button("Unsure, later").withName("kind").withValue("unsure"))
                                .withClass("buttons"))
                .withMethod("post")
                .withAction(query.same(PATH + "/bulk"))
                .withClass("decide");
    }

    /**
     * Writes what the form asks for.
     *
     * @throws IllegalArgumentException if the list is not the one that was shown, or the count was not typed
     */
    void take(Context form) {
        List<String> claims = claims();
        String count = String.valueOf(claims.size());
        if (!count.equals(form.formParam("expected"))) {
            throw new IllegalArgumentException("DEM-617 the list has " + count
                    + " claims now, not those that were shown; nothing was decided. Go back and look again");
        }
        String typed = form.formParam("typed");
        if ("reject".equals(form.formParam("kind")) && !count.equals(typed == null ? "" : typed.strip())) {
            throw new IllegalArgumentException(
                    "DEM-617 to reject " + count + " claims, type " + count + "; nothing was decided");
        }
        desk.takeAll(claims, Desk.Wish.of(form));
    }
}
