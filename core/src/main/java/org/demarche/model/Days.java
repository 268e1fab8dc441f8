package org.demarche.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days that something can have been on; a null end is open. A date without a year bounds nothing.
 *
 * @param first first possible day, or null where nothing bounds it
 * @param last last possible day, or null where nothing bounds it
 */
public record Days(@Nullable LocalDate first, @Nullable LocalDate last) {
    /** Two months and a day. */
    private static final int SHORT = 63;

    public static final Days ANY = new Days(null, null);

    public static Days of(@Nullable When when) {
        return when == null ? ANY : of(when.start(), when.end());
    }

    /** When an act is in force: "from 1 November" is in force on 1 November; a month or a year without an end begins some day in it. */
    public static Days inForce(@Nullable When when) {
        Days days = of(when);
        PartialDate start = when == null ? null : when.start();
        boolean open = days.first() != null && days.last() == null;
        return open && start != null ? new Days(days.first(), start.last().orElse(days.first())) : days;
    }

    public static Days of(Dateline dateline) {
        return of(dateline.start(), dateline.end());
    }

    private static Days of(@Nullable PartialDate start, @Nullable PartialDate end) {
        LocalDate first = start == null ? null : start.first().orElse(null);
        LocalDate last = end == null ? null : end.last().orElse(null);
        return first != null && last != null && last.isBefore(first) ? new Days(first, first) : new Days(first, last);
    }

    public boolean isKnown() {
        return first != null || last != null;
    }

    public boolean isBounded() {
        return first != null && last != null;
    }

    public boolean isDay() {
        return first != null && first.equals(last);
    }

    /** Whether both ends are known and no more than two months apart. */
    public boolean isShort() {
        return length() <= SHORT;
    }

    /** The day from which it is certain; the first possible day where there is no last one. */
    public LocalDate sure() {
        return last != null ? last : first != null ? first : LocalDate.MIN;
    }

    /** The first possible day; the last one where the beginning is open. */
    public LocalDate earliest() {
        return first != null ? first : last != null ? last : LocalDate.MIN;
    }

    /** Days from first to last, both counted; a large number where an end is open. */
    public long length() {
        return first == null || last == null ? 100_000 : ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** Whether it was certainly over before the other can have begun; not where an open end leaves it possible that they meet. */
    public boolean isBefore(Days other) {
        return last != null && other.first != null && last.isBefore(other.first);
    }

    /** Days between the two, 0 where they meet or an open end leaves it possible. */
    public long gap(Days other) {
        if (last != null && other.first != null && last.isBefore(other.first)) {
            return ChronoUnit.DAYS.between(last, other.first);
        }
        if (other.last != null && first != null && other.last.isBefore(first)) {
            return ChronoUnit.DAYS.between(other.last, first);
        }
        return 0;
    }

    /** The days common to both; this one where they have none in common. */
    public Days meet(Days other) {
        LocalDate start = later(first, other.first);
        LocalDate end = earlier(last, other.last);
        return start != null && end != null && end.isBefore(start) ? this : new Days(start, end);
    }

    /** The same, not after {@code day} where the end was open. */
    public Days cappedAt(@Nullable LocalDate day) {
        return day == null || last != null || (first != null && first.isAfter(day)) ? this : new Days(first, day);
    }

    public static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : b == null || a.isAfter(b) ? a : b;
    }

    public static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }

    public When.Precision precision() {
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

    /** As a date of that basis that cites no words. */
    public When when(When.Basis basis) {
        return new When(
                first == null ? null : PartialDate.of(first),
                last == null ? null : PartialDate.of(last),
                isKnown() ? precision() : When.Precision.NONE,
                isKnown() ? basis : When.Basis.UNKNOWN,
                null);
    }
}
