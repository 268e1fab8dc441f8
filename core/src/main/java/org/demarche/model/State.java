package org.demarche.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of one subject on a day, as known on another.
 *
 * @param value status word, name, level or number in digits; null where only bounds are known
 * @param since when the value began, as far as known
 * @param until when it ends, or null where no end is known
 * @param pending an announced change that is not yet in force, or null
 * @param disputed whether sources differ on the value
 * @param readings every distinct value with all its citations
 * @param citations those of the value that is shown
 * @param why rule and ranking that chose the value shown, for "why this value"
 */
public record State(
        Subject subject,
        Attribute attribute,
        @Nullable String value,
        @Nullable Double low,
        @Nullable Double high,
        When since,
        @Nullable When until,
        @Nullable Pending pending,
        Basis basis,
        boolean disputed,
        List<Reading> readings,
        List<Citation> citations,
        String why) {

    /** How the value follows. */
    public enum Basis {
        STATED,
        EVENT,
        PERSISTED,
        BOUNDED,
        UNKNOWN
    }

    /** An announced change. */
    public record Pending(String value, When effective) {}

    /** One value with all that say so. */
    public record Reading(
            @Nullable String value,
            @Nullable Double low,
            @Nullable Double high,
            List<Citation> citations) {
        public Reading {
            citations = List.copyOf(citations);
        }
    }

    public State {
        readings = List.copyOf(readings);
        citations = List.copyOf(citations);
    }
}
