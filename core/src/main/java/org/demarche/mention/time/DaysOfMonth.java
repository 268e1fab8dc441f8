package org.demarche.mention.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.When;

/**
 * Days whose month stands elsewhere: "on the 26th", "the 28th of that month", "on 22/04". A day alone is of the month spoken of last, else the nearest to
 * the report's day that fits the tense.
 */
final class DaysOfMonth {
    private static final Set<String> AFTER_DAY = Set.of(
            "the", "and", "they", "he", "she", "it", "when", "to", "was", "were", "in", "at", "a", "as", "but", "by",
            "with", "after", "before", "while", "who", "we", "or", "for", "on", "both", "his", "her", "its", "their",
            "would", "will", "had");

    private static final Set<String> LEADS =
            Set.of("on", "by", "until", "till", "from", "to", "through", "since", "of", "between", "and", "for");
    private static final Set<String> NUMERIC_LEADS = Set.of("on", "since", "until", "till", "by", "before", "after");

    private DaysOfMonth() {}

    static List<Rule> rules() {
        List<Rule> out = new ArrayList<>();
        out.add(Rule.of("day-of-last-month", "the DAYORD", DaysOfMonth::alone));
        out.add(Rule.of(
                "day-of-that-month",
                "the? DAYORD (day)? of? (e:(this|that|next|last) | the e:(same|following|next|previous|month)) month?",
                DaysOfMonth::ofMonth));
        out.add(Rule.of("month-day", "MONTHDAY", DaysOfMonth::monthDay));
        out.add(Rule.of("promised-day", "DAYNUM", DaysOfMonth::promised));
        return out;
    }

    /** Whether a word can follow a date, being none that the date's number could count or be the rank of. */
    static boolean follows(Piece after) {
        return AFTER_DAY.contains(after.lower()) && !after.capital();
    }

    /** Whether nothing follows a date that it could belong to: a mark, or a word that can follow it. */
    static boolean isAlone(Piece after) {
        return (after.kind() == Piece.Kind.MARK && !after.is("-") && !after.is("/") && !after.is("%"))
                || follows(after);
    }

    /** "on 22/04", "until 4/22"; with another mark, or without a preposition, where a promise is made: "it will open on 22.04". */
    private static List<Finding> monthDay(Match m, Place place) {
        boolean slash = m.pieces.at(m.from + 1).is("/");
        boolean led = NUMERIC_LEADS.contains(place.before().lower());
        boolean stands = slash
                ? led || place.isPromised() && place.before().isWord()
                : place.before().is("on") && place.isPromised();
        return stands && isAlone(place.after())
                ? List.of(Finding.of(m.from, m.to, place.date(Calendar.of(m.need("MONTHDAY", Moment.class)))))
                : List.of();
    }

    /** "the 28th of that month". */
    private static List<Finding> ofMonth(Match m, Place place) {
        if (!m.pieces.at(m.to - 1).is("month")) {
            return List.of();
        }
        String which = m.word("e");
        int step = which.equals("next") || which.equals("following")
                ? 1
                : which.equals("last") || which.equals("previous") ? -1 : 0;
        boolean article = m.pieces.at(m.start("e") - 1).is("the");
        boolean report = which.equals("this") || (!article && (which.equals("last") || which.equals("next")));
        Anchors.Dated month = report
                ? place.anchors().fromReport(Grain.MONTH, step, "")
                : place.anchors().fromAct(Grain.MONTH, step, "", place.sentence());
        Moment base = month.moment();
        int day = m.number("DAYORD");
        return exists(base, day)
                ? List.of(Finding.of(
                        m.from,
                        m.to,
                        new Anchors.Dated(new Moment(Grain.DAY, base.year(), base.part(), day, ""), month.basis())))
                : List.of();
    }

    private static boolean exists(Moment month, int day) {
        return month.month() > 0
                && day
                        <= YearMonth.of(month.year() > 0 ? month.year() : 2020, month.month())
                                .lengthOfMonth();
    }

    /** "on the 26th". */
    private static List<Finding> alone(Match m, Place place) {
        Piece first = m.pieces.at(m.from + 1);
        boolean numbered = first.isNumber() || NumberWords.canStartTens(first);
        boolean led = LEADS.contains(place.before().lower());
        if (!isAlone(place.after()) || !led || !numbered) {
            return List.of();
        }
        return near(place, m.number("DAYORD"))
                .map(day -> List.of(Finding.of(m.from, m.to, day)))
                .orElse(List.of());
    }

    /** "They will meet on 15." The number that ends a promise counts nothing. */
    private static List<Finding> promised(Match m, Place place) {
        Piece after = place.after();
        boolean ends = after.lower().isEmpty() || after.is(".") || after.is("!") || after.is("?");
        boolean number = m.pieces.at(m.from).isNumber() && m.to == m.from + 1;
        return number && ends && place.before().is("on") && place.isPromised()
                ? near(place, m.number("DAYNUM"))
                        .map(day -> List.of(Finding.of(m.from, m.to, day)))
                        .orElse(List.of())
                : List.of();
    }

    /** That day of the month spoken of last, else of the report's month or one beside it; empty where there is no such day. */
    static Optional<Anchors.Dated> near(Place place, int day) {
        Moment month = place.anchors()
                .last(Grain.MONTH, place.sentence())
                .filter(met -> !beside(met, place.anchors()))
                .map(Anchors.Met::moment)
                .orElse(null);
        if (month != null && month.part() > 0) {
            return named(month, day, When.Basis.RELATIVE_ACT);
        }
        Moment report =
                place.anchors().narrative() ? null : place.anchors().report().orElse(null);
        if (report == null || report.month() == 0) {
            return Optional.of(new Anchors.Dated(new Moment(Grain.DAY, 0, 0, day, ""), When.Basis.UNKNOWN));
        }
        return place.anchors()
                .reportDay()
                .map(published -> named(published, day, place.lean()))
                .orElseGet(() -> named(report, day, When.Basis.RELATIVE_REPORT));
    }

    /** "Tuesday", "yesterday": a day so near the report's that it does not say which month is spoken of. */
    private static boolean beside(Anchors.Met met, Anchors anchors) {
        Optional<LocalDate> report = anchors.reportDay();
        return met.basis() == When.Basis.RELATIVE_REPORT
                && met.moment().isDay()
                && report.isPresent()
                && met.moment()
                        .first()
                        .filter(day -> Math.abs(ChronoUnit.DAYS.between(day, report.get())) <= 7)
                        .isPresent();
    }

    private static Optional<Anchors.Dated> named(LocalDate published, int day, Lean lean) {
        int step = lean == Lean.BACK && day > published.getDayOfMonth()
                ? -1
                : lean == Lean.FORWARD && day < published.getDayOfMonth() ? 1 : 0;
        YearMonth month = YearMonth.from(published).plusMonths(step);
        // "on the 30th", told in March: February has none, January is too far to be meant without its name.
        return day > month.lengthOfMonth()
                ? Optional.of(new Anchors.Dated(new Moment(Grain.DAY, 0, 0, day, ""), When.Basis.UNKNOWN))
                : named(Moment.month(month.getYear(), month.getMonthValue()), day, When.Basis.RELATIVE_REPORT);
    }

    private static Optional<Anchors.Dated> named(Moment month, int day, When.Basis basis) {
        if (!exists(month, day)) {
            return Optional.empty();
        }
        Moment named = new Moment(Grain.DAY, month.year(), month.month(), day, "");
        return Optional.of(new Anchors.Dated(named, named.hasYear() ? basis : When.Basis.STATED));
    }
}
