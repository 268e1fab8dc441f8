package org.demarche.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.Ids;

/**
 * Finds what was done in one go: hostile acts of one side against another, dated the same day, of which one report at least tells two. Each
 * stays an event of its own and names the package as its parent; the package is an event without claims of its own, so that nothing is
 * counted twice.
 */
final class Packages {
    private final Map<String, Claim> claims;
    private final Map<String, Document> documents;

    Packages(Map<String, Claim> claims, Map<String, Document> documents) {
        this.claims = claims;
        this.documents = documents;
    }

    /** The events with their parents, and the parents. */
    List<Event> find(List<Event> events) {
        Map<String, List<Event>> together = new TreeMap<>();
        for (Event e : events) {
            if (isMeasure(e)) {
                together.computeIfAbsent(
                                Sides.actors(e, claims) + ">" + e.date().start(), k -> new ArrayList<>())
                        .add(e);
            }
        }
        Map<String, String> parentOf = new TreeMap<>();
        List<Event> out = new ArrayList<>();
        together.values().forEach(same -> {
            for (List<Event> children : split(same)) {
                if (children.size() > 1) {
                    Event parent = parent(children);
                    out.add(parent);
                    children.forEach(c -> parentOf.put(c.id(), parent.id()));
                }
            }
        });
        events.forEach(e -> {
            String parent = parentOf.get(e.id());
            out.add(parent == null ? e : e.withParent(parent));
        });
        out.sort(EventBuilder.BY_DATE);
        return List.copyOf(out);
    }

    private boolean isMeasure(Event e) {
        boolean dated = Days.of(e.date()).isDay();
        Integer quad = e.act().quad();
        boolean done = e.factuality() == Factuality.ASSERTED
                || e.factuality() == Factuality.PLANNED
                || e.factuality() == Factuality.DEMANDED;
        return dated
                && done
                && quad != null
                && quad == 4
                && !e.actors().isEmpty()
                && "SANCTION".equals(e.act().type());
    }

    /** Against one recipient, and tied by a report that tells both. */
    private List<List<Event>> split(List<Event> same) {
        List<List<Event>> out = new ArrayList<>();
        for (Event e : same) {
            List<Event> home = null;
            for (List<Event> group : out) {
                boolean recipient =
                        group.stream().anyMatch(g -> meets(Sides.recipients(g, claims), Sides.recipients(e, claims)));
                boolean report =
                        group.stream().anyMatch(g -> meets(new TreeSet<>(g.documents()), new TreeSet<>(e.documents())));
                if (recipient && report) {
                    home = group;
                    break;
                }
            }
            if (home == null) {
                home = new ArrayList<>();
                out.add(home);
            }
            home.add(e);
        }
        return out;
    }

    private static boolean meets(Set<String> a, Set<String> b) {
        return a.isEmpty() || b.isEmpty() || a.stream().anyMatch(b::contains);
    }

    private Event parent(List<Event> children) {
        Event head = children.stream()
                .max(Comparator.comparingInt((Event e) -> e.documents().size())
                        .thenComparing(Comparator.comparing(Event::id).reversed()))
                .orElseThrow();
        Set<String> in = new TreeSet<>();
        children.forEach(c -> in.addAll(c.documents()));
        List<Claim> told = new ArrayList<>();
        children.forEach(c -> c.claims().forEach(id -> told.add(Objects.requireNonNull(claims.get(id)))));
        String[] ids = children.stream().map(Event::id).sorted().toArray(String[]::new);
        return new Event(
                Ids.of("evt", ids),
                head.act(),
                head.actors(),
                head.recipients(),
                head.date(),
                null,
                head.factuality(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.copyOf(in),
                Sources.count(told, documents),
                new TreeMap<>(),
                List.of("done in one go: " + String.join(", ", ids)));
    }
}
