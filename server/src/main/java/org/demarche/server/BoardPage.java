package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
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
import java.util.Set;
import org.demarche.Dossier;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.PartialDate;
import org.demarche.model.State;
import org.demarche.model.Subject.Kind;
import org.jspecify.annotations.Nullable;

/** The status board: what is open, suspended, closed on a day, why, and who says so. */
final class BoardPage {
    private static final Map<String, Set<Kind>> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("Relations", EnumSet.of(Kind.RELATIONS, Kind.MEMBERSHIP));
        SECTIONS.put("Missions and offices", EnumSet.of(Kind.MISSION, Kind.OFFICE));
        SECTIONS.put("Bodies", EnumSet.of(Kind.BODY));
        SECTIONS.put("Agreements and programmes", EnumSet.of(Kind.AGREEMENT, Kind.PROGRAMME));
        SECTIONS.put("Channels", EnumSet.of(Kind.CHANNEL));
        SECTIONS.put("Posts and staff", EnumSet.of(Kind.POST, Kind.STAFF));
    }

    private final Dossier dossier;
    private final Query query;
    private final Cites cites;
    private final Map<String, Document> documents;

    BoardPage(Dossier dossier, Query query) {
        this.dossier = dossier;
        this.query = query;
        this.documents = dossier.byId();
        this.cites = new Cites(documents, query);
    }

    /**
     * The board.
     *
     * @param before the states of the day to compare with, or null
     */
    DomContent content(LocalDate asOf, List<State> states, @Nullable List<State> before) {
        List<State> wanted = states.stream().filter(query.selection()::has).toList();
        if (wanted.isEmpty()) {
            return Frame.empty(
                    dossier.documents().isEmpty()
                            ? "Nothing read yet. `demarche ingest FOLDER` reads reports; `demarche demo` shows a sample."
                            : "No state of these parties is known from "
                                    + Say.count(dossier.documents().size(), "report")
                                    + ". Choose another relation above.");
        }
        Map<String, State> old = new LinkedHashMap<>();
        if (before != null) {
            before.forEach(s -> old.put(key(s), s));
        }
        List<DomContent> out = new ArrayList<>();
        out.add(p(
                        span("As of "),
                        time(Say.day(asOf)).attr("datetime", asOf.toString()),
                        span(
                                query.knownOn() == null
                                        ? ", from all "
                                                + Say.count(dossier.documents().size(), "report") + "."
                                        : ", as known on " + Say.day(query.knownOn()) + "."))
                .withClass("lead"));
        long unknown = wanted.stream().filter(BoardPage::isUnknown).count();
        SECTIONS.forEach((name, kinds) -> {
            List<State> here = wanted.stream()
                    .filter(s -> kinds.contains(s.subject().kind()) && !isUnknown(s))
                    .sorted(Comparator.comparingInt((State s) -> -weight(s))
                            .thenComparing(s -> s.subject().name())
                            .thenComparing(State::attribute))
                    .toList();
            if (!here.isEmpty()) {
                out.add(section(
                        h2(name),
                        div(here.stream()
                                        .map(s -> row(s, before == null ? null : old.get(key(s)), before != null))
                                        .toArray(DomContent[]::new))
                                .withClass("rows")));
            }
        });
        if (unknown > 0) {
            out.add(details(
                            summary(unknown + " more of which nothing is known on this day"),
                            div(wanted.stream()
                                            .filter(BoardPage::isUnknown)
                                            .sorted(Comparator.comparing(
                                                    s -> s.subject().name()))
                                            .map(s -> row(s, null, false))
                                            .toArray(DomContent[]::new))
                                    .withClass("rows"))
                    .withClass("unknown"));
        }
        return div(out.toArray(DomContent[]::new)).withClass("board");
    }

    private static boolean isUnknown(State s) {
        return (s.value() == null || s.value().equals("unknown")) && s.low() == null && s.high() == null;
    }

    private static String key(State s) {
        return s.subject().id() + s.attribute();
    }

    /** Much cited and disputed first: what a reader asks for most. */
    private static int weight(State s) {
        return s.readings().stream().mapToInt(r -> r.citations().size()).sum()
                + (s.disputed() ? 3 : 0)
                + (s.pending() != null ? 3 : 0);
    }

    private DomContent row(State s, @Nullable State old, boolean compared) {
        String value = Say.value(s);
        List<DomContent> head = new ArrayList<>();
        head.add(span(s.subject().name()).withClass("subject"));
        head.add(span(mark(value) + " "
                        + (s.attribute() == Attribute.STATUS ? value : Say.lower(s.attribute()) + " " + value))
                .withClass("value " + tone(s, value)));
        head.add(span(since(s)).withClass("since"));
        State.Pending pending = s.pending();
        if (pending != null) {
            head.add(span("\u2192 " + pending.value() + " from " + Say.when(pending.effective()))
                    .withClass("pending"));
        }
        head.add(span(Say.count(outlets(s), "source")).withClass("count"));
        if (s.disputed()) {
            head.add(span("! " + Say.count(s.readings().size(), "value")).withClass("flag"));
        }
        if (compared) {
            String was = old == null ? "not known" : Say.value(old);
            head.add(span(was.equals(value) ? "= same" : "was " + was)
                    .withClass(was.equals(value) ? "same" : "changed"));
        }
        return details(summary(head.toArray(DomContent[]::new)), drawer(s))
                .withId(s.subject().id() + "-" + Say.lower(s.attribute()))
                .withClass("row");
    }

    private static String since(State s) {
        if (s.basis() == State.Basis.UNKNOWN) {
            return "";
        }
        if (s.since().isKnown()) {
            return "since " + Say.when(s.since());
        }
        return "since when is not said";
    }

    private static String mark(String value) {
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
            Document document = documents.get(c.document());
            @Nullable String outlet = document == null ? null : document.outlet();
            out.add(outlet == null ? c.document() : outlet);
        }
        return out.size();
    }

    private DomContent drawer(State s) {
        List<DomContent> out = new ArrayList<>();
        if (!s.subject().aliases().isEmpty()) {
            out.add(p("Also called: " + String.join("; ", s.subject().aliases()))
                    .withClass("aliases"));
        }
        out.add(p(
                        strong("Why this value: "),
                        span(
                                s.why().isBlank()
                                        ? "basis " + Say.lower(s.basis())
                                        : s.why() + " (basis: " + Say.lower(s.basis()) + ")"))
                .withClass("why"));
        for (State.Reading reading : s.readings()) {
            out.add(h3(Say.value(reading.value(), reading.low(), reading.high()) + " \u2014 "
                    + Say.count(reading.citations().size(), "sentence")));
            out.add(cites.list(reading.citations()));
        }
        if (s.readings().isEmpty()) {
            out.add(cites.list(s.citations()));
        }
        List<DomContent> history = history(s);
        if (history.size() > 1) {
            out.add(h3("History"));
            out.add(ol(history.toArray(DomContent[]::new)).withClass("history"));
        }
        out.add(p(
                        a("Disagreements").withHref(query.link("/disagreements")),
                        span(" \u00B7 "),
                        a("Timeline").withHref(query.link("/timeline")))
                .withClass("more"));
        return div(out.toArray(DomContent[]::new)).withClass("drawer");
    }

    /** Every change of this attribute that a report tells of, by date. */
    private List<DomContent> history(State s) {
        record Turn(String sort, String text, Citation at) {}
        List<Turn> turns = new ArrayList<>();
        for (Claim claim : dossier.claims()) {
            for (Change change : claim.changes()) {
                if (change.subject().id().equals(s.subject().id())
                        && change.attribute() == s.attribute()
                        && claim.factuality().counts()) {
                    PartialDate start = change.from().start() != null
                            ? change.from().start()
                            : change.from().end();
                    String value = Say.value(change.value(), change.low(), change.high());
                    turns.add(new Turn(
                            start == null ? "9999" : start.toString(),
                            Say.when(change.from()) + ": " + value
                                    + (change.nature() == Change.Nature.HOLDS ? " (seen to be so)" : ""),
                            change.citation()));
                }
            }
        }
        turns.sort(Comparator.comparing(Turn::sort).thenComparing(Turn::at));
        return turns.stream()
                .<DomContent>map(t -> li(span(t.text()).withClass("turn"), cites.quote(t.at())))
                .toList();
    }
}
