package org.demarche.mention.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import org.demarche.model.PartialDate;

/**
 * A stretch of the calendar that a phrase names: a century, a season, a day, or a part of a day. What is not known of it is 0.
 *
 * <p>Values are written as TIMEX3 has them (TimeML 1.2.1, "Annotating TIMEX3"): {@code 19} for a century, {@code 198} for a decade, {@code 1998-Q3},
 * {@code 1998-SU}, {@code 1998-W07}, {@code 1998-W07-WE}, {@code XXXX-10-06}, {@code XXXX-WXX-2}, {@code 1998-10-06TMO}, {@code BC0490}.
 *
 * @param grain how long it is
 * @param year years before Christ are negative, 0 is unknown; of a decade or century, any year of it
 * @param part month, quarter, half, or season (1 spring to 4 winter), by the grain; of a week, its ISO number; of a day, its month
 * @param day of the month; for a day of which only the weekday is known, minus the ISO weekday
 * @param clock what follows the day: empty, {@code TMO}, {@code T10:30}
 */
record Moment(Grain grain, int year, int part, int day, String clock) {
    private static final String[] SEASONS = {"XX", "SP", "SU", "FA", "WI"};

    /** A day of which nothing is known. */
    static final Moment SOME_DAY = new Moment(Grain.DAY, 0, 0, 0, "");

    static Moment century(int anyYear) {
        return new Moment(Grain.CENTURY, anyYear, 0, 0, "");
    }

    static Moment decade(int anyYear) {
        return new Moment(Grain.DECADE, anyYear, 0, 0, "");
    }

    static Moment year(int year) {
        return new Moment(Grain.YEAR, year, 0, 0, "");
    }

    static Moment month(int year, int month) {
        return new Moment(Grain.MONTH, year, month, 0, "");
    }

    static Moment day(LocalDate date) {
        return new Moment(Grain.DAY, fromProleptic(date.getYear()), date.getMonthValue(), date.getDayOfMonth(), "");
    }

    static Moment weekday(int isoDay) {
        return new Moment(Grain.DAY, 0, 0, -isoDay, "");
    }

    /** The stretch of a grain that holds a day. */
    static Moment around(LocalDate date, Grain grain) {
        int year = fromProleptic(date.getYear());
        int month = date.getMonthValue();
        return switch (grain) {
            case DAY -> day(date);
            case WEEK, WEEKEND ->
                new Moment(
                        grain,
                        fromProleptic(date.get(IsoFields.WEEK_BASED_YEAR)),
                        date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        0,
                        "");
            case MONTH -> month(year, month);
            case QUARTER -> new Moment(grain, year, (month + 2) / 3, 0, "");
            case HALF -> new Moment(grain, year, (month + 5) / 6, 0, "");
            case SEASON ->
                new Moment(grain, month == 12 ? year : month < 3 ? previousYear(year) : year, seasonOf(month), 0, "");
            case YEAR, DECADE, CENTURY -> new Moment(grain, year, 0, 0, "");
        };
    }

    private static int seasonOf(int month) {
        return month == 12 || month < 3 ? 4 : month / 3;
    }

    private static int previousYear(int year) {
        return year == 1 ? -1 : year - 1;
    }

    private static int fromProleptic(int year) {
        return year > 0 ? year : year - 1;
    }

    private int proleptic() {
        return year > 0 ? year : year + 1;
    }

    boolean hasYear() {
        return year != 0;
    }

    /** Whether it is one certain day. */
    boolean isDay() {
        return grain == Grain.DAY && year != 0 && part > 0 && day > 0;
    }

    boolean isWeekdayOnly() {
        return grain == Grain.DAY && day < 0;
    }

    /** The month, 0 where none is named. */
    int month() {
        return grain == Grain.DAY || grain == Grain.MONTH ? part : 0;
    }

    Moment withClock(String other) {
        return new Moment(grain, year, part, day, other);
    }

    Moment withYear(int other) {
        return new Moment(grain, other, part, day, clock);
    }

    /** The first day, where it can be told. */
    Optional<LocalDate> first() {
        if (!hasYear()) {
            return Optional.empty();
        }
        int y = proleptic();
        try {
            return Optional.ofNullable(
                    switch (grain) {
                        case CENTURY -> LocalDate.of(firstOfCentury(y), 1, 1);
                        case DECADE -> LocalDate.of(Math.floorDiv(y, 10) * 10, 1, 1);
                        case YEAR -> LocalDate.of(y, 1, 1);
                        case HALF -> LocalDate.of(y, part == 2 ? 7 : 1, 1);
                        case QUARTER -> part == 0 ? null : LocalDate.of(y, part * 3 - 2, 1);
                        case SEASON -> LocalDate.of(y, part * 3, 1);
                        case MONTH -> part == 0 ? null : LocalDate.of(y, part, 1);
                        case WEEK -> part == 0 ? null : monday(y);
                        case WEEKEND -> part == 0 ? null : monday(y).plusDays(5);
                        case DAY -> part > 0 && day > 0 ? LocalDate.of(y, part, day) : null;
                    });
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** As ISO 8601 and TIMEX3 count, the twentieth century is the 1900s; those before Christ, and the first after, have a hundred years of their era. */
    private static int firstOfCentury(int y) {
        return y >= 100 ? y / 100 * 100 : Math.floorDiv(y - 1, 100) * 100 + 1;
    }

    private LocalDate monday(int y) {
        return LocalDate.of(y, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, part)
                .with(ChronoField.DAY_OF_WEEK, 1);
    }

    /** The last day, where it can be told. */
    Optional<LocalDate> last() {
        return first().map(first -> switch (grain) {
            case CENTURY -> first.plusYears(100).minusDays(1);
            case DECADE -> first.plusYears(10).minusDays(1);
            case YEAR -> first.plusYears(1).minusDays(1);
            case HALF -> first.plusMonths(6).minusDays(1);
            case QUARTER, SEASON -> first.plusMonths(3).minusDays(1);
            case MONTH -> YearMonth.from(first).atEndOfMonth();
            case WEEK -> first.plusDays(6);
            case WEEKEND -> first.plusDays(1);
            case DAY -> first;
        });
    }

    /** The same stretch, earlier or later by so many of a unit; itself where it has no place in the calendar. */
    Moment plus(long count, Grain step) {
        Optional<LocalDate> from = first();
        if (from.isEmpty()) {
            return this;
        }
        LocalDate moved = move(from.get(), count, step);
        return around(moved, grain).withClock(clock);
    }

    /**
     * The stretch of another grain that lies so many of a unit away. A day without a year ("6 October") can be moved too, as long as the year it would
     * fall into is the same; what cannot be told comes back as an unknown of that grain.
     */
    Moment shifted(long count, Grain step, Grain to) {
        Optional<LocalDate> from = first();
        if (from.isPresent()) {
            return around(move(from.get(), count, step), to);
        }
        boolean leap = part == 2 && day == 29;
        boolean yearless = (grain == Grain.DAY && part > 0 && day > 0 && !leap) || (grain == Grain.MONTH && part > 0);
        if (yearless && !Grain.MONTH.finerThan(to)) {
            LocalDate some = LocalDate.of(2021, part, Math.max(1, day));
            LocalDate moved = move(some, count, step);
            if (moved.getYear() == 2021) {
                Moment there = around(moved, to);
                return to == Grain.WEEK ? new Moment(Grain.WEEK, 0, 0, 0, "") : there.withYear(0);
            }
        }
        return new Moment(to, 0, 0, 0, "");
    }

    static LocalDate move(LocalDate from, long count, Grain step) {
        return switch (step) {
            case CENTURY -> from.plusYears(100 * count);
            case DECADE -> from.plusYears(10 * count);
            case YEAR -> from.plusYears(count);
            case HALF -> from.plusMonths(6 * count);
            case QUARTER, SEASON -> from.plusMonths(3 * count);
            case MONTH -> from.plusMonths(count);
            case WEEK, WEEKEND -> from.plusWeeks(count);
            case DAY -> from.plusDays(count);
        };
    }

    /** The first day as far as it is known, in the form that says no more than the grain does; empty for years before Christ. */
    Optional<PartialDate> start() {
        return partial(false);
    }

    /** The last day, as {@link #start()}. */
    Optional<PartialDate> end() {
        return partial(true);
    }

    private Optional<PartialDate> partial(boolean last) {
        if (year < 0 || year > 9999) {
            return Optional.empty();
        }
        try {
            return switch (grain) {
                case YEAR -> year == 0 ? Optional.empty() : Optional.of(new PartialDate(year, 0, 0));
                case MONTH -> year == 0 && part == 0 ? Optional.empty() : Optional.of(new PartialDate(year, part, 0));
                case DAY -> part == 0 || day <= 0 ? Optional.empty() : Optional.of(new PartialDate(year, part, day));
                case WEEK, WEEKEND -> (last ? last() : first()).map(PartialDate::of);
                case CENTURY, DECADE -> (last ? last() : first()).map(d -> new PartialDate(d.getYear(), 0, 0));
                case HALF, QUARTER, SEASON ->
                    (last ? last() : first()).map(d -> new PartialDate(d.getYear(), d.getMonthValue(), 0));
            };
        } catch (IllegalArgumentException | DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The TIMEX3 value. */
    String timex() {
        String y = yearText();
        String sub = part == 0 ? "XX" : String.format(Locale.ROOT, "%02d", part);
        return switch (grain) {
            case CENTURY -> year == 0 ? "XX" : prefix() + digits(Math.abs(year), 100, "%02d");
            case DECADE -> year == 0 ? "XXX" : prefix() + digits(Math.abs(year), 10, "%03d");
            case YEAR -> y + clock;
            case HALF -> y + "-H" + (part == 0 ? "X" : part);
            case QUARTER -> y + "-Q" + (part == 0 ? "X" : part);
            case SEASON -> y + "-" + SEASONS[part];
            case MONTH -> y + "-" + sub;
            case WEEK -> y + "-W" + sub;
            case WEEKEND -> y + "-W" + sub + "-WE";
            case DAY ->
                (isWeekdayOnly()
                                ? y + "-WXX-" + -day
                                : y + "-" + sub + "-" + (day == 0 ? "XX" : String.format(Locale.ROOT, "%02d", day)))
                        + clock;
        };
    }

    private String prefix() {
        return year < 0 ? "BC" : "";
    }

    private String yearText() {
        return year == 0 ? "XXXX" : prefix() + String.format(Locale.ROOT, "%04d", Math.abs(year));
    }

    /** A century's number in TIMEX3 is that of its years' first digits: 19 for the 1900s, the twentieth century. */
    private static String digits(int year, int by, String form) {
        return String.format(Locale.ROOT, form, year / by);
    }
}
