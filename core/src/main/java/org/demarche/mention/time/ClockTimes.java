package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.model.When;

/** Times of day: "10 a.m. on Friday", "the night of 4 March", "Tuesday morning", "at noon". */
final class ClockTimes {
    private ClockTimes() {}

    static List<Rule> rules() {
        List<Rule> out = new ArrayList<>();
        String zone =
                "((local|eastern|moscow|london|paris|universal|standard|daylight|greenwich|pacific|central|mountain) (standard|daylight|mean)? time)?";
        out.add(Rule.of("clock-day", "CLOCK ,? " + zone + " ,? (on)? (CALENDAR | POINTER)", ClockTimes::clock));
        out.add(Rule.of("day-clock", "(CALENDAR | POINTER) ,? (at|around|about|by)? CLOCK " + zone, ClockTimes::clock));
        out.add(Rule.of("clock-part", "CLOCK (in the|this|that)? x:DAYPART", ClockTimes::clock));
        out.add(Rule.of("clock", "CLOCK " + zone, ClockTimes::clock));
        out.add(Rule.of("day-part", "(early | late)? (on)? (CALENDAR | POINTER) x:DAYPART", ClockTimes::part));
        out.add(Rule.of(
                "part-of-day",
                "(early | late)? (in|on)? MOD? the? (early | late)? x:DAYPART (hours)? (of|on|, | before)? (CALENDAR | POINTER)",
                ClockTimes::part));
        out.add(Rule.of(
                "part-alone", "MOD? the? (early | late | mid -?)? x:DAYPART (time | hours)?", ClockTimes::partAlone));
        return out;
    }

    private static Anchors.Dated day(Match m, Place place) {
        return m.get("CALENDAR", Calendar.class)
                .map(place::date)
                .or(() -> m.get("POINTER", Pointer.class).map(p -> p.from(place)))
                .orElseGet(() -> place.anchors()
                        .last(Grain.DAY, place.sentence() + Anchors.NEAR)
                        .filter(met -> met.moment().isDay())
                        .map(met -> new Anchors.Dated(met.moment().withClock(""), When.Basis.RELATIVE_ACT))
                        .orElse(
                                place.anchors().narrative()
                                        ? new Anchors.Dated(Moment.SOME_DAY, When.Basis.UNKNOWN)
                                        : place.anchors().fromReport(Grain.DAY, 0, "")));
    }

    private static List<Finding> clock(Match m, Place place) {
        Anchors.Dated day = day(m, place);
        if (day.moment().grain() != Grain.DAY
                || (!day.moment().clock().isEmpty() && !day.moment().clock().equals("TNI"))) {
            return List.of();
        }
        if (!m.has("CALENDAR")
                && !m.has("POINTER")
                && m.to == m.from + 1
                && m.pieces.at(m.from).isNumber()) {
            return List.of();
        }
        Moment then = day.moment().withClock(m.need("CLOCK", String.class));
        return List.of(Finding.of(m.from, m.to, new Anchors.Dated(then, day.basis())));
    }

    private static List<Finding> part(Match m, Place place) {
        Anchors.Dated day = day(m, place);
        if (day.moment().grain() != Grain.DAY || !day.moment().clock().isEmpty()) {
            return List.of();
        }
        int from = m.pieces.at(m.from).is("in") || m.pieces.at(m.from).is("on") ? m.from + 1 : m.from;
        Moment then = day.moment().withClock(m.need("x", String.class));
        return List.of(Finding.of(from, m.to, new Anchors.Dated(then, day.basis())));
    }

    private static final Set<String> LEADS = Set.of(
            "at", "by", "during", "in", "until", "before", "after", "since", "of", "all", "through", "on", "one",
            "each");

    /** "at night", "that same evening" without a date: of the day spoken of in the sentence, else of no day in particular. */
    private static List<Finding> partAlone(Match m, Place place) {
        if (!LEADS.contains(place.before().lower())
                || place.after().is("-")
                || place.after().capital()) {
            return List.of();
        }
        // "in the morning" is that of the day spoken of; "at night" is of no day.
        boolean certain = m.pieces.at(m.start("x") - 1).is("the")
                && !m.pieces.at(m.to - 1).lower().endsWith("s");
        Anchors.Dated day = certain ? day(m, place) : new Anchors.Dated(Moment.SOME_DAY, When.Basis.UNKNOWN);
        Moment then = day.moment().withClock(m.need("x", String.class));
        return List.of(Finding.of(m.from, m.to, new Anchors.Dated(then, day.basis())));
    }
}
