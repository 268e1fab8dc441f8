package org.demarche.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.Dossier;
import org.demarche.model.Answer;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.State;
import org.demarche.model.When;

/** What a brief says of events: the weightiest of a period, where sources differ on them, and what answered what. */
final class BriefEvents {
    /** Types of PLOVER that are done by speaking or meeting. */
    private static final Set<String> SAID =
            Set.of("AGREE", "CONSULT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN");

    private static final int MOST_DONE = 8;
    private static final int MOST_SAID = 4;
    private static final int MOST_DISPUTES = 5;
    private static final int MOST_ANSWERS = 3;
    private static final int MOST_TOLD = 3;
    private static final int MOST_UNDATED = 3;
    /** What a model alone proposes comes after what a rule finds in one report. */
    private static final int PROPOSED = 12;

    private static final int MOST_NOTES = 3;
    private static final int CHANGES = 1000;

    private final Dossier dossier;
    private final Wording wording;
    private final BriefNotes notes;
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, Event> events = new LinkedHashMap<>();

    BriefEvents(Dossier dossier, Wording wording, BriefNotes notes) {
        this.dossier = dossier;
        this.wording = wording;
        this.notes = notes;
        dossier.claims().forEach(c -> claims.put(c.id(), c));
        dossier.events().forEach(e -> events.put(e.id(), e));
    }

    /** The events of a period: deeds, or what was only said; the weightiest, in order of their dates. */
    Brief.Section changes(String title, LocalDate since, LocalDate asOf, boolean said) {
        Selection period = new Selection(List.of(), since, asOf);
        List<Event> all = dossier.events().stream()
                .filter(e -> period.has(e) && !words(e).isEmpty())
                .filter(e -> e.act().type() != null && SAID.contains(e.act().type()) == said)
                .toList();
        Set<Event> chosen = all.stream()
                .sorted(Comparator.comparingInt(this::weight).reversed())
                .limit(said ? MOST_SAID : MOST_DONE)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Brief.Line> out = all.stream()
                .filter(chosen::contains)
                .map(e -> notes.line(
                        Wording.when(e.date()) + ", " + wording.act(e) + force(e) + told(e),
                        mark(e),
                        words(e),
                        MOST_NOTES))
                .toList();
        return new Brief.Section(title, List.of(), out, all.size() - out.size());
    }

    /** Deeds that change a state, on a day that no report tells. */
    List<Brief.Line> undated() {
        return dossier.events().stream()
                .filter(e -> !e.date().isKnown() && !words(e).isEmpty() && weight(e) >= CHANGES)
                .sorted(Comparator.comparingInt(this::weight).reversed())
                .limit(MOST_UNDATED)
                .map(e -> notes.line("On which day: " + wording.act(e) + told(e) + ".", mark(e), words(e), MOST_NOTES))
                .toList();
    }

    /** What changes a state weighs more than what does not, then what more reports tell, then what is told as done. */
    private int weight(Event event) {
        boolean changes = event.claims().stream()
                .map(claims::get)
                .anyMatch(c -> c != null && !c.changes().isEmpty());
        return (changes ? CHANGES : 0)
                + 10 * event.documents().size()
                + (event.factuality() == Factuality.ASSERTED ? 5 : 0)
                - (mark(event) == Brief.Mark.INFERRED ? PROPOSED : 0);
    }

    private static String force(Event event) {
        When effective = event.effective();
        return effective == null || !effective.isKnown() || effective.equals(event.date())
                ? ""
                : ", in force" + Wording.from(effective);
    }

    private static String told(Event event) {
        int documents = event.documents().size();
        return documents < 2 ? "" : " \u2013 " + documents + " reports";
    }

    /** What only a model takes the reports to tell is marked. */
    private Brief.Mark mark(Event event) {
        return event.claims().stream().map(claims::get).allMatch(c -> c != null && c.isProposed())
                ? Brief.Mark.INFERRED
                : Brief.Mark.SAID;
    }

    private List<Citation> words(Event event) {
        List<Citation> out = new ArrayList<>();
        for (String id : event.claims()) {
            Claim claim = claims.get(id);
            if (claim != null) {
                out.add(claim.sentence());
            }
        }
        return out;
    }

    /** Where sources differ on what was done or what stands; words for the same are counted, not listed. */
    Brief.Section disputes(String title, List<State> states) {
        Map<String, String> subjects = new LinkedHashMap<>();
        dossier.events().forEach(e -> e.subjects().forEach(x -> subjects.put(x.id(), x.name())));
        states.forEach(x -> subjects.put(x.subject().id(), x.subject().name()));
        List<Brief.Line> out = dossier.disagreements().stream()
                .filter(d -> rank(d.kind()) >= 0)
                .sorted(Comparator.comparingInt(d -> rank(d.kind())))
                .limit(MOST_DISPUTES)
                .map(d -> notes.line(
                        about(d, subjects) + ": " + readings(d) + " (" + word(d.kind()) + ")",
                        Brief.Mark.SAID,
                        d.readings().stream()
                                .map(Disagreement.Reading::citation)
                                .toList(),
                        MOST_NOTES))
                .toList();
        return new Brief.Section(title, List.of(), out, dossier.disagreements().size() - out.size());
    }

    private static int rank(Disagreement.Kind kind) {
        return List.of(
                        Disagreement.Kind.CONTRADICTION,
                        Disagreement.Kind.INTERNAL,
                        Disagreement.Kind.CORRECTION,
                        Disagreement.Kind.SCOPE,
                        Disagreement.Kind.GRANULARITY,
                        Disagreement.Kind.ATTRIBUTION)
                .indexOf(kind);
    }

    private String about(Disagreement disagreement, Map<String, String> subjects) {
        Event event = events.get(disagreement.about());
        String about = event == null ? subjects.getOrDefault(disagreement.about(), "") : wording.shortAct(event);
        return about.isEmpty() ? disagreement.field() : about + ", " + disagreement.field();
    }

    /** "closed" (3 reports) or "suspended" (1 report). */
    private String readings(Disagreement disagreement) {
        Map<String, Set<String>> documents = new LinkedHashMap<>();
        disagreement
                .readings()
                .forEach(r -> documents
                        .computeIfAbsent(ReadingWords.of(disagreement, r.value(), wording::name), k -> new TreeSet<>())
                        .add(r.citation().document()));
        return documents.entrySet().stream()
                .map(e -> "\u201c" + e.getKey() + "\u201d (" + e.getValue().size()
                        + (e.getValue().size() == 1 ? " report)" : " reports)"))
                .collect(Collectors.joining(" or "));
    }

    /** Acts with their answers: those that a report calls so first. */
    Brief.Section answers(String title) {
        Map<String, List<Answer>> byStimulus = new LinkedHashMap<>();
        List<Answer> known = dossier.answers().stream()
                .filter(a -> events.containsKey(a.stimulus()) && events.containsKey(a.response()))
                .sorted(Comparator.comparing((Answer a) -> !isStated(a)))
                .toList();
        known.forEach(a -> byStimulus
                .computeIfAbsent(a.stimulus() + isStated(a), k -> new ArrayList<>())
                .add(a));
        List<Brief.Line> out = byStimulus.values().stream()
                .limit(MOST_ANSWERS)
                .map(this::answered)
                .toList();
        int shown = byStimulus.values().stream()
                .limit(MOST_ANSWERS)
                .mapToInt(List::size)
                .sum();
        return new Brief.Section(title, List.of(), out, known.size() - shown);
    }

    private Brief.Line answered(List<Answer> answers) {
        Answer first = answers.get(0);
        Event stimulus = Objects.requireNonNull(events.get(first.stimulus()));
        List<Citation> words = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Answer answer : answers.subList(0, Math.min(MOST_TOLD, answers.size()))) {
            Event response = Objects.requireNonNull(events.get(answer.response()));
            words.addAll(answer.citations().isEmpty() ? words(response) : answer.citations());
            told.add(wording.shortAct(response)
                    + lag(answer)
                    + likeness(answer)
                    + (isStated(answer) ? "" : " (" + AnswerWords.of(answer.basis()) + ")"));
        }
        return notes.line(
                wording.shortAct(stimulus) + " (" + Wording.when(stimulus.date()) + ") \u2192 "
                        + String.join("; ", told.stream().distinct().toList()),
                isStated(first) ? Brief.Mark.SAID : Brief.Mark.INFERRED,
                words,
                MOST_NOTES);
    }

    private static boolean isStated(Answer answer) {
        return answer.basis().equals("stated");
    }

    private static String lag(Answer answer) {
        Integer low = answer.lagLow();
        Integer high = answer.lagHigh();
        if (low == null || high == null) {
            return "";
        }
        return low.equals(high)
                ? low == 0 ? ", the same day" : ", " + low + (low == 1 ? " day later" : " days later")
                : ", " + low + " to " + high + " days later";
    }

    private static String likeness(Answer answer) {
        return switch (answer.symmetry()) {
            case SYMMETRIC -> ", like for like";
            case ASYMMETRIC -> ", not like for like";
            case UNCLEAR -> "";
        };
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
