package org.demarche.mention.quote;

import java.util.Set;
import org.demarche.model.MonthNames;
import org.demarche.model.Upos;

/** Finds who does what a verb says: its own subject, the one that it shares, or the agent of a passive. */
final class Subjects {
    private static final Set<String> RELATIVE = Set.of("who", "which", "that", "whom");

    private final Tree tree;
    private final Cues cues;

    Subjects(Tree tree, Cues cues) {
        this.tree = tree;
        this.cues = cues;
    }

    /** The verb's own subject: of several that a parser gives, the one that stands nearest before it. */
    int own(int verb) {
        int best = -1;
        for (int c : tree.children(verb)) {
            if (tree.token(c).deprel().equals("nsubj") && (best < 0 || c < verb)) {
                best = c;
            }
        }
        return best;
    }

    /** Index of the subject of a verb or predicate, or -1. */
    int of(int verb) {
        int at = verb;
        for (int steps = 0; steps < 8; steps++) {
            int own = own(at);
            if (own >= 0) {
                return isExpletive(own) ? -1 : own;
            }
            if (at != verb && tree.exact(at, "nsubj:pass") >= 0) {
                return tree.exact(at, "nsubj:pass");
            }
            if (tree.exact(at, "nsubj:outer") >= 0 || tree.child(at, "csubj") >= 0) {
                return -1;
            }
            int head = tree.head(at);
            if (head < 0) {
                return -1;
            }
            String relation = tree.relation(at);
            if (relation.equals("xcomp")) {
                int object = tree.child(head, "obj");
                if (object >= 0 && object < at && cues.frame(tree.lemma(head), "object-infinitive") != null) {
                    return object;
                }
                at = head;
            } else if (relation.equals("conj")
                    || (relation.equals("advcl") && isSubjectless(at))
                    || relation.equals("parataxis") && isSubjectless(at)) {
                at = head;
            } else if (relation.equals("acl") && !tree.token(at).deprel().equals("acl:relcl") && isParticiple(at)) {
                return isThing(head) ? -1 : head;
            } else {
                return -1;
            }
        }
        return -1;
    }

    /**
     * Where the tree gives no subject to a verb of saying: the noun phrase right behind it after a quotation ("…,” said the envoy"), the one right before it, or
     * for a participle after a comma the subject of the verb before. Parsers err most around quotation marks.
     */
    int beside(int verb, String lemma) {
        if (cues.frame(lemma, "quote") == null) {
            return -1;
        }
        String tag = tree.token(verb).xpos();
        if (tag.equals("VBG")) {
            boolean after = verb > 0 && Set.of(",", "by", "while", "and").contains(tree.lower(verb - 1));
            return after ? subjectBefore(verb) : -1;
        }
        if (!tag.equals("VBD") && !tag.equals("VBZ") && !tag.equals("VBP") || verb == 0) {
            return -1;
        }
        String before = tree.lower(verb - 1);
        if (Set.of(",", "”", "\"", "''", "’").contains(before) && verb + 1 < tree.size()) {
            int top = nominalFrom(verb + 1, verb);
            return top;
        }
        return nominalUpTo(verb - 1, verb);
    }

    private int subjectBefore(int verb) {
        for (int i = verb - 1; i >= 0; i--) {
            if (tree.token(i).upos() == Upos.VERB && tree.exact(i, "nsubj") >= 0 && tree.exact(i, "nsubj") < i) {
                int subject = tree.exact(i, "nsubj");
                return Set.of("that", "which", "who").contains(tree.lower(subject)) ? -1 : subject;
            }
        }
        return -1;
    }

    /** The topmost nominal that begins at a word. */
    private int nominalFrom(int first, int verb) {
        int top = -1;
        for (int up = first, steps = 0; up >= 0 && up != verb && steps < 8; steps++) {
            if (isNominal(up) && tree.left(up) == first) {
                top = up;
            }
            up = tree.head(up);
        }
        return top;
    }

    /** The topmost nominal that ends at a word. */
    private int nominalUpTo(int last, int verb) {
        int top = -1;
        for (int up = last, steps = 0; up >= 0 && up != verb && steps < 8; steps++) {
            if (isNominal(up)
                    && tree.right(up) == last
                    && !tree.relation(up).equals("obl")
                    && !tree.relation(up).equals("nmod")) {
                top = up;
            }
            up = tree.head(up);
        }
        return top;
    }

    private boolean isNominal(int at) {
        Upos upos = tree.token(at).upos();
        return upos == Upos.NOUN || upos == Upos.PROPN || upos == Upos.PRON;
    }

    /** Whether a word is a month or part of a date. */
    static boolean isDate(Tree tree, int word) {
        return tree.token(word).name().endsWith("-DATE") || MonthNames.FULL.contains(tree.lower(word));
    }

    /** The noun of a "by" phrase under a passive verb, or -1. */
    int agent(int verb) {
        for (int c : tree.children(verb)) {
            if (tree.relation(c).equals("obl")
                    && tree.preposition(c).equals("by")
                    && tree.token(c).upos() != Upos.NUM
                    && !isDate(tree, c)) {
                return c;
            }
        }
        return -1;
    }

    /** The holder of a noun: "a pledge by the alliance", "warnings from Moscow", or -1. */
    int byAgent(int noun) {
        for (int c : tree.children(noun)) {
            if (tree.relation(c).equals("nmod") && Set.of("by", "from").contains(tree.preposition(c))) {
                return c;
            }
        }
        return -1;
    }

    /** What a relative pronoun stands for; the subject itself otherwise. */
    int standsFor(int subject) {
        if (!RELATIVE.contains(tree.lower(subject))) {
            return subject;
        }
        for (int up = tree.head(subject), steps = 0; up >= 0 && steps < 6; steps++) {
            if (tree.token(up).deprel().equals("acl:relcl") && tree.head(up) >= 0) {
                return tree.head(up);
            }
            up = tree.head(up);
        }
        return subject;
    }

    private boolean isSubjectless(int at) {
        String tag = tree.token(at).xpos();
        return tag.equals("VBG") || tag.equals("VBN") || tag.equals("VB");
    }

    private boolean isParticiple(int at) {
        String tag = tree.token(at).xpos();
        return tag.equals("VBG");
    }

    private boolean isThing(int noun) {
        return tree.token(noun).upos() == Upos.NUM;
    }

    private boolean isExpletive(int subject) {
        return tree.lower(subject).equals("there");
    }
}
