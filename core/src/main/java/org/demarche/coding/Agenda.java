package org.demarche.coding;

import java.util.List;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Factuality;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a list: "The Council decides:" and then, each on a line of its own, "(a) to close …". Those who decide do what the items say, as surely as the words
 * before the list have it.
 *
 * @param actors who decides, demands, intends
 */
record Agenda(List<Claim.Party> actors, Factuality factuality) {
    private static final Set<String> DECIDING = Set.of(
            "decide", "resolve", "agree", "adopt", "determine", "undertake", "approve", "announce", "order", "decree");
    private static final Set<String> DEMANDING =
            Set.of("demand", "call", "urge", "request", "require", "insist", "invite", "appeal", "ask", "recommend");
    private static final Set<String> PLANNING = Set.of("intend", "plan", "promise", "pledge", "propose", "prepare");

    Agenda {
        actors = List.copyOf(actors);
    }

    /** What a sentence opens that ends in a colon, or null. */
    static @Nullable Agenda of(Reading reading) {
        Tree tree = reading.tree();
        int last = tree.size() - 1;
        int root = reading.sentence().root();
        if (last < 1
                || root < 0
                || !tree.form(last).equals(":") && !(tree.form(last).equals(";") && hasItem(tree, root))) {
            return null;
        }
        List<Claim.Party> actors = reading.parties().of(reading.grammar().agents(root, 0)).stream()
                .filter(p -> Discourse.isSide(p.actor()))
                .map(p -> new Claim.Party(p.actor(), null))
                .toList();
        String verb = tree.lemma(root);
        Factuality factuality = DECIDING.contains(verb)
                ? Factuality.ASSERTED
                : DEMANDING.contains(verb) ? Factuality.DEMANDED : PLANNING.contains(verb) ? Factuality.PLANNED : null;
        return actors.isEmpty() || factuality == null ? null : new Agenda(actors, factuality);
    }

    /** Whether a sentence is an item of such a list: an infinitive without a subject. */
    static boolean isItem(Reading reading) {
        Tree tree = reading.tree();
        int root = reading.sentence().root();
        if (root >= 0 && tree.token(root).xpos().equals("LS")) {
            root = tree.child(root, "advcl", "xcomp", "appos", "parataxis");
        }
        return root >= 0
                && tree.isVerbal(root)
                && tree.hasChild(root, "to")
                && tree.child(root, "nsubj", "nsubj:pass", "aux") < 0;
    }

    /** "Decides with immediate effect: (a) to close the border;": the first item on the line of the words before the list. */
    private static boolean hasItem(Tree tree, int root) {
        for (int i = root + 1; i < tree.size(); i++) {
            if (tree.form(i).equals(":")) {
                return tree.children(root, "xcomp", "advcl", "parataxis").stream()
                        .anyMatch(c -> tree.hasChild(c, "to"));
            }
        }
        return false;
    }
}
