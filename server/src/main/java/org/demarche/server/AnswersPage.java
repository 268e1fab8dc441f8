package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.q;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Answer;
import org.demarche.model.Citation;
import org.demarche.model.Event;
import org.demarche.view.AnswerWords;
import org.jspecify.annotations.Nullable;

/** What answered what: the act, its answer, the days between, and on whose word. */
final class AnswersPage {
    private static final int MOST_UNANSWERED = 30;
    private static final int LONGEST_NAME = 40;

    /** Where the words that are cited say what the answer is; by other rules they only tell the act. */
    private static final Set<String> NAMING = Set.of("stated", "same-package");

    private final Shelf.Copy copy;
    private final Query query;
    private final Cites cites;
    private final Map<String, Event> events = new HashMap<>();

    AnswersPage(Shelf.Copy copy, Query query) {
        this.copy = copy;
        this.query = query;
        this.cites = new Cites(copy, query);
        copy.dossier.events().forEach(e -> events.put(e.id(), e));
    }

    DomContent content() {
        List<Answer> all = query.selection().of(copy.dossier).answers();
        if (copy.documents.isEmpty()) {
            return ListPages.nothingRead();
        }
        if (all.isEmpty()) {
            List<Event> acts = conflicts(Set.of());
            String newest = acts.stream()
                    .map(e -> Shelf.first(e.date()))
                    .filter(Objects::nonNull)
                    .max(LocalDate::compareTo)
                    .map(day -> " The newest is of " + Say.day(day) + ".")
                    .orElse("");
            return Frame.empty("No answer found to "
                    + (acts.size() == 1 ? "1 act" : acts.size() + " acts")
                    + " of conflict: no sentence says that one act answers another, and no rule infers it." + newest);
        }
        String kind = query.filter("kind");
        List<Answer> wanted = all.stream()
                .filter(a -> kind == null || Say.lower(a.symmetry()).equals(kind) || basis(a).equals(kind))
                .toList();
        Set<String> answered = new HashSet<>();
        all.forEach(a -> answered.add(a.stimulus()));
        List<DomContent> chips = new ArrayList<>();
        chips.add(Frame.chip("all", query.same("/answers", "kind", null), kind == null));
        for (String name : List.of("symmetric", "asymmetric", "unclear", "stated", "inferred")) {
            long n = all.stream()
                    .filter(a -> Say.lower(a.symmetry()).equals(name) || basis(a).equals(name))
                    .count();
            if (n > 0) {
                chips.add(Frame.chip(name + " (" + n + ")", query.same("/answers", "kind", name), name.equals(kind)));
            }
        }
        List<Event> open = conflicts(answered);
        return div(
                p(
                                span(Say.count(wanted.size(), "answer") + "; " + Say.count(open.size(), "act")
                                        + " of conflict without one. "),
                                a("Lags as a plot").withHref(query.link("/plots") + "#lags"),
                                span(" \u00B7 "),
                                a("CSV").withHref(query.link("/api/v1/answers", "format", "csv")))
                        .withClass("lead"),
                Frame.chips("Kind of answer", chips),
                ol(each(grouped(wanted).entrySet(), g -> group(g.getKey(), g.getValue())))
                        .withClass("pairs"),
                open.isEmpty()
                        ? span()
                        : details(
                                        summary(Say.count(open.size(), "act") + " of conflict without an answer"),
                                        ul(each(
                                                        open.subList(0, Math.min(MOST_UNANSWERED, open.size())),
                                                        e -> li(event(e, e.id()))))
                                                .withClass("plain"))
                                .withClass("folded"));
    }

    private List<Event> conflicts(Set<String> answered) {
        return query.selection().of(copy.dossier).events().stream()
                .filter(e -> e.act().quad() != null
                        && Integer.valueOf(4).equals(e.act().quad())
                        && !answered.contains(e.id()))
                .toList();
    }

    /** The answers by the act that they answer, in the order of the days. */
    private Map<String, List<Answer>> grouped(List<Answer> wanted) {
        Map<String, List<Answer>> out = new LinkedHashMap<>();
        wanted.stream()
                .sorted(Comparator.comparing((Answer a) -> day(a.stimulus()))
                        .thenComparing(Answer::stimulus)
                        .thenComparing(a -> day(a.response()))
                        .thenComparing(Answer::id))
                .forEach(a -> out.computeIfAbsent(a.stimulus(), k -> new ArrayList<>())
                        .add(a));
        return out;
    }

    private LocalDate day(String id) {
        Event event = events.get(id);
        LocalDate day = event == null ? null : Shelf.first(event.date());
        return day == null ? LocalDate.MAX : day;
    }

    private DomContent group(String stimulus, List<Answer> all) {
        Set<Citation> shown = new HashSet<>();
        return li(
                div(event(events.get(stimulus), stimulus)).withClass("stimulus"),
                ol(each(all, a -> pair(a, shown))).withClass("responses"));
    }

    private DomContent pair(Answer answer, Set<Citation> shown) {
        List<Citation> fresh = answer.citations().stream()
                .filter(c -> shown.add(copy.sentence(c)))
                .toList();
        boolean isSaidAbove = fresh.isEmpty() && !answer.citations().isEmpty();
        String symmetry = Say.lower(answer.symmetry());
        return li(
                        div(
                                        div(
                                                        span(lag(answer)).withClass("lag"),
                                                        span(switch (answer.symmetry()) {
                                                                    case SYMMETRIC -> "= like for like";
                                                                    case ASYMMETRIC -> "\u2260 not like for like";
                                                                    case UNCLEAR -> "? not said whether like for like";
                                                                })
                                                                .withClass("kind " + symmetry))
                                                .withClass("between"),
                                        div(event(events.get(answer.response()), answer.response()))
                                                .withClass("response"))
                                .withClass("pair"),
                        p((answer.basis().equals("stated")
                                                ? "Stated: a sentence says that it answers."
                                                : "Inferred: " + inferred(answer.basis()) + ".")
                                        + (isSaidAbove ? " The sentence is above." : ""))
                                .withClass("kind"),
                        called(answer),
                        fresh.isEmpty() ? span() : cites.list(fresh))
                .withId(answer.id());
    }

    /** What each source calls it, in its own words: "tit for tat", "in response". */
    private DomContent called(Answer answer) {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        answer.citations().stream()
                .filter(c -> c.quote().length() <= LONGEST_NAME && NAMING.contains(AnswerWords.rule(answer.basis())))
                .forEach(c -> words.computeIfAbsent(Cites.shortened(c.quote()), k -> new TreeSet<>())
                        .add(cites.source(c.document())));
        return words.isEmpty()
                ? span()
                : p(
                                span("Called "),
                                each(
                                        words.entrySet(),
                                        e -> span(
                                                        q(e.getKey()).attr("dir", "auto"),
                                                        span(" \u2014 " + String.join(", ", e.getValue())))
                                                .withClass("called")))
                        .withClass("kind");
    }

    /** A rule in words, with its name. */
    private static String inferred(String basis) {
        String rule = AnswerWords.rule(basis);
        String words = AnswerWords.of(basis);
        return words.equals(rule) ? rule : words + " (rule " + rule + ")";
    }

    private static String basis(Answer answer) {
        return answer.basis().equals("stated") ? "stated" : "inferred";
    }

    private DomContent event(@Nullable Event event, String id) {
        return a(event == null ? id : copy.names.line(event)).withHref(query.event(id));
    }

    private static String lag(Answer answer) {
        Integer low = answer.lagLow();
        Integer high = answer.lagHigh();
        if (low == null && high == null) {
            return "\u2192 lag unknown";
        }
        if (low != null && low.equals(high)) {
            return "\u2192 " + Say.count(low, "day");
        }
        return "\u2192 " + (low == null ? "?" : low) + "\u2013" + (high == null ? "?" : high) + " days";
    }
}
