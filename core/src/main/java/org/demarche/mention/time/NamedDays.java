package org.demarche.mention.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.demarche.model.When;

/** Days by name or by their place in a month: "Christmas 1963", "New Year's Eve", "the first Friday of next month", "the last Sunday in March". */
final class NamedDays {
    private static final Set<String> FEASTS = Set.of(
            "christmas",
            "easter",
            "thanksgiving",
            "halloween",
            "eve",
            "eid",
            "patrick",
            "father",
            "cyber",
            "thanks",
            "yuandan");

    private NamedDays() {}

    static List<Rule> rules() {
        List<Rule> out = new ArrayList<>();
        Holidays.BY_NAME.forEach((name, days) -> {
            out.add(Rule.of(
                    "holiday",
                    "(this | last | next)? " + name + " ((,|of|in)? YEAR | of? ERA)?",
                    (m, p) -> holiday(m, p, days)));
        });
        out.add(Rule.of(
                "weekday-of-month",
                "the? (ORD | n:(last)) WEEKDAY (of | in) (CALENDAR | POINTER)",
                NamedDays::weekdayOfMonth));
        out.add(Rule.of(
                "weekday-of-previous-month",
                "the? (ORD | n:(last)) WEEKDAY (of | in) (previous|prior|preceding) month",
                NamedDays::weekdayOfPrevious));
        return out;
    }

    private static List<Finding> holiday(Match m, Place place, IntFunction<LocalDate> days) {
        Piece first = m.pieces.at(m.from);
        boolean named = first.capital() || m.pieces.at(m.to - 1).capital() || m.has("YEAR") || isFeast(m);
        if (!named) {
            return List.of();
        }
        if (m.has("YEAR")) {
            return found(m, days, m.number("YEAR"), When.Basis.STATED);
        }
        Moment sample = Moment.day(days.apply(2021));
        Era era = first.is("last") ? Era.LAST : Era.UNSAID;
        Era told = m.get("ERA", Era.class).orElse(Era.UNSAID);
        Anchors.Dated dated = place.date(new Calendar(sample.withYear(0), told, 0));
        if (!dated.moment().hasYear()) {
            boolean moves = !days.apply(2020).equals(days.apply(2021).minusYears(1));
            Moment moment = moves ? Moment.SOME_DAY : sample.withYear(0);
            return List.of(
                    Finding.of(m.from, m.to, new Anchors.Dated(moment, moves ? When.Basis.UNKNOWN : dated.basis())));
        }
        int year = dated.moment().year();
        Optional<LocalDate> report = place.anchors().reportDay();
        if (era == Era.LAST && report.filter(r -> !days.apply(year).isBefore(r)).isPresent()) {
            return found(m, days, year - 1, dated.basis());
        }
        return found(m, days, year, dated.basis());
    }

    /** Feasts that are also written small, and are nothing else. */
    private static boolean isFeast(Match m) {
        for (int i = m.from; i < m.to; i++) {
            if (FEASTS.contains(m.pieces.at(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private static List<Finding> found(Match m, IntFunction<LocalDate> days, int year, When.Basis basis) {
        return year < 1 || days.apply(year).getYear() != year
                ? List.of()
                : List.of(Finding.of(m.from, m.to, new Anchors.Dated(Moment.day(days.apply(year)), basis)));
    }

    private static List<Finding> weekdayOfMonth(Match m, Place place) {
        return ofMonth(
                m,
                m.get("CALENDAR", Calendar.class)
                        .map(place::date)
                        .orElseGet(() -> m.need("POINTER", Pointer.class).from(place)));
    }

    /** "the third Wednesday of previous month": before the one spoken of, else before the report's. */
    private static List<Finding> weekdayOfPrevious(Match m, Place place) {
        Anchors.Dated told = place.anchors().fromAct(Grain.MONTH, -1, "", place.sentence());
        return ofMonth(
                m,
                told.basis() == When.Basis.UNKNOWN && !place.anchors().narrative()
                        ? place.anchors().fromReport(Grain.MONTH, -1, "")
                        : told);
    }

    private static List<Finding> ofMonth(Match m, Anchors.Dated month) {
        int n = m.has("ORD") ? m.number("ORD") : -1;
        Moment moment = month.moment();
        if (moment.grain() != Grain.MONTH || moment.year() <= 0 || n > 4) {
            return List.of();
        }
        LocalDate day = Holidays.nth(moment.year(), moment.part(), DayOfWeek.of(m.number("WEEKDAY")), n);
        return List.of(Finding.of(m.from, m.to, new Anchors.Dated(Moment.day(day), month.basis())));
    }
}
