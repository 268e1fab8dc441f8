package org.demarche.mention.actor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** A sentence with its words, the lexicon's phrases among them, and, where it is parsed, the token of each word. */
final class Passage {
    final Sentence sentence;
    final Words words;
    final List<Term> terms = new ArrayList<>();
    final List<Name> names = new ArrayList<>();
    private final boolean titleCase;
    private final @Nullable Term[] termAt;
    private final @Nullable Name[] nameAt;
    private final int[] tokenAt;

    Passage(String text, Sentence sentence) {
        this.sentence = sentence;
        this.words = Words.of(text, sentence.span().start(), sentence.span().end());
        this.titleCase = isTitleCase(words);
        this.termAt = new Term[words.size()];
        this.nameAt = new Name[words.size()];
        this.tokenAt = align();
    }

    /**
     * A name that the parser sees and the lexicon does not list as it stands.
     *
     * @param tag {@code PERSON}, {@code ORG} or {@code PLACE}
     */
    record Name(int from, int to, String tag) {
        boolean isPerson() {
            return tag.equals("PERSON");
        }
    }

    void put(Name name) {
        names.add(name);
        for (int i = name.from(); i < name.to(); i++) {
            nameAt[i] = name;
        }
    }

    /** The name that a word is part of, or null. */
    @Nullable
    Name name(int word) {
        return word < 0 || word >= nameAt.length ? null : nameAt[word];
    }

    private int[] align() {
        int[] out = new int[words.size()];
        List<Token> tokens = sentence.tokens();
        int t = 0;
        for (int w = 0; w < out.length; w++) {
            while (t < tokens.size() && tokens.get(t).span().end() <= words.start(w)) {
                t++;
            }
            out[w] = t < tokens.size() && tokens.get(t).span().start() < words.end(w) ? t : -1;
        }
        return out;
    }

    /** Whether capitals say nothing here, as in the headlines of many papers. */
    boolean isTitleCase() {
        return titleCase;
    }

    private static boolean isTitleCase(Words words) {
        int capital = 0;
        int all = 0;
        for (int i = 1; i < words.size(); i++) {
            if (words.end(i) - words.start(i) >= 4) {
                all++;
                capital += words.isCapital(i) ? 1 : 0;
            }
        }
        return all >= 4 && capital * 10 >= all * 9;
    }

    void put(Term term) {
        terms.add(term);
        for (int i = term.from(); i < term.to(); i++) {
            termAt[i] = term;
        }
    }

    void drop(Collection<Term> gone) {
        for (Term term : gone) {
            for (int i = term.from(); i < term.to(); i++) {
                termAt[i] = null;
            }
        }
        terms.removeIf(term -> termAt[term.from()] == null);
    }

    /** The phrase that a word is part of, or null. */
    @Nullable
    Term term(int word) {
        return word < 0 || word >= termAt.length ? null : termAt[word];
    }

    /** The token that a word is (part of), or -1. */
    int tokenIndex(int word) {
        return word < 0 || word >= tokenAt.length ? -1 : tokenAt[word];
    }

    /** The word that a token is, or begins with; -1 where it has none. */
    int wordAt(int token) {
        for (int w = 0; w < tokenAt.length; w++) {
            if (tokenAt[w] == token) {
                return w;
            }
        }
        return -1;
    }

    /** Whether one token is another or hangs on it, at whatever depth. */
    boolean isBelow(int token, int above) {
        int at = token;
        for (int steps = 0; at >= 0 && steps < sentence.tokens().size(); steps++) {
            if (at == above) {
                return true;
            }
            at = sentence.token(at).head();
        }
        return false;
    }

    @Nullable
    Token token(int word) {
        int t = tokenIndex(word);
        return t < 0 ? null : sentence.token(t);
    }

    boolean isParsed() {
        return sentence.isParsed();
    }

    /** Whether the parse says that a word is no noun; false where there is no parse. */
    boolean isNotNoun(int word) {
        Token token = token(word);
        return token != null && token.upos() != Upos.NOUN && token.upos() != Upos.PROPN && token.upos() != Upos.ADJ;
    }

    /** The span of some words, with the full stop that belongs to their initials: "U.S." */
    Span span(int from, int to) {
        Span bare = words.span(from, to);
        int last = to - 1;
        boolean initial = words.end(last) - words.start(last) == 1 && words.isCapital(last) && words.after(last) == '.';
        boolean more = last > from && words.gap(last - 1).toString().startsWith(".");
        Token token = token(last);
        boolean inToken =
                token != null && token.span().end() > bare.end() && token.span().end() - bare.end() == 1;
        return (initial && more && token == null) || (inToken && words.after(last) == '.')
                ? new Span(bare.start(), bare.end() + 1)
                : bare;
    }

    /** The token of a stretch of words on which the others depend, or -1 where there is no parse. */
    int headToken(int from, int to) {
        int first = tokenIndex(from);
        int last = tokenIndex(to - 1);
        if (first < 0 || last < 0) {
            return -1;
        }
        for (int t = first; t <= last; t++) {
            int head = sentence.token(t).head();
            if (head < first || head > last) {
                return t;
            }
        }
        return last;
    }
}
