package org.demarche.view;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.Dossier;
import org.demarche.model.Answer;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.State;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * One page for a reader who was not there: what stands, what changed, what is disputed, what answered what, what is not known.
 *
 * <p>Every line cites the words it rests on; a brief with a line that nothing supports cannot be built. What a report says and what follows
 * from it by a rule are marked apart.
 *
 * @param title who and as of when
 * @param sections in the order of reading; empty ones are left out
 * @param sources the sentences that the notes point at, in order of their numbers
 * @param reports the reports of these sentences, by file
 */
public record Brief(String title, List<Section> sections, List<Source> sources, List<Document> reports) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    /** Types of PLOVER that are done by speaking or meeting. */
    private static final Set<String> SAID =
            Set.of("AGREE", "CONSULT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN");

    private static final List<String> COLUMNS = List.of("what", "is", "since", "before", "basis");
    private static final int MOST_NOTES = 4;
    private static final int LONGEST_QUOTE = 300;

    /**
     * A part of the page.
     *
     * @param columns heads of the cells of its lines where it is a table, else none
     */
    public record Section(String title, List<String> columns, List<Line> lines) {
        public Section {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
        }

        public Section(String title, List<Line> lines) {
            this(title, List.of(), lines);
        }
    }

    /**
     * A statement.
     *
     * @param mark whether reports say it, or it follows from what they say
     * @param notes numbers of the sources that it rests on, at least one
     * @param cells the same as a row of a table, or none
     */
    public record Line(String text, Mark mark, List<Integer> notes, List<String> cells) {
        public Line(String text, Mark mark, List<Integer> notes) {
            this(text, mark, notes, List.of());
        }

        public Line {
            cells = List.copyOf(cells);
            if (notes.isEmpty()) {
                throw new UncitedLine(text);
            }
            notes = List.copyOf(notes);
        }
    }

    /** What kind of statement a line is. */
    public enum Mark {
        /** A report says so. */
        SAID,
        /** It follows from what reports say, by a rule. */
        INFERRED
    }

    /** A line that nothing supports: the brief cannot be built. */
    public static final class UncitedLine extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        UncitedLine(String text) {
            super("DEM-411 a line of the brief has no citation, so the brief was not built: " + text);
        }
    }

    /**
     * What a note points at.
     *
     * @param grade how the user graded the report, or null
     */
    public record Source(
            int number,
            String file,
            @Nullable String outlet,
            String published,
            int start,
            String quote,
            @Nullable String grade) {}

    public Brief {
        sections = List.copyOf(sections);
        sources = List.copyOf(sources);
        reports = List.copyOf(reports);
    }

    /**
     * The brief on two parties.
     *
     * @param dossier the part of a dossier that is about them
     * @param states as of the day
     * @param before as of the day before the changes that are told
     * @param since first day of the changes that are told
     * @param grades how the user grades sources
     */
    public static Brief of(
            Dossier dossier,
            String one,
            String other,
            List<State> states,
            List<State> before,
            LocalDate since,
            LocalDate asOf,
            Grades grades) {
        return new Writer(dossier, grades).write(one, other, states, before, since, asOf);
    }

    private static final class Writer {
        private final Dossier dossier;
        private final Map<String, Document> documents;
        private final Map<String, Claim> claims = new LinkedHashMap<>();
        private final Map<Citation, Source> notes = new LinkedHashMap<>();

        private final Map<String, Event> events = new LinkedHashMap<>();
        private final Wording wording;
        private final Grades grades;

        Writer(Dossier dossier, Grades grades) {
            this.grades = grades;
            this.dossier = dossier;
            this.wording = new Wording(dossier);
            dossier.events().forEach(e -> events.put(e.id(), e));
            this.documents = dossier.byId();
            dossier.claims().forEach(c -> claims.put(c.id(), c));
        }

        Brief write(String one, String other, List<State> states, List<State> before, LocalDate since, LocalDate asOf) {
            List<Section> sections = new ArrayList<>();
            add(sections, "Bottom line", standing(states));
            add(sections, "What was done since " + DAY.format(since), changes(since, asOf, false));
            add(sections, "What was said since " + DAY.format(since), changes(since, asOf, true));
            List<Line> table = table(states, before);
            if (!table.isEmpty()) {
                sections.add(new Section("State on " + DAY.format(asOf), COLUMNS, table));
            }
            add(sections, "Told differently", disputes(states));
            add(sections, "What answered what", answers());
            add(sections, "Not known", unknown(states));
            String title =
                    wording.name(one) + " and " + wording.name(other) + ": state of contacts as of " + DAY.format(asOf);
            List<Document> reports = notes.keySet().stream()
                    .map(c -> documents.get(c.document()))
                    .filter(java.util.Objects::nonNull)
                    .distinct()
                    .sorted(Comparator.comparing(Document::file).thenComparing(Document::id))
                    .toList();
            return new Brief(title, sections, List.copyOf(notes.values()), reports);
        }

        private static void add(List<Section> sections, String title, List<Line> lines) {
            if (!lines.isEmpty()) {
                sections.add(new Section(title, lines));
            }
        }

        /** What is not simply open. */
        private List<Line> standing(List<State> states) {
            List<Line> out = new ArrayList<>();
            for (State state : states) {
                String value = state.value();
                if (value != null && List.of("suspended", "closed", "vacant").contains(value)) {
                    line(
                            state.subject().name() + " is " + value + since(state)
                                    + (state.disputed() ? " (sources differ)" : "") + ".",
                            mark(state),
                            state.citations(),
                            out);
                }
            }
            return out;
        }

        private static Mark mark(State state) {
            return state.basis() == State.Basis.STATED || state.basis() == State.Basis.EVENT
                    ? Mark.SAID
                    : Mark.INFERRED;
        }

        private static String since(State state) {
            return state.since().isKnown() ? Wording.since(state.since()) : "";
        }

        /** The events of a period: deeds, or what was only said. */
        private List<Line> changes(LocalDate since, LocalDate asOf, boolean said) {
            Selection period = new Selection(List.of(), since, asOf);
            List<Line> out = new ArrayList<>();
            for (Event event : dossier.events()) {
                String type = event.act().type();
                if (period.has(event)
                        && type != null
                        && SAID.contains(type) == said
                        && !event.claims().isEmpty()) {
                    line(
                            Wording.when(event.date()) + ", " + wording.act(event) + force(event),
                            Mark.SAID,
                            words(event),
                            out);
                }
            }
            return out;
        }

        private static String force(Event event) {
            When effective = event.effective();
            return effective == null || !effective.isKnown() || effective.equals(event.date())
                    ? ""
                    : ", in force" + Wording.from(effective);
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

        private List<Line> table(List<State> states, List<State> before) {
            Map<String, String> earlier = new LinkedHashMap<>();
            before.forEach(s -> earlier.put(key(s), value(s)));
            List<Line> out = new ArrayList<>();
            for (State state : states) {
                if (!value(state).equals("unknown")) {
                    String was = earlier.getOrDefault(key(state), "unknown");
                    String change = was.equals(value(state)) ? "" : " (before: " + was + ")";
                    String field = state.attribute().name().toLowerCase(Locale.ROOT);
                    String basis = state.basis().name().toLowerCase(Locale.ROOT);
                    String text = state.subject().name() + ", " + field + ": " + value(state) + since(state) + change
                            + "; " + basis;
                    List<String> cells = List.of(
                            state.subject().name(),
                            (field.equals("status") ? "" : field + " ") + value(state),
                            state.since().isKnown() ? Wording.when(state.since()) : "not known",
                            change.isEmpty() ? "the same" : was,
                            basis);
                    out.add(new Line(text, mark(state), numbers(state.citations()), cells));
                }
            }
            return out;
        }

        private static String key(State state) {
            return state.subject().id() + " " + state.attribute();
        }

        private static String value(State state) {
            String value = state.value();
            if (value != null) {
                return value;
            }
            return state.low() == null && state.high() == null ? "unknown" : state.low() + ".." + state.high();
        }

        /** What these reports leave open of what they tell: since when, how many exactly, or how it stands on the day. */
        private List<Line> unknown(List<State> states) {
            List<Line> out = new ArrayList<>();
            for (State state : states) {
                String name = state.subject().name();
                String field = state.attribute().name().toLowerCase(Locale.ROOT);
                When since = state.since();
                if (state.citations().isEmpty()) {
                    continue;
                }
                String open = "";
                if (value(state).equals("unknown")) {
                    open = name + ", " + field + ": how it stands on this day";
                } else if (state.value() == null) {
                    open = name + ", " + field + ": the exact number (" + value(state) + ")";
                } else if (!since.isKnown()) {
                    open = name + ", " + field + ": since when it is " + value(state);
                } else if (since.start() == null || since.end() == null) {
                    open = name + ", " + field + ": the day since which it is " + value(state) + " ("
                            + Wording.when(since) + ")";
                }
                if (!open.isEmpty()) {
                    line(open, Mark.INFERRED, state.citations(), out);
                }
            }
            return out;
        }

        private List<Line> disputes(List<State> states) {
            Map<String, String> subjects = new LinkedHashMap<>();
            dossier.events().forEach(e -> e.subjects().forEach(x -> subjects.put(x.id(), x.name())));
            states.forEach(x -> subjects.put(x.subject().id(), x.subject().name()));
            List<Line> out = new ArrayList<>();
            for (Disagreement d : dossier.disagreements()) {
                TreeSet<String> values = new TreeSet<>();
                d.readings().forEach(r -> values.add(ReadingWords.of(d, r.value(), wording::name)));
                Event event = events.get(d.about());
                String about = event == null
                        ? subjects.getOrDefault(d.about(), "")
                        : Wording.when(event.date()) + ", " + wording.bareAct(event);
                line(
                        (about.isEmpty() ? "" : about + " \u2013 ") + d.field() + ": " + String.join(" or ", values)
                                + " (" + d.kind().name().toLowerCase(Locale.ROOT) + ")",
                        Mark.SAID,
                        d.readings().stream()
                                .map(Disagreement.Reading::citation)
                                .toList(),
                        out);
            }
            return out;
        }

        private List<Line> answers() {
            List<Line> out = new ArrayList<>();
            List<Answer> inOrder = dossier.answers().stream()
                    .sorted(Comparator.comparing((Answer a) -> day(a.stimulus()))
                            .thenComparing(Answer::stimulus)
                            .thenComparing(a -> day(a.response()))
                            .thenComparing(Answer::id))
                    .toList();
            for (Answer answer : inOrder) {
                Event stimulus = events.get(answer.stimulus());
                Event response = events.get(answer.response());
                if (stimulus != null && response != null) {
                    List<Citation> words = answer.citations().isEmpty() ? words(response) : answer.citations();
                    line(
                            Wording.when(stimulus.date()) + ", " + wording.bareAct(stimulus) + " \u2013 answered "
                                    + Wording.when(response.date()) + ", " + wording.bareAct(response) + lag(answer)
                                    + likeness(answer) + "; " + AnswerWords.of(answer.basis()),
                            answer.basis().equals("stated") ? Mark.SAID : Mark.INFERRED,
                            words,
                            out);
                }
            }
            return out;
        }

        private String day(String id) {
            Event event = events.get(id);
            return event == null || event.date().start() == null
                    ? "9999"
                    : event.date().start().toString();
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

        private void line(String text, Mark mark, List<Citation> words, List<Line> out) {
            out.add(new Line(text, mark, numbers(words)));
        }

        private List<Integer> numbers(List<Citation> words) {
            TreeSet<Integer> numbers = new TreeSet<>();
            words.stream()
                    .sorted(Comparator.naturalOrder())
                    .limit(MOST_NOTES)
                    .forEach(c -> numbers.add(note(c).number()));
            return List.copyOf(numbers);
        }

        private Source note(Citation citation) {
            Source known = notes.get(citation);
            if (known != null) {
                return known;
            }
            Document document = documents.get(citation.document());
            String quote = citation.quote().replaceAll("\\s+", " ").strip();
            Source source = new Source(
                    notes.size() + 1,
                    document == null ? citation.document() : document.file(),
                    document == null ? null : document.outlet(),
                    document == null || document.published().start() == null
                            ? "undated"
                            : document.published().start().toString(),
                    citation.start(),
                    quote.length() > LONGEST_QUOTE ? quote.substring(0, LONGEST_QUOTE - 1) + "\u2026" : quote,
                    document == null ? null : grades.of(document));
            notes.put(citation, source);
            return source;
        }
    }
}
