package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.model.When;

/** Dates by the calendar: "6 October 2021", "early May", "the spring of 1776", "12-14 March", "the 26th", "490 BC". */
final class CalendarDates {
    /** What follows a number of four digits that counts things. */
    private static final Set<String> COUNTED = Set.of(
            "men",
            "troops",
            "people",
            "soldiers",
            "tanks",
            "killed",
            "wounded",
            "casualties",
            "dead",
            "prisoners",
            "km",
            "kilometers",
            "kilometres",
            "miles",
            "meters",
            "metres",
            "feet",
            "tons",
            "tonnes",
            "dollars",
            "euros",
            "pounds",
            "percent",
            "per",
            "aircraft",
            "planes",
            "guns",
            "ships",
            "workers",
            "jobs",
            "civilians",
            "others",
            "members",
            "houses",
            "homes",
            "points",
            "votes",
            "rebels",
            "deaths",
            "years",
            "days",
            "times",
            "hours",
            "million",
            "billion",
            "shares",
            "units",
            "employees",
            "students",
            "families",
            "refugees",
            "victims",
            "copies",
            "fighters",
            "officers",
            "more",
            "m",
            "kg",
            "persons",
            "attacks",
            "vehicles",
            "sorties",
            "artillery",
            "cavalry",
            "infantry",
            "bodies",
            "new",
            "pieces",
            "inhabitants",
            "diplomats",
            "yen");

    /** What stands before a number that is a name or an amount, not a year: "Resolution 1973", "$1999". */
    private static final Set<String> NUMBERED = Set.of(
            ("$ £ € / # no nos number nearly approximately resolution resolutions flight article articles section sections "
                            + "paragraph directive regulation decree order room route highway channel boeing airbus model unit page pages line lot bill docket case "
                            + "chapter volume issue psalm nasdaq ftse nikkei dax sp")
                    .split(" "));

    private CalendarDates() {}

    /** Whether what follows is the number of a thing with a name, or an amount. */
    static boolean isNumbered(Piece before) {
        return NUMBERED.contains(before.lower());
    }

    static List<Rule> rules() {
        List<Rule> out = new ArrayList<>();
        out.add(Rule.of("calendar", "(MOD the?)? CALENDAR", CalendarDates::calendar));
        out.add(Rule.of("years", "the years CALENDAR", CalendarDates::calendar));
        out.add(Rule.of(
                "days-of-month",
                "(from|between)? the? a:DAYNUM (-|to|and|/|until|till|through|or|&) the? CALENDAR",
                CalendarDates::daysBeforeMonth));
        out.add(Rule.of(
                "month-days",
                "(WEEKDAY ,?)? MONTH the? a:DAYNUM (-|to|and|/|until|till|through|or|&) the? b:DAYNUM ((,|of|in)? YEAR)?",
                CalendarDates::daysAfterMonth));
        out.add(Rule.of(
                "months",
                "(MOD the?)? a:CALENDAR (-|to|and|/|until|till|through|&) (MOD the?)? b:CALENDAR",
                CalendarDates::pair));
        out.add(Rule.of(
                "from-to",
                "d:(from|between) a:CALENDAR (to|and|until|till|through|-) b:CALENDAR",
                CalendarDates::fromTo));
        out.add(Rule.of("year-span", "(MOD the?)? a:YEAR -|/ n:NUM", CalendarDates::yearSpan));
        out.add(Rule.of("bc-span", "a:NUM (-|to|and|until) b:BCYEAR", CalendarDates::bcSpan));
        return out;
    }

    private static List<Finding> calendar(Match m, Place place) {
        Calendar calendar = m.need("CALENDAR", Calendar.class);
        int start = m.start("CALENDAR");
        Mod mod = m.get("MOD", Mod.class).orElse(Mod.WHOLE);
        if (!stands(calendar, m, start, place)) {
            return List.of();
        }
        return List.of(Finding.of(m.from, m.to, place.date(calendar), mod));
    }

    /** Whether a bare number, a bare "May" or a bare season is a date where it stands. */
    private static boolean stands(Calendar calendar, Match m, int start, Place place) {
        Moment moment = calendar.moment();
        Piece word = m.pieces.at(start);
        boolean single = m.to == start + 1;
        if (moment.grain() == Grain.YEAR && SpokenYears.canStart(word)) {
            boolean ends = !place.after().isWord() || DaysOfMonth.follows(place.after());
            return place.isLed() && ends;
        }
        if (moment.grain() == Grain.YEAR && single && word.isNumber()) {
            return yearStands(word.number(), m, place);
        }
        if (moment.grain() == Grain.SEASON && calendar.era() == Era.UNSAID) {
            return false;
        }
        boolean bareMonth = moment.grain() == Grain.MONTH && calendar.era() == Era.UNSAID && m.from == start;
        return !bareMonth || monthStands(word, m, place);
    }

    /** A month alone: not the verbs "may" and "march", not "Jan" and "April" before a surname. */
    private static boolean monthStands(Piece word, Match m, Place place) {
        boolean led = place.isLed() && !place.before().is("to");
        boolean surname = place.after().isWord() && place.after().capital();
        if (word.is("may") || word.is("march")) {
            return word.capital() && led;
        }
        if (m.to == m.from + 1 && word.lower().length() <= 4 && !TimeWords.MONTHS.containsKey(word.lower())) {
            return word.capital() && led && !place.after().isWord();
        }
        return led || !surname;
    }

    private static boolean yearStands(int year, Match m, Place place) {
        if (m.has("MOD") || place.before().is("(")) {
            return true;
        }
        Piece after = place.after();
        if (COUNTED.contains(after.lower())
                || (after.is("-")
                        && after.glued()
                        && m.pieces.at(m.to + 1).isWord()
                        && m.pieces.at(m.to + 1).glued())) {
            return false;
        }
        Piece before = place.before();
        if (isNumbered(before) || (before.is("some") && year < 1900)) {
            return false;
        }
        return (year >= 1900 && year <= 2050)
                || place.isLed()
                || place.before().is(",")
                || place.before().is("-")
                || (year >= 1700 && year < 1900 && before.is("the"));
    }

    private static List<Finding> daysBeforeMonth(Match m, Place place) {
        Calendar to = m.need("CALENDAR", Calendar.class);
        if (to.moment().grain() != Grain.DAY || m.number("a") > 31 || to.weekday() > 0) {
            return List.of();
        }
        Anchors.Dated last = place.date(to);
        Moment end = last.moment();
        int day = m.number("a");
        if (end.day() <= day) {
            return List.of();
        }
        Anchors.Dated first = new Anchors.Dated(new Moment(Grain.DAY, end.year(), end.part(), day, ""), last.basis());
        return both(m, place, Finding.of(m.start("a"), m.end("a"), first), Finding.of(m.start("CALENDAR"), m.to, last));
    }

    private static List<Finding> daysAfterMonth(Match m, Place place) {
        int a = m.number("a");
        int b = m.number("b");
        if (b <= a) {
            return List.of();
        }
        Moment day = new Moment(Grain.DAY, m.number("YEAR"), m.number("MONTH"), a, "");
        Anchors.Dated first =
                place.date(new Calendar(day, m.has("YEAR") ? Era.STATED : Era.UNSAID, m.number("WEEKDAY")));
        Moment known = first.moment();
        Anchors.Dated last = new Anchors.Dated(new Moment(Grain.DAY, known.year(), known.part(), b, ""), first.basis());
        return both(m, place, Finding.of(m.from, m.end("a"), first), Finding.of(m.start("b"), m.to, last));
    }

    /** "from May to July 1940", "March 12 - April 3": the second gives the first what it lacks. */
    private static List<Finding> pair(Match m, Place place) {
        Calendar a = m.need("a", Calendar.class);
        Calendar b = m.need("b", Calendar.class);
        boolean same = a.moment().grain() == b.moment().grain()
                || (a.moment().month() > 0 && b.moment().month() > 0);
        if (a.era() != Era.UNSAID
                || b.era() == Era.UNSAID
                || !same
                || a.moment().grain() == Grain.YEAR) {
            return List.of();
        }
        Anchors.Dated last = place.date(b);
        int step = a.moment().part() > b.moment().part() ? -1 : 0;
        Anchors.Dated first = new Anchors.Dated(
                last.moment().hasYear() ? a.moment().withYear(last.moment().year() + step) : a.moment(), last.basis());
        return both(m, place, Finding.of(m.from, m.end("a"), first), Finding.of(m.start("b"), m.to, last));
    }

    /** "from 2014 to 2018", "between 2 October and 5 November": both mean the whole; what the second says of the year goes for both. */
    private static List<Finding> fromTo(Match m, Place place) {
        Calendar a = m.need("a", Calendar.class);
        Calendar b = m.need("b", Calendar.class);
        boolean fits = m.word("d").equals("between") == m.pieces.at(m.end("a")).is("and");
        boolean stated = a.era() == Era.STATED && b.era() == Era.STATED;
        boolean unsaid = a.era() == Era.UNSAID
                && b.era() == Era.UNSAID
                && a.moment().month() > 0
                && b.moment().month() >= a.moment().month()
                && !place.anchors().narrative();
        if (!fits || !stated && !unsaid) {
            return List.of();
        }
        Place inner = new Place(place.line(), m.start("a"), m.end("a"), place.anchors());
        Anchors.Dated first = inner.date(a);
        Anchors.Dated last = stated
                ? inner.date(b)
                : new Anchors.Dated(
                        first.moment().hasYear()
                                ? b.moment().withYear(first.moment().year())
                                : b.moment(),
                        first.basis());
        boolean order = first.moment().first().isEmpty()
                || last.moment().last().isEmpty()
                || first.moment().first().get().isBefore(last.moment().last().get());
        return order
                ? both(m, place, Finding.of(m.start("a"), m.end("a"), first), Finding.of(m.start("b"), m.to, last))
                : List.of();
    }

    /** "1914-18", "1985-1987"; a month would have its zero: 1985-09 is one. */
    private static List<Finding> yearSpan(Match m, Place place) {
        Piece end = m.pieces.at(m.start("n"));
        boolean month = end.lower().length() == 2 && end.number() <= 12 && m.number("a") % 100 + 1 != end.number();
        if (month) {
            return List.of();
        }
        int a = m.number("a");
        Piece second = m.pieces.at(m.start("n"));
        int b = second.number();
        if (m.to != m.start("n") + 1 || b < 0 || second.is("0")) {
            return List.of();
        }
        if (second.lower().length() == 2) {
            b += a / 100 * 100;
        } else if (second.lower().length() == 1) {
            b += a / 10 * 10;
        }
        if (b <= a || b > a + 200) {
            return List.of();
        }
        return both(
                m,
                place,
                Finding.of(m.from, m.end("a"), new Anchors.Dated(Moment.year(a), When.Basis.STATED)),
                Finding.of(m.start("n"), m.to, new Anchors.Dated(Moment.year(b), When.Basis.STATED)));
    }

    private static List<Finding> bcSpan(Match m, Place place) {
        int a = m.need("a", Amount.class).whole();
        int b = m.number("b");
        if (b >= 0 || a <= -b || !m.pieces.at(m.start("a")).isNumber()) {
            return List.of();
        }
        return both(
                m,
                place,
                Finding.of(m.start("a"), m.end("a"), new Anchors.Dated(Moment.year(-a), When.Basis.STATED)),
                Finding.of(m.start("b"), m.to, new Anchors.Dated(Moment.year(b), When.Basis.STATED)));
    }

    /**
     * Two ends of one stretch: each is a mention of its own, and both mean the whole. Two dates joined by "and" are one stretch only where nothing lies
     * between them, or after "between".
     */
    static List<Finding> both(Match m, Place place, Finding first, Finding last) {
        Moment a = first.moment();
        Moment b = last.moment();
        if (a == null || b == null || a.start().isEmpty() || b.end().isEmpty()) {
            return List.of(first, last);
        }
        if (moved(m, first)) {
            return List.of(ofItself(first, a), ofItself(last, b));
        }
        boolean list = m.pieces.at(first.to()).is("and")
                || m.pieces.at(first.to()).is("&")
                || m.pieces.at(first.to()).is("/");
        boolean between = place.before().is("between") || m.pieces.at(m.from).is("between");
        if (list && !between && !a.shifted(1, a.grain(), a.grain()).equals(b)) {
            return List.of(first, last);
        }
        Finding.Bounds whole =
                new Finding.Bounds(a.start().get(), b.end().get(), a.grain().precision());
        return List.of(first.withBounds(whole, first.basis()), last.withBounds(whole, last.basis()));
    }

    private static Finding ofItself(Finding finding, Moment moment) {
        return finding.withBounds(
                new Finding.Bounds(
                        moment.start().orElse(null),
                        moment.end().orElse(null),
                        moment.grain().precision()),
                finding.basis());
    }

    /** "postponed from 4 May to 6 June". */
    private static boolean moved(Match m, Finding first) {
        int at = first.from();
        boolean from = m.pieces.at(at - 1).is("from");
        return from && m.pieces.at(first.to()).is("to") && Ranges.isMoved(m.pieces, at);
    }
}
