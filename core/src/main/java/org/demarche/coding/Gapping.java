package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import org.demarche.model.Mention;
import org.demarche.model.Span;
import org.demarche.model.Upos;

/** Clauses that leave out the verb of the clause before: "Oslo expelled four envoys, Bern three and Rome two". */
final class Gapping {
    private final Document document;
    private final Tree tree;
    private final CountedSides sides;

    Gapping(Document document, CountedSides sides) {
        this.document = document;
        this.tree = sides.tree();
        this.sides = sides;
    }

    /** The claims that follow another in its sentence and say who else did the same, and how often. */
    List<Claim> after(Claim claim) {
        List<Claim> out = new ArrayList<>();
        boolean counted = claim.quantities().stream().anyMatch(q -> q.role() == Mention.OfQuantity.Role.COUNT);
        if (!counted || claim.act().quad() == null) {
            return out;
        }
        int end = document.span(claim.trigger()).end();
        Map<String, Claim.Party> gathered = new LinkedHashMap<>();
        for (int i = 0; i < tree.size(); i++) {
            if (tree.token(i).span().start() < end) {
                continue;
            }
            if (tree.upos(i) == Upos.VERB
                    || tree.upos(i) == Upos.AUX
                    || tree.upos(i) == Upos.ADP
                    || tree.upos(i) == Upos.SCONJ) {
                return out;
            }
            Mention.OfActor actor = sides.actorAt(i);
            if (actor != null) {
                gathered.putIfAbsent(actor.actor().id(), new Claim.Party(actor.actor(), document.cite(actor.span())));
                continue;
            }
            Mention.OfQuantity quantity = sides.quantityAt(i);
            if (quantity == null && tree.upos(i) == Upos.NUM) {
                gathered.clear();
            }
            if (quantity != null && !gathered.isEmpty()) {
                int last = i + 1 < tree.size() && tree.is(i + 1, "each", "apiece") ? i + 1 : i;
                out.add(like(
                        claim,
                        quantity,
                        List.copyOf(gathered.values()),
                        tree.token(i).span().cover(tree.token(last).span())));
                gathered.clear();
            }
        }
        return out;
    }

    /** The arguments of a word without what the sides after it did likewise: "recalled its envoy, and Chad its consul". */
    Arguments without(Arguments arguments) {
        List<Integer> objects = arguments.objects();
        if (objects.size() < 2) {
            return arguments;
        }
        List<Integer> kept = objects.stream()
                .filter(o -> sideBefore(o) < 0 && ownAfter(o) < 0 && !isShare(o))
                .toList();
        return kept.isEmpty() || kept.size() == objects.size() ? arguments : arguments.withObjects(kept);
    }

    /** "Peru sent away nine, Chile four": the number of another side. */
    private boolean isShare(int number) {
        return tree.upos(number) == Upos.NUM && tree.child(number, "nsubj") >= 0;
    }

    /** The noun of "Chad its consul", seen from its side; -1 where no such follows. */
    private int ownAfter(int side) {
        int noun = side + 1;
        if (noun + 1 >= tree.size()
                || side == 0
                || !tree.is(side + 1, "its", "their", "his", "her")
                || sides.actorAt(side) == null
                || !tree.is(side - 1, "and", ",", "while", "the", ";")) {
            return -1;
        }
        while (noun + 1 < tree.size() && noun < side + 5 && tree.upos(noun) != Upos.NOUN) {
            noun++;
        }
        boolean ends = noun + 1 >= tree.size() || tree.upos(noun + 1) != Upos.VERB && tree.upos(noun + 1) != Upos.AUX;
        return tree.upos(noun) == Upos.NOUN && ends ? noun : -1;
    }

    /** The side of "Chad its consul", seen from its noun; -1 where it is none. */
    private int sideBefore(int noun) {
        for (int side = Math.max(0, noun - 5); side < noun; side++) {
            if (ownAfter(side) == noun) {
                return side;
            }
        }
        return -1;
    }

    /** The claims of those who did the same with their own: "Oslo called its envoy home, and Bern its consul". */
    List<Claim> likewise(Claim claim) {
        List<Claim> out = new ArrayList<>();
        boolean fits = claim.act().quad() != null
                && claim.quantities().isEmpty()
                && Set.of("SANCTION", "SUPPORT", "RETREAT")
                        .contains(String.valueOf(claim.act().type()));
        int end = document.span(claim.trigger()).end();
        for (int i = 0; fits && i < tree.size(); i++) {
            int noun = tree.token(i).span().start() < end ? -1 : ownAfter(i);
            Mention.OfActor side = noun < 0 ? null : sides.actorAt(i);
            if (side != null
                    && claim.actors().stream()
                            .noneMatch(p -> p.actor().id().equals(side.actor().id()))) {
                Span words = tree.token(i + 1).span().cover(tree.token(noun).span());
                var trigger = document.cite(words);
                String id = Ids.of(
                        "clm",
                        document.id(),
                        trigger.start() + "-" + trigger.end(),
                        claim.act().code(),
                        "");
                List<Claim.Party> to = claim.recipients().stream()
                        .filter(p -> !p.actor().principal().equals(side.actor().principal()))
                        .toList();
                out.add(claim.bare()
                        .withTrigger(id, trigger)
                        .withActors(List.of(new Claim.Party(side.actor(), document.cite(side.span()))))
                        .withRecipients(to));
            }
        }
        return out;
    }

    /** The first claim without the amounts that belong to the others ("expelled four, Canada three"). */
    Claim without(Claim claim, List<Claim> others) {
        List<Claim.Quantity> own = claim.quantities().stream()
                .filter(q -> others.stream()
                        .noneMatch(o -> o.quantities().contains(q)
                                || o.quantities().stream()
                                        .anyMatch(x -> x.citation().equals(q.citation()))))
                .toList();
        return own.size() == claim.quantities().size() ? claim : claim.withQuantities(own);
    }

    /** Whether what looks like a further object is a side that did the same so many times: "…, Canada four and Chad one each". */
    boolean isGapped(int object) {
        if (sides.actorAt(object) == null) {
            return false;
        }
        for (int i = object + 1; i < Math.min(tree.size(), object + 6); i++) {
            if (tree.upos(i) == Upos.VERB || tree.upos(i) == Upos.ADP) {
                return false;
            }
            if (sides.quantityAt(i) != null) {
                return true;
            }
        }
        return false;
    }

    private Claim like(Claim claim, Mention.OfQuantity quantity, List<Claim.Party> who, Span words) {
        var trigger = document.cite(words);
        String id = Ids.of(
                "clm",
                document.id(),
                trigger.start() + "-" + trigger.end(),
                claim.act().code(),
                "");
        var count = new Claim.Quantity(
                quantity.value(),
                quantity.low(),
                quantity.high(),
                quantity.unit(),
                quantity.role(),
                document.cite(quantity.span()));
        return claim.bare().withTrigger(id, trigger).withActors(who).withQuantities(List.of(count));
    }
}
