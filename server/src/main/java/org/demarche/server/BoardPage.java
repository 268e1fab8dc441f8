package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.time;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Document;
import org.demarche.model.State;
import org.demarche.model.Subject.Kind;
import org.jspecify.annotations.Nullable;

/** The status board: what is open, suspended, closed on a day, why, and who says so. */
final class BoardPage {
    private static final String PATH = "/board";
    private static final int MOST_ROWS = 60;
    private static final int MOST_ALIASES = 5;
    private static final Map<String, Set<Kind>> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("Missions and offices", EnumSet.of(Kind.MISSION, Kind.OFFICE));
        SECTIONS.put("Relations", EnumSet.of(Kind.RELATIONS, Kind.MEMBERSHIP));
        SECTIONS.put("Bodies", EnumSet.of(Kind.BODY));
        SECTIONS.put("Agreements and programmes", EnumSet.of(Kind.AGREEMENT, Kind.PROGRAMME));
        SECTIONS.put("Channels", EnumSet.of(Kind.CHANNEL));
        SECTIONS.put("Posts and staff", EnumSet.of(Kind.POST, Kind.STAFF));
    }

    /** How a value on one day stands to that of another. */
    private enum Step {
        CHANGED("Changed"),
        NEW("Newly known"),
        GONE("No longer known"),
        SAME("the same on both days");

        private final String title;

        Step(String title) {
            this.title = title;
        }
    }

    private final Shelf.Copy copy;
    private final Query query;
    private final Cites cites;

    BoardPage(Shelf.Copy copy, Query query) {
        this.copy = copy;
        this.query = query;
        this.cites = new Cites(copy, query);
    }

    DomContent content(LocalDate asOf) {
        List<State> wanted = wanted(copy.states(asOf, query.knownOn()));
        if (wanted.isEmpty()) {
            return nothing();
        }
        List<State> known = wanted.stream().filter(s -> !isUnknown(s)).toList();
        List<DomContent> out = new ArrayList<>();
        out.add(lead(asOf, known));
        LocalDate compare = query.compare();
        if (compare != null) {
            difference(compare, wanted, out);
        } else {
            SECTIONS.forEach((name, kinds) -> {
                List<State> here = sorted(known.stream()
                        .filter(s -> kinds.contains(s.subject().kind()))
                        .toList());
                if (!here.isEmpty() && (query.filter("kind") == null || name.equals(query.filter("kind")))) {
                    out.add(section(h2(name), rows(page(here), null), pages(name, here.size())));
                }
            });
        }
        if (known.isEmpty()) {
            out.add(before(asOf));
        }
        if (query.knownOn() != null) {
            notYetKnown(asOf, known, out);
        }
        if (known.size() < wanted.size() && compare == null) {
            out.add(details(
                            summary((wanted.size() - known.size()) + " more of which nothing is known on this day"),
                            some(wanted.stream().filter(BoardPage::isUnknown).toList(), null))
                    .withClass("folded"));
        }
        return div(out.toArray(DomContent[]::new)).withClass("board");
    }

    private List<State> wanted(List<State> states) {
        return states.stream().filter(query.selection()::has).toList();
    }

    private DomContent nothing() {
        return copy.documents.isEmpty()
                ? ListPages.nothingRead()
                : Frame.empty(
                        "No state of these parties is known from "
                                + Say.count(copy.documents.size(), "report")
                                + ": they tell of nothing of theirs that can be open, suspended or closed.",
                        p(a("All relations").withHref(query.link("/board", "dyad", null))));
    }

    private DomContent lead(LocalDate asOf, List<State> known) {
        long disputed = known.stream().filter(State::disputed).count();
        return p(
                        span("As of "),
                        time(Say.day(asOf)).attr("datetime", asOf.toString()),
                        span(
                                query.knownOn() == null
                                        ? ", from all " + Say.count(copy.documents.size(), "report")
                                        : ", from what was published by " + Say.day(query.knownOn())),
                        span(": " + Say.count(known.size(), "value") + " known"
                                + (disputed == 0 ? ". " : ", of which " + disputed + " told differently. ")),
                        a("Brief").withHref(query.link("/brief")),
                        span(" \u00B7 "),
                        a("CSV").withHref(query.link("/api/v1/states", "format", "csv")))
                .withClass("lead");
    }

    /** A day before anything is known: says so, and leads to the first day that is. */
    private DomContent before(LocalDate asOf) {
        LocalDate first = copy.turns().higher(asOf);
        return first == null
                ? Frame.empty("Nothing of these parties is known for this day.")
                : Frame.empty(
                        "Before " + Say.day(first) + " these reports tell of no state: unknown, not open.",
                        p(a("Go to " + Say.day(first)).withHref(query.link("/board", "as_of", first.toString()))));
    }

    /** What is known today of this day but was not yet published by then. */
    private void notYetKnown(LocalDate asOf, List<State> known, List<DomContent> out) {
        Map<String, String> then = new LinkedHashMap<>();
        known.forEach(s -> then.put(key(s), Say.value(s)));
        List<State> later = wanted(copy.states(asOf, null)).stream()
                .filter(s -> !isUnknown(s) && !Say.value(s).equals(then.get(key(s))))
                .toList();
        if (!later.isEmpty()) {
            out.add(details(
                            summary("Not known yet by then, or told otherwise since: " + later.size()),
                            some(later, null))
                    .withClass("folded later"));
        }
    }

    private void difference(LocalDate compare, List<State> now, List<DomContent> out) {
        Map<String, State> old = new LinkedHashMap<>();
        wanted(copy.states(compare, query.knownOn())).forEach(s -> old.put(key(s), s));
        Map<Step, List<State>> steps = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            steps.put(step, new ArrayList<>());
        }
        for (State s : now) {
            State was = old.get(key(s));
            if (isUnknown(s)) {
                if (was != null && !isUnknown(was)) {
                    steps.computeIfAbsent(Step.GONE, k -> new ArrayList<>()).add(s);
                }
            } else if (was == null || isUnknown(was)) {
                steps.computeIfAbsent(Step.NEW, k -> new ArrayList<>()).add(s);
            } else {
                boolean same = Say.value(was).equals(Say.value(s)) && Objects.equals(was.pending(), s.pending());
                steps.computeIfAbsent(same ? Step.SAME : Step.CHANGED, k -> new ArrayList<>())
                        .add(s);
            }
        }
        out.add(p("Compared with " + Say.day(compare) + ".").withClass("lead"));
        steps.forEach((step, states) -> {
            if (states.isEmpty()) {
                return;
            }
            DomContent rows = some(states, old);
            out.add(
                    step == Step.SAME
                            ? details(summary("= " + states.size() + " " + step.title), rows)
                                    .withClass("folded")
                            : section(h2(step.title), rows));
        });
    }

    static boolean isUnknown(State s) {
        return (s.value() == null || s.value().equals("unknown")) && s.low() == null && s.high() == null;
    }

    static String key(State s) {
        return s.subject().id() + s.attribute();
    }

    /** Much cited and disputed first; what is known of one thing stands together, its status first. */
    private static List<State> sorted(List<State> states) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        states.forEach(s -> weights.merge(s.subject().id(), weight(s), Math::max));
        return states.stream()
                .sorted(Comparator.comparingInt(
                                (State s) -> -weights.getOrDefault(s.subject().id(), 0))
                        .thenComparing(s -> s.subject().name())
                        .thenComparing(s -> s.subject().id())
                        .thenComparing(State::attribute))
                .toList();
    }

    /** What a reader asks for most. */
    private static int weight(State s) {
        return s.readings().stream().mapToInt(r -> r.citations().size()).sum()
                + (s.disputed() ? 3 : 0)
                + (s.pending() != null ? 3 : 0);
    }

    /** Rows of a list that is not paged: many of them, and how many more there are. */
    private DomContent some(List<State> states, @Nullable Map<String, State> old) {
        int shown = Math.min(states.size(), 4 * MOST_ROWS);
        return shown == states.size()
                ? rows(sorted(states), old)
                : div(
                        rows(sorted(states).subList(0, shown), old),
                        p(Say.count(states.size() - shown, "more row") + "; choose a relation to see them.")
                                .withClass("codes"));
    }

    /** As many rows of a section as a page holds. */
    private List<State> page(List<State> states) {
        int from = Math.min(query.filter("kind") == null ? 0 : query.number("from", 0), states.size());
        return states.subList(from, Math.min(states.size(), from + MOST_ROWS));
    }

    /** Where a section is longer than a page: the way to the rest. */
    private DomContent pages(String section, int size) {
        if (size <= MOST_ROWS) {
            return span();
        }
        int from = query.filter("kind") == null ? 0 : query.number("from", 0);
        List<DomContent> links = new ArrayList<>();
        if (from > 0) {
            links.add(a("\u2039 before")
                    .withHref(
                            query.same(PATH, "kind", section, "from", String.valueOf(Math.max(0, from - MOST_ROWS)))));
        }
        links.add(span((from + 1) + "\u2013" + Math.min(size, from + MOST_ROWS) + " of " + size));
        if (from + MOST_ROWS < size) {
            links.add(a("more \u203A")
                    .withHref(query.same(PATH, "kind", section, "from", String.valueOf(from + MOST_ROWS))));
        }
        if (query.filter("kind") != null) {
            links.add(a("all sections").withHref(query.same(PATH, "kind", null, "from", null)));
        }
        return Frame.chips("Rows of " + section, links);
    }

    private DomContent rows(List<State> states, @Nullable Map<String, State> old) {
        List<DomContent> out = new ArrayList<>();
        String before = "";
        for (State s : states) {
            boolean isOfTheSame = s.subject().id().equals(before);
            out.add(row(s, old == null ? null : old.get(key(s)), old != null, isOfTheSame));
            before = s.subject().id();
        }
        return div(out.toArray(DomContent[]::new)).withClass("rows");
    }

    private DomContent row(State s, @Nullable State old, boolean compared, boolean isOfTheSame) {
        String value = Say.value(s);
        List<DomContent> head = new ArrayList<>();
        head.add(span(s.subject().name()).withClass("subject"));
        head.add(span(
                        compared
                                        && old != null
                                        && !isUnknown(old)
                                        && !Say.value(old).equals(value)
                                ? span(mark(Say.value(old)) + " " + Say.value(old) + " \u2192 ")
                                        .withClass("was")
                                : span(),
                        span(mark(value) + " "
                                + (s.attribute() == Attribute.STATUS ? value : Say.lower(s.attribute()) + " " + value)))
                .withClass("value " + tone(s, value) + (s.attribute() == Attribute.STATUS ? " badge" : "")));
        head.add(span(since(s)).withClass("since"));
        head.add(span(Say.count(outlets(s), "source")).withClass("count"));
        List<DomContent> flags = new ArrayList<>();
        State.Pending pending = s.pending();
        if (pending != null) {
            flags.add(span("\u2192 " + pending.value() + " from " + Say.when(pending.effective()))
                    .withClass("pending"));
        }
        if (s.disputed()) {
            flags.add(span("! " + Say.count(s.readings().size(), "value")).withClass("flag"));
        }
        head.add(span(flags.toArray(DomContent[]::new)).withClass("flags"));
        said(s).ifPresent(c -> head.add(cites.line(c)));
        return details(summary(head.toArray(DomContent[]::new)), drawer(s))
                .withId(s.subject().id() + "-" + Say.lower(s.attribute()))
                .withClass("row state" + (compared ? " compared" : "") + (isOfTheSame ? " of-the-same" : ""));
    }

    /** A sentence for the value that is shown. */
    private static Optional<Citation> said(State s) {
        return s.readings().stream()
                .filter(r -> Say.value(r.value(), r.low(), r.high()).equals(Say.value(s)))
                .flatMap(r -> r.citations().stream())
                .findFirst()
                .or(() -> s.citations().stream().findFirst());
    }

    /** "since 1 Nov 2021", "by 1 Nov 2021"; empty where nothing is known. */
    static String since(State s) {
        if (s.basis() == State.Basis.UNKNOWN) {
            return "";
        }
        if (!s.since().isKnown()) {
            return "since when is not said";
        }
        String when = Say.when(s.since());
        return s.since().start() == null || s.since().end() == null ? when : "since " + when;
    }

    static String mark(String value) {
        return switch (value) {
            case "open" -> "=";
            case "suspended" -> "#";
            case "closed" -> "\u00D7";
            case "vacant", "none" -> "o";
            case "offered", "planned" -> "\u25B7";
            case "unknown" -> "?";
            default -> "\u00B7";
        };
    }

    private static String tone(State s, String value) {
        return s.attribute() == Attribute.STATUS ? value.replaceAll("[^a-z]", "") : "figure";
    }

    private int outlets(State s) {
        Set<String> out = new LinkedHashSet<>();
        for (Citation c : s.citations()) {
            Document document = copy.documents.get(c.document());
            @Nullable String outlet = document == null ? null : document.outlet();
            out.add(outlet == null ? c.document() : outlet);
        }
        return out.size();
    }

    private DomContent drawer(State s) {
        List<DomContent> out = new ArrayList<>();
        if (!s.subject().aliases().isEmpty()) {
            List<String> aliases = s.subject().aliases();
            out.add(p("Also called: " + String.join("; ", aliases.subList(0, Math.min(MOST_ALIASES, aliases.size())))
                            + (aliases.size() > MOST_ALIASES
                                    ? "; and " + (aliases.size() - MOST_ALIASES) + " more"
                                    : ""))
                    .withClass("aliases"));
        }
        List<Turn> history = history(s);
        Map<String, Set<String>> steps = new LinkedHashMap<>();
        for (Turn turn : history) {
            if (turn.begins() && !turn.day().equals(LocalDate.MAX)) {
                steps.computeIfAbsent(turn.when(), k -> new LinkedHashSet<>()).add(turn.value());
            }
        }
        if (steps.size() > 1) {
            out.add(p(each(
                            steps.entrySet(),
                            step -> span(step.getKey() + "  "
                                    + step.getValue().stream()
                                            .map(v -> mark(v) + " " + v)
                                            .collect(Collectors.joining(" or ")))))
                    .withClass("steps"));
        }
        out.add(p(
                        strong("Why this value: "),
                        span(
                                s.why().isBlank()
                                        ? "basis " + Say.lower(s.basis())
                                        : Say.days(s.why()) + " (basis: " + Say.lower(s.basis()) + ")"))
                .withClass("why"));
        for (State.Reading reading : s.readings()) {
            out.add(p(Say.value(reading.value(), reading.low(), reading.high()) + " \u2014 "
                            + Say.count(reading.citations().size(), "sentence"))
                    .withClass("reading"));
            out.add(cites.list(reading.citations()));
        }
        if (s.readings().isEmpty()) {
            out.add(cites.list(s.citations()));
        }
        if (history.size() > 1) {
            out.add(details(
                            summary("History: all " + history.size() + " changes that reports tell of"),
                            ol(each(
                                            history,
                                            t -> li(
                                                    span(t.when() + ": " + t.value()
                                                                    + (t.begins() ? "" : " (seen to be so)"))
                                                            .withClass("turn"),
                                                    cites.quote(t.at()))))
                                    .withClass("history"))
                    .withClass("folded"));
        }
        out.add(p(
                        a("Disagreements")
                                .withHref(query.link("/disagreements") + "#"
                                        + s.subject().id()),
                        span(" \u00B7 "),
                        a("Timeline").withHref(query.link("/timeline")))
                .withClass("more"));
        return div(out.toArray(DomContent[]::new)).withClass("drawer");
    }

    private record Turn(LocalDate day, String when, String value, boolean begins, Citation at) {}

    /** Every change of this attribute that a report tells of, by date. */
    private List<Turn> history(State s) {
        List<Turn> turns = new ArrayList<>();
        for (Shelf.Posted posted : copy.posted(s.subject().id())) {
            Change change = posted.change();
            if (change.attribute() == s.attribute()
                    && posted.claim().factuality().counts()) {
                LocalDate day = Shelf.first(change.from());
                boolean begins = change.nature() == Change.Nature.BEGINS;
                String value = Say.value(change.value(), change.low(), change.high());
                turns.add(new Turn(
                        day == null ? LocalDate.MAX : day, Say.when(change.from()), value, begins, change.citation()));
            }
        }
        turns.sort(Comparator.comparing(Turn::day).thenComparing(Turn::at));
        return turns;
    }
}
