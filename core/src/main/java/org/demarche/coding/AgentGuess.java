package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Mention;
import org.demarche.model.Quote;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Who may have done what a sentence tells without saying who ("eight diplomats were expelled"): he who announces it, he who acted
 * against the same side just before, the owner, the state it happened in, the other side of the report. Best first.
 */
final class AgentGuess {
    private final Sentence sentence;
    private final Tree tree;
    private final Grammar grammar;
    private final Parties parties;
    private final Discourse discourse;
    private final List<Quote> quotes;

    AgentGuess(
            Sentence sentence, Tree tree, Grammar grammar, Parties parties, Discourse discourse, List<Quote> quotes) {
        this.sentence = sentence;
        this.tree = tree;
        this.grammar = grammar;
        this.parties = parties;
        this.discourse = discourse;
        this.quotes = quotes;
    }

    /**
     * @param built whether something is opened or set up, which its owner does
     */
    List<Actor> of(Arguments arguments, boolean built) {
        Set<String> owners = new LinkedHashSet<>();
        List<Actor> owning = new ArrayList<>();
        for (Claim.Party party : parties.of(arguments.objects())) {
            owners.add(party.actor().principal());
            owning.add(discourse.principal(party.actor()));
        }
        if (owners.isEmpty()) {
            senders(arguments.objects()).forEach(owners::add);
        }
        Map<String, Actor> out = new LinkedHashMap<>();
        calling(arguments.head()).forEach(a -> out.putIfAbsent(a.id(), a));
        if (tree.is(arguments.head(), "expulsion", "ejection", "ouster", "eviction", "deportation")) {
            sentTo(arguments.objects(), owners).forEach(a -> out.putIfAbsent(a.id(), a));
        }
        Set<String> suffering = suffering(arguments);
        boolean othersSuffer = !suffering.isEmpty() && suffering.stream().noneMatch(owners::contains);
        if (built || !owners.isEmpty() && othersSuffer || isSomebodysOwn(arguments) || isOneSided(arguments)) {
            owning.forEach(owner -> out.putIfAbsent(owner.id(), owner));
        }
        Actor adversary = owners.isEmpty() ? null : discourse.adversary(owners, sentence.index());
        for (Actor left : left(arguments.head(), adversary)) {
            if (!owners.contains(left.principal())) {
                out.putIfAbsent(left.id(), left);
            }
        }
        List<Actor> holders = holders(arguments.head());
        for (Actor holder : holders) {
            if (!owners.contains(holder.principal()) || announced(arguments.head()) || isHouseToBe(arguments)) {
                out.putIfAbsent(holder.id(), holder);
            }
        }
        if (owners.isEmpty() && !suffering.isEmpty()) {
            owners.addAll(suffering);
            adversary = discourse.adversary(owners, sentence.index());
        }
        Actor soil = host(arguments.objects(), owners);
        if (soil != null && adversary != null && !adversary.principal().equals(soil.principal())) {
            out.putIfAbsent(soil.id(), soil);
        } else if (adversary != null) {
            out.putIfAbsent(adversary.id(), adversary);
        } else {
            Actor struck = discourse.struckBy(owners, sentence.index());
            if (struck != null) {
                out.putIfAbsent(struck.id(), struck);
            }
        }
        for (Actor holder : holders) {
            out.putIfAbsent(holder.id(), holder);
        }
        for (Actor owner : owning) {
            out.putIfAbsent(owner.id(), owner);
        }
        sentTo(arguments.objects(), owners).forEach(a -> out.putIfAbsent(a.id(), a));
        for (Mention.OfActor place : parties.placesIn(tree.clause(arguments.head()))) {
            String country = place.actor().country();
            Actor state = country == null ? null : discourse.actors().get(country);
            if (state != null && !owners.contains(state.principal())) {
                out.putIfAbsent(state.id(), state);
            }
        }
        Actor narrator = owners.isEmpty() ? null : discourse.narrator(owners, sentence.index());
        if (narrator != null) {
            out.putIfAbsent(narrator.id(), narrator);
        }
        Actor counterpart = discourse.counterpart(owners);
        if (counterpart != null) {
            out.putIfAbsent(counterpart.id(), counterpart);
        }
        Actor goingOn =
                out.isEmpty() && owners.isEmpty() && arguments.passive() ? discourse.goingOn(sentence.index()) : null;
        if (goingOn != null) {
            out.put(goingOn.id(), goingOn);
        }
        out.values().removeIf(a -> !mayAct(a) && !owning.contains(a));
        return List.copyOf(out.values());
    }

    /** "Nine members of the staff must leave": whose people they are, by the house that the report spoke of. */
    private List<String> senders(List<Integer> objects) {
        return objects.stream()
                .flatMap(o -> Stream.concat(Stream.of(o), tree.children(o, "nmod").stream()))
                .map(parties::subject)
                .filter(s -> s != null
                        && (s.kind() == Subject.Kind.STAFF || s.kind() == Subject.Kind.POST)
                        && s.parties().size() == 2)
                .map(s -> s.parties().get(0))
                .toList();
    }

    /** At whose place those are that the phrases name: the host of an ambassador, of a mission. */
    private List<Actor> sentTo(List<Integer> objects, Set<String> owners) {
        List<Actor> out = new ArrayList<>();
        for (int object : objects) {
            Subject subject = parties.subject(object);
            Actor host = subject == null || subject.parties().size() < 2
                    ? null
                    : discourse.actors().get(subject.parties().get(1));
            if (host != null && !owners.contains(host.principal())) {
                out.add(host);
            }
        }
        return out;
    }

    /** "Were summoned to the Russian Foreign Ministry": whose house somebody is called to. */
    private List<Actor> calling(int head) {
        if (!tree.is(head, "summon", "call", "invite", "convoke", "ask", "bring")) {
            return List.of();
        }
        return tree.children(head, "obl").stream()
                .filter(o -> tree.preposition(o).equals("to") && tree.is(o, "ministry", "department", "office"))
                .flatMap(o -> parties.of(List.of(o)).stream())
                .map(Claim.Party::actor)
                .filter(a -> a.country() != null)
                .toList();
    }

    /** "Ghana's own embassy closed": what it does itself, if nobody else is named. */
    private boolean isSomebodysOwn(Arguments arguments) {
        return arguments.objects().stream()
                .flatMap(o -> tree.children(o, "amod").stream())
                .anyMatch(a -> tree.is(a, "own"));
    }

    /** "Turkish airspace is being closed": what is one side's alone to open and close. */
    private boolean isOneSided(Arguments arguments) {
        return !arguments.objects().isEmpty()
                && arguments.objects().stream()
                        .map(parties::subject)
                        .allMatch(s -> s != null
                                && s.kind() == Subject.Kind.CHANNEL
                                && s.parties().size() == 1);
    }

    /** To whom it is done, where a phrase says so: "the skies were closed to Chilean planes". */
    private Set<String> suffering(Arguments arguments) {
        Set<String> out = new LinkedHashSet<>();
        if (!arguments.passive()) {
            return out;
        }
        for (String preposition : List.of("to", "for", "against")) {
            for (int phrase : arguments.oblique(preposition)) {
                parties.of(phrase).forEach(p -> out.add(p.actor().principal()));
            }
        }
        for (int object : arguments.objects()) {
            served(object, 0, out);
        }
        return out;
    }

    /** "Visas for Chileans were suspended", "the issue of visas to Chileans": those whom the thing is for. */
    private void served(int thing, int depth, Set<String> out) {
        for (int phrase : depth > 2 || !tree.isNominal(thing) ? List.<Integer>of() : tree.children(thing, "nmod")) {
            String preposition = tree.preposition(phrase);
            if (preposition.equals("of")) {
                served(phrase, depth + 1, out);
            } else if (Set.of("to", "for").contains(preposition) && isOfVisas(thing)) {
                parties.of(phrase).forEach(p -> out.add(p.actor().principal()));
            }
        }
    }

    private boolean isOfVisas(int thing) {
        return tree.is(
                thing,
                "visa",
                "visas",
                "service",
                "issue",
                "issuance",
                "entry",
                "permit",
                "application",
                "delivery",
                "supply",
                "flight",
                "aid",
                "export");
    }

    /** On whose soil the mission or office stands that a phrase names, or null. */
    private @Nullable Actor host(List<Integer> objects, Set<String> owners) {
        for (int object : objects) {
            if (!isHouse(object)) {
                continue;
            }
            for (Mention.OfActor place : parties.placesIn(object)) {
                String country = place.actor().country();
                Actor state = country == null || owners.contains(country)
                        ? null
                        : discourse.actors().get(country);
                if (state != null) {
                    return state;
                }
            }
        }
        return null;
    }

    /**
     * Whose country people are told to leave ("must leave Peru"); of a town, the organisation that has just acted against them ("told to
     * leave Geneva"): its seat is no deed of the host's.
     */
    private List<Actor> left(int head, @Nullable Actor adversary) {
        Actor organisation = adversary != null && adversary.kind() == Actor.Kind.ORGANISATION ? adversary : null;
        List<Actor> out = new ArrayList<>();
        List<Integer> verbs = new ArrayList<>(tree.children(head, "xcomp", "ccomp", "advcl"));
        verbs.add(head);
        for (int verb : verbs) {
            for (int object : quitted(verb)) {
                boolean soil = tree.is(object, "territory", "soil", "country", "capital");
                for (Claim.Party party : soil ? parties.of(object) : parties.named(object)) {
                    if (Discourse.isSide(party.actor())) {
                        out.add(party.actor());
                    }
                }
                for (Mention.OfActor place : parties.placesIn(object)) {
                    String country = place.actor().country();
                    Actor state = country == null ? null : discourse.actors().get(country);
                    if (organisation != null) {
                        out.add(organisation);
                    }
                    if (state != null) {
                        out.add(state);
                    }
                }
            }
        }
        return out;
    }

    /** What is left: the object of "leave Peru", the phrase of "was expelled from Peru", "was ordered out of Lima". */
    private List<Integer> quitted(int verb) {
        if (tree.is(verb, "leave", "quit", "depart")) {
            return tree.children(verb, "obj");
        }
        boolean driven = tree.isPassive(verb)
                && tree.is(verb, "expel", "oust", "deport", "eject", "evict", "order", "throw", "kick", "bar", "ban");
        return tree.children(verb, "obl").stream()
                .filter(o -> driven && Set.of("from", "out of").contains(tree.preposition(o)))
                .toList();
    }

    /** Whether it is announced, decided or ordered, not only said: those who announce an act commonly do it. */
    private boolean announced(int head) {
        int up = tree.head(head);
        for (int steps = 0; up >= 0 && steps < 5; steps++) {
            if (tree.isVerbal(up)) {
                return tree.is(up, "announce", "decide", "order", "declare", "decree", "confirm");
            }
            up = tree.head(up);
        }
        return false;
    }

    /** "Peru said that its embassy would be closed": who foretells it of his own house does it; of what was done he may complain. */
    private boolean isHouseToBe(Arguments arguments) {
        int clause = tree.clause(arguments.head());
        int first = tree.relation(clause).equals("conj") ? tree.head(clause) : clause;
        return !arguments.objects().isEmpty()
                && arguments.objects().stream().allMatch(this::isHouse)
                && tree.children(first, "aux").stream().anyMatch(a -> tree.is(a, "will", "would"));
    }

    private boolean isHouse(int thing) {
        Subject subject = parties.subject(thing);
        return subject != null && (subject.kind() == Subject.Kind.MISSION || subject.kind() == Subject.Kind.OFFICE);
    }

    private boolean semicolon(int from, int to) {
        for (int i = Math.max(0, from); i < to; i++) {
            if (tree.form(i).equals(";")) {
                return true;
            }
        }
        return false;
    }

    /** "The officials", with nothing that tells which: told of before. */
    private boolean isKnown(int noun) {
        return tree.children(noun, "det").stream().anyMatch(d -> tree.is(d, "the", "those"))
                && tree.children(noun, "nummod", "amod", "nmod", "compound").isEmpty();
    }

    /** A side, and no newspaper, nor a body that nobody knows: they tell of it. */
    private static boolean mayAct(Actor actor) {
        return Discourse.isSide(actor)
                && !"JRN".equals(actor.sector())
                && Character.isUpperCase(actor.principal().codePointAt(0));
    }

    /** Those whose announcement it is; "the officials who were expelled" are known from before, and no announcement. */
    List<Actor> holders(int head) {
        List<Actor> out = new ArrayList<>();
        boolean told = tree.deprel(head).equals("acl:relcl");
        boolean dated = told && tree.is(tree.head(head), "day", "date", "hour", "moment", "time", "deadline");
        if (told && !dated && isKnown(tree.head(head))) {
            return out;
        }
        int at = head;
        for (int steps = 0; at >= 0 && steps < 8; steps++) {
            int up = tree.head(at);
            boolean later = tree.relation(at).equals("advcl")
                    && tree.children(at, "mark").stream()
                            .anyMatch(m -> tree.is(m, "after", "before", "since", "when", "while", "until", "as"));
            boolean list = tree.relation(at).equals("parataxis") && at > up && semicolon(up, at);
            // "Set Friday as the day on which their immunity would end".
            boolean fixed = dated && at == tree.head(head) && tree.relation(at).equals("obl");
            if (up >= 0
                    && !later
                    && !list
                    && (fixed || tree.relation(at).matches("ccomp|xcomp|advcl|parataxis|conj|obj|acl"))
                    && tree.isVerbal(up)) {
                for (Claim.Party party : parties.of(grammar.agents(up, 0))) {
                    if (Discourse.isSide(party.actor()) && !out.contains(party.actor())) {
                        out.add(party.actor());
                    }
                }
            }
            at = up;
        }
        for (int child : tree.children(head, "parataxis", "ccomp")) {
            for (Claim.Party party : parties.of(grammar.agents(child, 0))) {
                if (Discourse.isSide(party.actor()) && !out.contains(party.actor())) {
                    out.add(party.actor());
                }
            }
        }
        Span word = tree.token(head).span();
        for (Quote quote : quotes) {
            if (quote.content().contains(word) && !quote.chain().isEmpty()) {
                Actor actor = quote.chain().get(0).actor();
                if (actor != null && Discourse.isSide(actor) && !out.contains(actor)) {
                    out.add(actor);
                }
            }
        }
        return out;
    }
}
