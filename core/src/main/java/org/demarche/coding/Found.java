package org.demarche.coding;

import java.util.List;
import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Claim;

/** An act found at a word, before it is written down as a claim. */
record Found(Match match, ActDefinition act, List<Claim.Party> actors, boolean byContext) {

    int head() {
        return match.arguments().head();
    }

    String code() {
        return act.code();
    }

    String type() {
        return String.valueOf(act.act().type());
    }

    /** Whether the things that it is done to are the actor's own. */
    boolean own() {
        return match.frame().slots().stream().anyMatch(s -> s.whose() == Frame.Whose.OWN);
    }

    boolean isNominal(Tree tree) {
        return match.frame().part() == Frame.Part.NOUN || tree.isNominal(head());
    }
}
