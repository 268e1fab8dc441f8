package org.demarche.view;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.demarche.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Dates of any precision in words: "6 Oct 2021", "Oct 2021", "6 Oct". */
public final class DateWords {
    private DateWords() {}

    public static String of(PartialDate date) {
        String day = date.day() > 0 ? date.day() + " " : "";
        String month = date.month() == 0 ? "" : Month.of(date.month()).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return (day + month + (date.hasYear() ? " " + date.year() : "")).strip();
    }

    /** Where a span begins: its day, where only the end is told to the day ("Oct 2021" to 18 October begins on the first). */
    public static PartialDate begin(PartialDate start, PartialDate end) {
        return end.isDay() && !start.isDay()
                ? start.first().map(PartialDate::of).orElse(start)
                : start;
    }

    /** Where a span ends: its day, where only the begin is told to the day (6 October to "Oct 2021" ends on the last). */
    public static PartialDate end(PartialDate start, PartialDate end) {
        return start.isDay() && !end.isDay() ? end.last().map(PartialDate::of).orElse(end) : end;
    }

    /** The month or the year that two days begin and end, or null. */
    public static @Nullable PartialDate whole(PartialDate first, PartialDate last) {
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
