package org.demarche.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Ruling;
import org.demarche.model.When;

/**
 * Shows an event as the reports tell it that a person prefers, for the field that the ruling is about. Every other reading stays where it
 * is: in the event's readings and among the disagreements.
 */
public final class Preferences {
    private Preferences() {}

    /** The same events, shown as preferred; of rulings on one field the last counts. */
    public static Merged follow(Merged merged, List<Ruling> rulings) {
        List<Ruling> preferred =
                rulings.stream().filter(r -> r.kind() == Ruling.Kind.PREFERRED).toList();
        if (preferred.isEmpty()) {
            return merged;
        }
        Map<String, Claim> claims = new TreeMap<>();
        merged.claims().forEach(c -> claims.put(c.id(), c));
        List<Event> out = new ArrayList<>();
        for (Event event : merged.events()) {
            Event shown = event;
            for (Ruling ruling : preferred) {
                if (!Collections.disjoint(event.claims(), ruling.claims())
                        && !Collections.disjoint(event.claims(), ruling.others())) {
                    shown = shown(
                            shown,
                            String.valueOf(ruling.field()),
                            ruling.claims().stream()
                                    .filter(event.claims()::contains)
                                    .map(claims::get)
                                    .filter(Objects::nonNull)
                                    .toList());
                }
            }
            out.add(shown);
        }
        out.sort(EventBuilder.BY_DATE);
        return new Merged(merged.documents(), merged.claims(), out);
    }

    private static Event shown(Event e, String field, List<Claim> preferred) {
        if (preferred.isEmpty()) {
            return e;
        }
        Claim first = preferred.get(0);
        return switch (field) {
            case "act" -> e.withAct(first.act());
            case "actors" ->
                e.withActors(firstly(
                        all(preferred, Claim::actors),
                        e.actors(),
                        p -> p.actor().id()));
            case "date" -> e.withDate(date(preferred, e.date()));
            case "factuality" -> e.withFactuality(first.factuality());
            case "count", "to", "ceiling", "from", "who" ->
                e.withQuantities(firstly(
                        all(preferred, Claim::quantities),
                        e.quantities(),
                        q -> q.role() + "|" + q.value() + "|" + q.low() + "|" + q.high()));
            default -> e;
        };
    }

    private static <T> List<T> all(List<Claim> claims, Function<Claim, List<T>> field) {
        return claims.stream().flatMap(c -> field.apply(c).stream()).toList();
    }

    /** The preferred ones first, then the rest as it was. */
    private static <T> List<T> firstly(List<T> preferred, List<T> all, Function<T, String> key) {
        Map<String, T> out = new LinkedHashMap<>();
        preferred.forEach(p -> out.putIfAbsent(key.apply(p), p));
        all.forEach(p -> out.putIfAbsent(key.apply(p), p));
        return List.copyOf(out.values());
    }

    private static When date(List<Claim> preferred, When otherwise) {
        return preferred.stream()
                .map(Claim::date)
                .filter(When::isKnown)
                .findFirst()
                .orElse(otherwise);
    }
}
