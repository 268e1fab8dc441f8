package org.demarche.mention.actor;

import java.util.Set;

/** A closed list of words, written as one text. */
final class WordSet {
    private WordSet() {}

    /** The words of a text, parted by white space. */
    static Set<String> of(String words) {
        return Set.of(words.strip().split("\\s+"));
    }
}
