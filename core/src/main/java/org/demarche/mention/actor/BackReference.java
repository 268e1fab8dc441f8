package org.demarche.mention.actor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.Mention.OfActor.Form;
import org.demarche.model.Token;
import org.jspecify.annotations.Nullable;

/** Words that mean somebody named before: the two sides, an organisation by its common noun, a state, a person. */
record BackReference(Kind kind, String noun, int to, boolean undergoes) {
    BackReference(Kind kind, String noun, int to) {
        this(kind, noun, to, false);
    }

    enum Kind {
        BOTH,
        ORGANISATION,
        /** "The Authority", "the Council", written as a name: an organ of the one organisation that is spoken of. */
        ORGAN,
        COUNTRY,
        /** "The North": the state spoken of whose name begins so, or its other half. */
        HALF,
        /** "The summit": the organisation that met. */
        GATHERING,
        /** "Its neighbour": of the two that the report is about, the other. */
        OTHER,
        HE,
        SHE,
        IT,
        THEY,
        /** "They also closed it": those who did what was told just before. */
        THEY_TOO,
        /** Of those spoken of, not those who do it to them. */
        THEM
    }

    private static final String FIRST = "abhist";
    private static final int LONGEST = 8;
    private static final Set<String> SIDES = WordSet.of("""
            sides countries parties nations states governments capitals neighbours neighbors powers camps
            rivals leaders presidents ministers koreas armies militaries navies delegations""");
    private static final Set<String> COUNTRIES =
            Set.of("country", "nation", "kingdom", "republic", "emirate", "sultanate");
    private static final Set<String> MODIFIERS = WordSet.of("""
            western military transatlantic atlantic world european defence defense security regional
            international political warring trade global nuclear opposing feuding""");

    private static final Set<String> ORGANS = WordSet.of(
            "authority council conference assembly commission secretariat organisation organization community union");

    private static final Set<String> OTHERS =
            Set.of("neighbour", "neighbor", "rival", "adversary", "foe", "opponent", "member");

    /** The half of a divided country that goes by a point of the compass. */
    private static final Map<String, String> HALVES = Map.of("north", "PRK", "south", "KOR");

    /** What a gathering does as one, and what is done to it. */
    private static final Set<String> DEEDS = WordSet.of("""
            accuse agree adopt approve back blame call condemn criticise criticize declare decide demand denounce
            endorse impose order reject say suspend threaten urge vow warn""");

    static @Nullable BackReference at(Passage passage, int i) {
        Words words = passage.words;
        if (words.end(i) - words.start(i) > LONGEST
                || FIRST.indexOf(Fold.of(words.text().charAt(words.start(i)))) < 0) {
            return null;
        }
        String word = words.folded(i);
        switch (word) {
            case "he", "his", "him" -> {
                return new BackReference(Kind.HE, word, i + 1, isObject(passage, i));
            }
            case "she", "her" -> {
                return new BackReference(Kind.SHE, word, i + 1, isObject(passage, i));
            }
            case "its" -> {
                int other = other(words, i + 1);
                if (other > 0) {
                    return new BackReference(Kind.OTHER, words.folded(other - 1), other);
                }
                return new BackReference(Kind.IT, word, i + 1);
            }
            case "it" -> {
                return isSubject(passage, i) ? new BackReference(Kind.IT, word, i + 1) : null;
            }
            case "they" -> {
                return new BackReference(words.folded(i + 1).equals("also") ? Kind.THEY_TOO : Kind.THEY, word, i + 1);
            }
            case "them" -> {
                return isObject(passage, i) ? new BackReference(Kind.THEM, word, i + 1) : null;
            }
            case "both" -> {
                return sides(passage, i + 1);
            }
            case "the", "this" -> {
                String next = words.folded(i + 1);
                if (next.equals("two") || next.equals("both")) {
                    return sides(passage, i + 2);
                }
                if (next.equals("parties") || next.equals("sides")) {
                    return new BackReference(Kind.BOTH, next, i + 2, isObject(passage, i + 1));
                }
                if (HALVES.containsKey(next) && isHalf(words, i + 1)) {
                    return new BackReference(Kind.HALF, next, i + 2);
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

    /** Whether a point of the compass is written as a name, and of nothing more: not "the North Sea", "the north of Peru". */
    private static boolean isHalf(Words words, int word) {
        boolean more = word + 1 < words.size()
                && words.isTight(word, true)
                && (words.isCapital(word + 1) || words.folded(word + 1).equals("of"));
        return words.isCapital(word) && !more;
    }

    private Optional<Actor> half(Discourse discourse, ActorLexicon lexicon) {
        String prefix = noun + " ";
        Optional<Actor> named = discourse.lastState(a -> Fold.of(a.name()).startsWith(prefix));
        boolean divided = discourse.lastState(a -> HALVES.containsValue(a.id())).isPresent();
        return named.or(() -> divided ? lexicon.find(String.valueOf(HALVES.get(noun))) : Optional.empty());
    }

    /** One past "neighbour" in "its bigger neighbour"; 0 where there is no such word. */
    private static int other(Words words, int from) {
        for (int i = from; i < Math.min(words.size(), from + 3) && words.isTight(i - 1, true); i++) {
            if (OTHERS.contains(words.folded(i))) {
                return i + 1;
            }
            if (words.isPossessive(i) || words.isCapital(i)) {
                return 0;
            }
        }
        return 0;
    }

    /** Whether the parser sees a subject that stands for somebody, unlike that of "it rained". */
    private static boolean isSubject(Passage passage, int i) {
        Token token = passage.token(i);
        return token != null && token.relation().equals("nsubj");
    }

    private static @Nullable BackReference sides(Passage passage, int at) {
        Words words = passage.words;
        int noun = MODIFIERS.contains(words.folded(at)) ? at + 1 : at;
        return SIDES.contains(words.folded(noun))
                ? new BackReference(Kind.BOTH, words.folded(noun), noun + 1, isObject(passage, noun))
                : null;
    }

    /** Whether somebody else does something to them: "Oslo and Rome urged both sides to talk". */
    private static boolean isObject(Passage passage, int word) {
        Token token = passage.token(word);
        return token != null
                && (token.relation().equals("obj") || token.relation().equals("iobj"));
    }

    private static @Nullable BackReference noun(Passage passage, String noun, int at) {
        if (noun.equals("summit") && isActing(passage, at)) {
            return new BackReference(Kind.GATHERING, noun, at + 1);
        }
        if (passage.term(at) != null
                || passage.words.isTight(at, false)
                        && passage.words.folded(at + 1).equals("of")) {
            return null;
        }
        if (ORGANS.contains(noun) && passage.words.isCapital(at) && !passage.words.isCapital(at + 1)) {
            return new BackReference(Kind.ORGAN, noun, at + 1);
        }
        return COUNTRIES.contains(noun) || noun.equals("state") && passage.words.isPossessive(at + 1)
                ? new BackReference(Kind.COUNTRY, noun, at + 1)
                : new BackReference(Kind.ORGANISATION, noun, at + 1);
    }

    /** Whether a gathering decides or is spoken to, rather than being held somewhere. */
    private static boolean isActing(Passage passage, int word) {
        Token token = passage.token(word);
        return token != null
                && token.deprel().matches("nsubj|obj")
                && token.head() >= 0
                && DEEDS.contains(passage.sentence.token(token.head()).lemma());
    }

    private static Optional<Actor> person(Discourse discourse, String gender, Optional<Actor> self) {
        return self.isPresent()
                ? discourse.lastPersonBut(gender, self.get())
                : discourse.lastPerson(gender).map(Discourse.Person::actor);
    }

    Form form() {
        return switch (kind) {
            case BOTH, ORGANISATION, ORGAN, COUNTRY, HALF, GATHERING, OTHER -> Form.NOMINAL;
            case HE, SHE, IT, THEY, THEY_TOO, THEM -> Form.PRONOUN;
        };
    }

    /** @param self whose neighbour "its neighbour" is, or who does it to "them" or "him", by the grammar of the sentence, if that tells */
    List<Actor> resolve(Discourse discourse, ActorLexicon lexicon, Optional<Actor> self) {
        Optional<Actor> one = switch (kind) {
            case BOTH -> Optional.empty();
            case OTHER -> discourse.other(self.or(discourse::focus));
            case ORGANISATION -> discourse.lastOf(lexicon.calledBy(noun));
            case HALF -> half(discourse, lexicon);
            case GATHERING -> discourse.mainOrganisation();
            case ORGAN -> discourse.lastOf(lexicon.calledBy(noun)).or(discourse::onlyOrganisation);
            case COUNTRY -> noun.equals("kingdom") ? discourse.lastState(lexicon::isKingdom) : discourse.lastState();
            case HE -> person(discourse, "m", self);
            case SHE -> person(discourse, "f", self);
            case IT -> discourse.focus();
            case THEY -> discourse.lastPeople(Optional.empty());
            case THEY_TOO -> discourse.actingPeople();
            case THEM -> discourse.lastPeople(self);
        };
        if (noun.equals("koreas")) {
            return Stream.of("PRK", "KOR")
                    .flatMap(id -> lexicon.find(id).stream())
                    .toList();
        }
        if (kind == Kind.BOTH && undergoes) {
            return discourse.dyadBefore();
        }
        return kind == Kind.BOTH ? discourse.dyad() : one.map(List::of).orElse(List.of());
    }
}
