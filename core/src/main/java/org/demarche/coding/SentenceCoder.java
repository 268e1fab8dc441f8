package org.demarche.coding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.coding.Frame.Part;
import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Act;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.Ids;
import org.demarche.model.Mention;
import org.demarche.model.Mentions;
import org.demarche.model.Quote;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.demarche.model.Upos;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Codes the acts of one sentence. Used once. */
final class SentenceCoder {
    private static final int TRIGGER_REACH = 6;
    private static final Set<String> ECHOES = Set.of("follow-suit", "answer-in-kind");
    private static final int HISTORY_YEARS = 3;

    /** How many sentences the same side goes on acting on the same day. */
    private static final int SAME_SCENE = 6;

    /** How many sentences after a day what is done is still news of the days after it. */
    private static final int NEAR_SCENE = 4;

    private final ActLexicon lexicon;
    private final Document document;
    private final Sentence sentence;
    private final Mentions mentions;
    private final Discourse discourse;
    private final Tree tree;
    private final Grammar grammar;
    private final Parties parties;
    private final FrameMatcher matcher;
    private final Recipients recipients;
    private final AgentGuess guess;
    private final Anaphora anaphora;
    private final Realis realis;
    private final ClaimDates dates;
    private final ResponseCues cues;
    private final Amounts amounts;
    private final Gapping gapping;
    private final Members members;
    private final Crosswise crosswise;

    /** Acts on "them" that only say again what the sentence has said of those whom it names. */
    private List<Found> repeated = List.of();

    private static final Set<String> COMPLEMENTS = Set.of("xcomp", "ccomp", "obj", "acl", "obl", "nmod", "advcl");

    /** So many words up the tree an act can be part of another. */
    private static final int MOST_ABOVE = 64;

    /** An act found at a word, before it is written down as a claim. */
    private record Found(Match match, ActDefinition act, List<Claim.Party> actors, boolean byContext) {
        int head() {
            return match.arguments().head();
        }
    }

    /** @param mentions those of the sentence */
    SentenceCoder(ActLexicon lexicon, Document document, Sentence sentence, Mentions mentions, Discourse discourse) {
        this.lexicon = lexicon;
        this.document = document;
        this.sentence = sentence;
        this.mentions = mentions;
        this.discourse = discourse;
        this.tree = new Tree(sentence, lexicon.lemmas());
        this.grammar = new Grammar(tree, lexicon.light());
        this.parties = new Parties(document, tree, mentions.actors(), mentions.subjects(), discourse.actors());
        this.matcher = new FrameMatcher(lexicon, tree, parties);
        this.recipients = new Recipients(tree, parties, discourse);
        this.guess = new AgentGuess(sentence, tree, grammar, parties, discourse, mentions.quotes());
        this.anaphora = new Anaphora(tree, grammar, parties, discourse, mentions.quotes());
        this.realis = new Realis(tree);
        this.dates = new ClaimDates(document, tree, mentions.times());
        this.cues = new ResponseCues(document, tree);
        CountedSides sides = new CountedSides(tree, mentions.actors(), mentions.quantities());
        this.gapping = new Gapping(document, sides);
        this.members = new Members(document, sides);
        this.crosswise = new Crosswise(tree, discourse.actors());
        this.amounts = new Amounts(document, tree, mentions.quantities(), mentions.times());
    }

    List<Claim> code() {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < tree.size(); i++) {
            found.addAll(find(i));
        }
        List<Found> kept = withoutHeld(found);
        Set<Found> told = Collections.newSetFromMap(new IdentityHashMap<>());
        told.addAll(kept);
        repeated = found.stream()
                .filter(f -> !told.contains(f) && f.match().things().stream().anyMatch(this::isPronoun))
                .toList();
        List<Integer> heads = kept.stream().map(Found::head).toList();
        List<Claim> out = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (Found each : kept) {
            for (List<Integer> things : apart(each.match())) {
                Claim claim = claim(each, things, heads);
                if (claim != null && ids.add(claim.id())) {
                    List<Claim> likes = gapping.after(claim);
                    claim = gapping.without(claim, likes);
                    boolean other = eachOther(each.head());
                    List<Claim> ways = each.act().mutual() ? List.of(claim) : crosswise.of(claim, each.head(), other);
                    for (Claim way : ways) {
                        for (Claim one : crosswise.byHouse(way)) {
                            out.add(one);
                            discourse.add(one);
                        }
                    }
                    for (Claim like : likes) {
                        if (ids.add(like.id())) {
                            out.add(like);
                            discourse.add(like);
                        }
                    }
                }
            }
        }
        scene(out);
        int root = sentence.root();
        List<Claim.Party> about = root < 0 ? List.of() : parties.of(grammar.surfaceSubject(root, 0));
        discourse.subject(
                about.isEmpty() || !Discourse.isSide(about.get(0).actor())
                        ? null
                        : about.get(0).actor(),
                sentence.index());
        return out.stream().flatMap(c -> members.apart(c).stream()).toList();
    }

    /** The day that this sentence brings the text to, if it names one. */
    private void scene(List<Claim> claims) {
        Scene scene = opening(claims);
        if (scene != null) {
            discourse.turn(scene);
        }
    }

    /** Whether the sentence names a day, whatever of. */
    boolean namesDay() {
        return dates.namesDay();
    }

    /** The same, seen without what is coded from the sentence. */
    @Nullable
    Scene opening(List<Claim> claims) {
        When when = dates.scene(realis);
        if (when == null) {
            return null;
        }
        Set<String> sides = new TreeSet<>();
        for (Claim claim : claims) {
            if (claim.date().equals(when)) {
                claim.actors().forEach(p -> sides.add(p.actor().principal()));
            }
        }
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isVerbal(i) && tree.relation(i).matches("root|conj|parataxis")) {
                parties.of(grammar.agents(i, 0))
                        .forEach(p -> sides.add(p.actor().principal()));
            }
        }
        return new Scene(when, sentence.index(), sides);
    }

    /** The acts that a word tells of: one, or several where it governs things of different kinds ("relations and an embassy"). */
    private List<Found> find(int head) {
        String lemma = tree.lemma(head);
        if (lexicon.verbs(lemma).isEmpty()
                && lexicon.nouns(lemma).isEmpty()
                && lexicon.predicates(lemma).isEmpty()
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
        Arguments arguments = grammar.of(head);
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
        return one.act().act().mode() != null
                && one.act().act().mode().equals("expel")
                && "expel".equals(other.act().act().mode());
    }

    private @Nullable Found find(int head, Arguments given) {
        Arguments arguments = given;
        List<Claim.Party> actors = anaphora.of(arguments.agents());
        if (actors.isEmpty() && tree.isNominal(head) && tree.child(head, "cop") < 0) {
            List<Integer> adjectival = parties.adjectival(head);
            if (!adjectival.isEmpty()) {
                arguments = arguments.withAgents(adjectival);
                actors = parties.adjective(adjectival);
            } else if (arguments.agents().isEmpty()) {
                arguments = arguments.withAgents(grammar.governing(head, 0));
                actors = anaphora.of(arguments.agents());
            }
        }
        if (actors.isEmpty() && arguments.agents().isEmpty() && arguments.passive()) {
            actors = capital(head);
        }
        if (actors.isEmpty()) {
            actors = members.of(arguments.agents());
        }
        boolean thingActs = startsWithThing(head, arguments);
        if (!actors.isEmpty()) {
            Match match = matcher.match(head, arguments, Set.of());
            if (match != null && match.actsItself()) {
                return found(match, actors, false);
            }
            if (match != null && !isThing(match) && arguments.agents().isEmpty() && !spoken(match)) {
                actors = List.of();
            } else if (match != null && !isThing(match)) {
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
            return match != null && act != null && act.mutual() && distinct(shared(match.things())) > 1
                    ? found(match, List.of(), true)
                    : null;
        }
        if (tree.deprel(head).equals("acl") && arguments.passive() && actors.isEmpty() && !deed(head)) {
            return null;
        }
        Arguments undergone = thingActs && !arguments.passive()
                ? arguments.withObjects(arguments.agents()).withAgents(List.of())
                : arguments;
        boolean bareViolence = tree.isNominal(head)
                && lexicon.nouns(tree.lemma(head)).stream()
                        .map(f -> lexicon.act(f.act()))
                        .anyMatch(SentenceCoder::isViolent);
        for (Actor candidate : bareViolence ? List.<Actor>of() : guess.of(undergone, builds(head, arguments))) {
            Match match = matcher.match(head, arguments, Set.of(candidate.principal()));
            ActDefinition act = match == null ? null : lexicon.act(match.frame().act());
            boolean speaker = guess.holders(head).contains(candidate);
            if (match == null
                    || act == null
                    || act.context() == ActDefinition.Context.SPEAKER && !speaker
                    || isVictim(act, arguments)
                    || suffers(match, candidate)) {
                continue;
            }
            Found found = found(match, List.of(new Claim.Party(candidate, null)), true);
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
        boolean same = before != null && distinct(before.actors()) == 1;
        List<Claim.Party> who = same
                ? List.of(new Claim.Party(
                        discourse.principal(java.util.Objects.requireNonNull(before)
                                .actors()
                                .get(0)
                                .actor()),
                        null))
                : List.of();
        return found(match, who, true);
    }

    /** Acts of speech in the passive are done where they are done: "the idea was rejected in Lima". */
    private List<Claim.Party> capital(int head) {
        List<Claim.Party> out = new ArrayList<>();
        for (int phrase : tree.children(head, "obl")) {
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

    private boolean spoken(Match match) {
        ActDefinition act = lexicon.act(match.frame().act());
        return act != null && act.spoken();
    }

    private static boolean isViolent(@Nullable ActDefinition act) {
        return act != null
                && ("ASSAULT".equals(act.act().type())
                        || "COERCE".equals(act.act().type()));
    }

    /** "The mission was established in 1998": its owner did it, whoever else is spoken of. */
    private boolean builds(int head, Arguments arguments) {
        Match match = arguments.passive() ? matcher.match(head, arguments, Set.of()) : null;
        ActDefinition act = match == null ? null : lexicon.act(match.frame().act());
        return act != null
                && "SUPPORT".equals(act.act().type())
                && !act.effects().isEmpty()
                && !act.mutual();
    }

    /** "Was shot dead": who did it is not to be guessed from who else is spoken of. */
    private static boolean isVictim(ActDefinition act, Arguments arguments) {
        return arguments.passive()
                && arguments.agents().isEmpty()
                && "ASSAULT".equals(act.act().type());
    }

    private static boolean isThing(Match match) {
        return match.frame().slots().stream().anyMatch(s -> s.place() == Frame.Place.SUBJECT && !s.isActor());
    }

    /** Whether a participle after a noun tells a deed ("the envoys expelled in May") and does not only describe. */
    private boolean deed(int head) {
        return lexicon.verbs(tree.lemma(head)).stream().anyMatch(f -> {
            ActDefinition act = lexicon.act(f.act());
            return act != null && "SANCTION".equals(act.act().type());
        });
    }

    private static boolean own(Match match) {
        return match.frame().slots().stream().anyMatch(s -> s.whose() == Frame.Whose.OWN);
    }

    /** Whether a side is the one to whom it is done: nobody does such a thing to himself. */
    private boolean suffers(Match match, Actor candidate) {
        for (Map.Entry<Frame.Slot, List<Integer>> slot : match.slots().entrySet()) {
            if (slot.getKey().isRecipient()
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
        return match != null
                && match.frame().slots().stream().anyMatch(s -> s.place() == Frame.Place.SUBJECT && !s.isActor());
    }

    private @Nullable Found found(Match match, List<Claim.Party> actors, boolean byContext) {
        ActDefinition act = lexicon.act(match.frame().act());
        if (act == null) {
            return null;
        }
        boolean needsActor = act.context() == ActDefinition.Context.NO
                || match.frame().slots().stream().anyMatch(Frame.Slot::isActor);
        boolean thingActs =
                match.frame().slots().stream().anyMatch(s -> s.place() == Frame.Place.SUBJECT && !s.isActor());
        if (needsActor && byContext && !thingActs) {
            return null;
        }
        return new Found(match, act, actors, byContext);
    }

    /** Leaves out acts that are part of another: what is threatened, what is demanded, the words of a longer frame. */
    private List<Found> withoutHeld(List<Found> found) {
        Holding holding = new Holding(found);
        return found.stream().filter(inner -> !holding.holds(inner)).toList();
    }

    /** Which of the acts of a sentence are part of others, each looked up by the words that it could be part of. */
    private final class Holding {
        private final Map<Integer, List<Found>> byHead = new HashMap<>();
        private final Map<Integer, List<Found>> byWord = new HashMap<>();
        private final Map<Integer, List<Found>> byThing = new HashMap<>();
        private final Map<Side, Found> firstOf = new HashMap<>();

        /** The acts whose complements others are, with those. */
        private final Map<Integer, List<Found>> below = new HashMap<>();

        private final IdentityHashMap<Found, Boolean> yielding = new IdentityHashMap<>();

        /** Who did what: what is told again of a pronoun is the same. */
        private record Side(String act, List<Claim.Party> actors) {}

        Holding(List<Found> found) {
            for (Found each : found) {
                byHead.computeIfAbsent(each.head(), k -> new ArrayList<>()).add(each);
                each.match()
                        .words()
                        .forEach(w -> byWord.computeIfAbsent(w, k -> new ArrayList<>())
                                .add(each));
                each.match()
                        .things()
                        .forEach(t -> byThing.computeIfAbsent(t, k -> new ArrayList<>())
                                .add(each));
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

        boolean holds(Found inner) {
            if (yields(inner)
                    || anyOther(byWord.get(inner.head()), inner)
                    || tree.isNominal(inner.head()) && anyOther(byThing.get(inner.head()), inner)) {
                return true;
            }
            for (int above : complemented(inner.head())) {
                for (Found outer : byHead.getOrDefault(above, List.of())) {
                    boolean held = outer != inner
                            && (outer.act().holds() && !yields(outer) && !presumes(outer, inner)
                                    || side(outer).equals(side(inner)));
                    if (held) {
                        return true;
                    }
                }
            }
            Found first = firstOf.get(side(inner));
            return first != null
                    && first.head() < inner.head()
                    && inner.match().things().stream().anyMatch(SentenceCoder.this::isPronoun);
        }

        private static boolean anyOther(@Nullable List<Found> some, Found than) {
            return some != null && some.stream().anyMatch(f -> f != than);
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

    /** Whether what is promised is to be told itself: harm, and what opens or closes relations, missions, bodies. */
    private boolean outweighs(Found inner) {
        String type = String.valueOf(inner.act().act().type());
        return Set.of("SANCTION", "COERCE", "ASSAULT").contains(type)
                || type.equals("SUPPORT")
                        && !inner.act().effects().isEmpty()
                        && realis.of(inner.head()) == Factuality.PLANNED;
    }

    /** Whether an act that another completes is told by that other. */
    private boolean yieldsTo(Found outer, Found inner) {
        if ("REQUEST".equals(outer.act().act().type())) {
            return orders(outer, inner);
        }
        return "AGREE".equals(outer.act().act().type())
                && outer.act().holds()
                && inner.act().act().type() != null
                && outweighs(inner);
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

    /** Things with names of their own that one word acts on together make a claim each; others stay together. */
    private List<List<Integer>> apart(Match match) {
        List<Integer> things = match.things();
        Map<String, List<Integer>> bySubject = new LinkedHashMap<>();
        for (int thing : things) {
            Subject subject = parties.subject(thing);
            if (subject == null) {
                return List.of(things);
            }
            bySubject.computeIfAbsent(subject.id(), k -> new ArrayList<>()).add(thing);
        }
        return bySubject.size() < 2 ? List.of(things) : List.copyOf(bySubject.values());
    }

    private @Nullable Claim claim(Found found, List<Integer> things, List<Integer> heads) {
        Found back = sentBack(found);
        if (back != null) {
            return claim(back, things, heads);
        }
        Match match = found.match();
        int head = found.head();
        if (ECHOES.contains(found.act().code())) {
            return echo(found, heads);
        }
        List<Claim.Party> actors = found.actors();
        boolean mutual = found.act().mutual() || eachOther(head);
        if (mutual && distinct(actors) < 2) {
            List<Claim.Party> between = parties.of(between(match.arguments(), things));
            if (distinct(between) < 2) {
                between = shared(things);
            }
            if (distinct(between) > 1 && (actors.isEmpty() || found.byContext())) {
                actors = between;
            }
        }
        Claim like = !actors.isEmpty() && !things.isEmpty() && things.stream().allMatch(this::isBareNumber)
                ? discourse.lastLike(found.act().code(), sentence.index())
                : null;
        List<Claim.Party> to = like != null
                ? like.recipients().stream()
                        .map(p -> new Claim.Party(discourse.principal(p.actor()), null))
                        .toList()
                : recipients.of(match, things, actors, mutual, found.act().act().type());
        if (to.isEmpty() && things.stream().allMatch(this::isPronoun)) {
            Claim recalled = found.act().code().equals("return-ambassador")
                    ? discourse.lastLike("recall-ambassador", sentence.index())
                    : null;
            to = recalled == null ? to : recalled.recipients();
        }
        if (mutual && distinct(actors) > 1 && eachOther(head)) {
            to = List.of();
        }
        Actor announces = mutual && found.byContext() && to.isEmpty() ? announcer(head, actors, found) : null;
        if (announces != null) {
            to = actors.stream()
                    .filter(p -> !p.actor().principal().equals(announces.principal()))
                    .toList();
            actors = actors.stream()
                    .filter(p -> p.actor().principal().equals(announces.principal()))
                    .toList();
        }
        if (to.isEmpty()
                && distinct(actors) == 1
                && "SANCTION".equals(found.act().act().type())
                && !own(match)) {
            to = discourse.suffering(actors.get(0).actor().principal(), sentence.index());
        }
        boolean inward =
                distinct(actors) == 1 && allOf(to, actors.get(0).actor().principal());
        if (inward
                && found.act().act().type() != null
                && Set.of("ACCUSE", "REJECT", "THREATEN")
                        .contains(found.act().act().type())) {
            List<Claim.Party> other = discourse.opponent(actors.get(0).actor().principal(), sentence.index());
            to = other.isEmpty() ? to : other;
        }
        boolean nominal = match.frame().part() == Part.NOUN || tree.isNominal(head);
        boolean standsAlone = !nominal
                && !found.act().effects().isEmpty()
                && subjects(things).stream()
                        .anyMatch(x -> x.kind() == Subject.Kind.RELATIONS
                                || x.parties().stream().anyMatch(discourse.actors()::containsKey));
        if (actors.isEmpty()
                        && to.isEmpty()
                        && !(standsAlone && dates.of(head, heads, match.words()).date() != null)
                || nominal
                        && !(actors.isEmpty()
                                && "ASSAULT".equals(found.act().act().type())
                                && named(to))
                        && (actors.isEmpty()
                                || to.isEmpty()
                                        && distinct(actors) < 2
                                        && subjects(things).isEmpty())) {
            return null;
        }
        if (actors.isEmpty() && found.act().context() != ActDefinition.Context.YES) {
            return null;
        }
        if (match.arguments().passive() && match.arguments().agents().isEmpty() && realis.lasts(head)) {
            return null;
        }
        if ("CONSULT".equals(found.act().act().type())
                && found.act().mutual()
                && to.isEmpty()
                && distinct(actors) < 2
                && actors.stream().noneMatch(p -> p.actor().kind() == Actor.Kind.ORGANISATION)
                && subjects(things).isEmpty()) {
            return null;
        }
        boolean shared = found.act().mutual()
                && subjects(things).stream()
                        .anyMatch(x -> x.kind() == Subject.Kind.AGREEMENT || x.kind() == Subject.Kind.BODY);
        if (nominal
                && !shared
                && java.util.stream.Stream.concat(actors.stream(), to.stream()).noneMatch(p -> p.citation() != null)) {
            return null;
        }
        if (!actors.isEmpty()
                        && actors.stream()
                                .noneMatch(
                                        p -> acts(p.actor(), found.act().act().quad()))
                || realis.habitual(head)) {
            return null;
        }
        Factuality factuality = found.act().spoken() ? realis.own(head) : realis.of(head);
        if (factuality == Factuality.DENIED
                && match.words().stream().anyMatch(w -> tree.is(w, "not", "no", "never", "n't"))) {
            factuality = Factuality.ASSERTED;
        }
        if (factuality == Factuality.HYPOTHETICAL && withholds(found)) {
            factuality = Factuality.DEMANDED;
        }
        if (factuality == Factuality.DENIED && compares(head)
                || factuality == Factuality.HYPOTHETICAL && !realis.conditioned(head)) {
            return null;
        }
        Citation trigger = document.cite(trigger(match, things));
        ClaimDates.Dates times = dates.of(head, heads, match.words());
        When date = times.date();
        When bites = times.effective();
        if (date == null) {
            date = inherited(
                    head,
                    actors,
                    attribution(head),
                    factuality,
                    times,
                    !found.act().spoken());
        }
        if (bites == null) {
            When day = date.isKnown() ? date : dayBefore();
            When later = factuality == Factuality.ASSERTED && realis.isPast(head) && day != null
                    ? dates.after(head, day)
                    : null;
            if (later != null && times.date() == null) {
                date = later;
            } else {
                bites = dates.term(head, date);
                for (Found again : bites == null ? repeated : List.<Found>of()) {
                    if (again.head() > head
                            && again.act().code().equals(found.act().code())) {
                        bites = dates.term(again.head(), date);
                    }
                }
            }
        }
        List<Claim.Quantity> quantities = amounts.of(head, things, match.frame().part() == Part.VERB && nominal);
        List<Subject> subjects = subjects(things);
        if (subjects.isEmpty() && !found.act().effects().isEmpty()) {
            subjects = namedAs(to);
            if (subjects.isEmpty()) {
                subjects = endedHouse(head);
            }
        }
        When from = bites != null ? bites : date;
        Claim claim = new Claim(
                Ids.of(
                        "clm",
                        document.id(),
                        trigger.start() + "-" + trigger.end(),
                        found.act().code(),
                        things.isEmpty() ? "" : String.valueOf(things.get(0) - head)),
                document.id(),
                sentence.index(),
                document.cite(sentence.span()),
                trigger,
                act(promised(found.act().act(), factuality), date),
                actors,
                to,
                date,
                bites,
                place(head),
                quantities,
                factuality,
                attribution(head),
                subjects,
                Effects.changes(
                        found.act(),
                        touched(subjects, actors, to),
                        quantities,
                        from,
                        dates.limit(head),
                        trigger,
                        factuality),
                cues.of(head),
                match.frame().rule(),
                null);
        return claim;
    }

    /** Who says of what two sides share that it is ended or suspended does it: "contacts between the two are suspended, the minister said". */
    private @Nullable Actor announcer(int head, List<Claim.Party> sides, Found found) {
        if (!"SANCTION".equals(found.act().act().type()) || distinct(sides) != 2) {
            return null;
        }
        for (Claim.Attribution said : attribution(head)) {
            Actor holder = said.actor();
            if (holder != null
                    && sides.stream().anyMatch(p -> p.actor().principal().equals(holder.principal()))) {
                return holder;
            }
        }
        return null;
    }

    private static boolean allOf(List<Claim.Party> parties, String principal) {
        return parties.stream().allMatch(p -> p.actor().principal().equals(principal));
    }

    /** "Expelled thirteen": of the people told of before. */
    private boolean isPronoun(int thing) {
        return tree.upos(thing) == Upos.PRON;
    }

    private boolean isBareNumber(int thing) {
        return tree.upos(thing) == Upos.NUM
                && tree.children(thing, "nmod", "amod").isEmpty();
    }

    /** "May no longer hire", "can keep only six": what the other side may not do is laid down, not supposed. */
    private boolean withholds(Found found) {
        return found.byContext()
                && "SANCTION".equals(found.act().act().type())
                && found.match().frame().modals().contains("may")
                && !realis.conditioned(found.head());
    }

    /** The sides that share a thing: whose relations, whose council, whose treaty it is. */
    private List<Claim.Party> shared(List<Integer> things) {
        for (int thing : things) {
            List<Claim.Party> owners = parties.owners(thing);
            if (distinct(owners) > 1) {
                return owners;
            }
            Subject subject = parties.subject(thing);
            if (subject != null && subject.parties().size() > 1) {
                List<Claim.Party> out = new ArrayList<>();
                for (String party : subject.parties()) {
                    Actor actor = discourse.actors().get(party);
                    if (actor != null) {
                        out.add(new Claim.Party(actor, null));
                    }
                }
                return out;
            }
        }
        return List.of();
    }

    /** "Chile recalled its envoy in May and sent him back in June": one's own, told of before, and no expulsion; else null. */
    private @Nullable Found sentBack(Found found) {
        ActDefinition returning = lexicon.act("return-ambassador");
        boolean sent = returning != null
                && "expel".equals(found.act().act().mode())
                && tree.is(found.head(), "send", "return")
                && !found.match().things().isEmpty()
                && found.match().things().stream().allMatch(this::isPronoun);
        Claim last = sent ? discourse.lastLike("recall-ambassador", sentence.index()) : null;
        if (returning == null || last == null) {
            return null;
        }
        boolean same = found.actors().isEmpty()
                || last.actors().stream()
                        .anyMatch(p -> p.actor()
                                .principal()
                                .equals(found.actors().get(0).actor().principal()));
        return same ? new Found(found.match(), returning, last.actors(), found.byContext()) : null;
    }

    /** "Followed suit", "answered in kind": the act told before, done by another to the same side, or back to who did it. */
    private @Nullable Claim echo(Found found, List<Integer> heads) {
        boolean back = found.act().code().equals("answer-in-kind");
        Claim last = back ? discourse.lastSanction(sentence.index()) : discourse.firstMove(sentence.index());
        int head = found.head();
        if (last == null || found.actors().isEmpty() || realis.of(head) != Factuality.ASSERTED) {
            return null;
        }
        Citation trigger = document.cite(trigger(found.match(), List.of()));
        ClaimDates.Dates times = dates.of(head, heads, found.match().words());
        When date = times.date();
        if (date == null) {
            date = inherited(head, found.actors(), List.of(), Factuality.ASSERTED, times, true);
        }
        When day = date.isKnown() ? date : dayBefore();
        When later = day == null || times.date() != null ? null : dates.after(head, day);
        if (later != null) {
            date = later;
        }
        return new Claim(
                Ids.of(
                        "clm",
                        document.id(),
                        trigger.start() + "-" + trigger.end(),
                        last.act().code(),
                        ""),
                document.id(),
                sentence.index(),
                document.cite(sentence.span()),
                trigger,
                last.act(),
                found.actors(),
                (back ? last.actors() : last.recipients())
                        .stream()
                                .map(p -> new Claim.Party(discourse.principal(p.actor()), null))
                                .toList(),
                date,
                times.effective(),
                place(head),
                List.of(),
                Factuality.ASSERTED,
                attribution(head),
                List.of(),
                List.of(),
                back ? List.of(new Claim.ResponseCue(true, last.trigger(), "symmetric", trigger)) : List.of(),
                found.match().frame().rule(),
                null);
    }

    private static long distinct(List<Claim.Party> parties) {
        return parties.stream().map(p -> p.actor().principal()).distinct().count();
    }

    private static boolean named(List<Claim.Party> parties) {
        return parties.stream().anyMatch(p -> p.citation() != null && p.actor().kind() == Actor.Kind.PERSON);
    }

    /** Whether an actor counts as a side: comment by private persons is no act. */
    private static boolean acts(Actor actor, @Nullable Integer quad) {
        boolean group = actor.kind() == Actor.Kind.PEOPLE && quad != null && quad > 2;
        return Discourse.isSide(actor) || group || actor.country() != null;
    }

    private boolean eachOther(int head) {
        for (int i = tree.first(head); i < tree.last(head); i++) {
            if (tree.form(i).equals("each") && tree.form(i + 1).startsWith("other")
                    || tree.form(i).equals("one") && tree.form(i + 1).equals("another")) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> between(Arguments arguments, List<Integer> things) {
        int head = arguments.head();
        List<Integer> out = new ArrayList<>(arguments.oblique("between"));
        List<Integer> tops = new ArrayList<>(things);
        tops.add(head);
        for (int top : tops) {
            for (int child : tree.children(top, "nmod", "obl")) {
                if (tree.preposition(child).equals("between")) {
                    out.addAll(tree.conjuncts(child));
                }
            }
        }
        return out;
    }

    /** "No government has expelled so many since 1985": a measure of what was done, not a denial of it. */
    private boolean compares(int head) {
        for (int i = tree.first(head); i <= tree.last(head); i++) {
            if (tree.is(i, "since", "than", "ever", "before", "so")) {
                return true;
            }
        }
        return false;
    }

    private Span trigger(Match match, List<Integer> things) {
        int head = match.arguments().head();
        int from = head;
        int to = head;
        for (int word : match.words()) {
            if (word > head && word - head <= 2 * TRIGGER_REACH) {
                to = Math.max(to, word);
            }
        }
        for (int thing : things) {
            if (thing > to && thing - head <= TRIGGER_REACH) {
                to = thing;
            }
        }
        return tree.span(from, to);
    }

    /**
     * The date of an act whose own words give none: the day that the text has got to, where the same side goes on acting or speaking, or the words say
     * that it was done together with what was told; otherwise, for news, the time between that day and the report.
     */
    private When inherited(
            int head,
            List<Claim.Party> actors,
            List<Claim.Attribution> words,
            Factuality factuality,
            ClaimDates.Dates own,
            boolean material) {
        boolean counts = factuality == Factuality.ASSERTED
                || factuality == Factuality.PLANNED
                || factuality == Factuality.DEMANDED;
        Claim last = discourse.lastOf(sentence.index());
        if (counts && dates.isEarlier(tree.clause(head))) {
            return last == null || last.date().end() == null || last.date().precision() != When.Precision.DAY
                    ? When.UNKNOWN
                    : new When(null, last.date().end(), When.Precision.VAGUE, When.Basis.INFERRED, null);
        }
        if (!counts || dates.tells(head) && !together(head)) {
            return factuality == Factuality.ASSERTED && realis.isPerfect(head)
                    ? discourse.recently(document.published().end())
                    : When.UNKNOWN;
        }
        if (own.goesOn()) {
            return When.UNKNOWN;
        }
        When beside = beside(head, actors);
        if (beside != null) {
            return beside;
        }
        Scene scene = discourse.scene(sentence.index());
        boolean perfect = realis.isPerfect(head);
        if (scene == null) {
            return factuality == Factuality.ASSERTED && perfect
                    ? discourse.recently(document.published().end())
                    : When.UNKNOWN;
        }
        if (realis.isPluperfect(head)) {
            return scene.until(document.published());
        }
        Set<String> sides = new TreeSet<>();
        actors.forEach(p -> sides.add(p.actor().principal()));
        words.stream()
                .filter(w -> w.actor() != null)
                .forEach(w ->
                        sides.add(java.util.Objects.requireNonNull(w.actor()).principal()));
        boolean past = realis.isPast(head);
        boolean said = !words.isEmpty();
        int since = sentence.index() - scene.sentence();
        boolean near = since <= 1;
        if (since < 0) {
            return (past || perfect) && scene.hasAny(sides)
                    ? scene.same().withBasis(scene.when().isKnown() ? When.Basis.INFERRED : When.Basis.UNKNOWN)
                    : perfect ? discourse.recently(document.published().end()) : When.UNKNOWN;
        }
        if (together(head) && near
                || scene.isDay() && (past || said || perfect) && since <= SAME_SCENE && scene.hasAny(sides)) {
            return scene.same();
        }
        if (past && near && scene.isDay() && scene.sides().isEmpty()) {
            return scene.same();
        }
        if (material && since > NEAR_SCENE && !perfect) {
            return When.UNKNOWN;
        }
        boolean news = past || said || perfect || own.effective() == null && realis.isPresent(head);
        return news ? scene.since(document.published()) : When.UNKNOWN;
    }

    /** "… within days: the bureau was shut": what follows a colon, or a verb of the same side, is of the time of what it follows. */
    private @Nullable When beside(int head, List<Claim.Party> actors) {
        Claim last = discourse.lastOf(sentence.index());
        if (last == null
                || !last.date().isKnown()
                || last.factuality() != Factuality.ASSERTED
                || !realis.isPast(head)) {
            return null;
        }
        Set<String> sides = new TreeSet<>();
        actors.forEach(p -> sides.add(p.actor().principal()));
        boolean same =
                last.actors().stream().anyMatch(p -> sides.contains(p.actor().principal()));
        int clause = tree.clause(head);
        When when = last.date();
        return same && tree.relation(clause).matches("parataxis|conj|root")
                ? new When(when.start(), when.end(), when.precision(), When.Basis.RELATIVE_ACT, null)
                : null;
    }

    /** The day of the act told just before in this sentence, else that which the text has got to; null where there is none. */
    private @Nullable When dayBefore() {
        Claim last = discourse.lastOf(sentence.index());
        if (last != null && last.date().precision() == When.Precision.DAY) {
            return last.date();
        }
        Scene scene = discourse.scene(sentence.index());
        int since = scene == null ? 0 : sentence.index() - scene.sentence();
        return scene == null || since > 1 || since < 0 ? null : scene.when();
    }

    private boolean together(int head) {
        int clause = tree.clause(head);
        for (int i = tree.first(clause); i <= tree.last(clause) && i < tree.size(); i++) {
            if (tree.is(i, "also", "simultaneously", "moreover", "furthermore", "additionally")
                    || tree.is(i, "same") && i + 1 < tree.size() && tree.is(i + 1, "time")
                    || tree.is(i, "addition") && i > 0 && tree.is(i - 1, "in")
                    || tree.is(i, "top") && i > 0 && tree.is(i - 1, "on")) {
                return true;
            }
        }
        return false;
    }

    /** What is to be done together is so far only agreed; what is to be given up, conceded (PLOVER 2.0, future tense). */
    private Act promised(Act act, Factuality factuality) {
        if (factuality != Factuality.PLANNED || act.type() == null) {
            return act;
        }
        ActDefinition other = lexicon.act(
                Set.of("AID", "COOPERATE", "CONSULT", "SUPPORT").contains(act.type())
                        ? "agree"
                        : "RETREAT".equals(act.type()) ? "concede" : act.code());
        if (other == null || other.code().equals(act.code())) {
            return act;
        }
        Act as = other.act();
        return new Act(act.code(), as.type(), as.mode(), act.contexts(), as.cameo(), as.quad(), as.goldstein());
    }

    private Act act(Act act, When date) {
        Integer year = date.end() != null && date.end().hasYear()
                ? Integer.valueOf(date.end().year())
                : null;
        var published = document.published().end() != null
                ? document.published().end()
                : document.published().start();
        if (year == null || published == null || !published.hasYear() || published.year() - year < HISTORY_YEARS) {
            return act;
        }
        List<String> contexts = new ArrayList<>(new TreeSet<>(act.contexts()));
        contexts.add("historical");
        return new Act(
                act.code(),
                act.type(),
                act.mode(),
                List.copyOf(new TreeSet<>(contexts)),
                act.cameo(),
                act.quad(),
                act.goldstein());
    }

    private List<Subject> subjects(List<Integer> things) {
        Map<String, Subject> out = new LinkedHashMap<>();
        for (int thing : things) {
            Subject subject = parties.subject(thing);
            if (subject != null) {
                out.putIfAbsent(subject.id(), subject);
                parties.alike(thing).forEach(s -> out.putIfAbsent(s.id(), s));
            }
        }
        if (out.isEmpty()) {
            for (Mention.OfSubject mention : parties.subjects()) {
                int at = tree.headOf(mention.span());
                for (int thing : things) {
                    if (at >= 0 && tree.dominates(thing, at) && tree.clause(at) == tree.clause(thing)) {
                        out.putIfAbsent(mention.subject().id(), mention.subject());
                    }
                }
            }
        }
        return List.copyOf(out.values());
    }

    /** The subjects without the staff of who is no side of the act: whose staff is meant is not sure then. */
    private static List<Subject> touched(
            List<Subject> subjects, List<Claim.Party> actors, List<Claim.Party> recipients) {
        Set<String> sides = new TreeSet<>();
        actors.forEach(p -> sides.add(p.actor().principal()));
        recipients.forEach(p -> sides.add(p.actor().principal()));
        return subjects.stream()
                .filter(s -> s.kind() != Subject.Kind.STAFF
                        || s.parties().isEmpty()
                        || sides.contains(s.parties().get(0)))
                .toList();
    }

    /** The missions and offices that the words for the recipients name: "the consent to the consulate of Peru was withdrawn". */
    private List<Subject> namedAs(List<Claim.Party> recipients) {
        Map<String, Subject> out = new LinkedHashMap<>();
        for (Mention.OfSubject mention : parties.subjects()) {
            Subject subject = mention.subject();
            Citation words = document.cite(mention.span());
            boolean house = subject.kind() == Subject.Kind.MISSION || subject.kind() == Subject.Kind.OFFICE;
            if (house && recipients.stream().map(Claim.Party::citation).anyMatch(c -> c != null && words.overlaps(c))) {
                out.putIfAbsent(subject.id(), subject);
            }
        }
        return List.copyOf(out.values());
    }

    /** The mission or office that hangs on the act further off than its object: "ordered the closure, by May, of the consulate". */
    private List<Subject> endedHouse(int head) {
        for (Mention.OfSubject mention : parties.subjects()) {
            Subject.Kind kind = mention.subject().kind();
            int at = tree.headOf(mention.span());
            if ((kind == Subject.Kind.MISSION || kind == Subject.Kind.OFFICE)
                    && at > head
                    && tree.dominates(head, at)
                    && tree.clause(at) == tree.clause(head)
                    && "of".equals(tree.preposition(at))) {
                return List.of(mention.subject());
            }
        }
        return List.of();
    }

    private Claim.@Nullable Place place(int head) {
        for (Mention.OfActor mention : parties.placesIn(tree.clause(head))) {
            int at = tree.headOf(mention.span());
            if (tree.clause(at) == tree.clause(head) && Set.of("in", "at").contains(tree.preposition(at))) {
                return new Claim.Place(
                        mention.actor().name(), mention.actor().country(), document.cite(mention.span()));
            }
        }
        return null;
    }

    private List<Claim.Attribution> attribution(int head) {
        Span word = tree.token(head).span();
        Quote best = null;
        for (Quote quote : mentions.quotes()) {
            boolean covers = quote.kind().isSpoken()
                    && quote.content().contains(word)
                    && !quote.chain().isEmpty();
            Span cue = quote.cue();
            if (covers
                    && (cue == null || !cue.overlaps(word))
                    && (best == null
                            || quote.content().length() < best.content().length())) {
                best = quote;
            }
        }
        List<Claim.Attribution> out = new ArrayList<>();
        if (best != null) {
            for (Quote.Holder holder : best.chain()) {
                Span at = holder.at();
                out.add(new Claim.Attribution(
                        holder.holder(), holder.actor(), holder.verb(), at == null ? null : document.cite(at)));
            }
        }
        return out;
    }
}
