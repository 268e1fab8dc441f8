package org.demarche.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.demarche.model.Claim;
import org.demarche.model.Event;

/** Which relations a ledger tells of. */
final class Dyads {
    private Dyads() {}

    /** Pairs of parties of one event as {@code NATO--RUS}, by how many events they have, most first. */
    static List<String> of(List<Event> events) {
        Map<String, Integer> count = new HashMap<>();
        for (Event event : events) {
            TreeSet<String> sides = new TreeSet<>();
            for (Claim.Party party : event.actors()) {
                sides.add(party.actor().principal());
            }
            for (Claim.Party party : event.recipients()) {
                sides.add(party.actor().principal());
            }
            for (String one : sides) {
                for (String other : sides.tailSet(one, false)) {
                    count.merge(one + "--" + other, 1, Integer::sum);
                }
            }
        }
        List<String> out = new ArrayList<>(count.keySet());
        out.sort((x, y) -> {
            int more = Integer.compare(count.getOrDefault(y, 0), count.getOrDefault(x, 0));
            return more != 0 ? more : x.compareTo(y);
        });
        return List.copyOf(out);
    }
}
