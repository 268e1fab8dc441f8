package org.demarche.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A calendar date of which parts may be unsaid: {@code 2021-10-06}, {@code 2021-10}, {@code 2021}, {@code --10-06}, {@code --10}.
 * A part that is not said is 0.
 */
public record PartialDate(int year, int month, int day) {
    private static final Pattern FORM = Pattern.compile("(?:(\\d{4})|-)(?:-(\\d{2})(?:-(\\d{2}))?)?");

    public PartialDate {
        boolean fits = year >= 0
                && month >= 0
                && month <= 12
                && day >= 0
                && (year > 0 || month > 0)
                && (month > 0 || day == 0);
        if (fits && day > 0) {
            fits = day <= YearMonth.of(year == 0 ? 2020 : year, month).lengthOfMonth();
        }
        if (!fits) {
            throw new IllegalArgumentException("not a date: year " + year + ", month " + month + ", day " + day);
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Reads the forms of the class comment; empty for anything else. */
    public static Optional<PartialDate> parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches() || (m.group(1) == null && m.group(2) == null)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartialDate(number(m.group(1)), number(m.group(2)), number(m.group(3))));
        } catch (IllegalArgumentException | DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    public boolean hasYear() {
        return year > 0;
    }

    public boolean isDay() {
        return day > 0 && hasYear();
    }

    /** The first day it can mean; empty where the year is unsaid. */
    public Optional<LocalDate> first() {
        return hasYear() ? Optional.of(LocalDate.of(year, Math.max(month, 1), Math.max(day, 1))) : Optional.empty();
    }

    /** The last day it can mean; empty where the year is unsaid. */
    public Optional<LocalDate> last() {
        if (!hasYear()) {
            return Optional.empty();
        }
        if (day > 0) {
            return first();
        }
        return Optional.of(YearMonth.of(year, month == 0 ? 12 : month).atEndOfMonth());
    }

    public PartialDate withYear(int other) {
        return new PartialDate(other, month, day);
    }

    /** ISO 8601, {@code --MM-DD} where the year is unsaid. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(10);
        if (hasYear()) {
            digits(out, year, 4);
        } else {
            out.append('-');
        }
        if (month > 0) {
            digits(out.append('-'), month, 2);
        }
        if (day > 0) {
            digits(out.append('-'), day, 2);
        }
        return out.toString();
    }

    private static void digits(StringBuilder out, int number, int least) {
        String digits = String.valueOf(number);
        out.append("0".repeat(Math.max(0, least - digits.length()))).append(digits);
    }
}
