package org.demarche.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Claim;
import org.demarche.model.Factuality;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** Which of the acts of a sentence are part of others, each looked up by the words that it could be part of. */
final class Holding {
    private static final Set<String> COMPLEMENTS = Set.of("xcomp", "ccomp", "obj", "acl", "obl", "nmod", "advcl");

    /** Before what came before, or stands beside, what is said or promised: "offered talks following the invasion". */
    private static final Set<String> CIRCUMSTANCES =
            Set.of("after", "following", "since", "before", "amid", "amidst", "despite", "during");

    /** So many words up the tree an act can be part of another. */
    private static final int MOST_ABOVE = 64;

    private final Tree tree;
    private final Realis realis;
    private final OwnOrders orders;

    private final Map<Integer, List<Found>> byHead = new HashMap<>();
    private final Map<Integer, List<Found>> byWord = new HashMap<>();
    private final Map<Integer, List<Found>> byThing = new HashMap<>();
    private final Map<Side, Found> firstOf = new HashMap<>();

    /** The acts whose complements others are, with those. */
    private final Map<Integer, List<Found>> below = new HashMap<>();

    private final IdentityHashMap<Found, Boolean> yielding = new IdentityHashMap<>();

    /** Who did what: what is told again of a pronoun is the same. */
    private record Side(String act, List<Claim.Party> actors) {}

    Holding(Reading reading, List<Found> found) {
        this.tree = reading.tree();
        this.realis = reading.realis();
        this.orders = new OwnOrders(reading);
        for (Found each : found) {
            byHead.computeIfAbsent(each.head(), k -> new ArrayList<>()).add(each);
            each.match()
                    .words()
                    .forEach(w ->
                            byWord.computeIfAbsent(w, k -> new ArrayList<>()).add(each));
            each.match()
                    .below()
                    .forEach(w ->
                            byWord.computeIfAbsent(w, k -> new ArrayList<>()).add(each));
            each.match()
                    .things()
                    .forEach(t ->
                            byThing.computeIfAbsent(t, k -> new ArrayList<>()).add(each));
            firstOf.putIfAbsent(side(each), each);
        }
        for (Found each : found) {
            for (int above : complemented(each.head())) {
                if (byHead.containsKey(above)) {
                    below.computeIfAbsent(above, k -> new ArrayList<>()).add(each);
                }
            }
        }
    }

    private static Side side(Found found) {
        return new Side(found.act().code(), found.actors());
    }

    /** Leaves out acts that are part of another: what is threatened, what is demanded, the words of a longer frame. */
    static List<Found> without(Reading reading, List<Found> found) {
        Holding holding = new Holding(reading, found);
        return found.stream().filter(inner -> !holding.holds(inner)).toList();
    }

    private boolean holds(Found inner) {
        if (yields(inner)
                || isTermOfAnother(inner)
                || isWhySummoned(inner)
                || anyOther(byWord.get(inner.head()), inner)
                || tree.isNominal(inner.head()) && anyOther(byThing.get(inner.head()), inner)) {
            return true;
        }
        for (int above : complemented(inner.head())) {
            for (Found outer : byHead.getOrDefault(above, List.of())) {
                boolean held = outer != inner
                        && (outer.act().holds()
                                        && !orders.is(outer)
                                        && !yields(outer)
                                        && !presumes(outer, inner)
                                        && !isAnswered(outer, inner)
                                        && !isUntrue(inner)
                                || side(outer).equals(side(inner))
                                || judged(outer, inner));
                if (held) {
                    return true;
                }
            }
        }
        Found first = firstOf.get(side(inner));
        return first != null
                && first.head() < inner.head()
                && inner.match().things().stream().anyMatch(t -> tree.upos(t) == Upos.PRON);
    }

    /** "Expelled 18, giving them two days", "are no longer welcome and must leave", "was ordered to leave": how long they have, and no second expulsion. */
    private boolean isTermOfAnother(Found inner) {
        int head = inner.head();
        boolean ordered = tree.is(head, "order", "tell", "ask", "instruct", "command")
                && tree.relation(head).equals("conj");
        boolean given = tree.is(head, "give", "have", "get", "grant", "allow")
                && tree.relation(head).matches("advcl|acl|conj|parataxis");
        boolean leaving =
                tree.is(head, "leave", "depart", "go") && tree.relation(head).equals("conj");
        if (!isRemoval(inner) || !ordered && !given && !leaving) {
            return false;
        }
        for (int up = tree.head(head), steps = 0; up >= 0 && steps < 6; up = tree.head(up), steps++) {
            for (Found outer : byHead.getOrDefault(up, List.of())) {
                if (outer != inner && isRemoval(outer) && isOfSame(inner, outer)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Summoned the envoy to protest against the raid": what he was summoned for. */
    private boolean isWhySummoned(Found inner) {
        int head = inner.head();
        int up = tree.head(head);
        return up >= 0
                && tree.is(head, "protest", "complain")
                && tree.relation(head).matches("advcl|xcomp|acl")
                && tree.hasChild(head, "to")
                && byHead.getOrDefault(up, List.of()).stream()
                        .anyMatch(f -> f.act().code().equals("summon-ambassador"));
    }

    private static boolean isRemoval(Found found) {
        return "expel".equals(found.act().act().mode());
    }

    /** Whether it is done to a pronoun, or to whom the other is done too. */
    private boolean isOfSame(Found inner, Found outer) {
        return inner.match().things().stream().allMatch(t -> tree.upos(t) == Upos.PRON)
                || inner.match().things().stream().anyMatch(outer.match().things()::contains);
    }

    private boolean anyOther(@Nullable List<Found> some, Found than) {
        return some != null && some.stream().anyMatch(f -> f != than && !yields(f));
    }

    /** A promise to harm is the harm, planned: it yields to what it promises. */
    private boolean yields(Found outer) {
        Boolean known = yielding.get(outer);
        if (known == null) {
            known = below.getOrDefault(outer.head(), List.of()).stream()
                    .anyMatch(inner -> inner != outer && yieldsTo(outer, inner));
            yielding.put(outer, known);
        }
        return known;
    }

    /** Who condemns or regrets another's deed takes it for done: "condemned Iran's decision to expel two envoys". */
    private boolean presumes(Found outer, Found inner) {
        if (!outer.act().presumes()
                || inner.byContext()
                || inner.act().spoken()
                || realis.of(inner.head()) != Factuality.ASSERTED) {
            return false;
        }
        Set<String> outside = new TreeSet<>();
        outer.actors().forEach(a -> outside.add(a.actor().principal()));
        return !inner.actors().isEmpty()
                && inner.actors().stream()
                        .noneMatch(a -> outside.contains(a.actor().principal()));
    }

    /** "Reports that it had closed its embassy were untrue": what was not done is told, whoever says so. */
    private boolean isUntrue(Found inner) {
        int report = tree.head(inner.head());
        return report >= 0
                && tree.relation(inner.head()).equals("acl")
                && tree.hasChild(inner.head(), "that")
                && tree.relation(report).equals("nsubj")
                && realis.of(inner.head()) == Factuality.DENIED;
    }

    /** "Would not reply to Peru's expulsion of two envoys": what is or is not to be answered was done. */
    private boolean isAnswered(Found outer, Found inner) {
        int verb = tree.head(inner.head());
        return verb >= 0
                && tree.isNominal(inner.head())
                && tree.is(verb, "reply", "respond", "answer", "retaliate", "react", "reciprocate")
                && !inner.actors().isEmpty()
                && !Sides.anyOf(inner.actors(), Sides.principals(outer.actors()));
    }

    /** "Welcomed the decision to cut ties", "welcomed any effort to end the war": not the deed of those who judge it. */
    private boolean judged(Found outer, Found inner) {
        boolean judges = outer.act().presumes() || outer.act().code().equals("support");
        int at = inner.head();
        while (tree.relation(at).equals("conj")) {
            at = tree.head(at);
        }
        int up = tree.head(at);
        return judges
                && up >= 0
                && up != outer.head()
                && tree.isNominal(up)
                && !inner.actors().isEmpty()
                && inner.actors().stream()
                        .allMatch(a -> outer.actors().stream()
                                .anyMatch(o ->
                                        o.actor().principal().equals(a.actor().principal())));
    }

    /** Whether what is promised is to be told itself: harm, and what opens or closes relations, missions, bodies. */
    private boolean outweighs(Found inner) {
        String type = String.valueOf(inner.act().act().type());
        return Set.of("SANCTION", "COERCE", "ASSAULT", "RETREAT").contains(type)
                || type.equals("SUPPORT")
                        && !inner.act().effects().isEmpty()
                        && realis.of(inner.head()) == Factuality.PLANNED;
    }

    /** "Agreed to represent the interests of": what is taken on says more than that it was agreed. */
    private boolean takesOn(Found outer, Found inner) {
        return "AGREE".equals(inner.act().act().type())
                && !inner.act().holds()
                && !tree.is(outer.head(), "offer", "propose");
    }

    /** Whether an act that another completes is told by that other. */
    private boolean yieldsTo(Found outer, Found inner) {
        if ("REQUEST".equals(outer.act().act().type())) {
            return orders(outer, inner) || isOwnProposal(outer, inner);
        }
        if ("REJECT".equals(outer.act().act().type()) && tree.is(outer.head(), "rule", "exclude")) {
            return isHostile(inner) && !tree.isNominal(inner.head());
        }
        return "AGREE".equals(outer.act().act().type())
                && outer.act().holds()
                && inner.act().act().type() != null
                // "Agreed not to use force": the agreement is all that was done.
                && !(tree.is(outer.head(), "agree", "pledge", "promise", "undertake")
                        && realis.of(inner.head()) == Factuality.DENIED)
                && (outweighs(inner) || takesOn(outer, inner));
    }

    /** "Proposed expelling 31 diplomats": its own plan, and asked of nobody. */
    private boolean isOwnProposal(Found outer, Found inner) {
        return tree.is(outer.head(), "propose")
                && isHostile(inner)
                && tree.token(inner.head()).xpos().equals("VBG")
                && side(outer).actors().equals(side(inner).actors());
    }

    private static boolean isHostile(Found found) {
        Integer quad = found.act().act().quad();
        return quad != null && quad > 2;
    }

    /** "They must leave, the minister said": an order by the side whose act it is, is the act. */
    private boolean orders(Found outer, Found inner) {
        return "SANCTION".equals(inner.act().act().type())
                && inner.byContext()
                && !inner.actors().isEmpty()
                && realis.of(inner.head()) == Factuality.DEMANDED
                && outer.actors().stream()
                        .anyMatch(p -> p.actor()
                                .principal()
                                .equals(inner.actors().get(0).actor().principal()));
    }

    /** The words that a word completes: of which it is an object, a complement, an infinitive, itself or what it hangs on. */
    private List<Integer> complemented(int inner) {
        List<Integer> out = new ArrayList<>();
        int at = inner;
        for (int steps = 0; steps < MOST_ABOVE && tree.head(at) >= 0; steps++) {
            String relation = tree.deprel(at);
            int up = tree.head(at);
            if (relation.matches("obl|nmod") && CIRCUMSTANCES.contains(tree.preposition(at))) {
                break;
            }
            if (COMPLEMENTS.contains(relation) && (!relation.equals("advcl") || tree.hasChild(at, "to"))) {
                out.add(up);
            }
            if (relation.equals("acl:relcl") || relation.equals("parataxis") || relation.equals("advcl:relcl")) {
                break;
            }
            at = up;
        }
        return out;
    }
}
