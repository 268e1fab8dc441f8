package org.demarche.mention.quote;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** A parsed sentence with its children and subtree ends at hand. Word indexes are those of the sentence. */
final class Tree {
    final List<Token> tokens;
    private final List<List<Integer>> children = new ArrayList<>();
    private final int[] left;
    private final int[] right;

    private final Cues cues;

    Tree(Sentence sentence, Cues cues) {
        this.cues = cues;
        tokens = sentence.tokens();
        int n = tokens.size();
        left = new int[n];
        right = new int[n];
        for (int i = 0; i < n; i++) {
            children.add(new ArrayList<>());
            left[i] = i;
            right[i] = i;
        }
        int[] waiting = new int[n];
        for (int i = 0; i < n; i++) {
            int head = tokens.get(i).head();
            if (head >= 0 && head < n && head != i) {
                children.get(head).add(i);
                waiting[head]++;
            }
        }
        Deque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < n; i++) {
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        while (!ready.isEmpty()) {
            int i = ready.remove();
            int head = tokens.get(i).head();
            if (head >= 0 && head < n && head != i) {
                left[head] = Math.min(left[head], left[i]);
                right[head] = Math.max(right[head], right[i]);
                if (--waiting[head] == 0) {
                    ready.add(head);
                }
            }
        }
    }

    int size() {
        return tokens.size();
    }

    Token token(int i) {
        return tokens.get(i);
    }

    /** The lemma; of a verb the known one that its form has, where the tagger gives another. */
    String lemma(int i) {
        String lemma = tokens.get(i).lemma().toLowerCase(Locale.ROOT);
        if (tokens.get(i).upos() != Upos.VERB || !cues.verb(lemma).isEmpty()) {
            return lemma;
        }
        String known = cues.lemma(lower(i));
        return known.isEmpty() ? lemma : known;
    }

    String lower(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).form().toLowerCase(Locale.ROOT) : "";
    }

    String relation(int i) {
        return tokens.get(i).relation();
    }

    List<Integer> children(int i) {
        return children.get(i);
    }

    int head(int i) {
        return tokens.get(i).head();
    }

    int left(int i) {
        return left[i];
    }

    int right(int i) {
        return right[i];
    }

    /** The first child of a relation (without its subtype), or -1. */
    int child(int i, String relation) {
        for (int c : children.get(i)) {
            if (relation(c).equals(relation)) {
                return c;
            }
        }
        return -1;
    }

    /** The first child of exactly this relation, or -1. */
    int exact(int i, String deprel) {
        for (int c : children.get(i)) {
            if (tokens.get(c).deprel().equals(deprel)) {
                return c;
            }
        }
        return -1;
    }

    /** Whether {@code i} is {@code top} or below it. */
    boolean isUnder(int i, int top) {
        for (int at = i, steps = 0; at >= 0 && steps <= tokens.size(); steps++) {
            if (at == top) {
                return true;
            }
            at = head(at);
        }
        return false;
    }

    /** The preposition before a nominal in lower case, or "". */
    String preposition(int i) {
        int c = child(i, "case");
        return c < 0 ? "" : lower(c);
    }

    boolean isPunctuation(int i) {
        return relation(i).equals("punct") || tokens.get(i).upos() == Upos.PUNCT;
    }

    /** The words from one index to another as a span, without punctuation for which {@code drop} holds at its ends; null for none. */
    @Nullable
    Span span(int from, int to, IntPredicate drop) {
        int a = from;
        int b = to;
        while (a <= b && drop.test(a)) {
            a++;
        }
        while (b >= a && drop.test(b)) {
            b--;
        }
        return a > b
                ? null
                : new Span(tokens.get(a).span().start(), tokens.get(b).span().end());
    }

    Span span(int from, int to) {
        return new Span(tokens.get(from).span().start(), tokens.get(to).span().end());
    }
}
