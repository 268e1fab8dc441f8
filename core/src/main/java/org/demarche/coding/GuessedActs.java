package org.demarche.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.coding.Frame.Part;
import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Act;
import org.demarche.model.ActGuess;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Factuality;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/**
 * Acts that no line of the lexicon finds and a model takes words to tell. They never stand beside an act of the same words, are the general act of
 * their type, hold no other act and change no state. Who did it to whom, when and how sure is read off the tree as for any other.
 */
final class GuessedActs {
    /** What a model is less sure of is left alone. */
    private static final double ENOUGH = 0.5;

    /** Types whose actor may be taken from the context where the words leave him out. */
    private static final Set<String> UNSAID = Set.of("SANCTION", "COERCE", "RETREAT", "REJECT", "REQUEST");

    /** The model knows nothing of "not" and "if"; what is denied or only supposed is left to rules. */
    private static final Set<Factuality> SURE =
            Set.of(Factuality.ASSERTED, Factuality.PLANNED, Factuality.DEMANDED, Factuality.ALLEGED);

    private static final Frame.Slot THINGS =
            new Frame.Slot(Frame.Place.OBJECT, Set.of(), List.of("anything"), Frame.Whose.ANY, true);

    private final Reading reading;
    private final ActLexicon lexicon;
    private final Tree tree;
    private final Grammar grammar;
    private final Parties parties;
    private final Anaphora anaphora;
    private final AgentGuess agents;
    private final Gapping gapping;

    GuessedActs(Reading reading, Gapping gapping) {
        this.reading = reading;
        this.lexicon = reading.lexicon();
        this.tree = reading.tree();
        this.grammar = reading.grammar();
        this.parties = reading.parties();
        this.gapping = gapping;
        this.anaphora = new Anaphora(
                tree, grammar, parties, reading.discourse(), reading.mentions().quotes());
        this.agents = new AgentGuess(
                reading.sentence(),
                tree,
                grammar,
                parties,
                reading.discourse(),
                reading.mentions().quotes());
    }

    /** The acts that stand beside those found by rule, in text order. */
    List<Found> beside(List<Found> found, List<ActGuess> guesses) {
        List<ActGuess> sure = guesses.stream()
                .filter(g -> g.score() >= ENOUGH && mayTell(g.word()))
                .sorted(Comparator.comparingDouble(ActGuess::score).reversed().thenComparing(ActGuess::word))
                .toList();
        List<Found> out = new ArrayList<>();
        for (ActGuess guess : sure) {
            boolean told = found.stream().anyMatch(f -> tells(f, guess))
                    || out.stream().anyMatch(f -> tells(f, guess));
            Found act = told ? null : found(guess);
            if (act != null) {
                out.add(act);
            }
        }
        List<Found> all = new ArrayList<>(found);
        all.addAll(out);
        Set<Found> kept = new HashSet<>(Holding.without(reading, all));
        return out.stream()
                .filter(kept::contains)
                .sorted(Comparator.comparingInt(Found::head))
                .toList();
    }

    private boolean mayTell(int word) {
        Upos upos = tree.upos(word);
        String relation = tree.relation(word);
        return (upos == Upos.VERB || upos == Upos.NOUN)
                && !relation.equals("amod")
                && !isSilence(word)
                && SURE.contains(reading.realis().of(word))
                && !relation.equals("aux")
                && !relation.equals("case")
                && !relation.equals("compound");
    }

    /** "Declined to comment": nothing is refused but an answer to the reporter. */
    private boolean isSilence(int word) {
        return tree.is(word, "decline", "refuse")
                && tree.children(word, "xcomp").stream()
                        .anyMatch(c -> tree.is(
                                c,
                                "comment",
                                "elaborate",
                                "discuss",
                                "say",
                                "answer",
                                "speak",
                                "reveal",
                                "disclose",
                                "identify",
                                "speculate",
                                "go"));
    }

    /** Whether an act is told by the word already, or by the words about it. */
    private boolean tells(Found found, ActGuess guess) {
        Match match = found.match();
        int word = guess.word();
        int head = found.head();
        if (word == head || match.words().contains(word) || match.below().contains(word)) {
            return true;
        }
        boolean same = guess.type().equals(found.act().act().type());
        boolean tied = tree.head(word) == head || tree.head(head) == word;
        return same && (tied || match.things().contains(word) || tree.clause(word) == tree.clause(head))
                || tied
                        && tree.isNominal(Math.max(word, head))
                        && tree.relation(Math.max(word, head)).equals("obj");
    }

    private @Nullable Found found(ActGuess guess) {
        int head = guess.word();
        Anaphora.Acting acting = anaphora.acting(gapping.without(grammar.of(head)));
        Arguments arguments = acting.arguments();
        List<Claim.Party> actors = acting.actors();
        if (actors.isEmpty() && isOfThing(arguments)) {
            // "Visa-free travel came to an end"
            arguments = arguments.withObjects(arguments.agents()).withAgents(List.of());
        }
        boolean byContext = actors.isEmpty() && arguments.agents().isEmpty();
        if (byContext && tree.relation(head).equals("acl")) {
            // "The alliance, founded in 1949"
            return null;
        }
        if (byContext && UNSAID.contains(guess.type())) {
            List<Actor> candidates = agents.of(arguments, false);
            actors = candidates.isEmpty() ? actors : List.of(new Claim.Party(candidates.get(0), null));
        }
        return new Found(match(arguments), act(guess), actors, byContext, guess.score());
    }

    /** Whether a thing that nobody acts for is the subject of a word that acts on nothing. */
    private boolean isOfThing(Arguments arguments) {
        return !arguments.passive()
                && arguments.objects().isEmpty()
                && !arguments.agents().isEmpty()
                && tree.isVerbal(arguments.head())
                && arguments.agents().stream()
                        .allMatch(a ->
                                tree.upos(a) == Upos.NOUN && parties.named(a).isEmpty());
    }

    /** What a frame would be that took the word for its verb, with whatever it acts on. */
    private Match match(Arguments arguments) {
        int head = arguments.head();
        Frame frame = new Frame(
                "",
                0,
                "",
                tree.isNominal(head) ? Part.NOUN : Part.VERB,
                Set.of(tree.lemma(head)),
                Set.of(),
                List.of(THINGS),
                List.of(),
                List.of(),
                Set.of(),
                Frame.Clause.NONE,
                Frame.Speaker.ANY);
        Map<Frame.Slot, List<Integer>> slots =
                arguments.objects().isEmpty() ? Map.of() : Map.of(THINGS, arguments.objects());
        return new Match(frame, arguments, slots, List.of(), List.of());
    }

    /** The general act of the type and mode, without what it would do to states and to other acts. */
    private ActDefinition act(ActGuess guess) {
        ActDefinition general = lexicon.general(guess.type(), guess.mode());
        Act act = general.act();
        Act as = new Act(act.code(), guess.type(), guess.mode(), List.of(), act.cameo(), act.quad(), act.goldstein());
        return new ActDefinition(
                as,
                general.says(),
                general.mutual(),
                false,
                false,
                general.spoken(),
                ActDefinition.Context.YES,
                List.of(),
                List.of());
    }
}
