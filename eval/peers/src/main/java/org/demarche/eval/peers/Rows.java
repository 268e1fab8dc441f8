package org.demarche.eval.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.model.Upos;

/** The words of one sentence as a peer gives them, on the way to tokens. */
final class Rows {
    private final List<Token> tokens = new ArrayList<>();

    /**
     * Adds a word.
     *
     * @param head the number of its head from 1, or 0 for the root
     * @param name BIO tag
     */
    void add(Span span, String form, String lemma, String upos, String xpos, int head, String relation, String name) {
        tokens.add(new Token(span, form, lemma, upos(upos), xpos, head - 1, relation, name));
    }

    private static Upos upos(String tag) {
        for (Upos upos : Upos.values()) {
            if (upos.name().equals(tag.toUpperCase(Locale.ROOT))) {
                return upos;
            }
        }
        return Upos.X;
    }

    /** The sentence that begins with the first word and ends with the last. */
    Sentence sentence(int index) {
        Span span = new Span(
                tokens.get(0).span().start(),
                tokens.stream().mapToInt(t -> t.span().end()).max().orElseThrow());
        return new Sentence(index, span, Sentence.Kind.BODY, tokens);
    }
}
