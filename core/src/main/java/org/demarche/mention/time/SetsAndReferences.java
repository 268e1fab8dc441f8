package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Habits ("every day", "weekly") and words that only tell past, present or future ("now", "recently", "in the future"). */
final class SetsAndReferences {
    private static final Map<String, String> HABITS = Map.of(
            "daily",
            "P1D",
            "weekly",
            "P1W",
            "monthly",
            "P1M",
            "yearly",
            "P1Y",
            "annually",
            "P1Y",
            "annual",
            "P1Y",
            "quarterly",
            "P1Q",
            "hourly",
            "PT1H",
            "nightly",
            "P1D");

    private SetsAndReferences() {}

    static List<Rule> rules() {
        List<Rule> out = new ArrayList<>();
        out.add(Rule.of(
                "habit",
                "w:(daily|weekly|monthly|yearly|annually|annual|quarterly|hourly|nightly)",
                SetsAndReferences::habit));
        out.add(Rule.of("every", "(every|each|per) (other | NUM)? UNIT", SetsAndReferences::every));
        out.add(Rule.of("everyday", "everyday", (m, p) -> List.of(Finding.set(m.from, m.to, "P1D"))));
        out.add(Rule.of(
                "every-weekday",
                "(every|each) (other)? WEEKDAY",
                (m, p) -> List.of(Finding.set(m.from, m.to, "XXXX-WXX-" + m.number("WEEKDAY")))));
        out.add(Rule.of(
                "every-month",
                "(every|each) MONTH",
                (m, p) -> List.of(
                        Finding.set(m.from, m.to, new Moment(Grain.MONTH, 0, m.number("MONTH"), 0, "").timex()))));
        out.add(Rule.of("every-part", "(every|each) (DAYPART | SEASON)", SetsAndReferences::everyPart));
        out.add(Rule.of(
                "weekdays",
                "w:(mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)",
                SetsAndReferences::weekdays));
        String present =
                "(now | right now | just now | currently | presently | nowadays | these days | at (present|the moment|this time) | (the)? present day | present - day | the time being | at the present time | the present)";
        out.add(Rule.of("present", present, (m, p) -> reference(m, p, "PRESENT_REF")));
        out.add(Rule.of(
                "long-ago",
                "(not)? (long | some time | a while | a long time | a short time | ages | moments | a moment) ago",
                (m, p) -> reference(m, p, "PAST_REF")));
        out.add(Rule.of(
                "past",
                "(recently | lately | the (recent | distant)? past | the recent past | recent (years|months|weeks|days|times|decades))",
                (m, p) -> reference(m, p, "PAST_REF")));
        out.add(Rule.of("past-adjective", "recent", (m, p) -> reference(m, p, "PAST_REF")));
        out.add(Rule.of(
                "future",
                "(the | the near | the foreseeable | the not too distant | near | foreseeable)? future",
                (m, p) -> future(m, p)));
        out.add(Rule.of(
                "coming",
                "(the)? coming (years|months|weeks|days|decades)",
                (m, p) -> List.of(Finding.vague(m.from, m.to, "FUTURE_REF"))));
        return out;
    }

    private static List<Finding> habit(Match m, Place place) {
        String value = HABITS.get(m.word("w"));
        boolean name = m.pieces.at(m.from).capital()
                && m.from > 0
                && (place.before().capital()
                        || place.after().capital()
                        || place.before().is("the"));
        return value == null || name ? List.of() : List.of(Finding.set(m.from, m.to, value));
    }

    private static List<Finding> every(Match m, Place place) {
        Unit unit = m.need("UNIT", Unit.class);
        boolean other = m.pieces.at(m.from + 1).is("other");
        Amount amount = other ? new Amount(2) : m.get("NUM", Amount.class).orElse(Amount.ONE);
        return List.of(Finding.set(m.from, m.to, unit.duration(amount)));
    }

    private static List<Finding> everyPart(Match m, Place place) {
        String value = m.has("DAYPART")
                ? "XXXX-XX-XX" + m.need("DAYPART", String.class)
                : new Moment(Grain.SEASON, 0, m.number("SEASON"), 0, "").timex();
        return List.of(Finding.set(m.from, m.to, value));
    }

    private static List<Finding> weekdays(Match m, Place place) {
        String word = m.word("w");
        Integer day = TimeWords.WEEKDAYS.get(word.substring(0, word.length() - 1));
        return day == null ? List.of() : List.of(Finding.set(m.from, m.to, "XXXX-WXX-" + day));
    }

    private static List<Finding> reference(Match m, Place place, String value) {
        int from = m.pieces.at(m.from).is("in") ? m.from + 1 : m.from;
        if (m.pieces.at(m.from).is("now") && place.after().is("that")) {
            return List.of();
        }
        return List.of(Finding.vague(from, m.to, value));
    }

    private static final Set<String> BEFORE_FUTURE = Set.of("in", "the", "for", "near", "foreseeable", "of");

    private static List<Finding> future(Match m, Place place) {
        boolean led = m.to > m.from + 1 || BEFORE_FUTURE.contains(place.before().lower());
        return led ? List.of(Finding.vague(m.from, m.to, "FUTURE_REF")) : List.of();
    }
}
