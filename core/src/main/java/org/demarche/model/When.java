package org.demarche.model;

import org.jspecify.annotations.Nullable;

/**
 * When something was, as far as the words tell. Both ends are inclusive; a null end is open.
 *
 * @param start first possible day, or null where the words set no lower bound
 * @param end last possible day, or null where they set no upper bound
 * @param precision how fine the words are
 * @param basis how the value was found
 * @param citation the words, or null where the date was taken from another sentence's act or from the report's date
 */
public record When(
        @Nullable PartialDate start,
        @Nullable PartialDate end,
        Precision precision,
        Basis basis,
        @Nullable Citation citation) {

    /** How fine a date is. */
    public enum Precision {
        DAY,
        WEEK,
        MONTH,
        SEASON,
        YEAR,
        DECADE,
        VAGUE,
        NONE
    }

    /** How a date is known. */
    public enum Basis {
        /** The words name it. */
        STATED,
        /** Counted from the report's own date. */
        RELATIVE_REPORT,
        /** Counted from another act or date of the text. */
        RELATIVE_ACT,
        /** Supplied by other reports of the same act, or by the report's bounds. */
        INFERRED,
        /** Nothing says. */
        UNKNOWN
    }

    /** No date at all. */
    public static final When UNKNOWN = new When(null, null, Precision.NONE, Basis.UNKNOWN, null);

    /**
     * Told of as done or said, and no words say when: no later than the report, which is dated by itself or by others. It has no days of its own; see
     * {@link Claim#dateIn}.
     */
    public static final When BY_REPORT = new When(null, null, Precision.NONE, Basis.INFERRED, null);

    public boolean isKnown() {
        return start != null || end != null;
    }

    public When withBasis(Basis other) {
        return new When(start, end, precision, other, citation);
    }
}
