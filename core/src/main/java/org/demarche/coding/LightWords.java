package org.demarche.coding;

import java.util.Set;

/**
 * Words that carry a happening named by a noun without saying what it is: "announced the closure", "responded with the expulsion".
 *
 * @param verbs lemmas of verbs whose object may be such a noun
 * @param nouns lemmas of nouns that hold one ("decision on the closure")
 * @param prepositions prepositions by which a verb takes one ("responded by", "through", "with")
 */
record LightWords(Set<String> verbs, Set<String> nouns, Set<String> prepositions) {
    LightWords {
        verbs = Set.copyOf(verbs);
        nouns = Set.copyOf(nouns);
        prepositions = Set.copyOf(prepositions);
    }

    boolean carries(String verb) {
        return verbs.contains(verb);
    }

    boolean carriesNoun(String noun) {
        return nouns.contains(noun);
    }

    boolean carriesBy(String preposition) {
        return prepositions.contains(preposition);
    }
}
