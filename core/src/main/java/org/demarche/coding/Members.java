package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import org.demarche.model.Mention;
import org.demarche.model.Span;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** Sides that a sentence counts together and then names: "nine countries have expelled 40 envoys, among them Peru with six and Chile with 12". */
final class Members {
    private static final Set<String> MANY = Set.of(
            "country",
            "state",
            "nation",
            "government",
            "ally",
            "member",
            "capital",
            "neighbour",
            "neighbor",
            "partner",
            "dozen",
            "score",
            "other");
    private static final int REACH = 3;

    private final Document document;
    private final Tree tree;
    private final CountedSides sides;

    Members(Document document, CountedSides sides) {
        this.document = document;
        this.tree = sides.tree();
        this.sides = sides;
    }

    /** Those named of the many that these words stand for; empty where they stand for nobody or nobody is named. */
    List<Claim.Party> of(List<Integer> tokens) {
        boolean many = !tokens.isEmpty()
                && tokens.stream()
                        .allMatch(t -> MANY.contains(tree.lemma(t))
                                && (tree.token(t).xpos().endsWith("S") || tree.child(t, "nummod", "nmod") >= 0));
        Map<String, Claim.Party> out = new LinkedHashMap<>();
        int start = many ? start() : -1;
        boolean open = start >= 0;
        for (int i = Math.max(0, start); open && i < tree.size(); i++) {
            Mention.OfActor actor = sides.actorAt(i);
            if (actor != null) {
                out.putIfAbsent(actor.actor().id(), new Claim.Party(actor.actor(), document.cite(actor.span())));
            }
            open = tree.upos(i) != Upos.VERB && tree.upos(i) != Upos.AUX && tree.upos(i) != Upos.SCONJ;
        }
        return List.copyOf(out.values());
    }

    /** The claims of those of whom the sentence says how many each, and the claim of the others, if there are any. */
    List<Claim> apart(Claim claim) {
        List<Claim> out = new ArrayList<>();
        List<Claim.Party> others = new ArrayList<>();
        for (Claim.Party party : claim.actors()) {
            Claim own = party.citation() == null ? null : own(claim, party);
            if (own == null) {
                others.add(party);
            } else {
                out.add(own);
            }
        }
        if (out.isEmpty()) {
            return List.of(claim);
        }
        if (!others.isEmpty()) {
            out.add(0, claim.withActors(others));
        }
        return out;
    }

    /** The first word after "including", "among them", "such as"; -1 where there is none. */
    private int start() {
        for (int i = 1; i + 1 < tree.size(); i++) {
            boolean comma = tree.form(i - 1).equals(",") || tree.form(i - 1).matches("[(\u2013\u2014-]");
            if (tree.is(i, "including", "notably") && tree.form(i).matches("including|notably")
                    || comma && tree.form(i).equals("among") && (tree.is(i + 1, "them") || sides.actorAt(i + 1) != null)
                    || tree.form(i).equals("such") && tree.form(i + 1).equals("as")
                    || comma && tree.form(i).equals("led") && tree.form(i + 1).equals("by")) {
                return i + 1;
            }
        }
        return -1;
    }

    private @Nullable Claim own(Claim claim, Claim.Party party) {
        Span span = document.span(Objects.requireNonNull(party.citation()));
        for (int i = 0; i < tree.size(); i++) {
            if (tree.token(i).span().start() < span.end()) {
                continue;
            }
            int last = Math.min(tree.size(), i + REACH);
            for (int k = i; k < last; k++) {
                Mention.OfQuantity quantity = k == i ? null : sides.quantityAt(k);
                if (quantity != null) {
                    Citation words = document.cite(span.cover(tree.token(k).span()));
                    Claim.Quantity count = new Claim.Quantity(
                            quantity.value(),
                            quantity.low(),
                            quantity.high(),
                            quantity.unit(),
                            Mention.OfQuantity.Role.COUNT,
                            document.cite(quantity.span()));
                    String id = Ids.of(
                            "clm",
                            document.id(),
                            words.start() + "-" + words.end(),
                            claim.act().code(),
                            "");
                    return claim.withTrigger(id, words)
                            .withActors(List.of(party))
                            .withQuantities(List.of(count));
                }
                if (!tree.is(k, "with", "(", "at", "which")) {
                    return null;
                }
            }
            return null;
        }
        return null;
    }
}
