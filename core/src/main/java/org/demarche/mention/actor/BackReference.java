package org.demarche.mention.actor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.Mention.OfActor.Form;
import org.demarche.model.Token;
import org.jspecify.annotations.Nullable;

/** Words that mean somebody named before: the two sides, an organisation by its common noun, a state, a person. */
record BackReference(Kind kind, String noun, int to) {
    enum Kind {
        BOTH,
        ORGANISATION,
        COUNTRY,
        HE,
        SHE,
        IT,
        THEY
    }

    private static final String FIRST = "abhist";
    private static final int LONGEST = 8;
    private static final Set<String> SIDES = WordSet.of("""
            sides countries parties nations states governments capitals neighbours neighbors powers camps
            rivals leaders presidents ministers koreas""");
    private static final Set<String> COUNTRIES =
            Set.of("country", "nation", "kingdom", "republic", "emirate", "sultanate");
    private static final Set<String> MODIFIERS = WordSet.of("""
            western military transatlantic atlantic world european defence defense security regional
            international political warring trade global nuclear opposing feuding""");

    static @Nullable BackReference at(Passage passage, int i) {
        Words words = passage.words;
        if (words.end(i) - words.start(i) > LONGEST
                || FIRST.indexOf(Fold.of(words.text().charAt(words.start(i)))) < 0) {
            return null;
        }
        String word = words.folded(i);
        switch (word) {
            case "he", "his", "him" -> {
                return new BackReference(Kind.HE, word, i + 1);
            }
            case "she", "her" -> {
                return new BackReference(Kind.SHE, word, i + 1);
            }
            case "its" -> {
                return new BackReference(Kind.IT, word, i + 1);
            }
            case "it" -> {
                return isSubject(passage, i) ? new BackReference(Kind.IT, word, i + 1) : null;
            }
            case "they" -> {
                return new BackReference(Kind.THEY, word, i + 1);
            }
            case "both" -> {
                return sides(words, i + 1);
            }
            case "the", "this" -> {
                String next = words.folded(i + 1);
                if (next.equals("two") || next.equals("both")) {
                    return sides(words, i + 2);
                }
                if (next.equals("parties") || next.equals("sides")) {
                    return new BackReference(Kind.BOTH, next, i + 2);
                }
                int at = i + 1;
                while (at < words.size()
                        && at < i + 3
                        && MODIFIERS.contains(words.folded(at))
                        && words.isTight(at - 1, true)) {
                    at++;
                }
                return words.isTight(at - 1, true) ? noun(passage, words.folded(at), at) : null;
            }
            case "alliance", "bloc" -> {
                return words.isCapital(i) ? new BackReference(Kind.ORGANISATION, word, i + 1) : null;
            }
            default -> {
                return null;
            }
        }
    }

    /** Whether the parser sees a subject that stands for somebody, unlike that of "it rained". */
    private static boolean isSubject(Passage passage, int i) {
        Token token = passage.token(i);
        return token != null && token.relation().equals("nsubj");
    }

    private static @Nullable BackReference sides(Words words, int at) {
        int noun = MODIFIERS.contains(words.folded(at)) ? at + 1 : at;
        return SIDES.contains(words.folded(noun)) ? new BackReference(Kind.BOTH, words.folded(noun), noun + 1) : null;
    }

    private static @Nullable BackReference noun(Passage passage, String noun, int at) {
        if (passage.term(at) != null
                || passage.words.isTight(at, false)
                        && passage.words.folded(at + 1).equals("of")) {
            return null;
        }
        return COUNTRIES.contains(noun)
                ? new BackReference(Kind.COUNTRY, noun, at + 1)
                : new BackReference(Kind.ORGANISATION, noun, at + 1);
    }

    Form form() {
        return switch (kind) {
            case BOTH, ORGANISATION, COUNTRY -> Form.NOMINAL;
            case HE, SHE, IT, THEY -> Form.PRONOUN;
        };
    }

    List<Actor> resolve(Discourse discourse, ActorLexicon lexicon) {
        Optional<Actor> one = switch (kind) {
            case BOTH -> Optional.empty();
            case ORGANISATION -> discourse.lastOf(lexicon.calledBy(noun));
            case COUNTRY -> noun.equals("kingdom") ? discourse.lastState(lexicon::isKingdom) : discourse.lastState();
            case HE -> discourse.lastPerson("m").map(Discourse.Person::actor);
            case SHE -> discourse.lastPerson("f").map(Discourse.Person::actor);
            case IT -> discourse.focus();
            case THEY -> discourse.lastPeople();
        };
        if (noun.equals("koreas")) {
            return Stream.of("PRK", "KOR")
                    .flatMap(id -> lexicon.find(id).stream())
                    .toList();
        }
        return kind == Kind.BOTH ? discourse.dyad() : one.map(List::of).orElse(List.of());
    }
}
