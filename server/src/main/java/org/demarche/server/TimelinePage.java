package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.Dossier;
import org.demarche.model.Answer;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.jspecify.annotations.Nullable;

/** The timeline: a strip to look at, and the complete list. */
final class TimelinePage {
    private final Dossier dossier;
    private final Query query;
    private final Cites cites;
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, List<Answer>> answers = new HashMap<>();
    private final Map<String, Event> events = new HashMap<>();
    private final Set<String> disputed;

    TimelinePage(Dossier dossier, Query query) {
        this.dossier = dossier;
        this.query = query;
        this.cites = new Cites(dossier.byId(), query);
        dossier.claims().forEach(c -> claims.put(c.id(), c));
        dossier.events().forEach(e -> events.put(e.id(), e));
        dossier.answers()
                .forEach(a -> answers.computeIfAbsent(a.response(), k -> new ArrayList<>())
                        .add(a));
        this.disputed =
                dossier.disagreements().stream().map(Disagreement::about).collect(Collectors.toSet());
    }

    DomContent content() {
        Dossier wanted = query.selection().of(dossier);
        if (wanted.events().isEmpty()) {
            return Frame.empty(
                    dossier.events().isEmpty()
                            ? Say.count(dossier.documents().size(), "report")
                                    + ", no events: they hold no act that could be coded. The page Sources says what was read."
                            : "No event of this relation or time. Choose \"all relations\" above, or another date.");
        }
        Map<String, List<Event>> days = new LinkedHashMap<>();
        List<Event> background = new ArrayList<>();
        LocalDate recent = wanted.lastDay().minusYears(1);
        for (Event event : wanted.events()) {
            LocalDate last = last(event);
            if (last != null && last.isBefore(recent)) {
                background.add(event);
            } else {
                days.computeIfAbsent(Say.when(event.date()), k -> new ArrayList<>())
                        .add(event);
            }
        }
        List<DomContent> out = new ArrayList<>();
        out.add(p(Say.count(wanted.events().size(), "event") + " from "
                        + Say.count(dossier.documents().size(), "report") + ".")
                .withClass("lead"));
        out.add(rawHtml(new Strip(wanted.events(), query).svg()));
        if (!background.isEmpty()) {
            out.add(details(
                            summary(Say.count(background.size(), "background event") + " before " + Say.day(recent)),
                            ol(background.stream().map(e -> item(e, true)).toArray(DomContent[]::new))
                                    .withClass("events"))
                    .withClass("background"));
        }
        days.forEach((day, list) -> out.add(section(
                h2(day),
                ol(list.stream().map(e -> item(e, false)).toArray(DomContent[]::new))
                        .withClass("events"))));
        return div(out.toArray(DomContent[]::new)).withClass("timeline");
    }

    private static @Nullable LocalDate last(Event event) {
        var end = event.date().end();
        return end == null ? null : end.last().orElse(null);
    }

    private DomContent item(Event event, boolean dated) {
        List<DomContent> head = new ArrayList<>();
        if (dated) {
            head.add(span(Say.when(event.date())).withClass("since"));
        }
        head.add(span(Say.sides(event)).withClass("sides"));
        head.add(span(Say.act(event.act().code())).withClass("act"));
        if (event.act().type() != null) {
            head.add(span(event.act().type()
                            + (event.act().mode() == null
                                    ? ""
                                    : " " + event.act().mode()))
                    .withClass("chip quad" + event.act().quad()));
        }
        if (event.factuality() != Factuality.ASSERTED) {
            head.add(span(Say.lower(event.factuality())).withClass("factuality"));
        }
        if (event.effective() != null && event.effective().isKnown()) {
            head.add(span("in force " + Say.when(event.effective())).withClass("pending"));
        }
        head.add(span(Say.count(event.sources(), "source")).withClass("count"));
        if (disputed.contains(event.id())) {
            head.add(span("! disputed").withClass("flag"));
        }
        List<DomContent> body = new ArrayList<>();
        List<Citation> quotes = new ArrayList<>();
        for (String id : event.claims()) {
            Claim claim = claims.get(id);
            if (claim != null) {
                quotes.add(claim.sentence());
            }
        }
        body.add(cites.list(quotes.stream().distinct().sorted().toList()));
        event.readings().forEach((field, value) -> {
            if (value.isDisputed()) {
                body.add(p(
                                strong(field + ": "),
                                span(value.readings().stream()
                                        .map(r ->
                                                r.value() + " (" + r.citations().size() + ")")
                                        .collect(Collectors.joining(" | "))))
                        .withClass("readings"));
            }
        });
        for (Answer answer : answers.getOrDefault(event.id(), List.of())) {
            Event stimulus = events.get(answer.stimulus());
            if (stimulus != null) {
                body.add(p(
                        span("Answers: "),
                        a(Say.sides(stimulus) + ", " + Say.act(stimulus.act().code()) + ", "
                                        + Say.when(stimulus.date()))
                                .withHref("#" + stimulus.id())));
            }
        }
        body.add(p(
                        span(event.id()).withClass("id"),
                        span(" CAMEO " + event.act().cameo() + ", Goldstein "
                                + event.act().goldstein()))
                .withClass("codes"));
        return li(details(
                                summary(head.toArray(DomContent[]::new)),
                                div(body.toArray(DomContent[]::new)).withClass("drawer"))
                        .withClass("row"))
                .withId(event.id());
    }
}
