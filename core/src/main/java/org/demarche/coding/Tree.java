package org.demarche.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.Token;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/**
 * A parsed sentence as a Universal Dependencies tree that can be walked both ways. What is asked again and again (clause, voice, head of a phrase) is worked out
 * once, so that a sentence of hundreds of clauses costs little more than as many short ones. Used by one thread.
 */
final class Tree {
    private static final int UNKNOWN = -2;

    /** Verbs that tell somebody something: "was called in and told to leave" goes on in the passive. */
    private static final Set<String> TOLD =
            Set.of("tell", "inform", "ask", "order", "instruct", "notify", "advise", "warn", "request", "remind");

    private final Sentence sentence;
    private final int[][] children;
    private final int[] first;
    private final int[] last;
    private final String[] lemmas;
    private final String[] forms;
    private final int[] heads;
    private final String[] deprels;
    private final String[] relations;
    private final boolean[] verbal;

    /** When a walk from the root comes to a word and leaves it for good; 0 for a word that no root has below it. */
    private final int[] entered;

    private final int[] left;
    private final int[] clauses;
    private final @Nullable String[] prepositions;
    private final Map<Span, Integer> headsOf = new HashMap<>();

    Tree(Sentence sentence, Lemmas known) {
        this.sentence = sentence;
        int n = sentence.tokens().size();
        lemmas = new String[n];
        forms = new String[n];
        for (int i = 0; i < n; i++) {
            lemmas[i] = known.of(sentence.token(i));
            forms[i] = sentence.token(i).form().toLowerCase(Locale.ROOT);
        }
        heads = new int[n];
        deprels = new String[n];
        for (int i = 0; i < n; i++) {
            heads[i] = sentence.token(i).head();
            deprels[i] = sentence.token(i).deprel();
        }
        new TreeMends(sentence, heads, deprels).mend();
        new ConjunctMends(sentence, heads, deprels).mend();
        new SideMends(sentence, heads, deprels).mend();
        relations = new String[n];
        for (int i = 0; i < n; i++) {
            int colon = deprels[i].indexOf(':');
            relations[i] = colon < 0 ? deprels[i] : deprels[i].substring(0, colon);
        }
        int[] counts = new int[n];
        for (int head : heads) {
            if (head >= 0) {
                counts[head]++;
            }
        }
        children = new int[n][];
        for (int i = 0; i < n; i++) {
            children[i] = new int[counts[i]];
        }
        int[] filled = new int[n];
        for (int i = 0; i < n; i++) {
            int head = heads[i];
            if (head >= 0) {
                children[head][filled[head]++] = i;
            }
        }
        first = new int[n];
        last = new int[n];
        for (int i = 0; i < n; i++) {
            first[i] = i;
            last[i] = i;
        }
        for (int i = 0; i < n; i++) {
            int up = head(i);
            for (int steps = 0; up >= 0 && steps < n; steps++) {
                first[up] = Math.min(first[up], i);
                last[up] = Math.max(last[up], i);
                up = head(up);
            }
        }
        verbal = new boolean[n];
        for (int i = 0; i < n; i++) {
            verbal[i] = upos(i) == Upos.VERB || upos(i) == Upos.AUX || child(i, "cop") >= 0;
        }
        entered = new int[n];
        left = new int[n];
        walk();
        clauses = new int[n];
        Arrays.fill(clauses, UNKNOWN);
        prepositions = new String[n];
    }

    /** Numbers the words as a walk through the tree meets them. */
    private void walk() {
        int[] path = new int[size()];
        int[] next = new int[size()];
        int clock = 0;
        for (int root = 0; root < size(); root++) {
            if (heads[root] >= 0) {
                continue;
            }
            int depth = 0;
            path[0] = root;
            entered[root] = ++clock;
            while (depth >= 0) {
                int at = path[depth];
                if (next[at] < children[at].length) {
                    int below = children[at][next[at]++];
                    entered[below] = ++clock;
                    path[++depth] = below;
                } else {
                    left[at] = ++clock;
                    depth--;
                }
            }
        }
    }

    Sentence sentence() {
        return sentence;
    }

    int size() {
        return children.length;
    }

    Token token(int i) {
        return sentence.token(i);
    }

    String lemma(int i) {
        return lemmas[i];
    }

    String form(int i) {
        return forms[i];
    }

    /** Whether the word is one of these, by its lemma or as written; a place before the first word or behind the last is none. */
    boolean is(int i, String... words) {
        if (i < 0 || i >= size()) {
            return false;
        }
        for (String word : words) {
            if (lemma(i).equals(word) || form(i).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** "Its", "their", "his", "her" or "our": whose a thing is, named before or telling. */
    boolean isPossessive(int i) {
        return is(i, "its", "their", "his", "her", "our");
    }

    Upos upos(int i) {
        return token(i).upos();
    }

    String relation(int i) {
        return relations[i];
    }

    String deprel(int i) {
        return deprels[i];
    }

    int head(int i) {
        return heads[i];
    }

    int[] children(int i) {
        return children[i];
    }

    /** First word of the phrase that a word heads. */
    int first(int i) {
        return first[i];
    }

    /** Last word of the phrase that a word heads. */
    int last(int i) {
        return last[i];
    }

    /** The first child with one of these relations, with or without its subtype, or -1. */
    int child(int i, String... relations) {
        for (int child : children[i]) {
            if (matches(child, relations)) {
                return child;
            }
        }
        return -1;
    }

    List<Integer> children(int i, String... relations) {
        List<Integer> out = new ArrayList<>();
        for (int child : children[i]) {
            if (matches(child, relations)) {
                out.add(child);
            }
        }
        return out;
    }

    private boolean matches(int child, String... relations) {
        String full = deprel(child);
        for (String relation : relations) {
            if (full.equals(relation)
                    || (relation.indexOf(':') < 0 && relation(child).equals(relation))) {
                return true;
            }
        }
        return false;
    }

    boolean hasChild(int i, String lemma) {
        for (int child : children[i]) {
            if (is(child, lemma)) {
                return true;
            }
        }
        return false;
    }

    /** A word and the words co-ordinated with it. */
    List<Integer> conjuncts(int i) {
        List<Integer> out = new ArrayList<>();
        collectConjuncts(i, out, 0);
        return out;
    }

    private void collectConjuncts(int i, List<Integer> out, int depth) {
        out.add(i);
        if (depth > 6) {
            return;
        }
        for (int child : children[i]) {
            if (relation(child).equals("conj") && (isVerbal(child) == isVerbal(i) || upos(child) == Upos.PROPN)) {
                collectConjuncts(child, out, depth + 1);
            }
        }
    }

    /** The preposition of a phrase ("in response to" as one), or the empty string. */
    String preposition(int i) {
        String known = prepositions[i];
        if (known == null) {
            known = prepositionOf(i);
            prepositions[i] = known;
        }
        return known;
    }

    private String prepositionOf(int i) {
        StringBuilder out = new StringBuilder();
        for (int child : children[i]) {
            if (relation(child).equals("case") && !is(child, "'s", "’s", "'", "’")) {
                if (out.length() > 0) {
                    out.append(' ');
                }
                out.append(form(child));
                for (int fixed : children(child, "fixed")) {
                    out.append(' ').append(form(fixed));
                }
            }
        }
        return out.toString();
    }

    boolean isVerbal(int i) {
        return verbal[i];
    }

    boolean isNominal(int i) {
        return upos(i) == Upos.NOUN || upos(i) == Upos.PROPN || upos(i) == Upos.PRON || upos(i) == Upos.NUM;
    }

    boolean isPassive(int i) {
        boolean participle = token(i).xpos().equals("VBN");
        if (child(i, "aux:pass", "csubj:pass") >= 0) {
            return true;
        }
        if (child(i, "nsubj:pass") >= 0) {
            // Two subjects: the first is a fronted object ("a charge the minister has denied").
            return !hasPlainSubject(i);
        }
        if (child(i, "obl:agent") >= 0 && participle) {
            return true;
        }
        boolean joined = deprels[i].equals("conj")
                && head(i) >= 0
                && head(i) < i
                && token(i).xpos().matches("VBD|VBN")
                && TOLD.contains(lemma(i))
                && child(i, "nsubj", "nsubj:pass", "obj", "iobj", "aux", "obl:agent") < 0
                && child(i, "ccomp", "xcomp") >= 0
                && isPassive(head(i));
        boolean handed = is(i, "hand") && child(i, "obj") >= 0 && child(i, "compound:prt", "obl") < 0;
        boolean given = deprels[i].equals("conj")
                && (participle || handed)
                && head(i) >= 0
                && head(i) < i
                && is(i, "give", "hand", "grant")
                && child(i, "nsubj", "nsubj:pass", "iobj", "aux") < 0
                && isPassive(head(i));
        if (joined || given) {
            return true;
        }
        boolean elliptic = token(i).xpos().matches("VBD|VBN")
                && relation(i).equals("advcl")
                && i > 0
                && is(i - 1, "when", "if", "once", "unless", "although", "though", "as", "while")
                && child(i, "nsubj", "nsubj:pass", "aux", "cop", "obj") < 0;
        if (elliptic) {
            // "When asked how much was left, …"
            return true;
        }
        if (participle
                && hasPlainSubject(i)
                && child(i, "aux", "obj", "cop") < 0
                && relation(i).matches("advcl|parataxis|acl|appos")) {
            return true;
        }
        return participle
                && (deprel(i).equals("acl") || (relation(i).equals("advcl") && child(i, "nsubj") < 0))
                && child(i, "aux") < 0
                && child(i, "obj") < 0;
    }

    private boolean hasPlainSubject(int i) {
        for (int each : children[i]) {
            if (deprels[each].equals("nsubj")) {
                return true;
            }
        }
        return false;
    }

    boolean dominates(int above, int below) {
        if (above < 0 || below < 0) {
            return false;
        }
        if (entered[above] > 0 && entered[below] > 0) {
            return entered[above] <= entered[below] && left[below] <= left[above];
        }
        int at = below;
        for (int steps = 0; at >= 0 && steps <= size(); steps++) {
            if (at == above) {
                return true;
            }
            at = head(at);
        }
        return false;
    }

    /** The nearest clause head at or above a word. */
    int clause(int i) {
        if (clauses[i] == UNKNOWN) {
            int at = i;
            for (int steps = 0; steps <= size() && !isVerbal(at) && head(at) >= 0; steps++) {
                at = head(at);
            }
            clauses[i] = at;
        }
        return clauses[i];
    }

    Span span(int from, int to) {
        return new Span(token(from).span().start(), token(to).span().end());
    }

    /** The word of a stretch of text that governs the others of the stretch, or -1 where no word lies in it. */
    int headOf(Span span) {
        return headsOf.computeIfAbsent(span, this::governing);
    }

    private int governing(Span span) {
        int found = -1;
        for (int i = firstAfter(span.start()); i < size() && token(i).span().start() < span.end(); i++) {
            int up = head(i);
            if (up < 0 || !token(up).span().overlaps(span)) {
                if (found < 0 || dominates(i, found)) {
                    found = i;
                }
            }
        }
        return found;
    }

    /** The words of a stretch of text, in order. */
    List<Integer> words(Span span) {
        List<Integer> out = new ArrayList<>();
        for (int i = firstAfter(span.start()); i < size() && token(i).span().start() < span.end(); i++) {
            out.add(i);
        }
        return out;
    }

    /** The first word that ends after an offset. */
    private int firstAfter(int offset) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (token(middle).span().end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
