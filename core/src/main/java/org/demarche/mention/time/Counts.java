package org.demarche.mention.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Dates counted in more than one way: "a year and two months ago", "within five years, one month and twelve days", "two Sundays from now", "for two weeks
 * from 20 May", "in four working days". Working days are Monday to Friday; of feasts that are none nothing is known.
 */
final class Counts {
    private static final String MORE = "((, | and | , and)? b:NUM y:UNIT)";
    private static final String COMPOUND = "a:NUM x:UNIT " + MORE + " ((, | and | , and)? c:NUM z:UNIT)?";
    private static final String WEEKDAYS = "(mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)";
    private static final String ONE_WEEKDAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private static final Set<String> WORKING = Set.of("business", "working", "trading");

    private Counts() {}

    static List<Rule> rules() {
        List<Rule> out = new ArrayList<>();
        out.add(Rule.of("compound-ago", COMPOUND + " t:(ago|hence|later)", Counts::compound));
        out.add(Rule.of("compound-from-now", COMPOUND + " t:(from) (now|today)", Counts::compound));
        out.add(Rule.of(
                "compound-within", "(the (next|coming|upcoming|following))? " + COMPOUND, Counts::compoundWithin));
        out.add(Rule.of(
                "weekdays-from-now",
                "NUM (w:" + WEEKDAYS + " | w:" + ONE_WEEKDAY + ") t:(from|ago|hence) (now | today)?",
                Counts::weekdays));
        out.add(Rule.of(
                "duration-from",
                "NUM " + Durations.ADJ
                        + " UNIT ,? s:(from|starting|beginning|commencing) (from | on | with)? (CALENDAR | POINTER)",
                Counts::durationFrom));
        return out;
    }

    /** Whether days are counted that are no weekend: "three working days". */
    static boolean isWorking(Match m) {
        return WORKING.contains(m.pieces.at(m.start("UNIT") - 1).lower()) && m.need("UNIT", Unit.class) == Unit.DAY;
    }

    /** A day so many units away; of working days, those that are Monday to Friday. */
    static LocalDate move(LocalDate from, long count, Grain grain, boolean working) {
        if (!working || Math.abs(count) > 1000) {
            return Moment.move(from, count, grain);
        }
        LocalDate day = from;
        for (long left = Math.abs(count); left > 0; ) {
            day = day.plusDays(Long.signum(count));
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                left--;
            }
        }
        return day;
    }

    /** The day that lies all the amounts away; empty where one of them is vague, finer than a day, or a unit is said twice. */
    private static Optional<LocalDate> moved(Match m, LocalDate base, int sign) {
        LocalDate day = base;
        boolean digits = true;
        boolean falling = true;
        List<Unit> units = new ArrayList<>();
        for (String[] part : new String[][] {{"a", "x"}, {"b", "y"}, {"c", "z"}}) {
            Unit unit = m.get(part[1], Unit.class).orElse(null);
            if (unit == null) {
                continue;
            }
            int count = m.need(part[0], Amount.class).whole();
            Grain grain = unit.grain();
            if (grain == null || count <= 0 || units.contains(unit)) {
                return Optional.empty();
            }
            digits &= m.pieces.at(m.start(part[0])).isNumber();
            falling &= units.isEmpty() || unit.compareTo(units.get(units.size() - 1)) < 0;
            units.add(unit);
            day = Moment.move(day, (long) sign * count * (unit == Unit.FORTNIGHT ? 2 : 1), grain);
        }
        // "six weeks a year ago" are the six weeks of a year ago.
        return falling || digits ? Optional.of(day) : Optional.empty();
    }

    private static Grain finest(Match m) {
        Grain out = Grain.CENTURY;
        for (String part : List.of("x", "y", "z")) {
            @Nullable Grain grain = m.get(part, Unit.class).map(Unit::grain).orElse(null);
            out = grain != null && grain.finerThan(out) ? grain : out;
        }
        return out;
    }

    /** "1 month and 21 days ago": as exact as the finest of its units. */
    private static List<Finding> compound(Match m, Place place) {
        int sign = m.word("t").equals("ago") ? -1 : 1;
        boolean told = m.word("t").equals("later") && !place.isFirstPromise();
        if (place.anchors().narrative() || told) {
            return List.of();
        }
        return place.anchors()
                .reportDay()
                .flatMap(day -> moved(m, day, sign))
                .map(day -> List.of(Finding.of(
                        m.from, m.to, new Anchors.Dated(Moment.around(day, finest(m)), When.Basis.RELATIVE_REPORT))))
                .orElse(List.of());
    }

    /** "within five years, one month and twelve days": from the act before, else from the report. */
    private static List<Finding> compoundWithin(Match m, Place place) {
        if (!place.before().is("within")) {
            return List.of();
        }
        Optional<LocalDate> act = place.anchors()
                .last(Grain.DAY, place.sentence())
                .map(Anchors.Met::moment)
                .filter(Moment::isDay)
                .flatMap(Moment::first);
        Optional<LocalDate> base = act.isPresent() || place.anchors().narrative()
                ? act
                : place.anchors().reportDay();
        When.Basis basis = act.isPresent() ? When.Basis.RELATIVE_ACT : When.Basis.RELATIVE_REPORT;
        StringBuilder value = new StringBuilder("P");
        for (String[] part : new String[][] {{"a", "x"}, {"b", "y"}, {"c", "z"}}) {
            m.get(part[1], Unit.class)
                    .ifPresent(unit -> value.append(
                            unit.duration(m.need(part[0], Amount.class)).substring(1)));
        }
        return base.flatMap(day -> moved(m, day, 1)
                        .map(end -> List.of(Finding.duration(m.from, m.to, value.toString())
                                .withBounds(Finding.Bounds.of(day, end, When.Precision.DAY), basis))))
                .orElse(List.of());
    }

    /** "two Sundays from now", "three Fridays ago". */
    private static List<Finding> weekdays(Match m, Place place) {
        String word = m.word("w");
        Integer weekday = TimeWords.WEEKDAYS.get(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        int count = m.need("NUM", Amount.class).whole();
        boolean ago = m.word("t").equals("ago");
        boolean whole = !m.word("t").equals("from") || m.to > m.end("t");
        LocalDate report = place.anchors().reportDay().orElse(null);
        boolean plural = word.endsWith("s") == count > 1;
        if (weekday == null
                || count <= 0
                || !plural
                || !whole
                || report == null
                || place.anchors().narrative()) {
            return List.of();
        }
        int ahead = Math.floorMod(weekday - report.getDayOfWeek().getValue(), 7);
        LocalDate day = ago
                ? report.plusDays(ahead).minusWeeks(count)
                : report.plusDays(ahead == 0 ? 7 : ahead).plusWeeks(count - 1L);
        return List.of(Finding.of(m.from, m.to, new Anchors.Dated(Moment.day(day), When.Basis.RELATIVE_REPORT)));
    }

    /** "for two weeks from 20 May", "three days starting on Monday": so many days, the first of them named. */
    private static List<Finding> durationFrom(Match m, Place place) {
        boolean from = m.word("s").equals("from");
        if (from && !place.before().is("for")) {
            return List.of();
        }
        Amount amount = m.need("NUM", Amount.class);
        Unit unit = m.need("UNIT", Unit.class);
        Grain grain = unit.grain();
        String part = m.has("CALENDAR") ? "CALENDAR" : "POINTER";
        Place there = new Place(place.line(), m.start(part), m.end(part), place.anchors());
        Anchors.Dated first = m.has("CALENDAR")
                ? there.date(m.need("CALENDAR", Calendar.class))
                : m.need("POINTER", Pointer.class).from(there);
        Optional<LocalDate> start = first.moment().isDay() ? first.moment().first() : Optional.empty();
        long count = (long) amount.whole() * (unit == Unit.FORTNIGHT ? 2 : 1);
        if (grain == null
                || count <= 0
                || start.isEmpty()
                || SPAN_END.contains(place.after().lower())) {
            return List.of();
        }
        LocalDate end = isWorking(m)
                ? move(start.get().minusDays(1), count, grain, true)
                : Moment.move(start.get(), count, grain).minusDays(1);
        Finding.Bounds whole = Finding.Bounds.of(start.get(), end, When.Precision.DAY);
        return List.of(
                Finding.duration(m.from, m.end("UNIT"), unit.duration(amount)).withBounds(whole, first.basis()),
                Finding.of(m.start(part), m.to, first));
    }

    private static final Set<String> SPAN_END = Set.of("to", "until", "till", "through");
}
