package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Things found by a phrase, looked up by the piece that the phrase may begin with, so that most words of a text cost one look into a map. Immutable. */
final class PhraseIndex<T> {
    private final List<T> all;
    private final Function<T, Phrase> phrase;
    private final Set<String> words;
    private final Map<String, List<T>> byWord = new HashMap<>();

    PhraseIndex(List<T> all, Function<T, Phrase> phrase) {
        this.all = List.copyOf(all);
        this.phrase = phrase;
        Set<String> words = new HashSet<>(TimeWords.VOCABULARY);
        all.forEach(item -> words.addAll(phrase.apply(item).words()));
        this.words = Set.copyOf(words);
        for (String word : words) {
            boolean letters = Character.isLetter(word.charAt(0));
            List<T> items = starting(new Piece(0, 0, word, letters ? Piece.Kind.WORD : Piece.Kind.MARK, false, false));
            if (!items.isEmpty()) {
                byWord.put(word, items);
            }
        }
    }

    /** Every word that stands in a phrase or can begin one. */
    Set<String> words() {
        return words;
    }

    private List<T> starting(Piece piece) {
        List<T> out = new ArrayList<>();
        for (T item : all) {
            if (phrase.apply(item).canStart(piece)) {
                out.add(item);
            }
        }
        return List.copyOf(out);
    }

    /** What may begin with a piece, in the order given. */
    List<T> at(Piece piece) {
        return piece.isNumber() ? starting(piece) : byWord.getOrDefault(piece.lower(), List.of());
    }

    boolean canStart(Piece piece) {
        return piece.isNumber() || byWord.containsKey(piece.lower());
    }
}
