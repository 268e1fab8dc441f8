package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Factuality;

/** Whom a pronoun stands for that is the subject of an answer: not who asked or accused, but whom he asked or accused. */
final class Asked {
    /** Verbs by which one answers what one was asked, offered or told. */
    private static final Set<String> ANSWERING = Set.of(
            "decline", "refuse", "reject", "comply", "agree", "accept", "ignore", "oblige", "relent", "balk", "demur",
            "deny", "dismiss", "obey");

    /** Verbs of asking, with whom they ask as object or behind a preposition. */
    private static final Set<String> ASKING = Set.of(
            "ask",
            "urge",
            "order",
            "tell",
            "give",
            "offer",
            "invite",
            "request",
            "call",
            "press",
            "demand",
            "accuse",
            "blame",
            "summon",
            "require",
            "want",
            "instruct",
            "appeal");

    private static final Set<String> ASKED_OF = Set.of("on", "of", "to", "from", "upon");

    private final Tree tree;
    private final Grammar grammar;
    private final Parties parties;
    private final Discourse discourse;

    Asked(Tree tree, Grammar grammar, Parties parties, Discourse discourse) {
        this.tree = tree;
        this.grammar = grammar;
        this.parties = parties;
        this.discourse = discourse;
    }

    /** "Peru asked Chile to leave, but it refused", "Peru accused Chile of spying. It denied this": Chile; empty for other words. */
    List<Claim.Party> of(int token) {
        int answer = tree.head(token);
        boolean answers = answer >= 0
                && tree.is(token, "it", "they", "he", "she")
                && tree.relation(token).equals("nsubj")
                && ANSWERING.contains(tree.lemma(answer));
        if (!answers) {
            return List.of();
        }
        List<Claim.Party> charged = tree.is(answer, "deny", "dismiss", "reject") ? charged(answer) : List.of();
        List<Claim.Party> beside = charged.isEmpty() ? beside(answer) : charged;
        return beside.isEmpty() ? before(answer, token) : beside;
    }

    /** "A newspaper reported that Peru had paid them; it denies this": of whom it was reported. */
    private List<Claim.Party> charged(int denial) {
        int report = tree.relation(denial).matches("conj|parataxis") ? tree.head(denial) : -1;
        for (int clause : report < 0 ? List.<Integer>of() : tree.children(report, "ccomp")) {
            List<Claim.Party> doers = sides(parties.of(grammar.surfaceSubject(clause, 0)));
            if (clause < denial && !doers.isEmpty()) {
                return doers;
            }
        }
        return List.of();
    }

    /** Whom a verb asks to which the answer is joined. */
    private List<Claim.Party> beside(int answer) {
        boolean joined = tree.relation(answer).matches("conj|parataxis|root") && tree.head(answer) >= 0;
        for (int verb : joined ? conjoined(tree.clause(tree.head(answer)), answer) : List.<Integer>of()) {
            List<Claim.Party> other = ASKING.contains(tree.lemma(verb)) ? addressed(verb) : List.of();
            if (!other.isEmpty()) {
                return other;
            }
        }
        return List.of();
    }

    /** Whom the sentence before asked or accused last, where this one opens with the answer. */
    private List<Claim.Party> before(int answer, int token) {
        boolean opens = tree.first(answer) == token || tree.relation(answer).equals("root");
        Claim last = opens ? discourse.lastOf(tree.sentence().index() - 1) : null;
        return last == null
                        || last.act().type() == null
                        || !Set.of("REQUEST", "ACCUSE").contains(last.act().type())
                        || last.factuality() != Factuality.ASSERTED
                ? List.of()
                : sides(last.recipients());
    }

    /** A verb and those joined to it before a word, the last first. */
    private List<Integer> conjoined(int verb, int before) {
        List<Integer> out = new ArrayList<>(List.of(verb));
        tree.children(verb, "conj", "parataxis").stream()
                .filter(v -> v < before)
                .forEach(v -> out.add(0, v));
        return out;
    }

    /** The side that a verb of asking asks. */
    private List<Claim.Party> addressed(int verb) {
        List<Integer> whom = new ArrayList<>(tree.children(verb, "iobj"));
        whom.addAll(tree.children(verb, "obj"));
        tree.children(verb, "obl").stream()
                .filter(o -> ASKED_OF.contains(tree.preposition(o)))
                .forEach(whom::add);
        tree.children(verb, "ccomp", "xcomp").forEach(clause -> whom.addAll(tree.children(clause, "nsubj")));
        return whom.stream()
                .map(w -> sides(parties.of(List.of(w))))
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Claim.Party> sides(List<Claim.Party> named) {
        return named.stream()
                .map(Claim.Party::actor)
                .filter(Discourse::isSide)
                .map(a -> new Claim.Party(discourse.principal(a), null))
                .distinct()
                .toList();
    }
}
