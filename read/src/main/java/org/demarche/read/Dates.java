package org.demarche.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.PartialDate;

/**
 * Dates as file formats write them: ISO 8601, RFC 5322, the compact forms of news agencies. A time with an offset keeps its own
 * day, so that no zone of the machine can change a date.
 */
final class Dates {
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?\\d{4,6}.{0,6})?");
    private static final Pattern LEADING = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:\\b|T).{0,40}");
    private static final List<DateTimeFormatter> WORDED = List.of(
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH));
    private static final Pattern REUTERS = Pattern.compile("\\s*(\\d{1,2}-[A-Za-z]{3}-\\d{4})\\b.{0,20}");
    /** As a browser's script writes a date: {@code Sat Dec 07 2024 01:36:41 GMT+0000 (UTC)}. */
    private static final Pattern SCRIPT =
            Pattern.compile("[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\\d{2}) (\\d{4}) \\d{2}:\\d{2}:\\d{2}\\b.{0,40}");

    private static final Pattern ZONE_NAME = Pattern.compile("\\s*\\([^)]{0,40}\\)$");

    private Dates() {}

    /** The day, month or year that a value names; empty where it is no date. */
    static Optional<PartialDate> parse(String value) {
        String text = value.strip();
        if (text.isEmpty() || text.length() > 80) {
            return Optional.empty();
        }
        Optional<PartialDate> partial = PartialDate.parse(text);
        if (partial.isPresent()) {
            return partial.filter(PartialDate::hasYear);
        }
        Matcher m = LEADING.matcher(text);
        if (m.matches()) {
            return day(m.group(1), m.group(2), m.group(3));
        }
        m = COMPACT.matcher(text);
        if (m.matches()) {
            return day(m.group(1), m.group(2), m.group(3));
        }
        m = SCRIPT.matcher(text);
        boolean script = m.matches();
        String worded = script ? m.group(1) + " " + Integer.parseInt(m.group(2)) + ", " + m.group(3) : text;
        m = REUTERS.matcher(text);
        worded = m.matches() ? titled(m.group(1)) : worded;
        for (DateTimeFormatter form : WORDED) {
            try {
                return Optional.of(PartialDate.of(LocalDate.parse(worded, form)));
            } catch (DateTimeException next) {
                // another form may fit
            }
        }
        return zoned(text);
    }

    private static String titled(String date) {
        return date.replaceAll(
                "[A-Z]{3}",
                date.charAt(date.indexOf('-') + 1)
                        + date.substring(date.indexOf('-') + 2, date.indexOf('-') + 4)
                                .toLowerCase(Locale.ROOT));
    }

    private static Optional<PartialDate> zoned(String text) {
        String bare = ZONE_NAME.matcher(text).replaceFirst("");
        try {
            return Optional.of(PartialDate.of(ZonedDateTime.parse(bare, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toLocalDate()));
        } catch (DateTimeException notMail) {
            try {
                return Optional.of(PartialDate.of(OffsetDateTime.parse(bare).toLocalDate()));
            } catch (DateTimeException notIso) {
                return Optional.empty();
            }
        }
    }

    private static Optional<PartialDate> day(String year, String month, String day) {
        try {
            return Optional.of(PartialDate.of(
                    LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
