package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Mention;
import org.demarche.model.Quote;
import org.demarche.model.Span;
import org.demarche.model.Upos;

/** Resolves pronoun subjects that no mention resolves: "we" in somebody's words, "it" after the subject of the clause above. */
final class Anaphora {
    private static final Set<String> FIRST = Set.of("we", "us", "our", "ourselves", "i", "my");
    private static final Set<String> THIRD = Set.of("it", "they", "he", "she", "its", "their", "this");

    private static final Set<String> PAIRED = Set.of(
            "government",
            "minister",
            "president",
            "leader",
            "country",
            "side",
            "state",
            "capital",
            "neighbour",
            "neighbor",
            "nation",
            "party");
    private static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final String[] FIGHTS = {
        "clash",
        "firefight",
        "skirmish",
        "battle",
        "shootout",
        "exchange",
        "fighting",
        "attack",
        "strike",
        "airstrike",
        "raid",
        "ambush",
        "shelling",
        "bombing",
        "bombardment",
        "assault",
        "shooting",
        "fire"
    };
    private static final int REACH = 4;

    /** "These states": however many. */
    private static final int MANY = 99;

    private final Tree tree;
    private final Grammar grammar;
    private final Parties parties;
    private final Discourse discourse;
    private final List<Quote> quotes;
    private final Asked asked;

    Anaphora(Tree tree, Grammar grammar, Parties parties, Discourse discourse, List<Quote> quotes) {
        this.tree = tree;
        this.grammar = grammar;
        this.parties = parties;
        this.discourse = discourse;
        this.quotes = quotes;
        this.asked = new Asked(tree, grammar, parties, discourse);
    }

    /** Who acts, and the arguments with the words that name him as agents. */
    record Acting(Arguments arguments, List<Claim.Party> actors) {}

    /** Who does what a word tells; of what a noun tells, whose it is by its adjectives, or who does it by the words above it. */
    Acting acting(Arguments arguments) {
        int head = arguments.head();
        List<Claim.Party> actors = of(arguments.agents());
        List<Integer> attackers = arguments.agents().isEmpty() ? attackers(head) : List.of();
        if (!attackers.isEmpty()) {
            return new Acting(arguments.withAgents(attackers), of(attackers));
        }
        if (!actors.isEmpty() || !tree.isNominal(head) || tree.child(head, "cop") >= 0) {
            return new Acting(arguments, actors);
        }
        List<Integer> adjectival = parties.adjectival(head);
        if (!adjectival.isEmpty()) {
            return new Acting(arguments.withAgents(adjectival), parties.adjective(adjectival));
        }
        if (arguments.agents().isEmpty()) {
            List<Integer> blamed = blamed(head);
            if (!blamed.isEmpty()) {
                return new Acting(arguments.withAgents(blamed), of(blamed));
            }
            List<Integer> governing = grammar.governing(head, 0);
            return new Acting(arguments.withAgents(governing), of(governing));
        }
        return new Acting(arguments, actors);
    }

    /** "Were killed in a clash with Chadian troops", "in a raid by Chad": who fights on the other side. */
    private List<Integer> attackers(int head) {
        if (!tree.is(head, "kill", "wound", "injure", "hurt", "shoot")) {
            return List.of();
        }
        for (int fight : tree.children(head, "obl")) {
            if (!tree.is(fight, FIGHTS) || !Set.of("in", "during").contains(tree.preposition(fight))) {
                continue;
            }
            for (int side : tree.children(fight, "nmod")) {
                if (Set.of("with", "by", "from").contains(tree.preposition(side))
                        && parties.of(side).stream().anyMatch(p -> Discourse.isSide(p.actor()))) {
                    return List.of(side);
                }
            }
            List<Integer> adjectival = parties.adjectival(fight);
            if (!adjectival.isEmpty()) {
                return adjectival;
            }
        }
        return List.of();
    }

    /** "Imposed sanctions on Chad over the arrest of a reporter": on whom the measure falls did what it is for. */
    private List<Integer> blamed(int deed) {
        int verb = tree.head(deed);
        if (verb < 0
                || !tree.isVerbal(verb)
                || !tree.relation(deed).equals("obl")
                || !tree.preposition(deed).equals("over")
                || !tree.children(deed, "nmod:poss").isEmpty()) {
            return List.of();
        }
        Set<String> doing = Sides.principals(parties.of(grammar.surfaceSubject(verb, 0)));
        List<Integer> hit = new ArrayList<>(tree.children(verb, "obj", "iobj", "obl"));
        for (int object : tree.children(verb, "obj")) {
            hit.addAll(tree.children(object, "nmod"));
        }
        for (int each : hit) {
            boolean object = tree.relation(each).matches("obj|iobj")
                    || Set.of("on", "against", "to", "with").contains(tree.preposition(each));
            List<Claim.Party> sides = each == deed || !object ? List.of() : parties.of(each);
            if (sides.stream().anyMatch(p -> Discourse.isSide(p.actor()))
                    && sides.stream().noneMatch(p -> doing.contains(p.actor().principal()))) {
                return whose(each);
            }
        }
        return List.of();
    }

    /** "Summoned Chad's ambassador over the arrest of …": whose envoy it is that is taken to task; anybody else is meant himself. */
    private List<Integer> whose(int envoy) {
        if (!tree.is(
                envoy, "ambassador", "envoy", "chargé", "charge", "consul", "attaché", "attache", "representative")) {
            return List.of(envoy);
        }
        List<Integer> out = new ArrayList<>(tree.children(envoy, "nmod:poss"));
        out.addAll(parties.adjectival(envoy));
        return out.isEmpty() ? List.of(envoy) : out;
    }

    /** The actors that these words name or, where they are pronouns, stand for. */
    List<Claim.Party> of(List<Integer> tokens) {
        if (tokens.size() == 1
                && together(tokens.get(0)) > 2
                && parties.named(tokens.get(0)).isEmpty()) {
            List<Claim.Party> several = several(tokens.get(0));
            if (!several.isEmpty()) {
                return several;
            }
        }
        List<Claim.Party> teller = tokens.size() == 1 ? teller(tokens.get(0)) : List.of();
        if (!teller.isEmpty()) {
            return teller;
        }
        List<Claim.Party> back = tokens.size() == 1 ? otherBehind(tokens.get(0)) : List.of();
        if (!back.isEmpty()) {
            return back;
        }
        List<Claim.Party> answering = tokens.size() == 1 ? asked.of(tokens.get(0)) : List.of();
        if (!answering.isEmpty()) {
            return answering;
        }
        List<Claim.Party> named = parties.of(tokens);
        if (!named.isEmpty() || tokens.isEmpty()) {
            return named;
        }
        if (tokens.size() == 1 && isBoth(tokens.get(0))) {
            return both();
        }
        for (int token : tokens) {
            String form = tree.form(token);
            if (FIRST.contains(form)) {
                return speaker(token);
            }
            if (THIRD.contains(form)) {
                return antecedent(token);
            }
        }
        return tokens.size() == 1 ? pointedAt(tokens.get(0)) : List.of();
    }

    /**
     * "Expelled the envoy in retaliation for its recognition of …": what is answered is the other's deed. "Chad, Mali and Niger said they would leave": those who say it,
     * whatever people were named last.
     */
    private List<Claim.Party> otherBehind(int token) {
        if (tree.is(token, "its", "their", "his", "her") && tree.deprel(token).equals("nmod:poss")) {
            int deed = tree.head(token);
            if (!Grammar.isAnswered(tree, deed)) {
                return List.of();
            }
            int answer = tree.head(deed);
            List<Integer> objects = new ArrayList<>(tree.children(tree.head(answer), "obj", "iobj"));
            return parties.of(objects).stream()
                    .filter(p -> Discourse.isSide(p.actor()))
                    .map(p -> new Claim.Party(discourse.principal(p.actor()), null))
                    .distinct()
                    .toList();
        }
        int clause = tree.head(token);
        List<Claim.Party> many = tree.is(token, "they") ? manyAbove(clause, token) : List.of();
        if (!many.isEmpty()) {
            return many;
        }
        if (!tree.is(token, "they")
                || clause < 0
                || !tree.relation(token).equals("nsubj")
                || !tree.relation(clause).equals("ccomp")) {
            return List.of();
        }
        List<Claim.Party> saying = parties.of(grammar.surfaceSubject(tree.head(clause), 0));
        return saying.size() > 1 && saying.stream().allMatch(p -> Discourse.isSide(p.actor()))
                ? saying.stream().map(p -> new Claim.Party(p.actor(), null)).toList()
                : List.of();
    }

    /** "The president told the premier that he would close …": he who tells. */
    private List<Claim.Party> teller(int token) {
        int clause = tree.head(token);
        if (!tree.is(token, "he", "she", "it")
                || clause < 0
                || !tree.relation(token).equals("nsubj")) {
            return List.of();
        }
        int verb = tree.head(clause);
        boolean told = verb >= 0
                && tree.relation(clause).equals("ccomp")
                && tree.is(verb, "tell", "inform", "assure", "promise", "notify", "warn", "remind")
                && tree.child(verb, "obj", "iobj") >= 0
                && !tree.isPassive(verb);
        return !told
                ? List.of()
                : parties.of(tree.children(verb, "nsubj")).stream()
                        .filter(p -> Discourse.isSide(p.actor()))
                        .map(p -> new Claim.Party(p.actor(), null))
                        .toList();
    }

    /** "At the initiative of that country": the side named last before it. */
    private List<Claim.Party> pointedAt(int token) {
        boolean that = tree.is(token, "country", "state", "government", "side", "party", "nation")
                && tree.children(token, "det").stream().anyMatch(d -> tree.is(d, "that"));
        Mention.OfActor last = null;
        for (Mention.OfActor mention : that ? parties.mentions() : List.<Mention.OfActor>of()) {
            int at = tree.headOf(mention.span());
            boolean later = last == null || mention.span().start() > last.span().start();
            if (at >= 0 && at < token && later && Discourse.isSide(mention.actor())) {
                last = mention;
            }
        }
        return last == null ? List.of() : List.of(new Claim.Party(discourse.principal(last.actor()), null));
    }

    /** "The two governments", "the two foreign ministers", "the two", "each country". */
    private boolean isBoth(int token) {
        boolean each = tree.is(token, "country", "side", "capital", "government", "neighbour", "neighbor")
                && tree.children(token, "det").stream().anyMatch(d -> tree.is(d, "each", "both"))
                && tree.children(token, "nmod", "nmod:poss").isEmpty();
        boolean two = tree.upos(token) == Upos.NUM
                && tree.is(token, "two")
                && tree.children(token, "det").stream().anyMatch(d -> tree.is(d, "the"))
                && tree.children(token, "nmod").isEmpty();
        return each
                || two
                || PAIRED.contains(tree.lemma(token))
                        && tree.children(token, "nummod").stream().anyMatch(n -> tree.is(n, "two"))
                        && tree.children(token, "det").stream().anyMatch(d -> tree.is(d, "the", "their"))
                        && tree.children(token, "nmod", "nmod:poss").isEmpty();
    }

    /** How many "the four", "the same three states" are, MANY for "these states"; 0 where the words say no such thing. */
    private int together(int token) {
        boolean definite =
                tree.children(token, "det").stream().anyMatch(d -> tree.is(d, "the", "these", "those", "all"));
        if (!definite || !tree.children(token, "nmod", "nmod:poss").isEmpty()) {
            return 0;
        }
        if (tree.upos(token) == Upos.NUM) {
            return 1 + NUMBERS.indexOf(tree.form(token).toLowerCase(Locale.ROOT));
        }
        boolean plain = PAIRED.contains(tree.lemma(token)) && tree.child(token, "amod") < 0;
        for (int number : plain ? tree.children(token, "nummod") : List.<Integer>of()) {
            return 1 + NUMBERS.indexOf(tree.form(number).toLowerCase(Locale.ROOT));
        }
        boolean those = tree.children(token, "det").stream().anyMatch(d -> tree.is(d, "these", "those"));
        return plain && those && tree.token(token).xpos().equals("NNS") ? MANY : 0;
    }

    /** Those who together did the last act that so many did, with whom the words say that they were joined by. */
    private List<Claim.Party> several(int token) {
        Map<String, Claim.Party> out = new LinkedHashMap<>();
        int count = together(token);
        List<Claim> claims = discourse.claims();
        for (int i = claims.size() - 1;
                out.isEmpty()
                        && i >= 0
                        && tree.sentence().index() - claims.get(i).sentenceIndex() <= REACH;
                i--) {
            Map<String, Claim.Party> sides = principals(claims.get(i).actors());
            Map<String, Claim.Party> others = principals(claims.get(i).recipients());
            if (sides.size() == count || count == MANY && sides.size() > 1) {
                out.putAll(sides);
            } else if (count == MANY && others.size() > 1) {
                out.putAll(others);
            }
        }
        for (int joined : out.isEmpty() ? List.<Integer>of() : tree.children(token, "acl")) {
            if (tree.is(joined, "join", "follow")) {
                for (int by : tree.children(joined, "obl", "obl:agent")) {
                    parties.of(tree.conjuncts(by))
                            .forEach(p -> out.putIfAbsent(p.actor().principal(), p));
                }
            }
        }
        return List.copyOf(out.values());
    }

    /** The sides among parties, each once. */
    private Map<String, Claim.Party> principals(List<Claim.Party> parties) {
        Map<String, Claim.Party> out = new LinkedHashMap<>();
        for (Claim.Party party : parties) {
            Actor actor = discourse.principal(party.actor());
            if (Discourse.isSide(actor)) {
                out.putIfAbsent(actor.principal(), new Claim.Party(actor, null));
            }
        }
        return out;
    }

    /** The two sides of the last act that had two. */
    private List<Claim.Party> both() {
        List<Claim> claims = discourse.claims();
        for (int i = claims.size() - 1;
                i >= 0 && tree.sentence().index() - claims.get(i).sentenceIndex() <= REACH;
                i--) {
            Map<String, Claim.Party> sides = principals(claims.get(i).actors());
            principals(claims.get(i).recipients()).forEach(sides::putIfAbsent);
            if (sides.size() == 2) {
                return List.copyOf(sides.values());
            }
        }
        return List.of();
    }

    private List<Claim.Party> speaker(int token) {
        Span word = tree.token(token).span();
        for (Quote quote : quotes) {
            if (quote.content().contains(word) && !quote.chain().isEmpty()) {
                Actor actor = quote.chain().get(0).actor();
                if (actor != null) {
                    return List.of(new Claim.Party(discourse.principal(actor), null));
                }
            }
        }
        List<Claim.Party> told = reporter(token);
        if (!told.isEmpty() || !tree.is(token, "we") || !tree.relation(token).equals("nsubj")) {
            return told;
        }
        // A statement of a ministry goes on in the first person.
        Actor last = discourse.lastSubject(tree.sentence().index());
        return last == null ? List.of() : List.of(new Claim.Party(discourse.principal(last), null));
    }

    /** Who says the clause that a word stands in. */
    private List<Claim.Party> reporter(int token) {
        int at = tree.clause(token);
        for (int steps = 0; at >= 0 && steps < 8; steps++) {
            int up = tree.head(at);
            if (up >= 0 && tree.isVerbal(up)) {
                List<Claim.Party> found = parties.of(grammar.agents(up, 0));
                if (!found.isEmpty()) {
                    return found;
                }
            }
            for (int child : tree.children(at, "parataxis", "conj")) {
                if (tree.is(child, "say", "add", "tell", "state", "declare", "warn", "insist", "announce")) {
                    List<Claim.Party> found = parties.of(grammar.agents(child, 0));
                    if (!found.isEmpty()) {
                        return found.stream()
                                .map(p -> new Claim.Party(discourse.principal(p.actor()), null))
                                .toList();
                    }
                }
            }
            at = up;
        }
        return List.of();
    }

    /** "Oslo closed the office of Lima, accusing it of spying": not the one who accuses, but the side named last before. */
    private List<Claim.Party> otherBefore(int token) {
        Actor found = parties.lastBefore(token, Sides.principals(parties.of(grammar.agents(tree.head(token), 0))));
        return found == null ? List.of() : List.of(new Claim.Party(discourse.principal(found), null));
    }

    private List<Claim.Party> antecedent(int token) {
        if (tree.relation(token).matches("obj|iobj")) {
            return otherBefore(token);
        }
        boolean one = tree.is(token, "he", "she");
        if (one) {
            Mention.OfActor person = null;
            for (Mention.OfActor mention : parties.mentions()) {
                boolean human = mention.actor().kind() == Actor.Kind.PERSON && Discourse.isSide(mention.actor());
                if (human && mention.span().end() <= tree.token(token).span().start()) {
                    person = mention;
                }
            }
            if (person != null) {
                return List.of(new Claim.Party(person.actor(), null));
            }
        }
        int at = tree.clause(token);
        // "Iranian forces have renewed their assault": whoever does what the thing is the object of.
        List<Claim.Party> found = tree.deprel(token).equals("nmod:poss") ? subject(at, token) : List.of();
        for (int steps = 0; found.isEmpty() && at >= 0 && steps < 8; steps++) {
            at = tree.head(at);
            found = at >= 0 && tree.isVerbal(at) ? subject(at, token) : List.of();
        }
        if (!found.isEmpty()) {
            return found;
        }
        List<Claim.Party> joint = tree.is(token, "they", "their") ? joint() : List.of();
        if (!joint.isEmpty()) {
            return joint;
        }
        Actor last = discourse.lastSubject(tree.sentence().index());
        return last == null ? List.of() : List.of(new Claim.Party(last, null));
    }

    /** "Chad expelled the envoys of Oman and Yemen after they questioned the vote": not one state, but the many to whom it is done. */
    private List<Claim.Party> manyAbove(int clause, int token) {
        int above = clause < 0 || !tree.relation(clause).equals("advcl") ? -1 : tree.head(clause);
        int subject = above < 0 || !tree.isVerbal(above) ? -1 : tree.child(above, "nsubj");
        boolean one = subject >= 0
                && subject < token
                && tree.token(subject).xpos().equals("NNP")
                && tree.child(subject, "conj") < 0;
        return !one
                ? List.of()
                : tree.children(above, "obj").stream()
                        .filter(o -> o < token && tree.token(o).xpos().matches("NNP?S"))
                        .flatMap(o -> parties.of(tree.conjuncts(o)).stream())
                        .filter(p -> Discourse.isSide(p.actor()))
                        .map(p -> new Claim.Party(p.actor(), null))
                        .toList();
    }

    /** "Chad and Mali agreed to talk. They set up …": those who together did what the sentence before tells last. */
    private List<Claim.Party> joint() {
        Claim last = discourse.lastOf(tree.sentence().index() - 1);
        Map<String, Claim.Party> sides = last == null ? Map.of() : principals(last.actors());
        return sides.size() > 1 ? List.copyOf(sides.values()) : List.of();
    }

    /** The sides that are the subject of a verb and stand before a word. */
    private List<Claim.Party> subject(int verb, int word) {
        List<Integer> subject = grammar.surfaceSubject(verb, 0);
        List<Claim.Party> found = subject.isEmpty() || subject.get(0) >= word ? List.of() : parties.of(subject);
        return found.isEmpty() || !Discourse.isSide(found.get(0).actor())
                ? List.of()
                : found.stream().map(p -> new Claim.Party(p.actor(), null)).toList();
    }
}
