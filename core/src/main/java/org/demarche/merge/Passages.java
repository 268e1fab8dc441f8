package org.demarche.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Event;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Dates a measure that no report dates by what is told in the same breath: a measure of the same side, in the same or the next sentence of
 * one report, whose day is known. Inferred only where all such neighbours are of one day; said in the event's {@code why}.
 */
final class Passages {
    private final Map<String, Claim> claims;
    private final Map<String, Event> eventOf = new HashMap<>();
    private final Map<String, List<Claim>> byDocument = new HashMap<>();

    Passages(Map<String, Claim> claims, List<Event> events) {
        this.claims = claims;
        events.forEach(e -> e.claims().forEach(c -> eventOf.put(c, e)));
        claims.values()
                .forEach(c -> byDocument
                        .computeIfAbsent(c.document(), d -> new ArrayList<>())
                        .add(c));
    }

    List<Event> date(List<Event> events) {
        List<Event> out = new ArrayList<>();
        for (Event e : events) {
            Event neighbour = e.date().isKnown() || !isMeasure(e) ? null : neighbour(e);
            out.add(neighbour == null ? e : dated(e, neighbour));
        }
        return out;
    }

    private static boolean isMeasure(Event e) {
        return "SANCTION".equals(e.act().type())
                && !e.act().contexts().contains("historical")
                && !e.actors().isEmpty();
    }

    /** The one dated measure that it is told with; null where there is none, or where they are of different days. */
    private @Nullable Event neighbour(Event e) {
        Event found = null;
        for (String id : e.claims()) {
            Claim own = Objects.requireNonNull(claims.get(id));
            for (Claim c : byDocument.getOrDefault(own.document(), List.of())) {
                Event other = eventOf.get(c.id());
                boolean near = Math.abs(c.sentenceIndex() - own.sentenceIndex()) <= 1;
                if (!near
                        || other == null
                        || other == e
                        || !isMeasure(other)
                        || !Days.of(other.date()).isDay()
                        || !sameSide(e, other)) {
                    continue;
                }
                if (found != null && Days.of(found.date()).gap(Days.of(other.date())) > 1) {
                    return null;
                }
                found = found == null ? other : found;
            }
        }
        return found;
    }

    private boolean sameSide(Event a, Event b) {
        Set<String> sides = Sides.actors(a, claims);
        return Sides.actors(b, claims).stream().anyMatch(sides::contains);
    }

    private static Event dated(Event e, Event neighbour) {
        When when = new When(
                neighbour.date().start(),
                neighbour.date().end(),
                neighbour.date().precision(),
                When.Basis.INFERRED,
                null);
        return e.withDate(when, "dated like " + neighbour.id() + ", with which a report tells it in one breath");
    }
}
