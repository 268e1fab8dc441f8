package org.demarche.mention.actor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.Mention;
import org.demarche.model.Sentence;
import org.demarche.model.Token;
import org.demarche.model.Upos;

/** The side that "it" or "its" stands for by the grammar of its own sentence: the subject before it of its clause, or of one above. */
final class Antecedent {
    private static final int MOST_STEPS = 20;

    /** For whom each pronoun does not stand, nor for the state of such. */
    private static final Map<String, Set<Actor.Kind>> NEVER = Map.of(
            "it", Set.of(Actor.Kind.PLACE, Actor.Kind.PEOPLE, Actor.Kind.PERSON),
            "its", Set.of(Actor.Kind.PLACE, Actor.Kind.PEOPLE));

    private final Passage passage;
    private final ActorLexicon lexicon;
    private final List<Mention.OfActor> found;

    /** @param found the mentions of the sentence up to the pronoun */
    Antecedent(Passage passage, ActorLexicon lexicon, List<Mention.OfActor> found) {
        this.passage = passage;
        this.lexicon = lexicon;
        this.found = found;
    }

    /** The state or organisation that a pronoun refers to; empty where no subject before it is one. */
    Optional<Actor> of(int word) {
        Set<Actor.Kind> never = NEVER.getOrDefault(passage.words.folded(word), Set.of(Actor.Kind.PLACE));
        int token = passage.tokenIndex(word);
        if (token < 0 || !passage.isParsed()) {
            return Optional.empty();
        }
        Sentence sentence = passage.sentence;
        int at = token;
        for (int steps = 0; at >= 0 && steps < MOST_STEPS; steps++) {
            int up = sentence.token(at).head();
            for (int i = 0; up >= 0 && i < token; i++) {
                Token subject = sentence.token(i);
                if (subject.head() == up && subject.relation().equals("nsubj") && !passage.isBelow(token, i)) {
                    Optional<Actor> side = side(isRelative(subject) ? described(up) : i, never);
                    if (side.isPresent()) {
                        return side;
                    }
                }
            }
            at = up;
        }
        return Optional.empty();
    }

    private static boolean isRelative(Token token) {
        return token.upos() == Upos.PRON && token.xpos().startsWith("W");
    }

    /** The noun that a relative clause describes, or -1. */
    private int described(int verb) {
        int at = verb;
        for (int steps = 0; at >= 0 && steps < MOST_STEPS; steps++) {
            Token token = passage.sentence.token(at);
            if (token.deprel().equals("acl:relcl")) {
                return token.head();
            }
            if (!token.relation().equals("conj")) {
                return -1;
            }
            at = token.head();
        }
        return -1;
    }

    /** Whom the word stands for, as far as it has been read or names them itself. */
    private Optional<Actor> side(int token, Set<Actor.Kind> never) {
        if (token < 0) {
            return Optional.empty();
        }
        Token word = passage.sentence.token(token);
        int at = passage.wordAt(token);
        Optional<Actor> read = found.stream()
                .filter(m -> m.span().overlaps(word.span())
                        && !never.contains(m.actor().kind()))
                .reduce((a, b) -> b)
                .map(Mention.OfActor::actor);
        return read.or(() -> passage.terms.stream()
                        .filter(t -> t.from() <= at && at < t.to())
                        .findFirst()
                        .map(Term::actor))
                .flatMap(a -> lexicon.find(a.principal()))
                .filter(a -> a.kind() == Actor.Kind.STATE || a.kind() == Actor.Kind.ORGANISATION);
    }
}
