package org.demarche.mention.quantity;

import java.util.List;
import java.util.Locale;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** Finds what is counted: by the tree where the sentence is parsed, else by the form of the words that follow. */
final class Counted {
    private static final int REACH = 5;

    private final List<Piece> pieces;
    private final Sentence sentence;
    private final QuantityWords words;

    Counted(List<Piece> pieces, Sentence sentence, QuantityWords words) {
        this.pieces = pieces;
        this.sentence = sentence;
        this.words = words;
    }

    /** Lemma of the noun that the amount counts, or null. */
    @Nullable
    String unit(Amount amount) {
        String byTree = sentence.isParsed() ? byTree(amount) : null;
        return byTree != null ? byTree : byForm(amount.next());
    }

    private @Nullable String byTree(Amount amount) {
        Numeral number = amount.number();
        Span span = new Span(
                pieces.get(number.first()).start(),
                pieces.get(number.next() - 1).end());
        for (int i = 0; i < sentence.tokens().size(); i++) {
            Token token = sentence.token(i);
            if (!token.span().overlaps(span)) {
                continue;
            }
            Token head = token.isRoot() ? null : sentence.token(token.head());
            if (head != null && head.span().overlaps(span)) {
                continue;
            }
            if (head != null && token.relation().equals("nummod") && isNoun(head)) {
                return lemma(head);
            }
            return ofWhat(i);
        }
        return null;
    }

    /** "hundreds of people", "20 of the diplomats". */
    private @Nullable String ofWhat(int number) {
        for (int child : sentence.children(number)) {
            Token token = sentence.token(child);
            boolean of = sentence.children(child).stream()
                    .anyMatch(i -> sentence.token(i).lemma().equals("of")
                            && sentence.token(i).relation().equals("case"));
            if (token.relation().equals("nmod") && of && isNoun(token)) {
                return lemma(token);
            }
        }
        return null;
    }

    private static boolean isNoun(Token token) {
        return token.upos() == Upos.NOUN || token.upos() == Upos.PROPN || token.upos() == Upos.SYM;
    }

    private static String lemma(Token token) {
        return token.lemma().toLowerCase(Locale.ROOT);
    }

    /** The first plural among the next few words, passing adjectives and names; else the word next to the number. */
    private @Nullable String byForm(int next) {
        int at = next;
        if (at < pieces.size() && pieces.get(at).isDash()) {
            return at + 1 < pieces.size() && pieces.get(at + 1).isWord()
                    ? words.singular(pieces.get(at + 1).lower())
                    : null;
        }
        if (at < pieces.size() && pieces.get(at).is("of")) {
            at++;
        }
        while (at < pieces.size()
                && List.of("the", "its", "their", "his", "her", "these", "those")
                        .contains(pieces.get(at).lower())) {
            at++;
        }
        int end = Math.min(pieces.size(), at + REACH);
        for (int i = at; i < end; i++) {
            Piece piece = pieces.get(i);
            if (!piece.isWord() || words.function.contains(piece.lower())) {
                break;
            }
            if (words.isPlural(piece.lower())) {
                return words.singular(piece.lower());
            }
        }
        return at < end
                        && pieces.get(at).isWord()
                        && !words.function.contains(pieces.get(at).lower())
                ? pieces.get(at).lower()
                : null;
    }
}
