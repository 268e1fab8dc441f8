package org.demarche.coding;

import java.util.Set;
import org.demarche.model.Sentence;
import org.demarche.model.Upos;

/** What "and" and "or" join, where a parser joins it to the wrong word and the words leave no doubt. */
final class ConjunctMends {
    /** Nouns for what is done, of which one may be joined to another. */
    private static final Set<String> DEEDS = Set.of(
            "abolition",
            "cancellation",
            "closing",
            "closure",
            "cut",
            "dismissal",
            "expulsion",
            "freeze",
            "halt",
            "imposition",
            "lifting",
            "opening",
            "recall",
            "reduction",
            "removal",
            "reopening",
            "resumption",
            "restoration",
            "revocation",
            "rupture",
            "severance",
            "suspension",
            "termination",
            "withdrawal");

    private static final Set<String> MARKS = Set.of("after", "before", "by", "for", "from", "to", "without");

    private final Sentence sentence;
    private final int[] heads;
    private final String[] deprels;

    /**
     * @param heads index of each word's head, -1 for the root; changed in place
     * @param deprels each word's relation to its head; changed in place
     */
    ConjunctMends(Sentence sentence, int[] heads, String[] deprels) {
        this.sentence = sentence;
        this.heads = heads;
        this.deprels = deprels;
    }

    void mend() {
        for (int i = 2; i < heads.length; i++) {
            mendPeoples(i);
            mendShare(i);
            if (deprels[i].equals("conj")) {
                mendCrossing(i);
                mendAside(i);
                mendTense(i);
                mendJoined(i);
                mendDeed(i);
                mendMarked(i);
            }
        }
    }

    /**
     * "The closure of the mission, attached to the ministry, and the office": what comes after an aside between commas is joined to the noun
     * before it, not to the last one within.
     */
    private void mendAside(int joined) {
        if (!isName(joined)) {
            return;
        }
        int and = andOf(joined);
        int aside = and < 2 || !is(and - 1, ",") ? -1 : asideOf(heads[joined]);
        if (aside < 1 || !is(aside - 1, ",")) {
            return;
        }
        int noun = aside - 2;
        int like = -1;
        while (noun >= 0 && heads[noun] >= 0 && heads[noun] < aside && noun != heads[aside] && isName(heads[noun])) {
            like = sentence.token(noun).upos() == sentence.token(joined).upos() ? noun : like;
            noun = heads[noun];
        }
        // A name is joined to a name: "the closure of the Military Mission and the Information Office".
        noun = like >= 0
                        && sentence.token(noun).upos() != sentence.token(joined).upos()
                ? like
                : noun;
        boolean fits = noun >= 0 && isName(noun) && deprels[noun].matches("nmod|obj|obl|nsubj|nsubj:pass|conj");
        if (fits) {
            heads[joined] = noun;
        }
    }

    /**
     * "Said that it would answer and called in the envoy", "said that nine had died and called in the envoy", "said that they lied, and vowed to answer": what is told as done, or said besides, is joined to
     * the saying, not to what is said.
     */
    private void mendTense(int deed) {
        int said = heads[deed];
        boolean done = said >= 0
                && said < deed
                && deprels[said].equals("ccomp")
                && heads[said] >= 0
                && heads[said] < said
                && sentence.token(deed).xpos().equals("VBD")
                && sentence.token(heads[said]).xpos().equals("VBD");
        if (!done) {
            return;
        }
        boolean coming = false;
        boolean besides = false;
        boolean earlier = sentence.token(said).xpos().equals("VBN");
        boolean had = false;
        for (int i = 0; i < heads.length; i++) {
            coming |= heads[i] == said
                    && deprels[i].equals("aux")
                    && sentence.token(said).xpos().equals("VB")
                    && sentence.token(i).xpos().equals("MD");
            had |= heads[i] == said && deprels[i].equals("aux") && is(i, "had");
            besides |= heads[i] == deed
                    && deprels[i].equals("cc")
                    && is(i - 1, ",")
                    && TreeMends.SPEAKING.contains(sentence.token(deed).lemma());
            if (heads[i] == deed && (deprels[i].startsWith("aux") || deprels[i].startsWith("nsubj"))) {
                return;
            }
        }
        if (coming || besides || earlier && had) {
            heads[deed] = heads[said];
        }
    }

    /** "A recall of all envoys accredited to Peru and the closure of the mission": a noun is joined to a noun, not to the participle between. */
    private void mendJoined(int joined) {
        int participle = heads[joined];
        boolean apart = deprels[joined].equals("conj")
                && sentence.token(joined).upos() == Upos.NOUN
                && participle >= 0
                && participle < joined
                && deprels[participle].equals("acl")
                && sentence.token(participle).xpos().equals("VBN")
                && heads[participle] >= 0
                && heads[participle] < participle
                && sentence.token(heads[participle]).upos() == Upos.NOUN;
        if (!apart) {
            return;
        }
        int noun = heads[participle];
        while (hasOf(joined) && deprels[noun].equals("nmod") && isOf(noun) && heads[noun] >= 0 && heads[noun] < noun) {
            noun = heads[noun];
        }
        heads[joined] = noun;
    }

    /** "The staff accredited to the bloc and the closure or suspension of the office": what crosses what joins another is joined to the noun just before. */
    private void mendCrossing(int joined) {
        int before = andOf(joined) - 1;
        boolean crossing = before > heads[joined]
                && deprels[before].equals("conj")
                && heads[before] >= 0
                && heads[before] < heads[joined]
                && sentence.token(before).upos() == sentence.token(joined).upos();
        if (crossing) {
            heads[joined] = before;
        }
    }

    /** "The recall of the staff and the closure of the mission": a deed is joined to a deed, not to those to whom it is done. */
    private void mendDeed(int joined) {
        int whom = heads[joined];
        boolean apart = whom >= 0
                && DEEDS.contains(sentence.token(joined).lemma())
                && !DEEDS.contains(sentence.token(whom).lemma())
                && deprels[whom].equals("nmod")
                && isOf(whom)
                && heads[whom] >= 0
                && heads[whom] < whom
                && DEEDS.contains(sentence.token(heads[whom]).lemma());
        if (apart) {
            heads[joined] = heads[whom];
        }
    }

    /** "Answered by expelling the envoy, who got a day to pack, and by closing the mission": a clause is joined to one with the same mark, not to what stands between. */
    private void mendMarked(int joined) {
        String mark = markOf(joined);
        if (mark.isEmpty() || markOf(heads[joined]).equals(mark)) {
            return;
        }
        for (int at = heads[joined], steps = 0;
                at >= 0 && at < joined && steps < heads.length;
                at = heads[at], steps++) {
            if (markOf(at).equals(mark)
                    && sentence.token(at).xpos().equals(sentence.token(joined).xpos())) {
                heads[joined] = at;
                return;
            }
        }
    }

    /** "by", "to" before a verb; "" where none stands there. */
    private String markOf(int verb) {
        for (int i = verb - 1; i >= Math.max(0, verb - 3); i--) {
            if (heads[i] == verb
                    && deprels[i].equals("mark")
                    && MARKS.contains(sentence.token(i).lemma())) {
                return sentence.token(i).lemma();
            }
        }
        return "";
    }

    /** "Expelled 15 Dutch and 21 Belgian envoys": both are kinds of envoys. */
    private void mendPeoples(int adjective) {
        int noun = adjective + 4;
        boolean two = noun < heads.length
                && sentence.token(adjective).xpos().equals("JJ")
                && sentence.token(adjective - 1).xpos().equals("CD")
                && deprels[adjective + 1].equals("cc")
                && sentence.token(adjective + 2).xpos().equals("CD")
                && sentence.token(adjective + 3).xpos().equals("JJ")
                && heads[adjective + 3] == noun
                && heads[adjective] != noun
                && sentence.token(noun).upos() == Upos.NOUN;
        if (two) {
            heads[adjective] = noun;
            deprels[adjective] = "amod";
            heads[adjective - 1] = adjective;
            heads[adjective + 1] = adjective + 3;
        }
    }

    /** "Belgium sent away 21, the Netherlands 17, Ireland four and Norway one": each its own number. */
    private void mendShare(int number) {
        int side = number - 1;
        boolean share = sentence.token(number).xpos().equals("CD")
                && sentence.token(side).upos() == Upos.PROPN
                && (number + 1 == heads.length
                        || sentence.token(number + 1).xpos().matches("[,.;:]|CC"));
        int first = side;
        while (share && first > 0 && isOfName(first - 1)) {
            first--;
        }
        share = share && first > 1 && sentence.token(first - 1).xpos().matches(",|CC");
        for (int i = first - 1; share && i > 0; i--) {
            boolean counted = sentence.token(i).xpos().equals("CD")
                    && deprels[i].equals("obj")
                    && heads[i] >= 0
                    && heads[i] < i
                    && sentence.token(heads[i]).upos() == Upos.VERB;
            if (counted) {
                heads[number] = i;
                deprels[number] = "conj";
                heads[side] = number;
                deprels[side] = "nsubj";
                return;
            }
            if (sentence.token(i).upos() == Upos.VERB || sentence.token(i).upos() == Upos.ADP) {
                return;
            }
        }
    }

    /** The "and" of a word that is joined to another; -1 where none stands before it. */
    private int andOf(int joined) {
        for (int i = joined - 1; i >= 0; i--) {
            if (heads[i] == joined && deprels[i].equals("cc")) {
                return i;
            }
        }
        return -1;
    }

    private boolean isOfName(int word) {
        return sentence.token(word).xpos().matches("NNPS?|DT")
                || Character.isUpperCase(sentence.token(word).form().codePointAt(0));
    }

    private boolean hasOf(int noun) {
        for (int i = noun + 1; i < heads.length; i++) {
            if (heads[i] == noun && deprels[i].equals("nmod") && isOf(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOf(int noun) {
        for (int i = 0; i < noun; i++) {
            if (heads[i] == noun && deprels[i].equals("case")) {
                return is(i, "of");
            }
        }
        return false;
    }

    /** The participle that begins the aside in which a word stands: "attached to the ministry" after a comma; -1 where there is none. */
    private int asideOf(int word) {
        int at = word;
        for (int steps = 0; at >= 0 && steps < heads.length; steps++) {
            if (deprels[at].equals("acl") && sentence.token(at).upos() == Upos.VERB) {
                return at;
            }
            if (!deprels[at].matches("obl|obj|nmod|obl:agent|compound|conj")) {
                return -1;
            }
            at = heads[at];
        }
        return -1;
    }

    private boolean isName(int i) {
        Upos upos = sentence.token(i).upos();
        return upos == Upos.PROPN || upos == Upos.NOUN || upos == Upos.ADJ;
    }

    private boolean is(int i, String form) {
        return sentence.token(i).form().equals(form);
    }
}
