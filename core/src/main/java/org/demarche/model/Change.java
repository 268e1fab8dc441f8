package org.demarche.model;

import org.jspecify.annotations.Nullable;

/**
 * What a claim says of the state of a subject: from some day on (or on some day) an attribute has a value.
 *
 * @param subject the subject
 * @param value a status word ({@code open}, {@code suspended}, {@code closed}, {@code vacant}, {@code offered}, {@code planned},
 *     {@code none}), a name, a level or a number in digits; null where only bounds are known
 * @param low least the number can be, or null
 * @param high most the number can be, or null
 * @param nature whether the claim tells of the change or only of the state
 * @param from when the value begins to hold, or when it was seen to hold
 * @param until when it ended, where the claim says so; else null
 * @param citation the words
 */
public record Change(
        Subject subject,
        Attribute attribute,
        @Nullable String value,
        @Nullable Double low,
        @Nullable Double high,
        Nature nature,
        When from,
        @Nullable When until,
        Citation citation) {

    /** Whether something changed, or was only seen to be so. */
    public enum Nature {
        /** The value begins with {@code from}: "was suspended", "opened in 2001". */
        BEGINS,
        /** The value held at {@code from}, since when is not said: "remained vacant", "there are three". */
        HOLDS,
        /** The value must have held at {@code from} for what is said to make sense: what may yet be closed is open. Gives way to all that tell. */
        PRESUPPOSED
    }

    public Change withSubject(Subject other) {
        return new Change(other, attribute, value, low, high, nature, from, until, citation);
    }

    public Change withDates(When begin, @Nullable When end) {
        return new Change(subject, attribute, value, low, high, nature, begin, end, citation);
    }
}
