package org.demarche.merge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.demarche.model.Claim;
import org.demarche.model.Event;

/** Who the two sides of an event are by what most of its claims say; one claim that lays it on the wrong side does not turn it round. */
final class Sides {
    private Sides() {}

    static Set<String> actors(Event e, Map<String, Claim> claims) {
        return mostly(own(e, claims), Claim::actors);
    }

    static Set<String> recipients(Event e, Map<String, Claim> claims) {
        return mostly(own(e, claims), Claim::recipients);
    }

    private static List<Claim> own(Event e, Map<String, Claim> claims) {
        return e.claims().stream().map(claims::get).filter(Objects::nonNull).toList();
    }

    /** How many claims name each principal. */
    static Map<String, Integer> votes(Collection<Claim> claims, Function<Claim, List<Claim.Party>> parties) {
        Map<String, Integer> out = new TreeMap<>();
        for (Claim c : claims) {
            Claim.Party.principals(parties.apply(c)).forEach(p -> out.merge(p, 1, Integer::sum));
        }
        return out;
    }

    private static Set<String> mostly(List<Claim> claims, Function<Claim, List<Claim.Party>> parties) {
        Map<String, Integer> votes = votes(claims, parties);
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Set<String> out = new TreeSet<>();
        votes.forEach((p, n) -> {
            if (n * 4 > most * 3) {
                out.add(p);
            }
        });
        return out;
    }
}
