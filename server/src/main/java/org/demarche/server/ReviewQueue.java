package org.demarche.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.store.Decisions;
import org.demarche.store.Entry;

/** What a person should look at, the most useful first: told differently, proposed with a low score, much depending on it. */
final class ReviewQueue {
    private final List<Event> open = new ArrayList<>();
    private int decided;

    ReviewQueue(Shelf.Copy copy, List<Event> events) {
        Set<String> verdicts = new HashSet<>();
        Set<String> unsure = new HashSet<>();
        for (Entry entry : new Decisions(copy.log).standing()) {
            if (!entry.kind().equals("comment")) {
                (entry.kind().equals("unsure") ? unsure : verdicts).add(entry.target());
            }
        }
        Map<String, Integer> disputes = new HashMap<>();
        copy.dossier.disagreements().forEach(d -> disputes.merge(d.about(), 1, Integer::sum));
        Map<String, Claim> claims = new HashMap<>();
        copy.dossier.claims().forEach(c -> claims.put(c.id(), c));
        Map<String, Double> worth = new HashMap<>();
        for (Event event : events) {
            if (event.claims().stream().anyMatch(verdicts::contains) || verdicts.contains(event.id())) {
                decided++;
                continue;
            }
            open.add(event);
            worth.put(event.id(), worth(event, claims, disputes.getOrDefault(event.id(), 0)));
        }
        open.sort(Comparator.comparing((Event e) -> isUnsure(e, unsure))
                .thenComparing(e -> -worth.getOrDefault(e.id(), 0.0))
                .thenComparing(Event::id));
    }

    private static boolean isUnsure(Event event, Set<String> unsure) {
        return unsure.contains(event.id()) || event.claims().stream().anyMatch(unsure::contains);
    }

    private static double worth(Event event, Map<String, Claim> claims, int disputes) {
        double out = 3.0 * disputes;
        for (String id : event.claims()) {
            Claim claim = claims.get(id);
            if (claim != null) {
                out += Math.min(3, claim.changes().size());
                Double score = claim.score();
                out += score == null ? 0 : 2 * (1 - score);
            }
        }
        return out;
    }

    /** Without a decision, the most useful first; those that somebody was unsure of at the end. */
    List<Event> open() {
        return open;
    }

    int decided() {
        return decided;
    }
}
