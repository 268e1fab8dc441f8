package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demarche.model.Answer;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** The timeline: a strip to look at, and the complete list. */
final class TimelinePage {
    static final int PAGE = 200;
    private static final int MOST_BACKGROUND = 60;

    /** So many rows are drawn only when they come into sight. */
    private static final int MANY = 100;

    private static final String PATH = "/timeline";

    private final Shelf.Copy copy;
    private final Query query;
    private final Cites cites;
    private final EventFilter filter;
    private final Map<String, List<Answer>> answers = new HashMap<>();
    private final Map<String, Event> events = new HashMap<>();

    TimelinePage(Shelf.Copy copy, Query query) {
        this.copy = copy;
        this.query = query;
        this.cites = new Cites(copy, query);
        this.filter = new EventFilter(copy, query);
        copy.dossier.events().forEach(e -> events.put(e.id(), e));
        for (Answer answer : copy.dossier.answers()) {
            answers.computeIfAbsent(answer.response(), k -> new ArrayList<>()).add(answer);
            answers.computeIfAbsent(answer.stimulus(), k -> new ArrayList<>()).add(answer);
        }
    }

    DomContent content() {
        List<Event> ofParties = query.selection().of(copy.dossier).events();
        List<Event> wanted = filter.of(ofParties);
        if (copy.dossier.events().isEmpty()) {
            return copy.documents.isEmpty()
                    ? ListPages.nothingRead()
                    : Frame.empty(
                            Say.count(copy.documents.size(), "report")
                                    + ", no events: they hold no act that could be coded." + languages(),
                            p(a("What was read").withHref(query.link("/sources"))));
        }
        List<DomContent> out = new ArrayList<>();
        out.add(p(
                        span(Say.count(wanted.size(), "event")
                                + (wanted.size() == ofParties.size() ? "" : " of " + ofParties.size()) + " from "
                                + Say.count(copy.documents.size(), "report") + ". "),
                        a("CSV").withHref(query.link("/api/v1/events", "format", "csv")),
                        span(" \u00B7 "),
                        a("Atom").withHref(query.same("/feed.atom")))
                .withClass("lead"));
        out.add(filter.bar(PATH, ofParties));
        if (wanted.isEmpty()) {
            out.add(Frame.empty(
                    "No event is left by this relation, time and filter.",
                    p(a("All events of all relations").withHref(PATH))));
            return div(out.toArray(DomContent[]::new)).withClass("timeline");
        }
        boolean arcs = !"off".equals(query.filter("arcs"));
        Strip strip = new Strip(copy, query, wanted);
        String drawing = strip.svg(arcs);
        if (!drawing.isEmpty()) {
            out.add(div(rawHtml(drawing))
                    .withClass("wide")
                    .attr("tabindex", "0")
                    .attr("role", "region")
                    .attr("aria-label", "The strip"));
        }
        strip.range().map(r -> new Zoom(query, r).links()).ifPresent(out::add);
        out.add(p(
                        strip.before() > 0
                                ? span(strip.before() + " before the days that the strip shows. ")
                                : text(""),
                        span(
                                "Above a line: co-operation; below: conflict. Filled: the day is told; open with a bar: between two days; with a dashed tail: by or after the day; square: how things stand, no act. Larger: more sources. "),
                        a(arcs ? "Hide the arcs from act to answer" : "Show arcs from act to answer")
                                .withHref(query.same(PATH, "arcs", arcs ? "off" : null)))
                .withClass("legend"));
        list(wanted, out);
        return div(out.toArray(DomContent[]::new)).withClass("timeline");
    }

    /** Which reports are in languages that are not covered, if any are. */
    private String languages() {
        Map<String, Integer> others = new TreeMap<>();
        for (Document document : copy.dossier.documents()) {
            if (!document.language().equals("en") && !document.language().equals("und")) {
                others.merge(document.language(), 1, Integer::sum);
            }
        }
        int all = others.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0
                ? ""
                : " " + all + (all == 1 ? " is" : " are") + " not in English ("
                        + others.entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue())
                                .collect(Collectors.joining(", "))
                        + "): not covered yet.";
    }

    private void list(List<Event> wanted, List<DomContent> out) {
        LocalDate recent = copy.dossier.lastDay().minusYears(1);
        List<Event> background = new ArrayList<>();
        List<Event> dated = new ArrayList<>();
        List<Event> undated = new ArrayList<>();
        for (Event event : wanted) {
            LocalDate last = Shelf.last(event.date());
            if (!event.date().isKnown() || Shelf.last(event.date()) == null) {
                undated.add(event);
            } else if (query.since() == null && last != null && last.isBefore(recent)) {
                background.add(event);
            } else {
                dated.add(event);
            }
        }
        dated.sort(Comparator.comparing(TimelinePage::order).thenComparing(Event::id));
        background.sort(Comparator.comparing(TimelinePage::order).thenComparing(Event::id));
        int from = Math.max(0, Math.min(begin(dated), Math.max(0, dated.size() - 1)));
        int to = Math.min(dated.size(), from + PAGE);
        if (from == 0 && !background.isEmpty()) {
            out.add(details(
                            summary(Say.count(background.size(), "background event") + " before " + Say.day(recent)),
                            ol(each(
                                            background.subList(
                                                    Math.max(0, background.size() - MOST_BACKGROUND),
                                                    background.size()),
                                            e -> item(e, true)))
                                    .withClass("events"),
                            background.size() > MOST_BACKGROUND ? unfold(background) : span())
                    .withClass("folded background"));
        }
        Map<String, List<Event>> days = new LinkedHashMap<>();
        for (Event event : dated.subList(from, to)) {
            days.computeIfAbsent(Say.when(event.date()), k -> new ArrayList<>()).add(event);
        }
        String kind = to - from > MANY ? "events many" : "events";
        days.forEach((day, list) -> out.add(section(
                h2(day), ol(each(packed(list), e -> item(e, false))).withClass(kind))));
        if (to == dated.size() && !undated.isEmpty()) {
            out.add(section(
                    h2("Date unknown"),
                    ol(each(undated.subList(0, Math.min(PAGE, undated.size())), e -> item(e, false)))
                            .withClass("events")));
        }
        if (from > 0 || to < dated.size()) {
            List<DomContent> links = new ArrayList<>();
            if (from > 0) {
                links.add(a("\u2039 earlier")
                        .withHref(query.same(
                                PATH, "from", from <= PAGE ? null : String.valueOf(Math.max(0, from - PAGE)))));
            }
            links.add(span((from + 1) + "\u2013" + to + " of " + dated.size()));
            if (to < dated.size()) {
                links.add(a("later \u203A").withHref(query.same(PATH, "from", String.valueOf(to))));
            }
            out.add(Frame.chips("Pages of the list", links));
        }
    }

    /** The events of a day, the parts of a package right after it. */
    private static List<Event> packed(List<Event> day) {
        Map<String, List<Event>> parts = new HashMap<>();
        Set<String> here = new HashSet<>();
        day.forEach(e -> here.add(e.id()));
        for (Event event : day) {
            String parent = event.parent();
            if (parent != null && here.contains(parent)) {
                parts.computeIfAbsent(parent, k -> new ArrayList<>()).add(event);
            }
        }
        List<Event> out = new ArrayList<>();
        for (Event event : day) {
            String parent = event.parent();
            if (parent == null || !here.contains(parent)) {
                out.add(event);
                out.addAll(parts.getOrDefault(event.id(), List.of()));
            }
        }
        return out;
    }

    /** The way to all of the background, as pages of the list. */
    private DomContent unfold(List<Event> background) {
        LocalDate first = background.stream()
                .map(TimelinePage::order)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        return p(
                        span("The last " + MOST_BACKGROUND + ". "),
                        a("All " + background.size() + " in the list")
                                .withHref(query.same(PATH, "since", first.toString(), "from", null)))
                .withClass("legend");
    }

    /** Where the page of the list begins: as the address says, or so that an event it asks for is on it. */
    private int begin(List<Event> dated) {
        String wanted = query.filter("event");
        if (wanted != null) {
            for (int i = 0; i < dated.size(); i++) {
                if (dated.get(i).id().equals(wanted)) {
                    return i - i % PAGE;
                }
            }
        }
        return query.number("from", 0);
    }

    private static LocalDate order(Event event) {
        LocalDate day = Shelf.first(event.date());
        return day == null ? LocalDate.MAX : day;
    }

    /** A row of the list: the act in a line, its sentences behind it. */
    DomContent item(Event event, boolean withDate) {
        List<DomContent> head = new ArrayList<>();
        if (withDate) {
            head.add(span(Say.when(event.date())).withClass("since"));
        }
        head.add(span(copy.names.sides(event)).withClass("sides"));
        head.add(span(copy.names.act(event) + amount(event)).withClass("act"));
        head.add(Frame.kind(event.act()));
        head.add(span(Say.count(event.sources(), "source")).withClass("count"));
        List<DomContent> flags = new ArrayList<>();
        if (event.claims().isEmpty()) {
            flags.add(span("several acts in one").withClass("factuality"));
        }
        if (event.factuality() != Factuality.ASSERTED) {
            flags.add(span(Say.lower(event.factuality())).withClass("factuality"));
        }
        List<Claim> told = copy.claims(event);
        if (!told.isEmpty() && told.stream().allMatch(Claim::isProposed)) {
            flags.add(span("proposed by the model").withClass("factuality"));
        }
        When effective = event.effective();
        if (effective != null && effective.isKnown()) {
            flags.add(span("in force " + Say.when(effective)).withClass("pending"));
        }
        if (filter.isDisputed(event)) {
            flags.add(span("! told differently").withClass("flag"));
        }
        head.add(span(each(flags, f -> f)).withClass("flags"));
        return li(details(summary(head.toArray(DomContent[]::new)), drawer(event))
                        .withClass("row event"))
                .withId(event.id())
                .withClass(event.parent() == null ? "" : "part");
    }

    private static String amount(Event event) {
        return event.quantities().isEmpty()
                ? ""
                : " (" + event.quantities().get(0).citation().quote().replaceAll("\\s+", " ") + ")";
    }

    DomContent drawer(Event event) {
        List<DomContent> body = new ArrayList<>();
        List<Citation> quotes = new ArrayList<>();
        copy.claims(event).forEach(c -> quotes.add(c.sentence()));
        if (event.claims().isEmpty()) {
            body.add(p("A package of several acts; these sentences tell of its parts.")
                    .withClass("readings"));
        }
        body.add(cites.list(quotes.stream().distinct().sorted().toList()));
        body.add(p(strong("When: "), span(when(event))).withClass("readings"));
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
            boolean isResponse = answer.response().equals(event.id());
            Event other = events.get(isResponse ? answer.stimulus() : answer.response());
            if (other != null) {
                body.add(p(
                        span(isResponse ? "Answers: " : "Answered by: "),
                        a(copy.names.line(other)).withHref("#" + other.id())));
            }
        }
        body.add(p(
                        span(event.id()).withClass("id"),
                        span((event.act().cameo() == null
                                        ? ""
                                        : " CAMEO " + event.act().cameo())
                                + (event.act().goldstein() == null
                                        ? ""
                                        : ", Goldstein " + event.act().goldstein()) + ", "
                                + Say.lower(event.factuality()) + " "),
                        a("review").withHref(query.link("/review", "item", event.id())),
                        span(" \u00B7 "),
                        a("JSON").withHref("/api/v1/events/" + event.id()))
                .withClass("codes"));
        return div(body.toArray(DomContent[]::new)).withClass("drawer");
    }

    /** The date with the words it rests on: "by the end of the month" to 1 Nov 2021. */
    private String when(Event event) {
        When date = event.date();
        StringBuilder out = new StringBuilder(Say.when(date)).append(" (").append(Say.lower(date.basis()));
        @Nullable Citation words = date.citation();
        if (words != null) {
            out.append(", \u201C")
                    .append(Cites.shortened(words.quote()))
                    .append("\u201D, ")
                    .append(cites.source(words.document()));
        }
        return out.append(")").toString();
    }
}
