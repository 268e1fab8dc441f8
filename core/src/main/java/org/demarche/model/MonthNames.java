package org.demarche.model;

import java.util.Set;

/** The English names of the months, in lower case. */
public final class MonthNames {
    /** In full. */
    public static final Set<String> FULL = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** As they are abbreviated, without the stop. */
    public static final Set<String> SHORT =
            Set.of("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec");

    private MonthNames() {}

    /** Whether a word, in lower case and without a stop, is a month in full or abbreviated. */
    public static boolean contains(String word) {
        return FULL.contains(word) || SHORT.contains(word);
    }
}
