package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Claim;

/** Orders of a side to its own people: "the president ordered the minister to break off relations" is the break itself. */
final class OwnOrders {
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
