package org.demarche.mention.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.When;

/** Stretches of time without a place in the calendar: "three months", "the past decade", "two-day", "within a week". */
final class Durations {
    static final String ADJ =
            "(full|long|whole|consecutive|straight|more|additional|short|successive|solid|calendar|business|working|trading|other|further|bloody|intense|hard|entire|bitter|previous|last|past|next|preceding|turbulent|difficult|brutal|tense|busy|good|great|very|crucial|final|first|remaining|extra)?";
    private static final Set<String> WITHIN = Set.of("within", "given", "allowed", "had", "has", "have", "giving");

    private static final Set<String> POINTING = Set.of("next", "last", "past", "previous", "preceding", "following");

    private Durations() {}

    static List<Rule> rules() {
        List<Rule> out = new ArrayList<>();
        out.add(Rule.of("duration", "NUM -? " + ADJ + " UNIT (and a half)?", Durations::counted));
        out.add(Rule.of(
                "duration-bare",
                "u:(seconds|minutes|hours|days|weeks|months|years|decades|centuries)",
                Durations::bare));
        out.add(Rule.of(
                "duration-deictic",
                "the? d:(last|past|next|coming|previous|following|first|final|preceding|ensuing|subsequent|same|latest|recent|upcoming|intervening) NUM -? "
                        + ADJ + " UNIT",
                Durations::counted));
        out.add(Rule.of(
                "duration-recent",
                "the? d:(past|last|coming|next|ensuing|recent|intervening|previous|following|subsequent) u:(minutes|hours|days|weeks|months|years|decades|centuries)",
                Durations::bare));
        out.add(Rule.of("quarters", "(the (last|past|next|first))? NUM " + ADJ + " quarters", (m, p) -> quarters(m)));
        out.add(Rule.of("duration-past-one", "the d:(past|last) UNIT", Durations::pastOne));
        out.add(Rule.of(
                "duration-another", "(another|each|every)? NUM " + ADJ + " UNIT (and NUM UNIT)?", Durations::another));
        out.add(Rule.of(
                "duration-long",
                "u:(day|week|month|year|decade|century|hour|days|weeks|months|years) - long",
                Durations::longOne));
        out.add(Rule.of("age", "NUM -? UNIT -? (old | of age)", Durations::counted));
        return out;
    }

    private static List<Finding> quarters(Match m) {
        Amount amount = m.need("NUM", Amount.class);
        boolean parts =
                m.pieces.at(m.start("NUM")).is("three") && !m.pieces.at(m.from).is("the");
        return parts ? List.of() : List.of(Finding.duration(m.from, m.to, Unit.QUARTER.duration(amount)));
    }

    private static List<Finding> another(Match m, Place place) {
        if (!m.pieces.at(m.from).is("another")) {
            return List.of();
        }
        return counted(m, place);
    }

    static List<Finding> counted(Match m, Place place) {
        Amount amount = m.need("NUM", Amount.class);
        Unit unit = m.need("UNIT", Unit.class);
        Piece last = m.pieces.at(m.to - 1);
        // "from 4 to 5 next month": the month is next, the five are of something else.
        int unitAt = m.start("UNIT");
        boolean pointed = unitAt > m.end("NUM")
                && POINTING.contains(m.pieces.at(unitAt - 1).lower())
                && !amount.equals(Amount.ONE)
                && !m.pieces.at(unitAt).lower().endsWith("s");
        if (pointed) {
            return List.of();
        }
        // "a second attempt" is no length of time.
        boolean article = m.word("NUM").equals("a") && m.end("NUM") == m.start("NUM") + 1;
        if (article && last.lower().endsWith("s")) {
            return List.of();
        }
        boolean ordinal = unit == Unit.SECOND
                && amount.equals(Amount.ONE)
                && last.is("second")
                && (place.after().isWord() || last.capital());
        return ordinal ? List.of() : List.of(duration(m, place, amount, unit));
    }

    private static Finding duration(Match m, Place place, Amount amount, Unit unit) {
        Finding finding = Finding.duration(m.from, m.to, unit.duration(amount));
        return bounds(m, place, amount, unit)
                .map(b -> finding.withBounds(b.bounds(), b.basis()))
                .orElse(finding);
    }

    private record Bound(Finding.Bounds bounds, When.Basis basis) {}

    /** The days in which an act falls that was done "within a week", "in the past three days": counted from the report or the act before. */
    private static Optional<Bound> bounds(Match m, Place place, Amount amount, Unit unit) {
        Grain grain = unit.grain();
        int count = unit == Unit.FORTNIGHT ? amount.whole() * 2 : amount.whole();
        if (grain == null || count <= 0) {
            return Optional.empty();
        }
        String deictic = m.has("d") ? m.word("d") : "";
        Anchors anchors = place.anchors();
        Optional<LocalDate> report = anchors.reportDay();
        if (deictic.equals("past") || deictic.equals("last")) {
            return report.map(day -> new Bound(
                    Finding.Bounds.of(Moment.move(day, -count, grain), day, When.Precision.VAGUE),
                    When.Basis.RELATIVE_REPORT));
        }
        if (place.before().is("in") && !deictic.equals("next") && place.lean() == Lean.FORWARD) {
            return report.map(day -> Counts.move(day, count, grain, Counts.isWorking(m)))
                    .map(day -> new Bound(Finding.Bounds.of(day, day, grain.precision()), When.Basis.RELATIVE_REPORT));
        }
        boolean within = WITHIN.contains(place.before().lower());
        boolean next = deictic.equals("next") || deictic.equals("coming");
        if (!within && !next) {
            return Optional.empty();
        }
        // The first of the next three days is tomorrow; what is to be done within them may be done at once.
        int first = next && !within ? 1 : 0;
        Optional<LocalDate> act = anchors.last(Grain.DAY, place.sentence())
                .map(Anchors.Met::moment)
                .filter(Moment::isDay)
                .flatMap(Moment::first);
        Optional<LocalDate> base = act.isPresent() ? act : anchors.narrative() ? Optional.empty() : report;
        When.Basis basis = act.isPresent() ? When.Basis.RELATIVE_ACT : When.Basis.RELATIVE_REPORT;
        return base.map(day -> new Bound(
                Finding.Bounds.of(
                        day.plusDays(first), Counts.move(day, count, grain, Counts.isWorking(m)), When.Precision.DAY),
                basis));
    }

    private static List<Finding> bare(Match m, Place place) {
        Unit unit = TimeWords.UNITS.get(m.word("u"));
        return unit == null || place.before().is("-")
                ? List.of()
                : List.of(Finding.duration(m.from, m.to, unit.duration(Amount.UNSAID)));
    }

    private static List<Finding> pastOne(Match m, Place place) {
        return List.of(duration(m, place, Amount.ONE, m.need("UNIT", Unit.class)));
    }

    private static List<Finding> longOne(Match m, Place place) {
        String word = m.word("u");
        Unit unit = TimeWords.UNITS.get(word);
        return unit == null
                ? List.of()
                : List.of(
                        Finding.duration(m.from, m.to, unit.duration(word.endsWith("s") ? Amount.UNSAID : Amount.ONE)));
    }
}
