package org.demarche.mention.time;

import java.time.LocalDate;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * What a rule makes of a phrase.
 *
 * @param from first piece
 * @param to one past the last piece
 * @param value TIMEX3 value
 * @param type TIMEX3 type
 * @param moment the stretch of the calendar it names, or null for durations, sets and vague words
 * @param mod which end of it
 * @param basis how it is known
 * @param bounds days that bound an act, where the phrase itself gives them ("within a week"), or null
 */
record Finding(
        int from,
        int to,
        String value,
        Mention.OfTime.Type type,
        @Nullable Moment moment,
        Mod mod,
        When.Basis basis,
        @Nullable Bounds bounds) {

    /** First and last day, either of them open. */
    record Bounds(@Nullable PartialDate first, @Nullable PartialDate last, When.Precision precision) {
        /** The days from one to another; open at an end that the calendar of our era does not have. */
        static Bounds of(LocalDate first, LocalDate last, When.Precision precision) {
            return new Bounds(partial(first), partial(last), precision);
        }

        static @Nullable PartialDate partial(LocalDate date) {
            return date.getYear() < 1 || date.getYear() > 9999 ? null : PartialDate.of(date);
        }
    }

    static Finding of(int from, int to, Anchors.Dated dated, Mod mod) {
        Moment moment = dated.moment();
        boolean time = moment.clock().startsWith("T");
        return new Finding(
                from,
                to,
                moment.timex(),
                time ? Mention.OfTime.Type.TIME : Mention.OfTime.Type.DATE,
                moment,
                mod,
                dated.basis(),
                null);
    }

    static Finding of(int from, int to, Anchors.Dated dated) {
        return of(from, to, dated, Mod.WHOLE);
    }

    static Finding vague(int from, int to, String value) {
        return new Finding(from, to, value, Mention.OfTime.Type.DATE, null, Mod.WHOLE, When.Basis.UNKNOWN, null);
    }

    static Finding duration(int from, int to, String value) {
        return new Finding(from, to, value, Mention.OfTime.Type.DURATION, null, Mod.WHOLE, When.Basis.UNKNOWN, null);
    }

    static Finding set(int from, int to, String value) {
        return new Finding(from, to, value, Mention.OfTime.Type.SET, null, Mod.WHOLE, When.Basis.UNKNOWN, null);
    }

    Finding withBounds(Bounds other, When.Basis how) {
        return new Finding(from, to, value, type, moment, mod, how, other);
    }

    /** The same, which besides names a stretch of the calendar that later phrases may count from. */
    Finding naming(Moment other) {
        return new Finding(from, to, value, type, other, mod, basis, bounds);
    }

    Finding between(int first, int last) {
        return new Finding(first, last, value, type, moment, mod, basis, bounds);
    }
}
