package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Mention;

/** Gives each happening of one sentence the amounts that belong to it. */
final class Amounts {
    private static final Set<String> DISTANCES =
            Set.of("mile", "nautical mile", "kilometre", "kilometer", "metre", "meter", "foot", "yard");
    private static final Set<String> MEASURES =
            Set.of("ton", "tonne", "pound", "kilogram", "barrel", "day", "week", "month", "year", "hour", "minute");

    private final Document document;
    private final Tree tree;
    private final List<Mention.OfQuantity> quantities;

    Amounts(Document document, Tree tree, List<Mention.OfQuantity> quantities, List<Mention.OfTime> times) {
        this.document = document;
        this.tree = tree;
        this.quantities = quantities.stream()
                .filter(q -> times.stream().noneMatch(t -> t.span().overlaps(q.span())))
                .toList();
    }

    /** @param shares whether the happening is a noun that shares the phrases of its light verb ("announced the cut, from 20 to 10") */
    List<Claim.Quantity> of(int head, List<Integer> things, boolean shares) {
        List<Claim.Quantity> out = new ArrayList<>();
        Set<Integer> tops = new LinkedHashSet<>(things);
        tops.add(head);
        for (Mention.OfQuantity quantity : quantities) {
            if (!isMeasure(quantity) && hangs(quantity, tops, head, shares)) {
                out.add(new Claim.Quantity(
                        quantity.value(),
                        quantity.low(),
                        quantity.high(),
                        quantity.unit(),
                        quantity.role(),
                        document.cite(quantity.span())));
            }
        }
        return out;
    }

    /** "120 miles off the coast", "the 160,000-ton tanker": how far or how big it is. */
    private boolean isMeasure(Mention.OfQuantity quantity) {
        int at = tree.headOf(quantity.span());
        boolean hyphen = at >= 0 && at + 2 < tree.size() && tree.form(at + 1).equals("-");
        return quantity.unit() != null && DISTANCES.contains(quantity.unit())
                || hyphen && (MEASURES.contains(tree.lemma(at + 2)) || DISTANCES.contains(tree.lemma(at + 2)));
    }

    /** "The two governments will exchange envoys": how many they are who do it. */
    private boolean isDoer(int at, int head) {
        return tree.deprel(at).equals("nsubj") && tree.head(at) == head && !tree.isPassive(head);
    }

    /** "A statement on the three islands": a number of something else. */
    private boolean isAside(int at) {
        return tree.relation(at).matches("nmod|obl")
                && Set.of(
                                "on",
                                "about",
                                "over",
                                "with",
                                "in",
                                "at",
                                "against",
                                "between",
                                "after",
                                "before",
                                "since",
                                "under",
                                "according",
                                "according to")
                        .contains(tree.preposition(at))
                && !isBurdened(at);
    }

    /** "Imposed sanctions on 17 Chileans": how many they are to whom it is done. */
    private boolean isBurdened(int at) {
        return Set.of("on", "against").contains(tree.preposition(at))
                && tree.head(at) >= 0
                && tree.is(tree.head(at), "sanction", "impose", "slap", "ban", "restriction", "penalty");
    }

    private boolean hangs(Mention.OfQuantity quantity, Set<Integer> tops, int head, boolean shares) {
        int at = tree.headOf(quantity.span());
        for (int steps = 0; at >= 0 && steps < 8; steps++) {
            if (tops.contains(at)) {
                return true;
            }
            String relation = tree.relation(at);
            boolean counts = quantity.role() == Mention.OfQuantity.Role.COUNT;
            if (counts && (isDoer(at, head) || isAside(at))) {
                return false;
            }
            if (tree.isVerbal(at) && !relation.equals("acl")) {
                return shares && at == tree.head(head);
            }
            if (relation.matches("ccomp|parataxis|advcl") || tree.deprel(at).equals("acl:relcl")) {
                return false;
            }
            at = tree.head(at);
        }
        return false;
    }
}
