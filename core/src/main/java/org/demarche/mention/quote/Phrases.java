package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.model.Span;
import org.demarche.model.Upos;
import org.jspecify.annotations.Nullable;

/** The words of holders, cues and contents, cut from the tree. */
final class Phrases {
    private static final Set<String> CLOSING = Set.of("”", "\"", "''", "»");
    private static final Set<String> TIMES = Set.of(
            "a.m.",
            "p.m.",
            "am",
            "pm",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today");
    private static final Set<String> OPENING = Set.of("“", "\"", "``", "«", "„");

    private final Tree tree;
    private final Cues cues;

    Phrases(Tree tree, Cues cues) {
        this.tree = tree;
        this.cues = cues;
    }

    /** "5 p.m. The envoy said": a clock time or a day before the holder is no part of it. */
    private int afterTime(int left, int head) {
        int i = left;
        while (i < head && (tree.token(i).upos() == Upos.NUM || TIMES.contains(tree.lower(i)))) {
            i++;
        }
        return i > left && TIMES.contains(tree.lower(i - 1)) ? i : left;
    }

    /** Whether a sign can only open a quotation, or can. */
    static boolean opens(String sign) {
        return OPENING.contains(sign);
    }

    /** The whole noun phrase of a holder, with apposition and relative clause, and the comma that closes them. */
    @Nullable
    Span source(int head) {
        return holder(tree.left(head), head);
    }

    /** The same behind "according to": a comma ends it, unless a second one shows that an apposition stands between the two. */
    @Nullable
    Span namedAfter(int from, int head) {
        Span span = holder(from, head);
        int first = span == null ? tree.size() : firstFrom(span.start());
        int last = span == null ? -1 : firstFrom(span.end()) - 1;
        int comma = -1;
        int commas = 0;
        for (int i = first; i <= last; i++) {
            if (tree.lower(i).equals(",")) {
                comma = comma < 0 ? i : comma;
                commas++;
            }
        }
        return commas == 1 && comma > head && comma < last ? tree.span(first, comma - 1) : span;
    }

    /** The same beside its cue, where the form of the words tells more than a tree that may err: see {@link HolderEdges}. */
    @Nullable
    Span source(int head, Span cue) {
        Span span = source(head);
        return span == null
                ? null
                : new HolderEdges(tree, firstFrom(cue.start()), firstFrom(cue.end()))
                        .of(firstFrom(span.start()), firstFrom(span.end()) - 1);
    }

    private int firstFrom(int offset) {
        int low = 0;
        int high = tree.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (tree.token(middle).span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** One stretch as a list, empty where it has no words. */
    List<Span> outside(int from, int to) {
        List<Span> out = new ArrayList<>();
        add(out, from > to ? null : trimmed(from, to));
        return out;
    }

    /** The same, from a word on: what stands before it is no part. */
    @Nullable
    Span holder(int from, int head) {
        int left = Math.max(from, tree.left(head));
        int right = tree.right(head);
        while (left < head && (tree.isPunctuation(left) || isLeadIn(left, head))) {
            left++;
        }
        left = Math.max(left, afterTime(left, head));
        int aside = clauseAside(head);
        if (aside > head && aside <= right) {
            right = aside;
        }
        while (right > head && tree.isPunctuation(right) && !closes(left, right)) {
            right--;
        }
        if (aside < 0 && right + 1 < tree.size() - 1 && tree.lower(right + 1).equals(",") && hasComma(left, right)) {
            right++;
        }
        return tree.span(left, right);
    }

    /** Index of the word before the comma that sets off a clause about the holder ("…, who chairs the panel", "…, speaking in Vienna"), or -1. */
    private int clauseAside(int head) {
        for (int c : tree.children(head)) {
            boolean clause = (tree.relation(c).equals("acl")
                            && (!tree.token(c).deprel().equals("acl:relcl")
                                    || cues.frame(tree.lemma(c), "clause") != null))
                    || tree.relation(c).equals("parataxis")
                    || tree.relation(c).equals("dep");
            int left = tree.left(c);
            while (clause && left < c && tree.isPunctuation(left)) {
                left++;
            }
            if (clause && c > head && left > head + 1 && tree.lower(left - 1).equals(",")) {
                return left - 2;
            }
        }
        return -1;
    }

    /** A possessor with its mark: "Moscow's". */
    @Nullable
    Span possessor(int owner) {
        return tree.span(tree.left(owner), Math.max(owner, tree.right(owner)));
    }

    private boolean isLeadIn(int at, int head) {
        return tree.head(at) == head
                && Set.of("case", "mark", "cc", "advmod").contains(tree.relation(at))
                && (tree.relation(at).equals("cc")
                        || tree.relation(at).equals("case")
                        || tree.relation(at).equals("mark"));
    }

    private boolean closes(int left, int right) {
        String sign = tree.lower(right);
        return (sign.equals(",") && hasComma(left, right - 1))
                || sign.equals(")")
                || CLOSING.contains(sign)
                || sign.equals("]")
                || sign.equals("-rrb-");
    }

    private boolean hasComma(int left, int right) {
        for (int i = left + 1; i <= right; i++) {
            if (tree.lower(i).equals(",") && !isListComma(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isListComma(int at) {
        int head = tree.head(at);
        return head >= 0 && tree.relation(head).equals("conj");
    }

    /** The verb group: auxiliaries, negation and adverbs that stand with it, what it hangs from ("continued to call"), its particle and preposition. */
    Span cue(int verb, int preposition) {
        int first = first(verb);
        int last = verb;
        int particle = tree.exact(verb, "compound:prt");
        if (particle == last + 1) {
            last = particle;
        }
        if (preposition > last && preposition <= last + 2) {
            last = preposition;
        }
        if (last + 1 < tree.size() && tree.lower(last + 1).equals(":")) {
            last++;
        }
        return tree.span(first, last);
    }

    private int first(int verb) {
        int first = verb;
        int top = verb;
        for (int steps = 0; steps < 3; steps++) {
            while (first > 0 && belongs(first - 1, top)) {
                first--;
            }
            int head = tree.head(top);
            boolean catenative = tree.relation(top).equals("xcomp")
                    && head >= 0
                    && head < top
                    && cues.isCatenative(tree.lemma(head));
            if (!catenative || !isOnly(head + 1, first)) {
                break;
            }
            first = head;
            top = head;
        }
        return first;
    }

    private boolean belongs(int at, int verb) {
        if (tree.head(at) != verb) {
            return false;
        }
        String relation = tree.relation(at);
        return relation.equals("aux") || relation.equals("cop") || (relation.equals("advmod") && isPlainAdverb(at));
    }

    private boolean isPlainAdverb(int at) {
        return tree.left(at) == at
                && tree.right(at) == at
                && (tree.token(at).upos() == Upos.ADV || tree.token(at).upos() == Upos.PART)
                && !tree.token(at).xpos().startsWith("W");
    }

    /** Whether only "to", "not" and adverbs stand between. */
    private boolean isOnly(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tree.token(i).upos() != Upos.PART
                    && tree.token(i).upos() != Upos.ADV
                    && !tree.token(i).deprel().equals("compound:prt")) {
                return false;
            }
        }
        return true;
    }

    /** A clause with its link word. */
    @Nullable
    Span clause(int head) {
        return trimmed(tree.left(head), tree.right(head));
    }

    /** A noun phrase without the preposition before it. */
    @Nullable
    Span nominal(int head) {
        int left = tree.left(head);
        int mark = tree.child(head, "case");
        while (left < head
                && (left == mark
                        || (mark >= 0 && left < mark)
                        || tree.isPunctuation(left) && !OPENING.contains(tree.lower(left)))) {
            left++;
        }
        if (mark >= 0 && mark < head) {
            left = Math.max(left, mark + 1);
        }
        return trimmed(left, tree.right(head));
    }

    /** Words from one index to another; signs at the ends go, quotation marks and brackets whose other half is inside stay. */
    @Nullable
    Span trimmed(int from, int to) {
        int left = from;
        int right = to;
        while (left <= right
                && tree.isPunctuation(left)
                && !OPENING.contains(tree.lower(left))
                && !tree.lower(left).equals("(")) {
            left++;
        }
        while (right >= left && tree.isPunctuation(right) && !isClosingMark(left, right)) {
            right--;
        }
        return left > right ? null : tree.span(left, right);
    }

    private boolean isClosingMark(int left, int right) {
        String sign = tree.lower(right);
        return CLOSING.contains(sign) && right > left
                || sign.equals(")") && contains(left, right, "(")
                || sign.equals("%");
    }

    private boolean contains(int left, int right, String form) {
        for (int i = left; i < right; i++) {
            if (tree.lower(i).equals(form)) {
                return true;
            }
        }
        return false;
    }

    /** A clause that says what a noun holds ("claim that …", "refusal to …"), or -1. */
    int nounClause(int noun) {
        for (int c : tree.children(noun)) {
            String deprel = tree.token(c).deprel();
            if (c <= noun
                    || !(deprel.equals("acl")
                            || deprel.equals("ccomp")
                            || deprel.equals("advcl")
                            || deprel.equals("xcomp"))) {
                continue;
            }
            int mark = tree.child(c, "mark");
            if (mark >= 0 && Set.of("that", "to", "whether").contains(tree.lower(mark))) {
                return c;
            }
        }
        return -1;
    }

    /** The first nominal after a word whose preposition is one of these, or -1. */
    int nominalAfter(int word, Set<String> prepositions) {
        for (int c : tree.children(word)) {
            String relation = tree.relation(c);
            if (c > word
                    && (relation.equals("nmod") || relation.equals("obl"))
                    && prepositions.contains(tree.preposition(c))) {
                return c;
            }
        }
        return -1;
    }

    /** What a clause holds apart from the words between two indexes, up to a semicolon: the stretch before and the stretch behind. */
    List<Span> around(int clause, int from, int to) {
        List<Span> out = new ArrayList<>();
        int left = tree.left(clause);
        int right = tree.right(clause);
        for (int i = left; i <= right; i++) {
            if (tree.lower(i).equals(";")) {
                left = i < from ? i + 1 : left;
                right = i > to ? Math.min(right, i - 1) : right;
            }
        }
        if (left < from) {
            add(out, trimmed(withoutLeadIn(left, from - 1, clause), from - 1));
        }
        if (right > to) {
            add(out, trimmed(to + 1, right));
        }
        return out;
    }

    /** "But", "And" and "However" before a clause are the report's own. */
    private int withoutLeadIn(int left, int right, int clause) {
        int at = left;
        while (at < right && tree.head(at) == clause && tree.relation(at).equals("cc")) {
            at++;
        }
        return at;
    }

    private static void add(List<Span> out, @Nullable Span span) {
        if (span != null) {
            out.add(span);
        }
    }
}
