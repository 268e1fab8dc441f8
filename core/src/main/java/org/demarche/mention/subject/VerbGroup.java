package org.demarche.mention.subject;

import java.util.Set;

/**
 * Auxiliaries and adverbs before the word that carries the meaning.
 *
 * @param at the word that carries the meaning
 * @param be whether the group holds a form of "be" (and so the word may be an adjective)
 */
record VerbGroup(
        int from, int at, boolean be, boolean perfect, boolean past, boolean future, boolean negated, boolean still) {
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "been", "be", "being", "'s", "'re");
    private static final Set<String> AUXILIARIES = Set.of(
            "is",
            "are",
            "was",
            "were",
            "been",
            "be",
            "being",
            "has",
            "have",
            "had",
            "will",
            "would",
            "may",
            "might",
            "can",
            "could",
            "must",
            "should",
            "do",
            "does",
            "did",
            "shall",
            "stays",
            "remains",
            "stands",
            "stayed",
            "remained",
            "stood",
            "remain",
            "stay",
            "stand",
            "exists",
            "existed",
            "meets",
            "continue",
            "continues",
            "operates");
    private static final Set<String> NOT = Set.of("not", "never", "cannot", "t", "n't", "no");

    static boolean isAuxiliary(String word) {
        return AUXILIARIES.contains(word);
    }

    static VerbGroup read(Words words, int start, StandingLexicon lexicon) {
        boolean be = false;
        boolean perfect = false;
        boolean past = false;
        boolean future = false;
        boolean negated = false;
        boolean still = false;
        int i = start;
        for (; i < words.size() && i < start + 9; i++) {
            String word = words.lower(i);
            if (BE.contains(word)) {
                be = true;
                past |= word.equals("was") || word.equals("were");
            } else if (Set.of("has", "have", "had").contains(word)) {
                perfect = true;
                past |= word.equals("had");
            } else if (Set.of("will", "would", "shall").contains(word)) {
                future = true;
            } else if (NOT.contains(word)) {
                negated = true;
                if (word.equals("no") && words.lower(i + 1).equals("longer")) {
                    i++;
                } else if (word.equals("no")) {
                    break;
                }
            } else if (Set.of("do", "does", "did", "may", "might", "can", "could", "must", "should", "'")
                    .contains(word)) {
                past |= word.equals("did");
            } else if (word.equals("still")) {
                still = true;
            } else if (!lexicon.is("adverbs", word)) {
                break;
            }
        }
        return new VerbGroup(start, i, be, perfect, past, future, negated, still);
    }
}
