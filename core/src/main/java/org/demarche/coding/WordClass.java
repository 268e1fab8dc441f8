package org.demarche.coding;

import java.util.Set;

/**
 * A class of phrases that frames ask for: {@code <envoys>}, {@code <mission>}.
 *
 * @param nouns lemmas of the noun at its head
 * @param kinds kinds of subject, in lower case, that fit whatever the noun
 * @param actors kinds of actor, in lower case, that fit whatever the noun
 * @param people whether a bare number fits ("expelled eight")
 * @param except lemmas that do not fit, whatever they refer to
 * @param beside lemmas beside which its nouns do not fit ("air links")
 * @param with lemmas of which one has to stand beside its nouns; empty where none has to
 */
record WordClass(
        String name,
        Set<String> nouns,
        Set<String> kinds,
        Set<String> actors,
        boolean people,
        Set<String> except,
        Set<String> beside,
        Set<String> with) {
    WordClass {
        nouns = Set.copyOf(nouns);
        kinds = Set.copyOf(kinds);
        actors = Set.copyOf(actors);
        except = Set.copyOf(except);
        beside = Set.copyOf(beside);
        with = Set.copyOf(with);
    }
}
