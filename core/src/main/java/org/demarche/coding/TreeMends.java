package org.demarche.coding;

import java.util.Locale;
import java.util.Set;
import org.demarche.model.Sentence;
import org.demarche.model.Token;
import org.demarche.model.Upos;

/** What a parser gets wrong where the words leave no doubt, put right before anything is read from the tree. */
final class TreeMends {
    /** Verbs of which "off" is a part where a thing follows. */
    private static final Set<String> PARTED =
            Set.of("close", "seal", "cordon", "block", "fence", "cut", "break", "call", "shut", "put");

    private final Sentence sentence;
    private final int[] heads;
    private final String[] deprels;

    /**
     * @param heads index of each word's head, -1 for the root; changed in place
     * @param deprels each word's relation to its head; changed in place
     */
    TreeMends(Sentence sentence, int[] heads, String[] deprels) {
        this.sentence = sentence;
        this.heads = heads;
        this.deprels = deprels;
    }

    void mend() {
        mendNeighbours();
        mendPersona();
        mendParticles();
        mendEachOther();
        for (int i = 2; i < heads.length; i++) {
            mendAside(i);
            mendTense(i);
            mendHaving(i);
            mendJoined(i);
        }
    }

    /** Neighbours that are both called subject or object of one verb are one name or phrase: the second hangs on the first. */
    private void mendNeighbours() {
        for (int i = 0; i + 1 < heads.length; i++) {
            boolean same = heads[i] >= 0
                    && heads[i] == heads[i + 1]
                    && deprels[i].equals(deprels[i + 1])
                    && (deprels[i].startsWith("nsubj") || deprels[i].equals("obj"));
            boolean nouns = isName(i) && isName(i + 1);
            if (same && nouns) {
                heads[i + 1] = i;
                deprels[i + 1] = "flat";
            }
        }
    }

    /** "Declared ten envoys persona non grata", "declared Consul Ruiz persona non grata": they are declared so, not a kind of person. */
    private void mendPersona() {
        for (int i = 0; i + 1 < heads.length; i++) {
            int persona = heads[i];
            boolean before = persona > i
                    && deprels[i].equals("compound")
                    && (sentence.token(i).upos() == Upos.NOUN
                            || sentence.token(i).upos() == Upos.PROPN)
                    && sentence.token(persona).form().toLowerCase(Locale.ROOT).startsWith("persona")
                    && persona + 1 < heads.length
                    && sentence.token(persona + 1).form().equalsIgnoreCase("non");
            if (!before || heads[persona] < 0) {
                continue;
            }
            heads[i] = heads[persona];
            deprels[i] = deprels[persona];
            heads[persona] = heads[i];
            deprels[persona] = "xcomp";
            for (int j = 0; j < i; j++) {
                if (heads[j] == persona) {
                    heads[j] = i;
                }
            }
        }
    }

    /** "Closed off the embassy": a particle, and no way taken. */
    private void mendParticles() {
        for (int i = 1; i + 1 < heads.length; i++) {
            int noun = heads[i];
            boolean off = noun > i
                    && deprels[i].equals("case")
                    && heads[noun] == i - 1
                    && deprels[noun].equals("obl")
                    && (sentence.token(i).xpos().equals("RP")
                            || is(i, "off")
                                    && PARTED.contains(sentence.token(i - 1).lemma()));
            if (off) {
                heads[i] = i - 1;
                deprels[i] = "compound:prt";
                deprels[noun] = "obj";
            }
        }
    }

    /** "Each other": headed by its second word. */
    private void mendEachOther() {
        for (int i = 0; i + 1 < heads.length; i++) {
            boolean pair = is(i, "each") && is(i + 1, "other") || is(i, "one") && is(i + 1, "another");
            if (pair && heads[i + 1] == i && deprels[i + 1].equals("fixed")) {
                heads[i + 1] = heads[i];
                deprels[i + 1] = deprels[i];
                heads[i] = i + 1;
                deprels[i] = "det";
                for (int j = 0; j < heads.length; j++) {
                    if (heads[j] == i && j != i + 1) {
                        heads[j] = i + 1;
                    }
                }
            }
        }
    }

    private boolean isName(int i) {
        Upos upos = sentence.token(i).upos();
        return upos == Upos.PROPN || upos == Upos.NOUN || upos == Upos.ADJ;
    }

    /**
     * "The closure of the mission, attached to the ministry, and the office": what comes after an aside between commas is joined to the noun
     * before it, not to the last one within.
     */
    private void mendAside(int joined) {
        if (!deprels[joined].equals("conj") || !isName(joined)) {
            return;
        }
        int and = -1;
        for (int i = 0; i < joined; i++) {
            if (heads[i] == joined && deprels[i].equals("cc")) {
                and = i;
            }
        }
        int aside = and < 2 || !is(and - 1, ",") ? -1 : asideOf(heads[joined]);
        if (aside < 1 || !is(aside - 1, ",")) {
            return;
        }
        int noun = aside - 2;
        while (noun >= 0 && heads[noun] >= 0 && heads[noun] < aside && noun != heads[aside] && isName(heads[noun])) {
            noun = heads[noun];
        }
        boolean fits = noun >= 0 && isName(noun) && deprels[noun].matches("nmod|obj|obl|nsubj|nsubj:pass|conj");
        if (fits) {
            heads[joined] = noun;
        }
    }

    /** "Said that it would answer and called in the envoy": what is told as done is joined to the saying, not to what is to come. */
    private void mendTense(int deed) {
        int coming = heads[deed];
        boolean done = deprels[deed].equals("conj")
                && coming >= 0
                && coming < deed
                && deprels[coming].equals("ccomp")
                && heads[coming] >= 0
                && heads[coming] < coming
                && sentence.token(deed).xpos().equals("VBD")
                && sentence.token(coming).xpos().equals("VB")
                && sentence.token(heads[coming]).xpos().equals("VBD");
        if (!done) {
            return;
        }
        boolean modal = false;
        for (int i = 0; i < heads.length; i++) {
            modal |= heads[i] == coming
                    && deprels[i].equals("aux")
                    && sentence.token(i).xpos().equals("MD");
            if (heads[i] == deed && (deprels[i].startsWith("aux") || deprels[i].startsWith("nsubj"))) {
                return;
            }
        }
        if (modal) {
            heads[deed] = heads[coming];
        }
    }

    /** "Norway, having recalled its envoy, expelled two": it goes with what is done next, and says nothing of Norway. */
    private void mendHaving(int participle) {
        int subject = heads[participle];
        boolean of = deprels[participle].startsWith("acl")
                && subject >= 0
                && subject < participle
                && deprels[subject].equals("nsubj")
                && heads[subject] > participle;
        for (int i = subject + 1; of && i < participle; i++) {
            if (heads[i] == participle && deprels[i].equals("aux") && is(i, "having")) {
                heads[participle] = heads[subject];
                deprels[participle] = "advcl";
                return;
            }
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

    private boolean is(int i, String form) {
        Token token = sentence.token(i);
        return token.form().equals(form);
    }
}
