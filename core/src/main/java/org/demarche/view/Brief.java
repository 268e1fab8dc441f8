package org.demarche.view;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.Dossier;
import org.demarche.model.Document;
import org.demarche.model.State;
import org.jspecify.annotations.Nullable;

/**
 * One page for a reader who was not there: what stands, what changed, what is disputed, what answered what, what is not known. What there
 * is no room for is counted.
 *
 * <p>Every line cites the words it rests on; a brief with a line that nothing supports cannot be built. What a report says and what follows
 * from it by a rule are marked apart.
 *
 * @param title who and as of when
 * @param subtitle how much was read, and since when changes are told
 * @param sections in the order of reading; empty ones are left out
 * @param sources the sentences that the notes point at, in order of their numbers
 * @param reports the reports of these sentences, by file
 */
public record Brief(
        String title, String subtitle, List<Section> sections, List<Source> sources, List<Document> reports) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /**
     * A part of the page.
     *
     * @param columns heads of a table whose rows the lines are; empty for a list
     * @param more how many lines there is no room for; the pages of the ledger have them
     */
    public record Section(String title, List<String> columns, List<Line> lines, int more) {
        public Section {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
        }

        /** What stands below a part that is cut, or nothing. */
        public String rest() {
            return more == 0 ? "" : "and " + more + " more in the ledger";
        }
    }

    /**
     * A statement.
     *
     * @param text the statement, also where it is a row
     * @param cells of a row, as many as the section has columns; empty in a list
     * @param mark whether reports say it, or it follows from what they say
     * @param notes numbers of the sources that it rests on, at least one
     */
    public record Line(String text, List<String> cells, Mark mark, List<Integer> notes) {
        public Line {
            if (notes.isEmpty()) {
                throw new UncitedLine(text);
            }
            cells = List.copyOf(cells);
            notes = List.copyOf(notes);
        }
    }

    /** What kind of statement a line is. */
    public enum Mark {
        /** A report says so. */
        SAID,
        /** It follows from what reports say, by a rule, or a model takes them to say so. */
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
        BriefNotes notes = new BriefNotes(dossier, grades);
        Wording wording = new Wording(dossier);
        BriefStates standing = new BriefStates(states, before, notes);
        BriefEvents events = new BriefEvents(dossier, wording, notes);
        String day = DAY.format(asOf);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Bottom line", List.of(), standing.bottomLine(), 0));
        sections.add(events.changes("What was done since " + DAY.format(since), since, asOf, false));
        sections.add(events.changes("What was said since " + DAY.format(since), since, asOf, true));
        sections.add(standing.table("State on " + day, DAY.format(since.minusDays(1)), day));
        sections.add(events.disputes("Told differently", states));
        sections.add(events.answers("What answered what"));
        List<Line> unknown = new ArrayList<>(standing.notKnown());
        unknown.addAll(events.undated());
        sections.add(new Section("Not known", List.of(), unknown, 0));
        sections.removeIf(s -> s.lines().isEmpty());
        int read = dossier.documents().size();
        return new Brief(
                wording.name(one) + " and " + wording.name(other) + ": state of contacts as of " + day,
                "From " + read + (read == 1 ? " report" : " reports") + ". * marks what sources differ on.",
                sections,
                notes.sources(),
                notes.reports());
    }
}
