package org.demarche.mention.subject;

import java.util.Set;

/** Closed classes of English words around a noun. */
final class Determiners {
    static final Set<String> ARTICLES = Set.of(
            "the", "a", "an", "this", "these", "those", "no", "any", "all", "each", "every", "both", "some", "another",
            "either");
    static final Set<String> POSSESSIVES = Set.of("its", "their", "his", "her", "our", "my", "your");

    private Determiners() {}

    static boolean isArticle(String word) {
        return ARTICLES.contains(word);
    }

    static boolean isPossessive(String word) {
        return POSSESSIVES.contains(word);
    }

    static boolean isMark(String word) {
        return word.equals("'s") || word.equals("'");
    }
}
