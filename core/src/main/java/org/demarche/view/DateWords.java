package org.demarche.view;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Dates of any precision in words: "6 Oct 2021", "Oct 2021", "6 Oct". */
public final class DateWords {
    /** Where words for a span of days stand: "between 18 and 21 Oct 2021" in a sentence, "18–21 Oct 2021" in a table. */
    public enum Style {
        SENTENCE,
        TABLE
    }

    private DateWords() {}

    public static String of(PartialDate date) {
        String day = date.day() > 0 ? date.day() + " " : "";
        String month = date.month() == 0 ? "" : Month.of(date.month()).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return (day + month + (date.hasYear() ? " " + date.year() : "")).strip();
    }

    /** The days of what may have none. */
    public static String span(@Nullable When when, Style style) {
        return when == null ? span(null, null, style) : span(when.start(), when.end(), style);
    }

    /** A span of which begin or end may be open: "6 Oct 2021", "by 31 Oct 2021", "Apr 2014" for its first to its last day. */
    public static String span(@Nullable PartialDate start, @Nullable PartialDate end, Style style) {
        if (start == null) {
            String unknown = style == Style.SENTENCE ? "on a day not known" : "date unknown";
            return end == null ? unknown : "by " + of(end);
        }
        if (end == null) {
            return "after " + of(start);
        }
        PartialDate first = begin(start, end);
        PartialDate last = end(start, end);
        PartialDate whole = first.equals(last) ? first : whole(first, last);
        if (whole != null) {
            return of(whole);
        }
        boolean oneMonth =
                first.isDay() && last.isDay() && first.year() == last.year() && first.month() == last.month();
        String from = oneMonth ? String.valueOf(first.day()) : of(first);
        return style == Style.SENTENCE
                ? "between " + from + " and " + of(last)
                : from + (oneMonth ? "\u2013" : " \u2013 ") + of(last);
    }

    /** Where a span begins: its day, where only the end is told to the day ("Oct 2021" to 18 October begins on the first). */
    private static PartialDate begin(PartialDate start, PartialDate end) {
        return end.isDay() && !start.isDay()
                ? start.first().map(PartialDate::of).orElse(start)
                : start;
    }

    /** Where a span ends: its day, where only the begin is told to the day (6 October to "Oct 2021" ends on the last). */
    private static PartialDate end(PartialDate start, PartialDate end) {
        return start.isDay() && !end.isDay() ? end.last().map(PartialDate::of).orElse(end) : end;
    }

    /** The month or the year that two days begin and end, or null. */
    private static @Nullable PartialDate whole(PartialDate first, PartialDate last) {
        if (!first.isDay() || !last.isDay() || first.year() != last.year() || first.day() != 1) {
            return null;
        }
        LocalDate end = last.last().orElse(null);
        if (end == null || end.getDayOfMonth() != end.lengthOfMonth()) {
            return null;
        }
        if (first.month() == last.month()) {
            return new PartialDate(last.year(), last.month(), 0);
        }
        return first.month() == 1 && last.month() == 12 ? new PartialDate(last.year(), 0, 0) : null;
    }
}
