package org.demarche.coding;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.Dateline;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * The days within which an order with a term is to be carried out: from the day of the order to that day and the length of the term. Hours count
 * as the days that they reach into. Where the order has no day, the term runs from the day of the report.
 */
final class Term {
    private static final Pattern LENGTH = Pattern.compile("PT?(\\d{1,4}|X)([HDWMY])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("D", ChronoUnit.DAYS, "W", ChronoUnit.WEEKS, "M", ChronoUnit.MONTHS, "Y", ChronoUnit.YEARS);

    /** "Days", "weeks": fewer than would be called by the next longer unit. */
    private static final Map<String, Integer> FEW = Map.of("H", 24, "D", 7, "W", 4, "M", 11, "Y", 9);

    /** A year that is not a leap year, to count days in where none is said. */
    private static final int ANY_YEAR = 2021;

    private Term() {}

    /**
     * @param length TIMEX3 duration ({@code P7D}, {@code PT48H})
     * @param done day of the order, or null
     * @return null where the length or the day to count from is not known
     */
    static @Nullable When after(String length, @Nullable When done, Dateline published) {
        Matcher m = LENGTH.matcher(length);
        if (!m.matches()) {
            return null;
        }
        PartialDate from = done == null || done.precision() != When.Precision.DAY ? null : done.end();
        When.Basis basis = When.Basis.RELATIVE_ACT;
        if (from == null || from.day() == 0) {
            from = published.end();
            basis = When.Basis.RELATIVE_REPORT;
        }
        if (from == null || from.day() == 0) {
            return null;
        }
        boolean yearless = !from.hasYear();
        LocalDate first = LocalDate.of(
                yearless ? ANY_YEAR : from.year(), from.month(), yearless ? Math.min(from.day(), 28) : from.day());
        int count = m.group(1).equals("X") ? FEW.getOrDefault(m.group(2), 1) : Integer.parseInt(m.group(1));
        boolean hours = m.group(2).equals("H");
        if (length.startsWith("PT") && !hours) {
            return null;
        }
        LocalDate last = hours
                ? first.plusDays((count + 23) / 24)
                : first.plus(count, UNITS.getOrDefault(m.group(2), ChronoUnit.DAYS));
        if (yearless && last.getYear() != ANY_YEAR) {
            return null;
        }
        PartialDate end =
                yearless ? new PartialDate(0, last.getMonthValue(), last.getDayOfMonth()) : PartialDate.of(last);
        return new When(from, end, When.Precision.DAY, basis, null);
    }
}
