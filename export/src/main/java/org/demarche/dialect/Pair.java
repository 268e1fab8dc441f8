package org.demarche.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Together;
import org.jspecify.annotations.Nullable;

/**
 * One row of a dyadic table: who, to whom. At least one side is there.
 *
 * @param source who acts, or null where nobody is named
 * @param target to whom, or null
 */
record Pair(Event event, Claim.@Nullable Party source, Claim.@Nullable Party target) {

    /**
     * The pairs of an event: each side that acts with each that is acted upon; for what two do together, each with each in both
     * directions, as dyadic data sets write meetings. A state's ministry and its diplomats are one side, named by its first words.
     */
    static List<Pair> of(Event event) {
        List<Claim.Party> actors = sides(event.actors());
        List<Claim.Party> recipients =
                sides(Together.recipients(event.act(), event.actors(), event.recipients(), event.subjects()));
        List<Pair> out = new ArrayList<>();
        if (recipients.isEmpty()) {
            actors.forEach(a -> out.add(new Pair(event, a, null)));
        } else if (actors.isEmpty()) {
            recipients.forEach(r -> out.add(new Pair(event, null, r)));
        }
        for (Claim.Party actor : actors) {
            for (Claim.Party recipient : recipients) {
                if (!actor.actor().id().equals(recipient.actor().id())) {
                    out.add(new Pair(event, actor, recipient));
                }
            }
        }
        return out;
    }

    /** One party for each state or organisation: itself where it is named, else the first that acts for it. */
    private static List<Claim.Party> sides(List<Claim.Party> parties) {
        Map<String, Claim.Party> out = new LinkedHashMap<>();
        for (Claim.Party party : parties) {
            String principal = party.actor().principal();
            if (party.actor().id().equals(principal)) {
                out.put(principal, party);
            } else {
                out.putIfAbsent(principal, party);
            }
        }
        return List.copyOf(out.values());
    }

    @Nullable
    Actor sourceActor() {
        return source == null ? null : source.actor();
    }

    @Nullable
    Actor targetActor() {
        return target == null ? null : target.actor();
    }

    /** The same for the same event and sides, whatever else is exported. */
    String key() {
        return event.id() + "\0" + (source == null ? "" : source.actor().id()) + "\0"
                + (target == null ? "" : target.actor().id());
    }
}
