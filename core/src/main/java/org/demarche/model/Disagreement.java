package org.demarche.model;

import java.util.List;

/**
 * Sources that differ on one field of an event or a subject.
 *
 * @param id {@code dis:} and twelve hex digits
 * @param about id of the event or subject
 * @param readings at least two values, each with one citation; most cited value first
 */
public record Disagreement(String id, String about, String field, Kind kind, List<Reading> readings) {

    /** How they differ. */
    public enum Kind {
        CONTRADICTION,
        GRANULARITY,
        WORDING,
        SCOPE,
        ATTRIBUTION,
        INTERNAL,
        CORRECTION,
        COPIED
    }

    /** One document's value. */
    public record Reading(String value, Citation citation) {}

    public Disagreement {
        readings = List.copyOf(readings);
    }
}
