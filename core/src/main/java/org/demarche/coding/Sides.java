package org.demarche.coding;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.jspecify.annotations.Nullable;

/** What lists of parties have in common. */
final class Sides {

    private Sides() {}

    static long distinct(List<Claim.Party> parties) {
        return parties.stream().map(p -> p.actor().principal()).distinct().count();
    }

    static boolean allOf(List<Claim.Party> parties, String principal) {
        return parties.stream().allMatch(p -> p.actor().principal().equals(principal));
    }

    /** For whom they act, in an order of their own; a set to add to. */
    static Set<String> principals(List<Claim.Party> parties) {
        return Claim.Party.principals(parties);
    }

    static boolean anyOf(List<Claim.Party> parties, Collection<String> principals) {
        return parties.stream().anyMatch(p -> principals.contains(p.actor().principal()));
    }

    static boolean named(List<Claim.Party> parties) {
        return parties.stream().anyMatch(p -> p.citation() != null && p.actor().kind() == Actor.Kind.PERSON);
    }

    /** Whether an actor counts as a side: comment by private persons is no act. */
    static boolean acts(Actor actor, @Nullable Integer quad) {
        boolean group = actor.kind() == Actor.Kind.PEOPLE && quad != null && quad > 2;
        return Discourse.isSide(actor) || group || actor.country() != null;
    }
}
