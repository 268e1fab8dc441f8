package org.demarche.merge;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.demarche.model.Days;
import org.demarche.model.When;

/** When an act was done, as its claims have it: a day before a span of days, and of days the one that is told best. Not thread-safe. */
final class DayVote {
    private final Map<LocalDate, Integer> votes = new TreeMap<>();
    private Days common = Days.ANY;

    /**
     * @param days those of the date, which may be narrower than its words
     */
    void add(When date, Days days) {
        if (days.isDay()) {
            votes.merge(Objects.requireNonNull(days.first()), weight(date), Integer::sum);
        }
        common = common.meet(days);
    }

    /** A day in so many words (the year may come from other reports) before one that is counted from another. */
    private static int weight(When date) {
        return switch (date.basis()) {
            case STATED -> 4;
            case INFERRED -> date.citation() == null ? 1 : 4;
            case RELATIVE_REPORT -> 3;
            default -> 2;
        };
    }

    /** The day most claims state; where none states a day, the days common to the claims, best known first. */
    Days days() {
        LocalDate best = null;
        for (Map.Entry<LocalDate, Integer> vote : votes.entrySet()) {
            if (best == null || vote.getValue() > votes.getOrDefault(best, 0)) {
                best = vote.getKey();
            }
        }
        return best == null ? common : new Days(best, best);
    }
}
