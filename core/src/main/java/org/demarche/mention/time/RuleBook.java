package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rules. At one place the longest phrase wins, then the rule that stands first. */
final class RuleBook {
    private static final PhraseIndex<Rule> RULES = new PhraseIndex<>(all(), Rule::phrase);

    private RuleBook() {}

    private static List<Rule> all() {
        List<Rule> out = new ArrayList<>();
        out.addAll(Counts.rules());
        out.addAll(RelativeDates.rules());
        out.addAll(CalendarDates.rules());
        out.addAll(DaysOfMonth.rules());
        out.addAll(Ranges.rules());
        out.addAll(WeekDates.rules());
        out.addAll(NamedDays.rules());
        out.addAll(ClockTimes.rules());
        out.addAll(SetsAndReferences.rules());
        out.addAll(Durations.rules());
        return List.copyOf(out);
    }

    /** Whether a word stands in any rule. */
    static boolean knows(Piece piece) {
        return RULES.words().contains(piece.lower());
    }

    /** What begins at a place: the findings of the longest phrase, empty where there is none. */
    static Optional<Reading> at(Line line, int at, Anchors anchors) {
        Pieces pieces = line.pieces();
        Reading best = null;
        for (Rule rule : RULES.at(pieces.at(at))) {
            Match match = rule.phrase().match(pieces, at);
            if (match == null || (best != null && match.to <= best.to())) {
                continue;
            }
            List<Finding> findings = rule.reading().read(match, new Place(line, match.from, match.to, anchors));
            if (!findings.isEmpty()) {
                best = new Reading(rule, findings, match.to);
            }
        }
        return Optional.ofNullable(best);
    }

    /** What a rule read, and the piece after it. */
    record Reading(Rule rule, List<Finding> findings, int to) {}
}
