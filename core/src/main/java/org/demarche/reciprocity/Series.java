package org.demarche.reciprocity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.PartialDate;
import org.demarche.model.Together;
import org.jspecify.annotations.Nullable;

/**
 * How two sides dealt with each other, period by period and in each direction; periods without an act have a row of zeros.
 *
 * <p>Only asserted events count (not the package that several are part of), and only those of which all possible days lie in one period; a mutual act counts once in each direction.
 *
 * @param rows by period, then first side to second before second to first
 * @param undated events of the two sides that no period can claim
 */
public record Series(List<Row> rows, int undated) {
    /** Length of a period. Weeks begin on Monday. */
    public enum Per {
        DAY,
        WEEK,
        MONTH;

        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
            };
        }
    }

    /**
     * One period in one direction.
     *
     * @param start first day
     * @param end last day
     * @param source id of the side that acts
     * @param target id of the side that is acted upon
     * @param events number of events
     * @param quads number of events of each quad class: verbal co-operation, material co-operation, verbal conflict, material conflict
     * @param goldstein sum of the Goldstein values of those that have one
     * @param goldsteinMean their mean, or null where there is none
     * @param plover sum of the PLOVER scores of those that have one
     * @param ploverMean their mean, or null where there is none
     */
    public record Row(
            LocalDate start,
            LocalDate end,
            String source,
            String target,
            int events,
            List<Integer> quads,
            double goldstein,
            @Nullable Double goldsteinMean,
            double plover,
            @Nullable Double ploverMean) {
        public Row {
            quads = List.copyOf(quads);
        }
    }

    public Series {
        rows = List.copyOf(rows);
    }

    /**
     * The series of two sides.
     *
     * @param a id of a principal ({@code NATO}, {@code RUS}); persons and organs count for it
     * @param since first day, or null for the first event's
     * @param until last day, or null for the last event's
     */
    public static Series of(
            List<Event> events, String a, String b, Per per, @Nullable LocalDate since, @Nullable LocalDate until) {
        List<Event> own = events.stream()
                .filter(e -> e.factuality() == Factuality.ASSERTED
                        && !e.claims().isEmpty()
                        && (acts(e, a, b) || acts(e, b, a)))
                .toList();
        List<Event> dated = own.stream().filter(e -> period(e, per) != null).toList();
        LocalDate first = since;
        LocalDate last = until;
        for (Event e : dated) {
            LocalDate start = period(e, per);
            if (start != null) {
                first = since == null && (first == null || start.isBefore(first)) ? start : first;
                last = until == null && (last == null || start.isAfter(last)) ? start : last;
            }
        }
        List<Row> rows = new ArrayList<>();
        if (first != null && last != null) {
            for (LocalDate start = per.start(first); !start.isAfter(last); start = per.next(start)) {
                rows.add(row(dated, start, per, a, b));
                rows.add(row(dated, start, per, b, a));
            }
        }
        return new Series(rows, own.size() - dated.size());
    }

    private static Row row(List<Event> events, LocalDate start, Per per, String source, String target) {
        int[] quads = new int[4];
        int n = 0;
        double goldstein = 0;
        int withGoldstein = 0;
        double plover = 0;
        int withPlover = 0;
        for (Event e : events) {
            if (!start.equals(period(e, per)) || !acts(e, source, target)) {
                continue;
            }
            n++;
            Integer quad = e.act().quad();
            if (quad != null && quad >= 1 && quad <= 4) {
                quads[quad - 1]++;
            }
            Double value = e.act().goldstein();
            if (value != null) {
                goldstein += value;
                withGoldstein++;
            }
            Double score = PloverScore.of(e.act());
            if (score != null) {
                plover += score;
                withPlover++;
            }
        }
        return new Row(
                start,
                per.next(start).minusDays(1),
                source,
                target,
                n,
                List.of(quads[0], quads[1], quads[2], quads[3]),
                goldstein,
                withGoldstein == 0 ? null : Double.valueOf(goldstein / withGoldstein),
                plover,
                withPlover == 0 ? null : Double.valueOf(plover / withPlover));
    }

    /** Whether one side does it to the other, or both to each other. */
    private static boolean acts(Event e, String source, String target) {
        return has(e.actors(), source)
                && has(Together.recipients(e.act(), e.actors(), e.recipients(), e.subjects()), target);
    }

    private static boolean has(List<Claim.Party> parties, String principal) {
        return parties.stream().map(Claim.Party::actor).map(Actor::principal).anyMatch(principal::equals);
    }

    /** First day of the period that holds every day on which it can have been; null where there is none. */
    private static @Nullable LocalDate period(Event e, Per per) {
        PartialDate start = e.date().start();
        PartialDate end = e.date().end();
        LocalDate first = start == null ? null : start.first().orElse(null);
        LocalDate last = end == null ? null : end.last().orElse(null);
        if (first == null || last == null || !per.start(first).equals(per.start(last))) {
            return null;
        }
        return per.start(first);
    }
}
