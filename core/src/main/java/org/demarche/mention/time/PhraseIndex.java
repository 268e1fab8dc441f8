package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Things found by a phrase, looked up by the piece that the phrase may begin with, so that most words of a text cost one look into a map. Immutable. */
final class PhraseIndex<T> {
    private final List<T> all;
    private final Function<T, Phrase> phrase;
    private final Set<String> words;
    private final List<T> shortNumbers;
    private final List<T> longNumbers;
    private final Map<String, List<T>> byWord = new HashMap<>();

    PhraseIndex(List<T> all, Function<T, Phrase> phrase) {
        this.all = List.copyOf(all);
        this.phrase = phrase;
        Set<String> words = new HashSet<>(TimeWords.VOCABULARY);
        all.forEach(item -> words.addAll(phrase.apply(item).words()));
        this.words = Set.copyOf(words);
        // Parts tell numbers apart by their length at most.
        this.shortNumbers = starting(piece("88"));
        this.longNumbers = starting(piece("8888"));
        for (String word : words) {
            List<T> items = starting(piece(word));
            if (!items.isEmpty()) {
                byWord.put(word, items);
            }
        }
    }

    private static Piece piece(String word) {
        char c = word.charAt(0);
        Piece.Kind kind =
                Character.isLetter(c) ? Piece.Kind.WORD : Character.isDigit(c) ? Piece.Kind.NUMBER : Piece.Kind.MARK;
        return new Piece(0, 0, word, kind, false, false);
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
        List<T> spelled = byWord.get(piece.lower());
        if (spelled != null || !piece.isNumber()) {
            return spelled == null ? List.of() : spelled;
        }
        return piece.lower().length() <= 2 ? shortNumbers : longNumbers;
    }

    /**
     * The longest phrase at a place that has a value; of equally long ones the first.
     *
     * @param value what a thing makes of its phrase's match, or null where it makes nothing of it
     */
    PhrasePart.@Nullable Read longest(Pieces pieces, int at, BiFunction<T, Match, @Nullable Object> value) {
        Object best = null;
        int end = at;
        for (T item : at(pieces.at(at))) {
            Match match = phrase.apply(item).match(pieces, at);
            if (match != null && match.to > end) {
                Object found = value.apply(item, match);
                if (found != null) {
                    best = found;
                    end = match.to;
                }
            }
        }
        return best == null ? null : new PhrasePart.Read(best, end);
    }

    boolean canStart(Piece piece) {
        return piece.isNumber() || byWord.containsKey(piece.lower());
    }
}
