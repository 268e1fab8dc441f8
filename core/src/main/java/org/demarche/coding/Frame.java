package org.demarche.coding;

import java.util.List;
import java.util.Set;

/**
 * One way in which English says an act, as one line of the lexicon has it.
 *
 * @param act code of the act
 * @param number its place among the lines of its act, from 1
 * @param line the line as written
 * @param part what the head is
 * @param heads lemmas of the word that carries it
 * @param modals lemmas of modal verbs of which one must stand with the head, or empty
 * @param slots phrases it wants
 * @param words sets of words of which one each must stand near the head
 * @param within sets of words of which one each must stand in the clause that follows ("said that Oslo was behind it")
 * @param without words that must not stand there
 * @param clause whether a clause must follow ("demand that …", "refuse to …")
 * @param speaker whether its subject must be the one who speaks ("said it would"), or another ("said Oslo must")
 */
public record Frame(
        String act,
        int number,
        String line,
        Part part,
        Set<String> heads,
        Set<String> modals,
        List<Slot> slots,
        List<Set<String>> words,
        List<Set<String>> within,
        Set<String> without,
        Clause clause,
        Speaker speaker) {
    /** More words that must not stand near do not make a line ask for more. */
    private static final int MOST_WITHOUT = 2;

    /** What must follow the head. */
    public enum Clause {
        NONE,
        THAT,
        INFINITIVE
    }

    /** Whether those who speak are the subject of the clause that follows. */
    public enum Speaker {
        ANY,
        SAME,
        OTHER
    }

    /** What the head of a frame is. */
    public enum Part {
        /** A verb; its nominalisations carry the frame too. */
        VERB,
        /** A noun. */
        NOUN,
        /** An adjective or noun after "be". */
        PREDICATE
    }

    /** Where a phrase stands in the canonical active clause. */
    public enum Place {
        SUBJECT,
        OBJECT,
        RECEIVER,
        OBLIQUE
    }

    /** Whose the thing must be. */
    public enum Whose {
        ANY,
        OWN,
        THEIR
    }

    /**
     * A phrase.
     *
     * @param prepositions for an oblique
     * @param classes word classes of which one must fit; {@code actor}, {@code recipient}, {@code anything} are built in
     */
    public record Slot(Place place, Set<String> prepositions, List<String> classes, Whose whose, boolean optional) {
        boolean isRecipient() {
            return classes.contains("recipient");
        }

        boolean isActor() {
            return classes.contains("actor") || isActing();
        }

        /** Whether those who act must be of a class of people. */
        boolean isActing() {
            return classes.contains("crowd") || classes.contains("ruler");
        }

        boolean isAnything() {
            return classes.contains("anything");
        }
    }

    /** Id of the rule, as claims give it. */
    String rule() {
        return act + "/" + number;
    }

    boolean wants(Place place) {
        return slots.stream().anyMatch(s -> s.place() == place && !s.optional());
    }

    /** Whether it begins with what the act is done to: "eight diplomats must leave". */
    boolean startsWithThing() {
        return slots.stream().anyMatch(s -> s.place() == Place.SUBJECT && !s.isActor());
    }

    /** How much it asks for: the frame that asks for most wins among those that fit. */
    int weight() {
        int weight = 3 * (words.size() + within.size()) + (modals.isEmpty() ? 0 : 2) + (clause == Clause.NONE ? 0 : 2);
        weight += Math.min(MOST_WITHOUT, without.size());
        for (Slot slot : slots) {
            if (!slot.optional()) {
                weight += slot.isActing() ? 2 : slot.isAnything() || slot.isActor() ? 1 : 3;
                weight += slot.whose() == Whose.ANY ? 0 : 1;
            }
        }
        return weight;
    }
}
