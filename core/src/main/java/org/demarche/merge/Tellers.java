package org.demarche.merge;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Claim;

/** On whose word claims are told: two who speak may contradict each other within one report. */
final class Tellers {
    private Tellers() {}

    /** "Two were killed, Lima said; La Paz said five": one act on the word of two. */
    static boolean areTwo(Claim a, Claim b) {
        Set<String> one = of(a);
        Set<String> other = of(b);
        return a.act().code().equals(b.act().code())
                && !one.isEmpty()
                && !other.isEmpty()
                && one.stream().noneMatch(other::contains);
    }

    /** Whether any two of them are on the word of two. */
    static boolean areTwo(List<Claim> claims) {
        return claims.stream().anyMatch(a -> claims.stream().anyMatch(b -> areTwo(a, b)));
    }

    /** The sides of those whom a claim names as its sources. */
    private static Set<String> of(Claim claim) {
        Set<String> out = new TreeSet<>();
        claim.attribution().stream()
                .map(Claim.Attribution::actor)
                .filter(Objects::nonNull)
                .forEach(a -> out.add(a.principal()));
        return out;
    }
}
