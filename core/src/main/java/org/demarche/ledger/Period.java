package org.demarche.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.demarche.model.Dateline;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** The days on which a change can have come; a null end is open. A date without a year bounds nothing. */
record Period(@Nullable LocalDate first, @Nullable LocalDate last) {
    static final Period UNKNOWN = new Period(null, null);

    static Period of(@Nullable When when) {
        return when == null ? UNKNOWN : of(when.start(), when.end());
    }

    /** "From 1 November" is in force on 1 November; a month or a year without an end begins some day in it. */
    static Period inForce(@Nullable When when) {
        Period period = of(when);
        PartialDate start = when == null ? null : when.start();
        boolean open = period.first() != null && period.last() == null;
        return open && start != null ? new Period(period.first(), start.last().orElse(period.first())) : period;
    }

    static Period of(Dateline dateline) {
        return of(dateline.start(), dateline.end());
    }

    private static Period of(@Nullable PartialDate start, @Nullable PartialDate end) {
        LocalDate first = start == null ? null : start.first().orElse(null);
        LocalDate last = end == null ? null : end.last().orElse(null);
        return first != null && last != null && last.isBefore(first)
                ? new Period(first, first)
                : new Period(first, last);
    }

    boolean isKnown() {
        return first != null || last != null;
    }

    /** The day from which it is certain; the first possible day where there is no last one. */
    LocalDate sure() {
        return last != null ? last : first != null ? first : LocalDate.MIN;
    }

    LocalDate earliest() {
        return first != null ? first : last != null ? last : LocalDate.MIN;
    }

    boolean isShort() {
        return first != null && last != null && ChronoUnit.DAYS.between(first, last) <= 62;
    }

    /** Days between two periods; 0 where they meet. */
    long gap(Period other) {
        if (sure().isBefore(other.earliest())) {
            return ChronoUnit.DAYS.between(sure(), other.earliest());
        }
        return other.sure().isBefore(earliest()) ? ChronoUnit.DAYS.between(other.sure(), earliest()) : 0;
    }

    Period cappedAt(@Nullable LocalDate day) {
        return day == null || last != null || (first != null && first.isAfter(day)) ? this : new Period(first, day);
    }

    When when(When.Basis basis) {
        return new When(
                first == null ? null : PartialDate.of(first),
                last == null ? null : PartialDate.of(last),
                first != null && first.equals(last)
                        ? When.Precision.DAY
                        : isKnown() ? When.Precision.VAGUE : When.Precision.NONE,
                isKnown() ? basis : When.Basis.UNKNOWN,
                null);
    }
}
