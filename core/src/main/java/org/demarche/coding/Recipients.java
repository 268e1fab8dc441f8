package org.demarche.coding;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.coding.Frame.Whose;
import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Mention;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/** Finds to whom an act is done: the phrase that the frame says, the owner of the thing, those beside it, those in its complement. */
final class Recipients {
    private static final List<String> PREPOSITIONS = List.of(
            "against", "with", "to", "from", "towards", "toward", "on", "upon", "at", "for", "over", "of", "between",
            "into");
    private static final Set<String> ON_SOIL =
            Set.of("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "AID", "RETREAT", "REJECT");

    private final Tree tree;
    private final Parties parties;
    private final Discourse discourse;

    Recipients(Tree tree, Parties parties, Discourse discourse) {
        this.tree = tree;
        this.parties = parties;
        this.discourse = discourse;
    }

    List<Claim.Party> of(
            Match match, List<Integer> things, List<Claim.Party> actors, boolean mutual, @Nullable String type) {
        Set<String> acting = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Claim.Party actor : actors) {
            acting.add(actor.actor().principal());
            ids.add(actor.actor().id());
        }
        Map<String, Claim.Party> domestic = new LinkedHashMap<>();
        Map<String, Claim.Party> out = new LinkedHashMap<>();
        boolean own = match.frame().slots().stream().anyMatch(s -> s.whose() == Whose.OWN);

        boolean unknown = match.slots().entrySet().stream()
                .anyMatch(s -> s.getKey().isRecipient() && !s.getValue().isEmpty() && elsewhere(s.getValue(), acting));
        match.slots().forEach((slot, tokens) -> {
            if (slot.isRecipient()) {
                for (Claim.Party party : parties.of(tokens)) {
                    if (!acting.contains(party.actor().principal())) {
                        out.putIfAbsent(party.actor().id(), party);
                    } else if (!ids.contains(party.actor().id())) {
                        domestic.putIfAbsent(party.actor().id(), party);
                    }
                }
            }
        });
        boolean joint = mutual && acting.size() > 1;
        if (out.isEmpty() && !joint) {
            for (int thing : things) {
                add(parties.of(thing), acting, ids, out, own ? new LinkedHashMap<>() : domestic);
            }
        }
        if (out.isEmpty()) {
            for (int thing : things) {
                Subject subject = parties.subject(thing);
                if (subject != null) {
                    for (String party : subject.parties()) {
                        Actor actor = discourse.actors().get(party);
                        if (actor != null && !acting.contains(actor.principal())) {
                            out.putIfAbsent(actor.id(), new Claim.Party(actor, null));
                        } else if (actor == null) {
                            ground(party, match.arguments().head(), acting, out);
                        }
                    }
                    if (!out.isEmpty()) {
                        hosts(thing, acting, out);
                    }
                }
            }
        }
        for (int thing : out.isEmpty() && joint ? things : List.<Integer>of()) {
            // "Oman and Yemen cut all links with Chad": together, but not with one another.
            for (int phrase : tree.children(thing, "nmod")) {
                if (Set.of("with", "to", "towards").contains(tree.preposition(phrase))) {
                    add(parties.of(tree.conjuncts(phrase)), acting, ids, out, new LinkedHashMap<>());
                }
            }
        }
        if (out.isEmpty() && joint && "SANCTION".equals(type)) {
            add(parties.of(match.arguments().oblique("with")), acting, ids, out, new LinkedHashMap<>());
        }
        if (out.isEmpty() && !joint) {
            for (int object : match.arguments().objects()) {
                add(parties.of(object), acting, ids, out, domestic);
            }
            for (int receiver : match.arguments().receivers()) {
                add(parties.of(receiver), acting, ids, out, domestic);
            }
        }
        if (out.isEmpty() && !joint && tree.child(match.arguments().head(), "xcomp", "ccomp") >= 0) {
            complement(match.arguments().head(), true, acting, ids, out, domestic);
        }
        if (out.isEmpty() && !joint) {
            for (String preposition : PREPOSITIONS) {
                if (out.isEmpty()) {
                    for (int oblique : match.arguments().oblique(preposition)) {
                        add(parties.of(oblique), acting, ids, out, domestic);
                    }
                }
            }
        }
        if (out.isEmpty() && !joint && !unknown) {
            complement(match.arguments().head(), false, acting, ids, out, domestic);
        }
        if (out.isEmpty() && acting.size() < 2) {
            for (int thing : things) {
                soil(thing, acting, out);
            }
        }
        if (diplomatic(type)) {
            domestic.clear();
        }
        if (out.isEmpty() && domestic.isEmpty() && !joint && !own && !unknown) {
            sole(match.arguments().head(), acting, out);
        }
        if (out.isEmpty()
                && domestic.isEmpty()
                && acting.size() < 2
                && !own
                && type != null
                && ON_SOIL.contains(type)) {
            for (Mention.OfActor place :
                    parties.placesIn(tree.clause(match.arguments().head()))) {
                String country = place.actor().country();
                if (country != null && !acting.contains(country)) {
                    out.putIfAbsent(place.actor().id(), new Claim.Party(place.actor(), parties.cite(place)));
                }
            }
        }
        if (out.isEmpty() && !domestic.isEmpty() && !joint && !own) {
            List<Claim.Party> sides =
                    domestic.values().stream().filter(p -> !weak(p.actor())).toList();
            return sides.isEmpty() ? List.copyOf(domestic.values()) : sides;
        }
        return List.copyOf(out.values());
    }

    /** "Its ambassadors to Peru and Chile": the other sides to which several were sent. */
    private void hosts(int thing, Set<String> acting, Map<String, Claim.Party> out) {
        if (!tree.token(thing).xpos().endsWith("S")) {
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        out.values().forEach(p -> known.add(p.actor().principal()));
        for (int phrase : tree.children(thing, "nmod")) {
            if (!Set.of("to", "in", "at", "from", "with").contains(tree.preposition(phrase))) {
                continue;
            }
            for (int each : tree.conjuncts(phrase)) {
                for (Claim.Party party : parties.named(each)) {
                    String principal = party.actor().principal();
                    if (Discourse.isSide(party.actor()) && !acting.contains(principal) && known.add(principal)) {
                        out.putIfAbsent(party.actor().id(), party);
                    }
                }
            }
        }
    }

    /** A private person or a group of no known side: a recipient only where nobody else is. */
    private static boolean weak(Actor actor) {
        return !Discourse.isSide(actor) && actor.country() == null;
    }

    private static void add(
            List<Claim.Party> found,
            Set<String> acting,
            Set<String> ids,
            Map<String, Claim.Party> out,
            Map<String, Claim.Party> domestic) {
        for (Claim.Party party : found) {
            if (weak(party.actor())) {
                domestic.putIfAbsent(party.actor().id(), party);
            } else if (!acting.contains(party.actor().principal())) {
                out.putIfAbsent(party.actor().id(), party);
            } else if (!ids.contains(party.actor().id()) || party.actor().kind() == Actor.Kind.PEOPLE) {
                domestic.putIfAbsent(party.actor().id(), party);
            }
        }
    }

    private static boolean diplomatic(@Nullable String type) {
        return "SANCTION".equals(type) || "SUPPORT".equals(type) || "CONSULT".equals(type);
    }

    /** "Withdrew its envoys from Dakar": the state meant by what they were sent to, where only a place of it is named. */
    private void ground(String state, int head, Set<String> acting, Map<String, Claim.Party> out) {
        for (Mention.OfActor place : parties.placesIn(tree.clause(head))) {
            if (state.equals(place.actor().country()) && !acting.contains(state)) {
                out.putIfAbsent(place.actor().id(), new Claim.Party(place.actor(), parties.cite(place)));
            }
        }
    }

    /** The country of the places named in a phrase: host of a mission, soil on which it is done. */
    private void soil(int phrase, Set<String> acting, Map<String, Claim.Party> out) {
        for (Mention.OfActor place : parties.placesIn(phrase)) {
            String country = place.actor().country();
            if (country != null && !acting.contains(country)) {
                out.putIfAbsent(place.actor().id(), new Claim.Party(place.actor(), parties.cite(place)));
            }
        }
    }

    /** "Stood by its ally": somebody is named whom the text does not tell apart; no other side of the sentence is meant. */
    private boolean elsewhere(List<Integer> tokens, Set<String> acting) {
        return tokens.stream()
                .allMatch(t -> tree.upos(t) == org.demarche.model.Upos.NOUN
                        && tree.children(t, "nmod:poss").stream()
                                .anyMatch(p -> tree.is(p, "its", "their", "his", "her", "our"))
                        && parties.of(t).stream()
                                .allMatch(p -> acting.contains(p.actor().principal())));
    }

    /** Whether a word stands in a clause set against that of the head: "…, while Lima reopened its embassy". */
    private boolean setAgainst(int word, int head) {
        int at = tree.clause(word);
        for (int steps = 0; at >= 0 && at != head && steps < 8; steps++) {
            boolean other = tree.children(at, "mark").stream().anyMatch(m -> tree.is(m, "while", "whereas"));
            if (other && tree.relation(at).equals("advcl") && tree.child(at, "nsubj", "nsubj:pass") >= 0) {
                return !tree.dominates(at, head);
            }
            at = tree.head(at);
        }
        return false;
    }

    /** The only other side that the sentence names. */
    private void sole(int head, Set<String> acting, Map<String, Claim.Party> out) {
        Map<String, Claim.Party> others = new LinkedHashMap<>();
        boolean against = true;
        for (Mention.OfActor mention : parties.mentions()) {
            Actor actor = mention.actor();
            int at = tree.headOf(mention.span());
            if (Discourse.isSide(actor) && actor.kind() != Actor.Kind.PLACE && !acting.contains(actor.principal())) {
                against &= at >= 0 && setAgainst(at, head);
                others.putIfAbsent(actor.principal(), new Claim.Party(actor, parties.cite(mention)));
            }
        }
        if (others.size() == 1 && !acting.isEmpty() && !against) {
            Claim.Party only = others.values().iterator().next();
            out.put(only.actor().id(), only);
        }
    }

    /** Actors named in what the act is about: "threatened to close its border with Chad". */
    private void complement(
            int head,
            boolean onlyClauses,
            Set<String> acting,
            Set<String> ids,
            Map<String, Claim.Party> out,
            Map<String, Claim.Party> domestic) {
        List<Integer> clauses = onlyClauses
                ? tree.children(head, "xcomp", "ccomp")
                : tree.children(head, "xcomp", "ccomp", "acl", "obj", "obl", "advcl", "nmod");
        for (int clause : clauses) {
            if (tree.deprel(clause).equals("acl:relcl")) {
                continue;
            }
            for (Mention.OfActor mention : parties.mentions()) {
                int at = tree.headOf(mention.span());
                if (at >= 0
                        && tree.dominates(clause, at)
                        && !setAgainst(at, head)
                        && Discourse.isSide(mention.actor())
                        && !mention.actor().kind().equals(Actor.Kind.PLACE)) {
                    add(parties.of(at), acting, ids, out, domestic);
                    if (!out.isEmpty()) {
                        return;
                    }
                }
            }
        }
    }
}
