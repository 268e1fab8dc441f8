package org.demarche.model;

import org.jspecify.annotations.Nullable;

/**
 * When a report was published. Both ends inclusive; null where there is no bound.
 *
 * @param citation the words that say so or bound it, or null for metadata and dates supplied by the user
 */
public record Dateline(
        @Nullable PartialDate start,
        @Nullable PartialDate end,
        When.Precision precision,
        Basis basis,
        @Nullable Citation citation) {

    /** How the date of publication is known. */
    public enum Basis {
        /** In the text itself, a header line or a dateline glued to it included. */
        PRINTED,
        /** HTML meta, feed, file format. */
        METADATA,
        /** By the user. */
        SUPPLIED,
        /** From what the text cites or foretells, or from reports of the same acts. */
        INFERRED,
        UNKNOWN
    }

    public static final Dateline UNKNOWN = new Dateline(null, null, When.Precision.NONE, Basis.UNKNOWN, null);
}
