package org.demarche.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.demarche.model.Attribute;
import org.demarche.model.Citation;
import org.demarche.model.State;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** What a brief says of states: what is shut and what is coming, what it was before, what nobody tells. */
final class BriefStates {
    private static final int MOST_NAMED = 5;
    private static final int MOST_ROWS = 10;
    private static final int MOST_UNKNOWN = 4;
    private static final int MOST_NOTES = 6;
    private static final int NOTES_OF_A_ROW = 2;

    /** Statuses in which a subject does not work, the gravest first. */
    private static final List<String> SHUT = List.of("closed", "suspended", "vacant");

    /** Kinds by which two sides deal with each other from day to day; what a reader asks for first. */
    private static final Set<Subject.Kind> DAILY = Set.of(
            Subject.Kind.RELATIONS,
            Subject.Kind.MISSION,
            Subject.Kind.OFFICE,
            Subject.Kind.BODY,
            Subject.Kind.POST,
            Subject.Kind.CHANNEL);

    private final List<State> states;
    private final Map<String, State> before = new LinkedHashMap<>();
    private final BriefNotes notes;

    BriefStates(List<State> states, List<State> before, BriefNotes notes) {
        this.states = states;
        before.forEach(s -> this.before.put(key(s), s));
        this.notes = notes;
    }

    /** One line for each way of being shut, one for what is announced, one for what stays open. */
    List<Brief.Line> bottomLine() {
        List<Brief.Line> out = new ArrayList<>();
        for (String value : SHUT) {
            named(upper(value), ranked(s -> value.equals(s.value())), false, out);
        }
        named("Announced", ranked(s -> s.pending() != null), true, out);
        named(
                "Open",
                ranked(s -> "open".equals(s.value())
                        && s.pending() == null
                        && DAILY.contains(s.subject().kind())),
                false,
                out);
        return out;
    }

    private void named(String head, List<State> of, boolean pending, List<Brief.Line> out) {
        if (of.isEmpty()) {
            return;
        }
        List<State> shown = of.subList(0, Math.min(MOST_NAMED, of.size()));
        List<String> names = shown.stream()
                .map(s -> s.subject().name() + (pending ? " " + coming(s) : standing(s)))
                .toList();
        String more = of.size() > shown.size() ? "; and " + (of.size() - shown.size()) + " more" : "";
        boolean said = shown.stream().anyMatch(s -> mark(s) == Brief.Mark.SAID);
        List<Citation> words = new ArrayList<>();
        shown.forEach(s ->
                words.addAll(s.citations().subList(0, Math.min(1, s.citations().size()))));
        out.add(notes.line(
                head + ": " + String.join("; ", names) + more + ".",
                said ? Brief.Mark.SAID : Brief.Mark.INFERRED,
                words,
                MOST_NOTES));
    }

    private static String standing(State state) {
        String since = state.since().isKnown() ? Wording.since(state.since()).strip() : "";
        String differ = state.disputed() ? "sources differ" : "";
        String both = since + (since.isEmpty() || differ.isEmpty() ? "" : ", ") + differ;
        return both.isEmpty() ? "" : " (" + both + ")";
    }

    private static String coming(State state) {
        State.Pending pending = Objects.requireNonNull(state.pending());
        return pending.value() + Wording.from(pending.effective());
    }

    /** The board in a table: subject, before, now, since, basis; what changed, is announced or disputed comes first. */
    Brief.Section table(String title, String was, String is) {
        Map<String, List<State>> bySubject = new LinkedHashMap<>();
        for (State state : ranked(s -> !value(s).isEmpty())) {
            bySubject
                    .computeIfAbsent(state.subject().id(), k -> new ArrayList<>())
                    .add(state);
        }
        List<List<State>> rows = bySubject.values().stream()
                .sorted(Comparator.comparing((List<State> of) -> of.stream().noneMatch(this::isNews)))
                .toList();
        List<Brief.Line> out = rows.stream().limit(MOST_ROWS).map(this::row).toList();
        return new Brief.Section(title, List.of("What", was, is, "Since", "Basis"), out, rows.size() - out.size());
    }

    private Brief.Line row(List<State> of) {
        List<String> was = new ArrayList<>();
        List<String> is = new ArrayList<>();
        List<Citation> words = new ArrayList<>();
        of.forEach(state -> {
            String label = state.attribute() == Attribute.STATUS ? "" : word(state.attribute()) + " ";
            State earlier = before.get(key(state));
            was.add(earlier == null || value(earlier).isEmpty() ? "\u2013" : label + value(earlier));
            is.add(label
                    + value(state)
                    + (state.disputed() ? " *" : "")
                    + (state.pending() == null ? "" : "; " + coming(state)));
            words.addAll(
                    state.citations().subList(0, Math.min(2, state.citations().size())));
        });
        State first = of.get(0);
        String name = first.subject().name();
        When since = first.since();
        List<String> cells = List.of(
                name,
                String.join("; ", was.stream().distinct().toList()),
                String.join("; ", is),
                since.isKnown() ? Wording.when(since) : "\u2013",
                word(first.basis()) + (mark(first) == Brief.Mark.INFERRED ? " (inferred)" : ""));
        return notes.line(
                name + ": " + String.join("; ", is) + standing(first),
                cells,
                mark(first),
                words,
                Math.max(NOTES_OF_A_ROW, of.size()));
    }

    private boolean isNews(State state) {
        State earlier = before.get(key(state));
        return state.pending() != null
                || state.disputed()
                || state.basis() == State.Basis.EVENT
                        && (earlier == null || !value(earlier).equals(value(state)));
    }

    /** What is taken to stand because no later report tells otherwise, and subjects that the reports name without telling how they stood. */
    List<Brief.Line> notKnown() {
        List<Brief.Line> out = new ArrayList<>();
        named(
                "Taken as unchanged, since no report tells otherwise",
                ranked(s -> s.basis() == State.Basis.PERSISTED
                        && DAILY.contains(s.subject().kind())),
                false,
                out);
        out.addAll(untold());
        return out;
    }

    private List<Brief.Line> untold() {
        return states.stream()
                .filter(s -> value(s).isEmpty() && !words(s).isEmpty())
                .sorted(order())
                .limit(MOST_UNKNOWN)
                .map(s -> notes.line(
                        s.subject().name() + ": "
                                + (s.attribute() == Attribute.STATUS
                                        ? "whether it works"
                                        : "its " + word(s.attribute()))
                                + " is not told" + (s.disputed() ? ", or told differently" : "") + ".",
                        Brief.Mark.INFERRED,
                        words(s),
                        NOTES_OF_A_ROW))
                .toList();
    }

    private static List<Citation> words(State state) {
        List<Citation> out = new ArrayList<>(state.citations());
        state.readings().forEach(r -> out.addAll(r.citations()));
        return out;
    }

    private List<State> ranked(Predicate<State> which) {
        return states.stream().filter(which).sorted(order()).toList();
    }

    private static Comparator<State> order() {
        return Comparator.comparing((State s) -> s.subject().kind())
                .thenComparing(s -> s.subject().name())
                .thenComparing(s -> s.subject().id())
                .thenComparing(State::attribute);
    }

    static Brief.Mark mark(State state) {
        return state.basis() == State.Basis.STATED || state.basis() == State.Basis.EVENT
                ? Brief.Mark.SAID
                : Brief.Mark.INFERRED;
    }

    private static String key(State state) {
        return state.subject().id() + " " + state.attribute();
    }

    /** The value in words; empty where it is unknown. */
    private static String value(State state) {
        String value = state.value();
        if (value != null) {
            return value.equals("unknown") ? "" : value;
        }
        return state.low() == null && state.high() == null ? "" : bound(state.low()) + ".." + bound(state.high());
    }

    private static String bound(@Nullable Double number) {
        return number == null
                ? ""
                : number == Math.rint(number) ? String.valueOf(number.longValue()) : String.valueOf(number);
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
