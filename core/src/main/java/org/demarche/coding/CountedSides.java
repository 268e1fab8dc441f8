package org.demarche.coding;

import java.util.List;
import org.demarche.model.Actor;
import org.demarche.model.Mention;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** The sides and the numbers of a sentence by the words at which they stand, for lists that tell both: "Peru four and Chile two". */
record CountedSides(Tree tree, List<Mention.OfActor> actors, List<Mention.OfQuantity> quantities) {

    /** The side that a word names, or null. */
    Mention.@Nullable OfActor actorAt(int token) {
        for (Mention.OfActor actor : actors) {
            if (Discourse.isSide(actor.actor())
                    && actor.actor().kind() != Actor.Kind.PERSON
                    && tree.headOf(actor.span()) == token
                    && actor.form() != Mention.OfActor.Form.ADJECTIVE) {
                return actor;
            }
        }
        return null;
    }

    /** The number that a word says, or null. */
    Mention.@Nullable OfQuantity quantityAt(int token) {
        for (Mention.OfQuantity quantity : quantities) {
            if (quantity.span().overlaps(tree.token(token).span()) && tree.upos(token) == Upos.NUM) {
                return quantity;
            }
        }
        boolean one = tree.form(token).equals("one")
                && token + 1 < tree.size()
                && tree.is(token + 1, "each", "apiece", "respectively");
        if (one) {
            return new Mention.OfQuantity(
                    tree.token(token).span(),
                    tree.sentence().index(),
                    1.0,
                    null,
                    null,
                    null,
                    Mention.OfQuantity.Role.COUNT);
        }
        return null;
    }
}
