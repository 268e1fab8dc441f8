package org.demarche.coding;

import java.util.List;
import java.util.Locale;
import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Claim;
import org.jspecify.annotations.Nullable;

/**
 * An act found at a word, before it is written down as a claim.
 *
 * @param score how sure the model is that guesses it, or null where a rule found it
 */
record Found(
        Match match,
        ActDefinition act,
        List<Claim.Party> actors,
        boolean byContext,
        @Nullable Double score) {

    /** As a rule finds it. */
    Found(Match match, ActDefinition act, List<Claim.Party> actors, boolean byContext) {
        this(match, act, actors, byContext, null);
    }

    /** Id of the rule, or of the model's type. */
    String rule() {
        return score == null ? match.frame().rule() : "model/" + type().toLowerCase(Locale.ROOT);
    }

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
