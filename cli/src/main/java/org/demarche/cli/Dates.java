package org.demarche.cli;

import java.time.LocalDate;
import org.demarche.model.PartialDate;

/** Dates as options have them. */
final class Dates {
    private Dates() {}

    /** A date, month or year; what is none is the user's fault and is named. */
    static PartialDate parse(String option, String value) {
        return PartialDate.parse(value)
                .filter(PartialDate::hasYear)
                .orElseThrow(() -> new IllegalArgumentException(
                        "DEM-301 " + option + " " + value + " is not a date. Use YYYY-MM-DD, YYYY-MM or YYYY."));
    }

    /** The last day that a date, month or year can mean. */
    static LocalDate last(String option, String value) {
        return parse(option, value).last().orElseThrow();
    }

    /** The first day that it can mean. */
    static LocalDate first(String option, String value) {
        return parse(option, value).first().orElseThrow();
    }
}
