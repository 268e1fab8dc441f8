package org.demarche.mention.quote;

import java.util.Set;
import org.demarche.model.Span;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/**
 * Where the words of a holder begin and end beside a cue. The tree says so when it is right; what it leaves between holder and cue ("the envoy | of Norway |
 * said"), in front ("Foreign Minister | Berg") or behind ("said Berg, | now a consultant") is given back by the kinds of the words.
 */
final class HolderEdges {
    private static final Set<Upos> NOMINAL = Set.of(
            Upos.NOUN, Upos.PROPN, Upos.ADJ, Upos.DET, Upos.NUM, Upos.ADP, Upos.PART, Upos.CCONJ, Upos.X, Upos.SYM);
    private static final Set<String> TIMES = Set.of(
            "a.m.",
            "p.m.",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today",
            "week",
            "month",
            "year",
            "night",
            "morning",
            "afternoon",
            "evening",
            "day");
    private static final Set<String> MARKS = Set.of("”", "\"", "''", "“", "``");
    private static final int LONGEST = 40;

    private final Tree tree;
    private final int cue;
    private final int afterCue;

    /**
     * A cue by its words.
     *
     * @param cue index of its first word
     * @param afterCue index of the word behind it
     */
    HolderEdges(Tree tree, int cue, int afterCue) {
        this.tree = tree;
        this.cue = cue;
        this.afterCue = afterCue;
    }

    /** The words of a holder, given those that the tree has for it. */
    @Nullable
    Span of(int from, int to) {
        int first = from;
        int last = to;
        for (int i = from; i <= to; i++) {
            boolean isCue = i >= cue && i < afterCue;
            if (MARKS.contains(tree.lower(i))
                    && i < cue
                    && last > i
                    && tree.lower(i).matches("”|\"|''")) {
                first = i + 1;
            }
            if (isCue && i > first) {
                last = Math.min(last, i - 1);
            } else if (isCue) {
                first = i + 1;
            }
        }
        if (last < first) {
            return null;
        }
        if (last < cue) {
            last = upToCue(last);
            while (last > first && tree.token(last).upos() == Upos.ADP) {
                last--;
            }
            boolean pronoun = tree.token(first).upos() == Upos.PRON && first == last;
            first = pronoun ? first : withFront(first, last);
            if (first < from && tree.lower(last + 1).equals(",") && hasComma(first, from) && last + 1 < cue) {
                last++;
            }
        } else if (first >= afterCue) {
            last = withBack(last);
        }
        return tree.span(first, last);
    }

    private boolean hasComma(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tree.lower(i).equals(",")) {
                return true;
            }
        }
        return false;
    }

    private int upToCue(int last) {
        for (int i = last + 1; i < cue; i++) {
            if (!NOMINAL.contains(tree.token(i).upos()) || TIMES.contains(tree.lower(i))) {
                return last;
            }
        }
        return Math.max(last, cue - 1);
    }

    private int withFront(int first, int last) {
        int at = first;
        while (at > 0 && first - at < LONGEST && isFront(at - 1)) {
            at--;
        }
        if (at > 1 && tree.lower(at - 1).equals("(") && isFront(at - 2)) {
            at -= 2;
            while (at > 0 && first - at < LONGEST && isFront(at - 1)) {
                at--;
            }
        }
        boolean opens = at == 0
                || tree.isPunctuation(at - 1)
                || tree.token(at - 1).upos() == Upos.SCONJ
                || TIMES.contains(tree.lower(at - 1));
        if (!opens) {
            at = first;
            while (at > 0 && isFront(at - 1) && tree.head(at - 1) >= at && tree.head(at - 1) <= last) {
                at--;
            }
        }
        while (at < first
                && (tree.token(at).upos() == Upos.CCONJ || tree.lower(at).equals("of"))) {
            at++;
        }
        boolean aside = at > 1
                && tree.lower(at - 1).equals(",")
                && tree.token(at - 2).upos() == Upos.PROPN
                && (tree.lower(last).equals(",") || tree.lower(last + 1).equals(","));
        if (aside) {
            int name = at - 2;
            while (name > 0 && tree.token(name - 1).upos() == Upos.PROPN && !TIMES.contains(tree.lower(name - 1))) {
                name--;
            }
            at = name == 0 || MARKS.contains(tree.lower(name - 1)) ? name : at;
        }
        return at;
    }

    private boolean isFront(int at) {
        Upos upos = tree.token(at).upos();
        boolean joins = upos == Upos.CCONJ
                || upos == Upos.ADP && tree.lower(at).equals("of")
                || tree.lower(at).equals("-");
        boolean noun = upos == Upos.NOUN
                || upos == Upos.PROPN
                || upos == Upos.ADJ
                || upos == Upos.DET
                || upos == Upos.NUM
                || tree.token(at).deprel().equals("case")
                        && tree.token(at).xpos().equals("POS");
        return (joins || noun) && !TIMES.contains(tree.lower(at));
    }

    /** An apposition or relative clause up to the end of the sentence; a participle after a comma is not of the holder. */
    private int withBack(int last) {
        int at = last;
        while (at + 1 < tree.size()
                && isFront(at + 1)
                && tree.token(at + 1).upos() != Upos.DET
                && tree.token(at + 1).upos() != Upos.CCONJ) {
            at++;
        }
        if (at + 2 >= tree.size() || !tree.lower(at + 1).equals(",")) {
            return at;
        }
        int next = at + 2;
        Upos upos = tree.token(next).upos();
        String word = tree.lower(next);
        boolean aside = upos == Upos.DET
                || upos == Upos.NOUN
                || upos == Upos.ADJ
                || upos == Upos.PROPN
                || word.equals("who")
                || word.equals("now");
        if (!aside || MARKS.contains(word)) {
            return at;
        }
        int end = next;
        while (end + 1 < tree.size()
                && end - at < LONGEST
                && !MARKS.contains(tree.lower(end + 1))
                && !isSentenceEnd(end + 1)
                && !endsAside(end + 1)) {
            end++;
        }
        return end > next && (end + 1 >= tree.size() || isSentenceEnd(end + 1) || endsAside(end + 1)) ? end : at;
    }

    private boolean endsAside(int at) {
        return tree.lower(at).equals(",")
                && at + 1 < tree.size()
                && (tree.token(at + 1).xpos().equals("VBG")
                        || tree.token(at + 1).upos() == Upos.CCONJ
                        || MARKS.contains(tree.lower(at + 1)));
    }

    private boolean isSentenceEnd(int at) {
        return at == tree.size() - 1 && tree.isPunctuation(at) || ".;:!?".contains(tree.lower(at));
    }
}
