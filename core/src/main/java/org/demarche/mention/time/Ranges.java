package org.demarche.mention.time;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Two dates joined to one stretch, whatever each of them is: "from Friday the 11th until 15 March", "between now and 15 November", "next week between
 * Wednesday and Friday", "from the 4th to the 22nd of this month". Both ends are mentions of their own and both mean the whole, the last day included.
 * What is moved "from 4 May to 8 May" is on one day and not between the two; what rises "from 4 to 22 this month" is a number.
 */
final class Ranges {
    private static final String TO = "j:(to|until|till|through|thru|and|-)";

    /** Before "from one date to another": what is moved is not on the days between. */
    private static final Set<String> MOVED = Set.of(
            "moved",
            "move",
            "moves",
            "moving",
            "postponed",
            "postpone",
            "postponing",
            "postponement",
            "delayed",
            "delay",
            "delaying",
            "deferred",
            "defer",
            "rescheduled",
            "reschedule",
            "rescheduling",
            "shifted",
            "shift",
            "pushed",
            "brought",
            "advanced",
            "changed",
            "change",
            "switched",
            "switch");

    /** What goes from one number to another. */
    private static final Set<String> CHANGES = Set.of(
            "rise",
            "rises",
            "rose",
            "risen",
            "rising",
            "fall",
            "falls",
            "fell",
            "fallen",
            "falling",
            "grow",
            "grows",
            "grew",
            "grown",
            "growing",
            "climb",
            "climbed",
            "climbs",
            "drop",
            "drops",
            "dropped",
            "jump",
            "jumped",
            "jumps",
            "increase",
            "increased",
            "increases",
            "increasing",
            "decrease",
            "decreased",
            "decreases",
            "cut",
            "cuts",
            "reduce",
            "reduced",
            "raise",
            "raised",
            "raises",
            "up",
            "down",
            "went",
            "gone",
            "soared",
            "surged",
            "slid",
            "slipped",
            "doubled",
            "expanded",
            "widened",
            "narrowed",
            "lowered",
            "toll",
            "rate",
            "rates",
            "number",
            "won",
            "lost",
            "beat",
            "score",
            "vote",
            "voted",
            "aged",
            "ages",
            "grades",
            "age",
            "pct",
            "percent",
            "moved",
            "changed",
            "scaled",
            "trimmed",
            "improved",
            "declined",
            "shrank",
            "boosted",
            "swung",
            "share");

    /** After these, numbers without a preposition are days: "they will be away 4 to 8 next month". */
    private static final Set<String> STAYING =
            Set.of("out", "away", "off", "here", "there", "back", "abroad", "open", "closed", "shut", "meet", "sit");

    /** How many pieces before a range are looked at for what is moved or changes. */
    private static final int LOOK_BACK = 8;

    private Ranges() {}

    static List<Rule> rules() {
        List<Rule> out = new ArrayList<>();
        out.add(Rule.of(
                "week-from-to",
                "w:POINTER ,? d:(from|between)? a:WEEKDAY " + TO + " b:WEEKDAY",
                (m, p) -> weekdays(m, p)));
        out.add(Rule.of(
                "from-to-week",
                "d:(from|between)? a:WEEKDAY " + TO + " b:WEEKDAY (of | in)? w:POINTER",
                (m, p) -> weekdays(m, p)));
        out.add(Rule.of(
                "days-of-pointed-month",
                "d:(from|between)? (the)? a:DAYNUM " + TO + " (the)? b:DAYNUM o:(of|in)? w:POINTER",
                Ranges::daysOfPointed));
        out.add(Rule.of(
                "month-between-days",
                "MONTH ,? d:(from|between) (the)? a:DAYNUM " + TO + " (the)? b:DAYNUM (,? (of|in)? YEAR)?",
                Ranges::daysOfMonth));
        out.add(Rule.of(
                "from-date-to-date",
                "d:(from|between)? (the | on)? (a:CALENDAR | x:POINTER) ,? " + TO + " (the)? (b:CALENDAR | y:POINTER)",
                Ranges::dates));
        out.add(Rule.of("numeric-span", "d:(from|between) a:SLASHDAY " + TO + " b:SLASHDAY", Ranges::numeric));
        out.add(Rule.of(
                "until-from-now", "d:(from|between) n:(now) " + TO + " (b:CALENDAR | y:POINTER)", Ranges::fromNow));
        out.add(Rule.of(
                "between-and-now", "d:(from|between) (a:CALENDAR | x:POINTER) " + TO + " n:(now)", Ranges::toNow));
        return out;
    }

    /** Whether "from one date to another" tells of something moved. */
    static boolean isMoved(Pieces pieces, int from) {
        for (int i = from - 1; i >= Math.max(0, from - LOOK_BACK); i--) {
            if (pieces.at(i).is(";") || pieces.at(i).is(".") || pieces.at(i).is(",")) {
                return false;
            }
            if (MOVED.contains(pieces.at(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChange(Pieces pieces, int from) {
        for (int i = from - 1; i >= Math.max(0, from - LOOK_BACK); i--) {
            if (CHANGES.contains(pieces.at(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /** "from" goes with "to", "until", "through", a dash; "between" with "and" too; nothing before it does not go with "and". */
    private static boolean joined(Match m) {
        boolean and = m.word("j").equals("and");
        return m.has("d") && m.word("d").equals("between") || !and && !isMoved(m.pieces, m.from);
    }

    private static Place at(Match m, Place place, String part) {
        return new Place(place.line(), m.start(part), m.end(part), place.anchors());
    }

    private static Anchors.@Nullable Dated dated(Match m, Place place, String calendar, String pointer) {
        if (m.has(calendar)) {
            return at(m, place, calendar).date(m.need(calendar, Calendar.class));
        }
        return m.has(pointer) ? m.need(pointer, Pointer.class).from(at(m, place, pointer)) : null;
    }

    private static List<Finding> dates(Match m, Place place) {
        Anchors.Dated first = dated(m, place, "a", "x");
        Anchors.Dated last = dated(m, place, "b", "y");
        boolean led = m.has("d");
        boolean days = m.has("a") && m.has("b");
        if (first == null || last == null || !joined(m) || place.anchors().narrative() || !led && !days) {
            return List.of();
        }
        if (days && first.basis() != last.basis()) {
            // What the second says of the year goes for the first, which is another rule's.
            return List.of();
        }
        Moment a = first.moment();
        Moment b = last.moment();
        boolean dash = !led && m.word("j").equals("-");
        boolean more =
                place.after().isNumber() || dash && place.after().isWord() && !DaysOfMonth.follows(place.after());
        if (more) {
            return List.of();
        }
        boolean fine = a.isDay()
                && (b.isDay() || led && b.grain() == Grain.MONTH)
                && a.clock().isEmpty();
        if (!fine || b.first().isEmpty()) {
            return List.of();
        }
        if (b.first().get().isBefore(a.first().orElseThrow())) {
            b = after(a, b, m, m.has("b"));
        }
        String start = m.has("a") ? "a" : "x";
        String end = m.has("b") ? "b" : "y";
        return b == null ? List.of() : joined(m, start, end, first, new Anchors.Dated(b, last.basis()));
    }

    /** The last day where each was nearest alone and the two are in the wrong order: the first such weekday or day of the year after the first day. */
    private static @Nullable Moment after(Moment a, Moment b, Match m, boolean calendar) {
        LocalDate first = a.first().orElseThrow();
        LocalDate last = b.first().orElseThrow();
        if (calendar) {
            boolean unsaid = m.need("b", Calendar.class).era() == Era.UNSAID && b.isDay();
            Moment same = b.withYear(first.getYear());
            boolean later = same.first().filter(first::isBefore).isPresent();
            return unsaid ? later ? same : b.withYear(first.getYear() + 1) : null;
        }
        boolean weekday =
                TimeWords.WEEKDAYS.containsKey(m.pieces.at(m.start("y")).lower()) && m.end("y") == m.start("y") + 1;
        if (!weekday) {
            return null;
        }
        return Moment.day(first.with(TemporalAdjusters.next(last.getDayOfWeek())));
    }

    private static List<Finding> joined(Match m, String start, String end, Anchors.Dated first, Anchors.Dated last) {
        Moment a = first.moment();
        Moment b = last.moment();
        Finding one = Finding.of(m.start(start), m.end(start), first);
        Finding two = Finding.of(m.start(end), m.end(end), last);
        Optional<LocalDate> from = a.first();
        Optional<LocalDate> to = b.last();
        if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
            return List.of();
        }
        Grain coarse = a.grain().finerThan(b.grain()) ? b.grain() : a.grain();
        Finding.Bounds whole = Finding.Bounds.of(from.get(), to.get(), coarse.precision());
        return List.of(one.withBounds(whole, first.basis()), two.withBounds(whole, last.basis()));
    }

    /** "next week between Wednesday and Friday", "from Tuesday to Thursday of this week". */
    private static List<Finding> weekdays(Match m, Place place) {
        Anchors.Dated week = m.need("w", Pointer.class).from(at(m, place, "w"));
        Optional<LocalDate> monday = week.moment().first();
        int a = m.number("a");
        int b = m.number("b");
        if (week.moment().grain() != Grain.WEEK || monday.isEmpty() || !joined(m) || b <= a) {
            return List.of();
        }
        Anchors.Dated first = new Anchors.Dated(Moment.day(monday.get().plusDays(a - 1L)), week.basis());
        Anchors.Dated last = new Anchors.Dated(Moment.day(monday.get().plusDays(b - 1L)), week.basis());
        List<Finding> days = joined(m, "a", "b", first, last);
        boolean ahead = m.start("w") < m.start("a");
        Finding whole = Finding.of(m.start("w"), m.end("w"), week);
        return ahead
                ? List.of(whole, days.get(0), days.get(1))
                : List.of(days.get(0), days.get(1).between(m.start("b"), m.to));
    }

    /** "from 4 to 22 this month", "between the 4th and the 22nd of next month". */
    private static List<Finding> daysOfPointed(Match m, Place place) {
        Anchors.Dated month = m.need("w", Pointer.class).from(at(m, place, "w"));
        Moment in = month.moment();
        boolean ordinals = m.end("a") > m.start("a") + 1 && m.end("b") > m.start("b") + 1;
        boolean of = m.has("o") && m.word("o").equals("of");
        // Without an "of" the numbers may be anything: they are days of what will be on them.
        boolean bare = STAYING.contains(place.before().lower()) && place.isPromised();
        boolean sure = of || ordinals || bare || m.has("d") && place.lean() == Lean.FORWARD;
        boolean pointed = in.grain() == Grain.MONTH && in.hasYear() && in.part() > 0;
        boolean open = !m.has("d") && !ordinals && !of && !bare || place.after().is("'");
        if (!pointed || !sure || open || !dayJoint(m) || !ordinals && isChange(m.pieces, m.from)) {
            return List.of();
        }
        return days(m, in, month.basis(), m.to);
    }

    private static boolean dayJoint(Match m) {
        boolean and = m.word("j").equals("and");
        return !and || m.has("d") && m.word("d").equals("between");
    }

    /** "November between 19 and 20", "May, from the 4th to the 8th". */
    private static List<Finding> daysOfMonth(Match m, Place place) {
        boolean ends = m.has("YEAR")
                || place.after().kind() == Piece.Kind.MARK && !place.after().is("%");
        boolean numbers = m.end("a") == m.start("a") + 1;
        if (!ends || !dayJoint(m) || numbers && isChange(m.pieces, m.from)) {
            return List.of();
        }
        Moment month = Moment.month(m.number("YEAR"), m.number("MONTH"));
        Anchors.Dated dated = place.date(Calendar.of(month));
        return days(m, dated.moment(), dated.basis(), m.to);
    }

    private static List<Finding> days(Match m, Moment month, When.Basis basis, int to) {
        int a = m.number("a");
        int b = m.number("b");
        int length = month.last().map(LocalDate::getDayOfMonth).orElse(0);
        if (b <= a || b > length) {
            return List.of();
        }
        Anchors.Dated first = new Anchors.Dated(new Moment(Grain.DAY, month.year(), month.part(), a, ""), basis);
        Anchors.Dated last = new Anchors.Dated(new Moment(Grain.DAY, month.year(), month.part(), b, ""), basis);
        List<Finding> days = joined(m, "a", "b", first, last);
        int from = m.has("MONTH") ? m.from : m.start("a");
        return days.isEmpty()
                ? days
                : List.of(days.get(0).between(from, m.end("a")), days.get(1).between(m.start("b"), to));
    }

    /** "from 10/25 to 01/25", "from 10/1 to 11/7": the month first unless it cannot be; not marks out of ten, nor what rose from one to another. */
    private static List<Finding> numeric(Match m, Place place) {
        boolean marks =
                m.pieces.at(m.end("a") - 1).is(m.pieces.at(m.end("b") - 1).lower());
        boolean sure = NumericDates.isSure(m.pieces, m.start("a")) && NumericDates.isSure(m.pieces, m.start("b"));
        if (!sure && (marks || isChange(m.pieces, m.from))) {
            return List.of();
        }
        Anchors.Dated first = at(m, place, "a").date(Calendar.of(m.need("a", Moment.class)));
        Moment b = m.need("b", Moment.class);
        Optional<LocalDate> start = first.moment().first();
        if (!joined(m) || start.isEmpty()) {
            return List.of();
        }
        Moment same = b.withYear(first.moment().year());
        boolean later = same.first().filter(start.get()::isBefore).isPresent();
        Moment last = later ? same : b.withYear(first.moment().year() + 1);
        return joined(m, "a", "b", first, new Anchors.Dated(last, first.basis()));
    }

    /** "between now and 15 November". */
    private static List<Finding> fromNow(Match m, Place place) {
        Anchors.Dated last = dated(m, place, "b", "y");
        LocalDate report = place.anchors().reportDay().orElse(null);
        Optional<LocalDate> end =
                last == null ? Optional.empty() : last.moment().last();
        boolean ahead = report != null && end.filter(report::isBefore).isPresent();
        if (last == null
                || report == null
                || !ahead
                || !joined(m)
                || place.anchors().narrative()) {
            return List.of();
        }
        Finding.Bounds whole =
                Finding.Bounds.of(report, end.get(), last.moment().grain().precision());
        return List.of(
                Finding.vague(m.start("n"), m.start("n") + 1, "PRESENT_REF"),
                Finding.of(m.start(m.has("b") ? "b" : "y"), m.to, last).withBounds(whole, last.basis()));
    }

    /** "between 22 January and now". */
    private static List<Finding> toNow(Match m, Place place) {
        Anchors.Dated first = dated(m, place, "a", "x");
        LocalDate report = place.anchors().reportDay().orElse(null);
        Optional<LocalDate> start =
                first == null ? Optional.empty() : first.moment().first();
        boolean back = report != null && start.filter(report::isAfter).isPresent();
        if (first == null
                || report == null
                || !back
                || !joined(m)
                || place.anchors().narrative()) {
            return List.of();
        }
        Finding.Bounds whole =
                Finding.Bounds.of(start.get(), report, first.moment().grain().precision());
        String part = m.has("a") ? "a" : "x";
        return List.of(
                Finding.of(m.start(part), m.end(part), first).withBounds(whole, first.basis()),
                Finding.vague(m.start("n"), m.start("n") + 1, "PRESENT_REF"));
    }
}
