package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Subject;

/** Who stands on both sides of what is done together. */
final class SharedSides {
    private final Discourse discourse;
    private final Tree tree;
    private final Parties parties;

    SharedSides(Reading reading) {
        this.discourse = reading.discourse();
        this.tree = reading.tree();
        this.parties = reading.parties();
    }

    /** The sides that share a thing: whose relations, whose council, whose treaty it is. */
    List<Claim.Party> of(List<Integer> things) {
        for (int thing : things) {
            List<Claim.Party> owners = parties.owners(thing);
            if (Sides.distinct(owners) > 1) {
                return owners;
            }
            Subject subject = parties.subject(thing);
            if (subject != null && subject.parties().size() > 1) {
                List<Claim.Party> out = new ArrayList<>();
                for (String party : subject.parties()) {
                    Actor actor = discourse.actors().get(party);
                    if (actor != null) {
                        out.add(new Claim.Party(actor, null));
                    }
                }
                return out;
            }
        }
        return List.of();
    }

    List<Integer> between(Arguments arguments, List<Integer> things) {
        int head = arguments.head();
        List<Integer> out = new ArrayList<>(arguments.oblique("between"));
        List<Integer> tops = new ArrayList<>(things);
        tops.add(head);
        for (int top : tops) {
            for (int child : tree.children(top, "nmod", "obl")) {
                if (tree.preposition(child).equals("between")) {
                    out.addAll(tree.conjuncts(child));
                }
            }
        }
        return out;
    }

    boolean eachOther(int head) {
        for (int i = tree.first(head); i < tree.last(head); i++) {
            if (tree.form(i).equals("each") && tree.form(i + 1).startsWith("other")
                    || tree.form(i).equals("one") && tree.form(i + 1).equals("another")) {
                return true;
            }
        }
        return false;
    }
}
