package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.Claim;

/** Orders of a side to its own people: "the president ordered the minister to break off relations" is the break itself. */
final class OwnOrders {
    private static final Set<String> PEOPLE = Set.of(
            "citizen",
            "national",
            "people",
            "resident",
            "traveller",
            "traveler",
            "tourist",
            "compatriot",
            "expatriate",
            "staff",
            "airline",
            "company");

    private final Tree tree;
    private final Parties parties;

    OwnOrders(Reading reading) {
        this.tree = reading.tree();
        this.parties = reading.parties();
    }

    /** Whether what was found is such an order. */
    boolean is(Found found) {
        return "REQUEST".equals(found.type()) && isOrder(found.head()) && isOf(found.head(), found.actors());
    }

    /** Whether it is advice to one's own people, which asks or threatens no other side: "urged its citizens to leave Mali". */
    boolean isAdvice(Found found) {
        return ("REQUEST".equals(found.type()) || "THREATEN".equals(found.type()))
                && tree.is(found.head(), "warn", "urge", "advise", "ask", "tell", "caution", "recommend", "implore")
                && isOf(found.head(), found.actors())
                && tree.children(found.head(), "obj", "iobj").stream().allMatch(this::isPeople);
    }

    private boolean isPeople(int told) {
        return PEOPLE.contains(tree.lemma(told))
                || parties.named(told).stream().anyMatch(p -> p.actor().kind() == Actor.Kind.PEOPLE);
    }

    /** Whether what was found is done on such an order. */
    boolean isBelow(Found found) {
        int up = tree.head(found.head());
        return up >= 0
                && tree.relation(found.head()).matches("xcomp|ccomp|advcl")
                && isOrder(up)
                && isOf(up, found.actors())
                && Sides.allOf(
                        parties.of(tree.children(up, "nsubj")),
                        found.actors().get(0).actor().principal());
    }

    private boolean isOrder(int verb) {
        return tree.is(verb, "order", "instruct", "direct", "tell", "command", "authorise", "authorize");
    }

    private boolean isOf(int verb, List<Claim.Party> actors) {
        List<Integer> told = new ArrayList<>(tree.children(verb, "obj", "iobj"));
        List<Claim.Party> people = parties.of(told);
        return Sides.distinct(actors) == 1
                && !people.isEmpty()
                && Sides.allOf(people, actors.get(0).actor().principal());
    }
}
