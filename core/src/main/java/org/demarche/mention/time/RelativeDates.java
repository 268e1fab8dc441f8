package org.demarche.mention.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Dates counted from others: "yesterday", "three days later", "two weeks after that", "the end of the month", "a year ago". */
final class RelativeDates {
    private static final String COUNT = "(the)? NUM " + Durations.ADJ + " UNIT";

    private RelativeDates() {}

    static List<Rule> rules() {
        List<Rule> out = new ArrayList<>();
        out.add(Rule.of("pointer", "MOD? POINTER", RelativeDates::pointer));
        out.add(Rule.of("ago", COUNT + " ago (this|that)? (today)?", (m, p) -> counted(m, p, -1)));
        out.add(Rule.of("from-now", COUNT + " (from (now|today) | hence)", (m, p) -> counted(m, p, 1)));
        out.add(Rule.of(
                "later",
                COUNT + " (later | afterwards | afterward | thereafter | after (that|this) | on)",
                (m, p) -> later(m, p, 1)));
        out.add(Rule.of(
                "earlier",
                COUNT + " (earlier | previously | beforehand | before (that|this) | before)",
                (m, p) -> later(m, p, -1)));
        out.add(Rule.of(
                "after-date",
                COUNT + " d:(after|before|from|following|prior) to? (CALENDAR | POINTER)",
                RelativeDates::fromDate));
        out.add(Rule.of("after-clause", COUNT + " d:(after|before)", RelativeDates::fromClause));
        out.add(Rule.of(
                "bare-later",
                "u:(days|weeks|months|years|decades|hours|minutes) d:(later|ago|earlier|afterwards|before)",
                RelativeDates::bareLater));
        out.add(Rule.of(
                "part-of-unit", "MOD the? u:(day|week|month|year|decade|century|quarter)", RelativeDates::partOfUnit));
        out.add(Rule.of(
                "rest-of-own-unit",
                "(the)? MOD (my|your|his|her|its|our|their) u:(day|week|month|year)",
                RelativeDates::restOfOwn));
        out.add(Rule.of("own-unit", "my u:(day|week|weekend)", RelativeDates::own));
        out.add(Rule.of(
                "unit-end", "the? u:(week|month|year|day|quarter) (' s | -) e:(end)", RelativeDates::partOfUnit));
        out.add(Rule.of("season", "(MOD? the?) SEASON", RelativeDates::season));
        out.add(Rule.of("quarter-alone", "(MOD? the?) ORD -? quarter", RelativeDates::quarter));
        out.add(Rule.of("quarter-number", "q n:(1|2|3|4)", RelativeDates::quarter));
        out.add(Rule.of(
                "year-earlier",
                "(the | a)? (year - (earlier|ago) | year ago | year earlier) (period|quarter|month)?",
                RelativeDates::yearEarlier));
        return out;
    }

    private static final Set<String> PAPERS = Set.of(
            "times",
            "telegraph",
            "mirror",
            "express",
            "mail",
            "herald",
            "post",
            "tribune",
            "world",
            "people",
            "star",
            "independent",
            "mercury",
            "night");
    private static final Set<String> NAMED =
            Set.of("black", "bloody", "super", "cyber", "usa", "man", "ruby", "girl", "lucky");

    /** "the Sunday Times", "USA Today", "Bloody Sunday": names, whatever day they hold. */
    private static boolean isName(Match m, Place place) {
        Piece last = m.pieces.at(m.to - 1);
        boolean paper = place.after().capital() && PAPERS.contains(place.after().lower());
        boolean named =
                place.before().capital() && NAMED.contains(place.before().lower());
        return last.capital() && (paper || named);
    }

    /** "said that Monday's vote": the "that" is not of the day. */
    private static boolean isConjunction(Match m, Place place) {
        String second = m.pieces.at(m.from + 1).lower();
        boolean named = TimeWords.MONTHS.containsKey(second) || TimeWords.WEEKDAYS.containsKey(second);
        return m.pieces.at(m.from).is("that") && named && place.before().isWord() && !place.isLed();
    }

    private static List<Finding> pointer(Match m, Place place) {
        if (isName(m, place) || isConjunction(m, place)) {
            return List.of();
        }
        Anchors.Dated dated = m.need("POINTER", Pointer.class).from(place);
        Finding found = Finding.of(m.from, m.to, dated, m.get("MOD", Mod.class).orElse(Mod.WHOLE));
        return List.of(m.has("MOD") ? sinceReport(m, place, found) : found);
    }

    private static final Set<String> TO_COME = Set.of("later", "rest", "remainder");

    /** "Earlier this year" ends with the report; "later this year" and "the rest of the year" begin with it. */
    private static Finding sinceReport(Match m, Place place, Finding found) {
        Moment moment = found.moment();
        LocalDate report = place.anchors().reportDay().orElse(null);
        int at = m.start("MOD");
        String word = m.pieces.at(m.pieces.at(at).is("the") ? at + 1 : at).lower();
        if (moment == null || report == null || !(TO_COME.contains(word) || word.equals("earlier"))) {
            return found;
        }
        LocalDate first = moment.first().orElse(report);
        LocalDate last = moment.last().orElse(report);
        boolean over = word.equals("earlier") ? !last.isAfter(report) : last.isBefore(report);
        if (!first.isBefore(report) || over) {
            return found;
        }
        Finding.Bounds bounds = word.equals("earlier")
                ? Finding.Bounds.of(first, report, moment.grain().precision())
                : Finding.Bounds.of(report, last, moment.grain().precision());
        return found.withBounds(bounds, found.basis());
    }

    private static List<Finding> counted(Match m, Place place, int sign) {
        Amount amount = m.need("NUM", Amount.class);
        Grain grain = m.need("UNIT", Unit.class).grain();
        String vague = sign < 0 ? "PAST_REF" : "FUTURE_REF";
        long count = count(m, amount);
        if (grain == null
                || count < 0
                || place.anchors().report().isEmpty()
                || place.anchors().narrative() && grain == Grain.DAY) {
            return List.of(
                    grain == null || amount.isSaid()
                            ? unresolved(m, grain, vague)
                            : Finding.vague(m.from, m.to, vague));
        }
        Moment base = place.anchors().report().get();
        Grain fine = grain.finerThan(base.grain()) ? null : grain;
        if (fine == null) {
            return List.of(unresolved(m, grain, vague));
        }
        boolean working = Counts.isWorking(m) && base.isDay();
        Moment there = working
                ? Moment.day(Counts.move(base.first().orElseThrow(), sign * count, grain, true))
                : base.shifted(sign * count, grain, grain);
        Anchors.Dated dated = new Anchors.Dated(there, When.Basis.RELATIVE_REPORT);
        boolean open = sign > 0 && base.isDay() && limit(m, place) != 0;
        if (open) {
            return List.of(limited(m, place, base, sign * count, grain, dated));
        }
        Finding found = Finding.of(m.from, m.to, dated);
        boolean exact = sign > 0 && base.isDay() && grain == Grain.WEEK;
        return List.of(exact ? onDay(found, Moment.move(base.first().orElseThrow(), count, grain)) : found);
    }

    /** "two weeks from now" is a day in that week, as "in two weeks" is. */
    private static Finding onDay(Finding found, LocalDate day) {
        return found.withBounds(Finding.Bounds.of(day, day, Grain.WEEK.precision()), found.basis());
    }

    /** "more than", "over": 1; "less than", "within": -1; else 0. */
    private static int limit(Match m, Place place) {
        String first = place.before().is("than")
                ? m.pieces.at(m.from - 2).lower()
                : place.before().lower();
        return switch (first) {
            case "more", "over" -> 1;
            case "less", "fewer", "within" -> -1;
            default -> 0;
        };
    }

    /** "less than two weeks from today" is between the two days, "more than two weeks after 6 May" on the second or later. */
    private static Finding limited(Match m, Place place, Moment base, long count, Grain grain, Anchors.Dated there) {
        LocalDate from = base.first().orElseThrow();
        @Nullable PartialDate near = Finding.Bounds.partial(from);
        @Nullable
        PartialDate far = Finding.Bounds.partial(
                there.moment().isDay() ? there.moment().first().orElseThrow() : Moment.move(from, count, grain));
        boolean more = limit(m, place) > 0;
        @Nullable PartialDate first = count > 0 ? (more ? far : near) : (more ? null : far);
        @Nullable PartialDate last = count > 0 ? (more ? null : far) : (more ? far : near);
        return Finding.of(m.from, m.to, there)
                .withBounds(new Finding.Bounds(first, last, When.Precision.DAY), there.basis());
    }

    private static long count(Match m, Amount amount) {
        int whole = amount.whole();
        return m.need("UNIT", Unit.class) == Unit.FORTNIGHT && whole > 0 ? 2L * whole : whole;
    }

    private static Finding unresolved(Match m, @Nullable Grain grain, String vague) {
        if (grain == null) {
            return Finding.vague(m.from, m.to, vague);
        }
        return Finding.of(m.from, m.to, new Anchors.Dated(new Moment(grain, 0, 0, 0, ""), When.Basis.UNKNOWN));
    }

    /** "three days later", "two weeks after that": counted from the date spoken of last. */
    private static List<Finding> later(Match m, Place place, int sign) {
        Amount amount = m.need("NUM", Amount.class);
        Grain grain = m.need("UNIT", Unit.class).grain();
        String vague = sign < 0 ? "PAST_REF" : "FUTURE_REF";
        long count = count(m, amount);
        boolean open =
                m.pieces.at(m.to - 1).is("before") || m.pieces.at(m.to - 1).is("on");
        if (open && !ends(place.after())) {
            return List.of();
        }
        if (grain == null || count < 0) {
            return List.of(
                    grain != null && amount.isSaid()
                            ? unresolved(m, grain, vague)
                            : Finding.vague(m.from, m.to, vague));
        }
        if (sign > 0 && place.isFirstPromise()) {
            return counted(m, place, sign);
        }
        Finding found = Finding.of(m.from, m.to, shift(place, sign * count, grain));
        return List.of(found.basis() == When.Basis.UNKNOWN ? fromMonth(found, place, sign * count, grain) : found);
    }

    /** "In June … Ten days later": ten days from the first of that month to ten from its last. */
    private static Finding fromMonth(Finding found, Place place, long count, Grain grain) {
        boolean days = grain == Grain.DAY || grain == Grain.WEEK;
        Optional<Moment> month = place.anchors()
                .last(Grain.MONTH, place.sentence())
                .map(Anchors.Met::moment)
                .filter(m -> days && m.grain() == Grain.MONTH && m.hasYear());
        if (month.isEmpty()) {
            return found;
        }
        LocalDate first = month.get().first().orElseThrow();
        LocalDate last = month.get().last().orElseThrow();
        return found.withBounds(
                Finding.Bounds.of(
                        Moment.move(first, count, grain), Moment.move(last, count, grain), When.Precision.VAGUE),
                When.Basis.RELATIVE_ACT);
    }

    private static Anchors.Dated shift(Place place, long count, Grain grain) {
        Optional<Moment> base = grain == Grain.YEAR || grain == Grain.DECADE || grain == Grain.CENTURY
                ? place.anchors().year()
                : place.anchors()
                        .last(grain == Grain.WEEK ? Grain.DAY : grain, place.sentence())
                        .map(Anchors.Met::moment);
        if (base.isEmpty()) {
            return new Anchors.Dated(new Moment(grain, 0, 0, 0, ""), When.Basis.UNKNOWN);
        }
        Grain to = grain == Grain.WEEK ? Grain.DAY : grain;
        return new Anchors.Dated(base.get().shifted(count, grain, to), When.Basis.RELATIVE_ACT);
    }

    private static boolean ends(Piece piece) {
        return piece.kind() == Piece.Kind.MARK;
    }

    private static final Set<String> SPAN_END = Set.of("to", "until", "till", "through");

    /** "two days after 6 October", "a week from Tuesday". */
    private static List<Finding> fromDate(Match m, Place place) {
        Grain grain = m.need("UNIT", Unit.class).grain();
        long count = count(m, m.need("NUM", Amount.class));
        Anchors.Dated base = m.get("CALENDAR", Calendar.class).map(place::date).orElse(null);
        if (base == null) {
            base = m.need("POINTER", Pointer.class).from(place);
        }
        if (grain == null
                || count < 0
                || grain.finerThan(base.moment().grain())
                || (m.word("d").equals("from")
                        && SPAN_END.contains(place.after().lower()))) {
            return List.of();
        }
        int sign = m.word("d").equals("before") || m.word("d").equals("prior") ? -1 : 1;
        Moment there = Counts.isWorking(m) && base.moment().isDay()
                ? Moment.day(Counts.move(base.moment().first().orElseThrow(), sign * count, grain, true))
                : base.moment().shifted(sign * count, grain, base.moment().grain());
        Anchors.Dated dated = new Anchors.Dated(there, base.basis());
        boolean limited = base.moment().isDay() && limit(m, place) != 0;
        return List.of(
                limited
                        ? limited(m, place, base.moment(), sign * count, grain, dated)
                        : Finding.of(m.from, m.to, dated));
    }

    /** "a day after the two had met": how long, and, counted back from the date spoken of last, when the other thing was. */
    private static List<Finding> fromClause(Match m, Place place) {
        Amount amount = m.need("NUM", Amount.class);
        Unit unit = m.need("UNIT", Unit.class);
        Finding duration = Finding.duration(m.from, m.to - 1, unit.duration(amount));
        Grain grain = unit.grain();
        long count = count(m, amount);
        if (place.before().is("within")) {
            return Durations.counted(m, place).stream()
                    .map(f -> f.between(m.from, m.to - 1))
                    .toList();
        }
        // "Notice is given 90 days before it ends": a rule, no happening.
        boolean rule = Set.of("it", "he", "she").contains(place.after().lower())
                && m.pieces.at(m.to + 1).lower().endsWith("s")
                && !m.pieces.at(m.to + 1).is("was");
        // "Two days after the vote it closed its embassy": what follows has no date yet that the vote could be counted
        // from.
        boolean opens = place.from() == 0;
        if (grain == null || count < 0 || Grain.MONTH.finerThan(grain) || ends(place.after()) || rule || opens) {
            return List.of(duration);
        }
        int sign = m.word("d").equals("before") ? 1 : -1;
        return place.anchors()
                .last(Grain.DAY, place.sentence())
                .map(Anchors.Met::moment)
                .filter(Moment::isDay)
                .flatMap(Moment::first)
                .map(day -> Moment.move(day, sign * count, grain))
                .map(there -> List.of(duration.withBounds(
                                Finding.Bounds.of(there, there, When.Precision.DAY), When.Basis.RELATIVE_ACT)
                        .naming(Moment.day(there))))
                .orElse(List.of(duration));
    }

    private static List<Finding> bareLater(Match m, Place place) {
        String d = m.word("d");
        if (d.equals("before") && !ends(place.after())) {
            return List.of();
        }
        return List.of(Finding.vague(
                m.from,
                m.to,
                d.equals("ago") || d.equals("earlier") || d.equals("before") ? "PAST_REF" : "FUTURE_REF"));
    }

    /** "the end of the month", "late in the year": of the date spoken of just before, else of the report's. */
    private static List<Finding> partOfUnit(Match m, Place place) {
        Mod mod = m.has("e") ? Mod.END : m.need("MOD", Mod.class);
        String word = m.word("u");
        Unit unit = word.equals("quarter") ? Unit.QUARTER : TimeWords.UNITS.get(word);
        Grain grain = unit == null ? null : unit.grain();
        // "rest of week", as headlines have it.
        boolean article = m.has("e") || m.pieces.at(m.start("u") - 1).is("the") || isRest(m);
        if (grain == null || !article || (place.after().is("-") && !m.has("e"))) {
            return List.of();
        }
        Anchors anchors = place.anchors();
        int look =
                anchors.narrative() || anchors.report().isEmpty() ? place.sentence() : place.sentence() + Anchors.NEAR;
        Anchors.Dated dated = anchors.fromAct(grain, 0, "", look);
        boolean untold =
                dated.basis() == When.Basis.UNKNOWN || dated.moment().start().isEmpty();
        if (untold && !anchors.narrative()) {
            dated = anchors.fromReport(grain, 0, "");
        }
        Finding found = Finding.of(m.from, m.to, dated, mod);
        return List.of(m.has("MOD") ? sinceReport(m, place, found) : found);
    }

    private static boolean isRest(Match m) {
        int at = m.start("MOD");
        Piece first = m.pieces.at(m.pieces.at(at).is("the") ? at + 1 : at);
        return m.has("MOD") && (first.is("rest") || first.is("remainder"));
    }

    /** "the rest of her week"; "the end of his year" may be of another. */
    private static List<Finding> restOfOwn(Match m, Place place) {
        return isRest(m) && !place.anchors().narrative() ? partOfUnit(m, place) : List.of();
    }

    private static final Set<String> BEFORE_OWN = Set.of("in", "of", "make", "makes", "made", "have", "like");

    /** "What does my week look like?": the one that runs. What one did in one's day, or what made it, may be of any. */
    private static List<Finding> own(Match m, Place place) {
        Anchors anchors = place.anchors();
        boolean alone = !place.after().is("-")
                && !place.after().is("'")
                && !place.after().is("in");
        boolean other =
                place.lean() == Lean.BACK || BEFORE_OWN.contains(place.before().lower());
        if (anchors.narrative() || anchors.report().isEmpty() || !alone || other) {
            return List.of();
        }
        Unit unit = TimeWords.UNITS.get(m.word("u"));
        Grain grain = unit == null ? null : unit.grain();
        return grain == null ? List.of() : List.of(Finding.of(m.from, m.to, anchors.fromReport(grain, 0, "")));
    }

    private static final Set<String> BEFORE_SEASON = Set.of(
            "the",
            "in",
            "of",
            "that",
            "this",
            "during",
            "by",
            "since",
            "until",
            "early",
            "late",
            "previous",
            "following",
            "and",
            "-",
            "their",
            "second",
            "one",
            "every");

    private static List<Finding> season(Match m, Place place) {
        Piece first = m.pieces.at(m.from);
        String word = m.word("SEASON");
        boolean led = m.from < m.start("SEASON")
                || BEFORE_SEASON.contains(place.before().lower());
        boolean fall = word.equals("fall")
                && (place.after().is("of")
                        || !(m.has("MOD")
                                || Set.of("in", "by", "until", "during", "since", "this", "of")
                                        .contains(place.before().lower())));
        boolean spring = word.equals("spring") && place.after().is("-");
        if (!led
                || fall
                || spring
                || (m.pieces.at(m.start("SEASON")).capital()
                        && !first.is("the")
                        && place.after().capital())) {
            return List.of();
        }
        Calendar calendar = new Calendar(new Moment(Grain.SEASON, 0, m.number("SEASON"), 0, ""), Era.UNSAID, 0);
        return List.of(Finding.of(
                m.from, m.to, place.date(calendar), m.get("MOD", Mod.class).orElse(Mod.WHOLE)));
    }

    /** "the third quarter": the last one that had begun when the report was published, or the next to come. */
    private static List<Finding> quarter(Match m, Place place) {
        int which = m.has("n") ? m.pieces.at(m.start("n")).number() : m.number("ORD");
        Moment report = place.anchors().report().orElse(null);
        if (m.has("n") && (!m.pieces.at(m.start("n")).glued() || !place.isLed())) {
            return List.of();
        }
        if (which > 4 || place.anchors().narrative()) {
            return List.of();
        }
        Moment quarter = new Moment(Grain.QUARTER, 0, which, 0, "");
        if (report == null || !report.hasYear()) {
            return List.of(Finding.of(m.from, m.to, new Anchors.Dated(quarter, When.Basis.UNKNOWN)));
        }
        int year = report.year();
        Moment there = quarter.withYear(year);
        LocalDate published = report.first().orElseThrow();
        boolean ahead = there.first().filter(published::isBefore).isPresent();
        if (ahead && place.lean() != Lean.FORWARD) {
            there = quarter.withYear(year - 1);
        } else if (!ahead
                && place.lean() == Lean.FORWARD
                && there.last().filter(published::isAfter).isPresent()) {
            there = quarter.withYear(year + 1);
        }
        return List.of(Finding.of(
                m.from,
                m.to,
                new Anchors.Dated(there, When.Basis.RELATIVE_REPORT),
                m.get("MOD", Mod.class).orElse(Mod.WHOLE)));
    }

    /** "a year earlier", "the year-ago quarter": the year before the report's, or before the one spoken of. */
    private static List<Finding> yearEarlier(Match m, Place place) {
        Anchors.Dated dated = place.anchors().fromReport(Grain.YEAR, -1, "");
        if (m.pieces.at(m.to - 1).is("earlier") && place.anchors().narrative()) {
            dated = place.anchors().fromAct(Grain.YEAR, -1, "", place.sentence());
        }
        return List.of(Finding.of(m.from, m.to, dated));
    }
}
