package org.demarche.model;

import org.jspecify.annotations.Nullable;

/** Words of a document that refer to something, and what they resolve to. */
public sealed interface Mention permits Mention.OfActor, Mention.OfTime, Mention.OfQuantity, Mention.OfSubject {

    /** Where the words stand. */
    Span span();

    /** Index of the sentence they stand in. */
    int sentence();

    /**
     * Words for an actor: a name, an adjective ("Russian"), a metonym, a title, a pronoun.
     *
     * @param form how it is referred to
     */
    record OfActor(Span span, int sentence, Actor actor, Form form) implements Mention {
        /** How the words refer. */
        public enum Form {
            NAME,
            ADJECTIVE,
            METONYM,
            TITLE,
            NOMINAL,
            PRONOUN
        }
    }

    /**
     * A time expression.
     *
     * @param value TIMEX3 value ({@code 2013-W11}, {@code P3M}, {@code PRESENT_REF})
     * @param type TIMEX3 type
     * @param when the days it can mean, with precision and basis; {@link When#UNKNOWN} for a bare duration or set
     */
    record OfTime(Span span, int sentence, String value, Type type, When when) implements Mention {
        /** TIMEX3 types. */
        public enum Type {
            DATE,
            TIME,
            DURATION,
            SET
        }
    }

    /**
     * An amount.
     *
     * @param value the number, or null where only bounds are said ("up to 30", "some two dozen")
     * @param low least it can be, or null
     * @param high most it can be, or null
     * @param unit head noun or unit as a lemma ({@code diplomat}, {@code percent}, {@code dollar}), or null for a bare number
     */
    record OfQuantity(
            Span span,
            int sentence,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String unit,
            Role role)
            implements Mention {
        /** What the amount is of the act. */
        public enum Role {
            COUNT,
            FROM,
            TO,
            DELTA,
            CEILING,
            SHARE
        }

        public OfQuantity withRole(Role other) {
            return new OfQuantity(span, sentence, value, low, high, unit, other);
        }
    }

    /** Words for something that can be open, suspended, closed, counted. */
    record OfSubject(Span span, int sentence, Subject subject) implements Mention {}
}
