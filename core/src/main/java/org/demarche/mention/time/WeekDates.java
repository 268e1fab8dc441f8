package org.demarche.mention.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.model.When;

/**
 * Weeks by a day of theirs or by their number: "the week of 16 September", "the week beginning 4 February", "the third week of October", "the last week of
 * 2015". The weeks of a month or year are counted as ISO 8601 counts those of a year: the first is that with its first Thursday.
 */
final class WeekDates {
    private WeekDates() {}

    static List<Rule> rules() {
        List<Rule> out = new ArrayList<>();
        out.add(Rule.of(
                "week-of-day",
                "(the? week (of | beginning | starting | commencing | ending) on? the? | w +/ +c | w +/ +e) (CALENDAR | POINTER)",
                WeekDates::ofDay));
        out.add(Rule.of(
                "week-of-day-alone",
                "the? week (of | beginning | starting | commencing | ending) (on)? the DAYORD",
                WeekDates::ofDayAlone));
        out.add(Rule.of("week-of-year", "the? week n:NUM (, | of | in)? YEAR", WeekDates::numbered));
        out.add(Rule.of("calendar-week", "the? calendar week n:NUM", WeekDates::ofReportsYear));
        out.add(Rule.of(
                "week-before-day-or-clock",
                "week n:NUM ,? (w:WEEKDAY | t:CLOCK)",
                (m, p) -> ofReportsYear(m, p).stream()
                        .map(f -> f.between(m.from, m.end("n")))
                        .toList()));
        out.add(Rule.of(
                "week-of-stretch",
                "the? (ORD | n:(last)) (full)? week (of | in)? (CALENDAR | POINTER)",
                WeekDates::nth));
        return out;
    }

    private static Anchors.Dated named(Match m, Place place) {
        return m.get("CALENDAR", Calendar.class)
                .map(place::date)
                .orElseGet(() -> m.need("POINTER", Pointer.class).from(place));
    }

    private static List<Finding> ofDay(Match m, Place place) {
        Anchors.Dated day = named(m, place);
        Optional<LocalDate> first = day.moment().isDay() ? day.moment().first() : Optional.empty();
        return first.map(d ->
                        List.of(Finding.of(m.from, m.to, new Anchors.Dated(Moment.around(d, Grain.WEEK), day.basis()))))
                .orElse(List.of());
    }

    /** "the week of the 18th". */
    private static List<Finding> ofDayAlone(Match m, Place place) {
        Anchors.Dated day = DaysOfMonth.isAlone(place.after())
                ? DaysOfMonth.near(place, m.number("DAYORD")).orElse(null)
                : null;
        return day == null
                ? List.of()
                : day.moment()
                        .first()
                        .map(d -> List.of(
                                Finding.of(m.from, m.to, new Anchors.Dated(Moment.around(d, Grain.WEEK), day.basis()))))
                        .orElse(List.of());
    }

    /** "week 31 of 2018", as ISO 8601 counts. */
    private static List<Finding> numbered(Match m, Place place) {
        Moment moment = new Moment(Grain.WEEK, m.number("YEAR"), week(m), 0, "");
        return ofCalendar(m, new Anchors.Dated(moment, When.Basis.STATED));
    }

    /** "calendar week 31", "week 31 Tuesday", "week 31 8 p.m."; a bare "week 31" may be that of a trial or a war, "Week 14" that of a season. */
    private static List<Finding> ofReportsYear(Match m, Place place) {
        boolean ahead = place.isPromised();
        Lean lean = ahead ? Lean.FORWARD : place.lean() == Lean.BACK ? Lean.BACK : Lean.NONE;
        Calendar calendar = Calendar.of(new Moment(Grain.WEEK, 0, week(m), 0, ""));
        boolean season = m.pieces.at(m.from).capital() && m.from > 0;
        return season || place.after().is("of")
                ? List.of()
                : ofCalendar(
                        m,
                        place.anchors()
                                .date(
                                        calendar,
                                        lean,
                                        false,
                                        place.sentence(),
                                        place.line().paragraph()));
    }

    private static int week(Match m) {
        int week = m.need("n", Amount.class).whole();
        return week >= 1 && week <= 53 ? week : 0;
    }

    private static List<Finding> ofCalendar(Match m, Anchors.Dated week) {
        boolean exists = week.moment()
                .first()
                .filter(d -> d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                        == week.moment().part())
                .isPresent();
        return exists ? List.of(Finding.of(m.from, m.to, week)) : List.of();
    }

    private static List<Finding> nth(Match m, Place place) {
        Anchors.Dated dated = named(m, place);
        Moment stretch = dated.moment();
        Optional<LocalDate> first = stretch.first();
        Optional<LocalDate> last = stretch.last();
        boolean counts = stretch.grain() == Grain.MONTH || stretch.grain() == Grain.YEAR;
        if (place.anchors().narrative() && !m.has("ORD")) {
            // A history's "last week of August" is the seven days to the end of the month, not a week of the calendar.
            return List.of();
        }
        if (!counts || first.isEmpty() || last.isEmpty() || dated.basis() == When.Basis.UNKNOWN) {
            return List.of();
        }
        LocalDate thursday = m.has("ORD")
                ? first.get()
                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY))
                        .plusWeeks(m.number("ORD") - 1L)
                : last.get().with(TemporalAdjusters.previousOrSame(DayOfWeek.THURSDAY));
        boolean within = ChronoUnit.DAYS.between(thursday, last.get()) >= 0;
        return within
                ? List.of(
                        Finding.of(m.from, m.to, new Anchors.Dated(Moment.around(thursday, Grain.WEEK), dated.basis())))
                : List.of();
    }
}
