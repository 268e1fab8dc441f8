package org.demarche.model;

import java.util.List;

/**
 * A value as the sources give it: one reading when they agree, several when they do not. A reading is never dropped in favour of
 * another.
 *
 * @param readings every distinct value, most cited first, then in order of their first citation; never empty
 */
public record Attested<T>(List<Reading<T>> readings) {

    /** One value with all that say so. */
    public record Reading<T>(T value, List<String> claims, List<Citation> citations) {
        public Reading {
            claims = List.copyOf(claims);
            citations = List.copyOf(citations);
        }
    }

    public Attested {
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("a value that nobody attests");
        }
        readings = List.copyOf(readings);
    }

    public boolean isDisputed() {
        return readings.size() > 1;
    }
}
