package org.demarche.coding;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Set;
import org.demarche.model.Citation;
import org.demarche.model.Mention;
import org.demarche.model.When;

/**
 * A dated expression of a sentence.
 *
 * @param head the word that heads it
 * @param preposition that before it, or empty
 */
record Timed(Mention.OfTime mention, int head, String preposition) {
    private static final Set<String> DEADLINE =
            Set.of("by", "from", "within", "as of", "effective", "starting", "beginning", "before", "no later than");

    boolean isDuration() {
        return mention.type() == Mention.OfTime.Type.DURATION;
    }

    /** "A week later, on 16 April": the day itself says more than what it is counted from. */
    boolean isRelative() {
        return mention.when().basis() == When.Basis.RELATIVE_ACT;
    }

    /** "A month ago, on 23 January". */
    boolean isCoarse() {
        return mention.when().basis() == When.Basis.RELATIVE_REPORT
                && mention.when().precision() != When.Precision.DAY;
    }

    boolean isAbsolute() {
        return mention.when().precision() == When.Precision.DAY
                && mention.when().basis() == When.Basis.STATED;
    }

    boolean isUsable() {
        return mention.when().isKnown() || isWeekday();
    }

    static boolean opensTerm(String word) {
        return DEADLINE.contains(word);
    }

    /** A date, or an hour or a part of a day whose date is known ("on Tuesday morning"). */
    boolean isDate() {
        return mention.type() == Mention.OfTime.Type.DATE
                || mention.type() == Mention.OfTime.Type.TIME
                        && mention.when().precision() == When.Precision.DAY
                        && mention.when().isKnown();
    }

    /** A day of the calendar or of the week, whether or not it can be told which. */
    boolean isDay() {
        return isDate() && (mention.when().precision() == When.Precision.DAY || isWeekday());
    }

    private boolean isWeekday() {
        Citation words = mention.when().citation();
        if (words == null || mention.when().isKnown()) {
            return false;
        }
        String text = words.quote().toLowerCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (text.endsWith(day.name().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
