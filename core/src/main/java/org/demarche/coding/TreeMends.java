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

    private static final Set<String> GIVING =
            Set.of("give", "lend", "grant", "pay", "send", "offer", "award", "loan", "promise", "owe");
    private static final Set<String> TIMES = Set.of(
            "day",
            "week",
            "month",
            "year",
            "hour",
            "time",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "today",
            "yesterday",
            "tomorrow");

    /** What one does in speaking. */
    static final Set<String> SPEAKING = Set.of(
            "accuse",
            "add",
            "allege",
            "blame",
            "call",
            "cite",
            "claim",
            "condemn",
            "criticise",
            "criticize",
            "demand",
            "denounce",
            "describe",
            "insist",
            "note",
            "promise",
            "refer",
            "say",
            "stress",
            "threaten",
            "urge",
            "vow",
            "warn");

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
            mendHaving(i);
            mendAdding(i);
            mendAfter(i);
            mendGift(i);
            mendSubject(i);
            mendSecond(i);
            mendParted(i);
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

    /** "It was not in our interest, he argued, to end the talks": what stands behind an aside goes with what stands before it. */
    private void mendParted(int infinitive) {
        int said = heads[infinitive];
        int main = said < 1 ? -1 : heads[said];
        boolean aside = main >= 0
                && deprels[said].equals("parataxis")
                && deprels[infinitive].equals("xcomp")
                && main < said
                && said < infinitive
                && infinitive > 1
                && is(infinitive - 1, "to")
                && is(infinitive - 2, ",");
        if (aside) {
            heads[infinitive] = main;
            deprels[infinitive] = hasDummy(main) ? "csubj" : "advcl";
        }
    }

    /** "It" as the subject of what one word judges. */
    private boolean hasDummy(int judged) {
        for (int i = 0; i < judged; i++) {
            if (heads[i] == judged
                    && (deprels[i].startsWith("nsubj") || deprels[i].equals("expl"))
                    && sentence.token(i).form().equalsIgnoreCase("it")) {
                return true;
            }
        }
        return false;
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

    /** "The envoy must go, the minister said on Friday, calling him a liar": what is said besides is said by him who spoke. */
    private void mendAdding(int participle) {
        int told = heads[participle];
        boolean said = deprels[participle].equals("advcl")
                && SPEAKING.contains(sentence.token(participle).lemma())
                && sentence.token(participle).xpos().equals("VBG")
                && is(participle - 1, ",")
                && told >= 0
                && told < participle
                && deprels[told].matches("ccomp|parataxis")
                && heads[told] > told
                && heads[told] < participle
                && sentence.token(heads[told]).upos() == Upos.VERB;
        if (!said) {
            return;
        }
        for (int i = heads[told] + 1; i < participle; i++) {
            if (sentence.token(i).upos() == Upos.VERB) {
                return;
            }
        }
        heads[participle] = heads[told];
    }

    /** "Told the envoys to leave, after blaming them": set off by a comma, it is said of him who told them. */
    private void mendAfter(int participle) {
        int leave = heads[participle];
        int told = leave < 0 ? -1 : heads[leave];
        boolean inner = deprels[participle].equals("advcl")
                && sentence.token(participle).xpos().equals("VBG")
                && leave < participle
                && deprels[leave].equals("xcomp")
                && told >= 0
                && told < leave
                && sentence.token(told).upos() == Upos.VERB;
        if (inner
                && (is(participle - 1, "after") || is(participle - 1, "before"))
                && participle > 2
                && is(participle - 2, ",")) {
            heads[participle] = told;
        }
    }

    /** "Lent Latvia 300 million euros": what is given, and to whom. */
    private void mendGift(int sum) {
        int verb = heads[sum];
        boolean given = deprels[sum].equals("obl:unmarked")
                && verb >= 0
                && verb < sum
                && GIVING.contains(sentence.token(verb).lemma())
                && !TIMES.contains(sentence.token(sum).lemma());
        for (int i = verb + 1; given && i < sum; i++) {
            if (heads[i] == verb && deprels[i].equals("obj")) {
                deprels[i] = "iobj";
                deprels[sum] = "obj";
                return;
            }
        }
    }

    /** "; closing the mission simply admits it": who does it is said by no word, and it is what the verb after it is said of. */
    private void mendSubject(int verb) {
        if (!sentence.token(verb).xpos().equals("VBZ") || !deprels[verb].matches("parataxis|conj|ccomp|root")) {
            return;
        }
        int gerund = -1;
        for (int i = verb - 1; i >= 0 && gerund < 0; i--) {
            boolean opens = i == 0 || sentence.token(i - 1).upos() == Upos.PUNCT;
            if (opens && sentence.token(i).xpos().equals("VBG")) {
                gerund = i;
            } else if (sentence.token(i).upos() == Upos.PUNCT
                    || deprels[i].matches("cc|mark")
                    || deprels[i].startsWith("nsubj") && heads[i] == verb) {
                return;
            }
        }
        if (gerund >= 0
                && heads[gerund] != verb
                && heads[gerund] < gerund
                && deprels[gerund].matches("conj|parataxis|advcl")) {
            heads[gerund] = verb;
            deprels[gerund] = "csubj";
        }
    }

    /** "Offered its troops to Togo's new president, Ada Mensah": no subject, since the verb has one and a preposition leads it. */
    private void mendSecond(int named) {
        int verb = heads[named];
        if (!deprels[named].equals("nsubj") || verb < 0 || verb > named) {
            return;
        }
        boolean subject = false;
        int title = -1;
        for (int i = 0; i < named; i++) {
            subject |= heads[i] == verb && deprels[i].equals("nsubj") && i < verb;
            title = heads[i] == named && deprels[i].equals("nmod:desc") ? i : title;
        }
        for (int i = verb + 1; subject && i < named; i++) {
            boolean leads = deprels[i].equals("case")
                    && (heads[i] == named || heads[i] == title)
                    && !is(i, "'s")
                    && !is(i, "’s");
            if (leads) {
                deprels[named] = "obl";
                heads[i] = named;
                return;
            }
        }
    }

    private boolean is(int i, String form) {
        Token token = sentence.token(i);
        return token.form().equals(form);
    }
}
