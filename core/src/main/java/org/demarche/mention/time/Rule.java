package org.demarche.mention.time;

import java.util.List;

/**
 * A phrase and what it means.
 *
 * @param name for explanations and tests
 * @param phrase the words
 * @param reading what they mean where they stand; an empty list where they mean no time there
 */
record Rule(String name, Phrase phrase, Reading reading) {
    /** Makes findings of a match. */
    interface Reading {
        List<Finding> read(Match match, Place place);
    }

    static Rule of(String name, String pattern, Reading reading) {
        return new Rule(name, Phrase.of(pattern, PointerPart.PARTS), reading);
    }
}
