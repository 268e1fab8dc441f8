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
