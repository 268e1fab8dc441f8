package org.demarche.dialect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.model.Event;
import org.demarche.model.Factuality;

/**
 * The rows of a ledger that a dyadic CAMEO table can hold: what sources assert, with a code, on one known day, by somebody. Everything else is
 * counted as lost.
 */
final class Dyadic {
    /** A row. */
    record Line(Pair pair, String code, LocalDate day, long number) {
        Event event() {
            return pair.event();
        }
    }

    private Dyadic() {}

    static List<Line> lines(Source source, Tally tally) {
        List<Pair> kept = new ArrayList<>();
        for (Event event : source.events()) {
            List<Pair> pairs =
                    Pair.of(event).stream().filter(p -> p.source() != null).toList();
            if (isHeld(event, pairs, tally)) {
                tally.loseIf(
                        isDisputed(event),
                        "events whose sources differ: only the first reading of each field is written");
                tally.loseIf(
                        event.effective() != null,
                        "events with a date of coming into force: only the date of the act is written");
                tally.loseIf(!event.quantities().isEmpty(), "events with numbers: numbers are not written");
                kept.addAll(pairs);
            }
        }
        Surrogates numbers = new Surrogates(kept.stream().map(Pair::key).toList());
        List<Line> out = new ArrayList<>();
        for (Pair pair : kept) {
            Optional<LocalDate> day = Days.one(pair.event().date());
            String code = pair.event().act().cameo();
            if (day.isPresent() && code != null) {
                out.add(new Line(pair, code, day.get(), numbers.of(pair.key())));
            }
        }
        return out;
    }

    private static boolean isHeld(Event event, List<Pair> pairs, Tally tally) {
        if (!isAsserted(event, tally)) {
            return false;
        }
        if (event.act().cameo() == null) {
            tally.lose("events without a CAMEO code, left out");
            return false;
        }
        if (!isDated(event, tally)) {
            return false;
        }
        if (pairs.isEmpty()) {
            tally.lose("events by nobody who is named, left out");
            return false;
        }
        return true;
    }

    /** Whether a source says that it was done; the format has no word for what was only planned, demanded, alleged or denied. */
    static boolean isAsserted(Event event, Tally tally) {
        if (event.factuality() != Factuality.ASSERTED) {
            tally.lose("events that are only " + Words.of(event.factuality()) + ", left out");
            return false;
        }
        return true;
    }

    static boolean isDated(Event event, Tally tally) {
        if (Days.one(event.date()).isPresent()) {
            return true;
        }
        tally.lose(
                event.date().isKnown()
                        ? "events whose date is not known to the day, left out"
                        : "events without a date, left out");
        return false;
    }

    static boolean isDisputed(Event event) {
        return event.readings().values().stream().anyMatch(r -> r.isDisputed());
    }
}
