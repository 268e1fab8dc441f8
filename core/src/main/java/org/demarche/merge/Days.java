package org.demarche.merge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.demarche.model.Dateline;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * The days that something can have been on; a null end is open. Dates without a year give no bound here: they are compared by month and
 * day alone.
 */
record Days(@Nullable LocalDate first, @Nullable LocalDate last) {
    static final Days ANY = new Days(null, null);

    static Days of(@Nullable When when) {
        return when == null ? ANY : of(when.start(), when.end());
    }

    /** When an act is in force: "from 1 November" is in force on 1 November; a month or a year without an end begins some day in it. */
    static Days inForce(@Nullable When when) {
        Days days = of(when);
        PartialDate start = when == null ? null : when.start();
        boolean open = days.first() != null && days.last() == null;
        return open && start != null ? new Days(days.first(), start.last().orElse(days.first())) : days;
    }

    static Days of(Dateline dateline) {
        return of(dateline.start(), dateline.end());
    }

    private static Days of(@Nullable PartialDate start, @Nullable PartialDate end) {
        LocalDate first = start == null ? null : start.first().orElse(null);
        LocalDate last = end == null ? null : end.last().orElse(null);
        return first != null && last != null && last.isBefore(first) ? new Days(first, first) : new Days(first, last);
    }

    boolean isKnown() {
        return first != null || last != null;
    }

    boolean isBounded() {
        return first != null && last != null;
    }

    boolean isDay() {
        return first != null && first.equals(last);
    }

    /** Days from first to last, both counted; a large number where an end is open. */
    long length() {
        return first == null || last == null ? 100_000 : ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** Days between the two, 0 where they meet or an open end leaves it possible. */
    long gap(Days other) {
        if (last != null && other.first != null && last.isBefore(other.first)) {
            return ChronoUnit.DAYS.between(last, other.first);
        }
        if (other.last != null && first != null && other.last.isBefore(first)) {
            return ChronoUnit.DAYS.between(other.last, first);
        }
        return 0;
    }

    /** The days common to both; this one where they have none in common. */
    Days meet(Days other) {
        LocalDate start = later(first, other.first);
        LocalDate end = earlier(last, other.last);
        return start != null && end != null && end.isBefore(start) ? this : new Days(start, end);
    }

    static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : b == null || a.isAfter(b) ? a : b;
    }

    static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }

    When.Precision precision() {
        long n = length();
        return n == 1
                ? When.Precision.DAY
                : n <= 7
                        ? When.Precision.WEEK
                        : n <= 31
                                ? When.Precision.MONTH
                                : n <= 93
                                        ? When.Precision.SEASON
                                        : n <= 366 ? When.Precision.YEAR : When.Precision.VAGUE;
    }
}
