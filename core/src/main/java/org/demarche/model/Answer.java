package org.demarche.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which act answered which.
 *
 * @param id {@code ans:} and twelve hex digits
 * @param stimulus id of the event that was answered
 * @param response id of the event that answers it
 * @param responder id of the actor who answers
 * @param lagLow least days between them, or null where a date is unknown
 * @param lagHigh most days between them, or null
 * @param basis {@code stated} (a sentence says so; it is cited) or {@code inferred: RULE}
 */
public record Answer(
        String id,
        String stimulus,
        String response,
        String responder,
        @Nullable Integer lagLow,
        @Nullable Integer lagHigh,
        Symmetry symmetry,
        String basis,
        List<Citation> citations) {

    /** Whether the answer is of the same kind, target and number as what it answers. */
    public enum Symmetry {
        SYMMETRIC,
        ASYMMETRIC,
        UNCLEAR
    }

    public Answer {
        citations = List.copyOf(citations);
    }
}
