package org.demarche.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that a report gives to somebody: direct or indirect speech, a belief, an announcement.
 *
 * @param sentence index of the sentence the content begins in
 * @param source words that name the holder, or null where the report names none
 * @param cue words that say so ("said", "according to"), or null
 * @param content what is said
 * @param direct whether it stands between quotation marks
 * @param chain who holds it, innermost first; empty where no owner is given, and none is made up
 */
public record Quote(
        int sentence,
        @Nullable Span source,
        @Nullable Span cue,
        Span content,
        boolean direct,
        List<Holder> chain,
        @Nullable Actor addressee) {

    /**
     * One holder of a chain.
     *
     * @param holder name of the actor, or the words of the source where it resolves to none
     * @param actor the resolved holder, or null
     * @param verb lemma of the cue
     */
    public record Holder(
            String holder,
            @Nullable Actor actor,
            String verb,
            @Nullable Span at) {}

    public Quote {
        chain = List.copyOf(chain);
    }
}
