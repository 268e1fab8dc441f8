package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Sentence;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** Finds the acts that the words of a sentence tell of: which frame fits, and who acts. */
final class ActFinder {
    private final ActLexicon lexicon;
    private final Document document;
    private final Sentence sentence;
    private final Discourse discourse;
    private final Tree tree;
    private final Grammar grammar;
    private final Parties parties;
    private final FrameMatcher matcher;
    private final AgentGuess guess;
    private final Anaphora anaphora;
    private final Gapping gapping;
    private final Members members;
    private final SharedSides shared;

    ActFinder(Reading reading, Gapping gapping, Members members, SharedSides shared) {
        this.lexicon = reading.lexicon();
        this.document = reading.document();
        this.sentence = reading.sentence();
        this.discourse = reading.discourse();
        this.tree = reading.tree();
        this.grammar = reading.grammar();
        this.parties = reading.parties();
        this.matcher = new FrameMatcher(lexicon, tree, parties, discourse.titles());
        this.guess = new AgentGuess(
                sentence, tree, grammar, parties, discourse, reading.mentions().quotes());
        this.anaphora = new Anaphora(
                tree, grammar, parties, discourse, reading.mentions().quotes());
        this.gapping = gapping;
        this.members = members;
        this.shared = shared;
    }

    /** The acts that a word tells of: one, or several where it governs things of different kinds ("relations and an embassy"). */
    List<Found> find(int head) {
        String lemma = tree.lemma(head);
        if (lexicon.verbs(lemma).isEmpty()
                && lexicon.nouns(lemma).isEmpty()
                && lexicon.predicates(lemma).isEmpty()
                && lexicon.predicates(tree.form(head)).isEmpty()
                && lexicon.nouns(tree.form(head)).isEmpty()) {
            return List.of();
        }
        String relation = tree.relation(head);
        if (relation.equals("aux")
                || relation.equals("compound")
                || relation.equals("case")
                || relation.equals("amod") && tree.upos(head) != Upos.VERB) {
            return List.of();
        }
        Arguments arguments = gapping.without(grammar.of(head));
        Found first = find(head, arguments);
        List<Found> out = new ArrayList<>();
        if (first != null) {
            out.add(first);
            List<Integer> objects = arguments.objects();
            List<Integer> things = first.match().things();
            if (objects.size() > 1 && things.stream().anyMatch(objects::contains)) {
                for (int object : objects) {
                    if (!things.contains(object) && !gapping.isGapped(object)) {
                        Found other = find(head, arguments.withObjects(List.of(object)));
                        if (other != null
                                && !other.act().code().equals(first.act().code())
                                && !removal(first, other)) {
                            out.add(other);
                        }
                    }
                }
            }
        }
        return out;
    }

    /** One word that sends people away does not also throw out a side: what is named beside them did the same, or is where they serve. */
    private static boolean removal(Found one, Found other) {
        return isRemoval(one) && isRemoval(other);
    }

    private static boolean isRemoval(Found found) {
        return "expel".equals(found.act().act().mode()) || found.act().code().equals("deport");
    }

    private @Nullable Found find(int head, Arguments given) {
        if (!given.agents().isEmpty()
                && given.agents().stream().allMatch(a -> lexicon.nature().contains(tree.lemma(a)))) {
            return null;
        }
        Anaphora.Acting read = anaphora.acting(given);
        Arguments arguments = read.arguments();
        List<Claim.Party> actors = read.actors();
        if (actors.isEmpty() && arguments.agents().isEmpty() && arguments.passive()) {
            actors = capital(head);
        }
        boolean titled = !given.agents().isEmpty()
                && arguments.agents().equals(given.agents())
                && actors.stream().allMatch(ActFinder::isOfNoState)
                && arguments.agents().stream().allMatch(this::isTitled);
        Found byContext = titled ? find(head, arguments.withAgents(List.of())) : null;
        if (byContext != null) {
            return byContext;
        }
        if (actors.isEmpty()) {
            actors = members.of(arguments.agents());
        }
        if ((actors.isEmpty() && arguments.agents().isEmpty()
                        || tree.child(head, "aux:pass", "cop") >= 0 && isMood(arguments))
                && arguments.passive()
                && !lexicon.predicates(tree.form(head)).isEmpty()) {
            // "Was opposed to the plan", "is committed to talks": participles that say what somebody is.
            Arguments being = arguments.withAgents(arguments.objects()).withObjects(List.of());
            List<Claim.Party> who = anaphora.of(being.agents());
            Match match = who.isEmpty() ? null : matcher.match(head, being, Set.of());
            if (match != null && match.frame().part() == Frame.Part.PREDICATE && isActed(match)) {
                return found(match, who, false);
            }
        }
        Agenda agenda = discourse.agenda();
        if (agenda != null && actors.isEmpty() && arguments.agents().isEmpty() && !arguments.passive()) {
            Match match = matcher.match(head, arguments, Sides.principals(agenda.actors()));
            return match == null ? null : found(match, agenda.actors(), false);
        }
        boolean office = false;
        if (actors.isEmpty()
                && !arguments.agents().isEmpty()
                && arguments.agents().stream().allMatch(this::isOffice)) {
            arguments = arguments.withAgents(List.of());
            office = true;
        }
        boolean thingActs = startsWithThing(head, arguments);
        if (!actors.isEmpty()) {
            Match match = matcher.match(head, arguments, Set.of());
            if (match != null && match.actsItself()) {
                return found(match, actors, false);
            }
            if (match != null
                    && !match.frame().startsWithThing()
                    && arguments.agents().isEmpty()
                    && !lexicon.isSpoken(match.frame())) {
                actors = List.of();
            } else if (match != null && !match.frame().startsWithThing()) {
                boolean same = match.arguments().agents().equals(arguments.agents());
                List<Claim.Party> acting =
                        same ? actors : anaphora.of(match.arguments().agents());
                if (!acting.isEmpty()) {
                    return found(match, acting, false);
                }
                arguments = match.arguments();
            } else if (match == null && !thingActs) {
                return null;
            }
        } else if (!arguments.agents().isEmpty() && !arguments.passive() && tree.isVerbal(head) && !thingActs) {
            // Somebody acts who is no actor of state: "the court", "a rock". What is shared may still be named: "the
            // war interrupted …".
            Match match = matcher.match(head, arguments, Set.of());
            ActDefinition act = match == null ? null : lexicon.act(match.frame().act());
            return match != null && act != null && act.mutual() && Sides.distinct(shared.of(match.things())) > 1
                    ? found(match, List.of(), true)
                    : null;
        }
        if (tree.deprel(head).equals("acl") && arguments.passive() && actors.isEmpty() && !deed(head)) {
            return null;
        }
        Arguments undergone = thingActs && !arguments.passive()
                ? arguments.withObjects(arguments.agents()).withAgents(List.of())
                : arguments;
        Match bare = tree.isNominal(head) ? matcher.match(head, arguments, Set.of()) : null;
        boolean bareViolence =
                bare != null && isViolent(lexicon.act(bare.frame().act()));
        for (Actor candidate : bareViolence ? List.<Actor>of() : guess.of(undergone, builds(head, arguments))) {
            Match match = matcher.match(head, arguments, Set.of(candidate.principal()));
            ActDefinition act = match == null ? null : lexicon.act(match.frame().act());
            boolean speaker = guess.holders(head).contains(candidate);
            if (match == null
                    || act == null
                    || act.context() == ActDefinition.Context.SPEAKER && !speaker
                    || isVictim(act, arguments)
                    || office
                            && candidate.kind() == Actor.Kind.ORGANISATION
                            && candidate.id().indexOf('/') < 0
                    || suffers(match, candidate)) {
                continue;
            }
            Found found = found(match, List.of(owner(candidate, match)), true);
            if (found != null) {
                return found;
            }
        }
        Match match = matcher.match(head, arguments, Set.of());
        if (match == null) {
            return null;
        }
        boolean anaphoric =
                !match.things().isEmpty() && match.things().stream().allMatch(t -> isBareNumber(t) || isPronoun(t));
        Claim before = anaphoric ? discourse.lastLike(match.frame().act(), sentence.index()) : null;
        boolean same = before != null && Sides.distinct(before.actors()) == 1;
        List<Claim.Party> who = same
                ? List.of(new Claim.Party(
                        discourse.principal(
                                Objects.requireNonNull(before).actors().get(0).actor()),
                        null))
                : List.of();
        return found(match, who, true);
    }

    /** "Oslo was alarmed by the Danish raid": somebody is named who is so, by a thing and not by somebody. */
    private boolean isMood(Arguments arguments) {
        return !arguments.objects().isEmpty()
                && arguments.objects().stream().noneMatch(o -> parties.named(o).isEmpty())
                && arguments.agents().stream().allMatch(a -> parties.named(a).isEmpty() || tree.is(a, "it", "this"));
    }

    /** "The recall of the Danish ambassador": who does what is done to his own is named by whose it is. */
    private Claim.Party owner(Actor candidate, Match match) {
        boolean own = match.frame().slots().stream().anyMatch(s -> s.whose() == Frame.Whose.OWN);
        for (Claim.Party party : own ? parties.of(match.things()) : List.<Claim.Party>of()) {
            if (party.actor().principal().equals(candidate.principal())) {
                return new Claim.Party(candidate, party.citation());
            }
        }
        return new Claim.Party(candidate, null);
    }

    private static boolean isActed(Match match) {
        return match.frame().slots().stream().anyMatch(Frame.Slot::isActor);
    }

    /** "The ministry summoned …", "by the head of the protocol department": of a government that the words leave unsaid. */
    private boolean isOffice(int agent) {
        boolean office = tree.is(agent, "ministry", "government", "cabinet", "authority", "department", "protocol");
        boolean definite = tree.children(agent, "det").stream().anyMatch(d -> tree.is(d, "the"));
        return office && definite
                || tree.is(agent, "head", "chief", "director", "official")
                        && tree.children(agent, "nmod").stream().anyMatch(this::isOffice);
    }

    /** "Vice Foreign Minister Cho Hyun", of a state that the report does not say. */
    private boolean isTitled(int agent) {
        return tree.upos(agent) == Upos.PROPN
                && tree.children(agent, "nmod:desc").stream().anyMatch(t -> tree.is(t, "minister", "secretary"));
    }

    private static boolean isOfNoState(Claim.Party party) {
        return party.actor().kind() == Actor.Kind.PERSON && party.actor().country() == null;
    }

    /** Acts of speech in the passive are done where they are done: "the idea was rejected in Lima". */
    private List<Claim.Party> capital(int head) {
        List<Claim.Party> out = new ArrayList<>();
        boolean together = tree.is(head, "agree", "sign", "discuss", "negotiate", "hold", "reach", "conclude", "meet");
        for (int phrase : together ? List.<Integer>of() : tree.children(head, "obl")) {
            if (tree.preposition(phrase).equals("in")) {
                for (Mention.OfActor place : parties.placesIn(phrase)) {
                    String country = place.actor().country();
                    Actor state = country == null ? null : discourse.actors().get(country);
                    if (state != null) {
                        out.add(new Claim.Party(state, document.cite(place.span())));
                    }
                }
            }
        }
        return out;
    }

    private static boolean isViolent(@Nullable ActDefinition act) {
        return act != null
                && ("ASSAULT".equals(act.act().type())
                        || "COERCE".equals(act.act().type()));
    }

    /** "The mission was established in 1998": its owner did it, whoever else is spoken of. */
    private boolean builds(int head, Arguments arguments) {
        Match match = matcher.match(head, arguments, Set.of());
        ActDefinition act = match == null ? null : lexicon.act(match.frame().act());
        return match != null
                && act != null
                && (arguments.passive() || match.frame().startsWithThing())
                && "SUPPORT".equals(act.act().type())
                && act.effects().stream().anyMatch(e -> !"channel".equals(e.kind()) && !"programme".equals(e.kind()))
                && !act.mutual();
    }

    /** "Was shot dead": who did it is not to be guessed from who else is spoken of. */
    private static boolean isVictim(ActDefinition act, Arguments arguments) {
        return arguments.passive()
                && arguments.agents().isEmpty()
                && "ASSAULT".equals(act.act().type());
    }

    /** Whether a participle after a noun tells a deed ("the envoys expelled in May") and does not only describe. */
    private boolean deed(int head) {
        return lexicon.verbs(tree.lemma(head)).stream().anyMatch(f -> {
            ActDefinition act = lexicon.act(f.act());
            return act != null && "SANCTION".equals(act.act().type());
        });
    }

    /** Whether a side is the one to whom it is done: nobody does such a thing to himself. */
    private boolean suffers(Match match, Actor candidate) {
        for (Map.Entry<Frame.Slot, List<Integer>> slot : match.slots().entrySet()) {
            if ((slot.getKey().isRecipient()
                            || slot.getKey().classes().contains("country")
                            || slot.getKey().place() == Frame.Place.SUBJECT
                                    && slot.getKey().classes().contains("victims"))
                    && parties.of(slot.getValue()).stream()
                            .anyMatch(p -> p.actor().principal().equals(candidate.principal()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a frame of the word begins with what the act is done to ("eight diplomats must leave"). */
    private boolean startsWithThing(int head, Arguments arguments) {
        Match match = matcher.match(head, arguments, Set.of("?"));
        if (match != null && match.frame().startsWithThing()) {
            return true;
        }
        // Of what is one's own: "the embassy went dark".
        Set<String> owners = Sides.principals(parties.of(arguments.agents()));
        Match own = arguments.passive() || owners.isEmpty() ? null : matcher.match(head, arguments, owners);
        return own != null && own.frame().startsWithThing();
    }

    /** "Said that it would attack": no promise; what it would do is told by itself. */
    private boolean isHostile(int head) {
        return tree.is(head, "say", "announce", "declare", "state")
                && tree.children(head, "ccomp", "parataxis").stream()
                        .anyMatch(c -> tree.is(
                                c,
                                "attack",
                                "strike",
                                "bomb",
                                "shell",
                                "invade",
                                "punish",
                                "fight",
                                "boycott",
                                "blockade",
                                "besiege",
                                "veto",
                                "destroy",
                                "kill",
                                "retaliate",
                                "target",
                                "hit",
                                "sue",
                                "oppose"));
    }

    private @Nullable Found found(Match match, List<Claim.Party> actors, boolean byContext) {
        ActDefinition act = lexicon.act(match.frame().act());
        if (act == null
                || act.code().equals("agree") && isHostile(match.arguments().head())) {
            return null;
        }
        boolean needsActor = act.context() == ActDefinition.Context.NO
                || match.frame().slots().stream().anyMatch(Frame.Slot::isActor);
        if (needsActor && byContext && !match.frame().startsWithThing()) {
            return null;
        }
        return new Found(match, act, actors, byContext);
    }

    /** "Expelled thirteen": of the people told of before. */
    private boolean isPronoun(int thing) {
        return tree.upos(thing) == Upos.PRON;
    }

    private boolean isBareNumber(int thing) {
        return tree.upos(thing) == Upos.NUM
                && tree.children(thing, "nmod", "amod").isEmpty();
    }
}
