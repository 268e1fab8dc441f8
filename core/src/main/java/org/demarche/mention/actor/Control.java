package org.demarche.mention.actor;

import java.util.Set;
import org.demarche.model.Sentence;
import org.demarche.model.Token;
import org.demarche.model.Upos;

/** Who does what an infinitive tells, where its clause does not name him: "Togo's decision to close its embassy", "told Togo to close its embassy". */
final class Control {
    /** Verbs whose object does what they ask for. */
    private static final Set<String> OF_OBJECT = WordSet.of("""
            order tell ask force urge allow permit require instruct oblige compel invite press want request
            persuade push command direct beg advise enable expect lead cause warn forbid""");

    /** Verbs whose receiver does what the thing given is for: "gave Togo a week to close its embassy". */
    private static final Set<String> OF_RECEIVER = WordSet.of("give grant allow leave offer");

    private static final int MOST_STEPS = 12;

    private Control() {}

    /** The token of the one who does the infinitive around a token, or -1 where it is no infinitive or he is the subject of its clause. */
    static int doer(Sentence sentence, int token) {
        int at = token;
        for (int step = 0; step < MOST_STEPS && at >= 0; step++) {
            Token word = sentence.token(at);
            if (word.upos() == Upos.VERB && at != token) {
                boolean infinitive = hasTo(sentence, at);
                int receiver = infinitive ? receiver(sentence, word) : -1;
                if (receiver >= 0) {
                    return receiver;
                }
                if (infinitive && word.relation().equals("acl")) {
                    return child(sentence, word.head(), "nmod:poss");
                }
                if (infinitive && word.relation().matches("xcomp|ccomp")) {
                    boolean ofObject =
                            OF_OBJECT.contains(sentence.token(word.head()).lemma());
                    int object = child(sentence, word.head(), "iobj");
                    return !ofObject ? -1 : object >= 0 ? object : child(sentence, word.head(), "obj");
                }
                if (!word.relation().equals("conj") && !word.relation().equals("advcl")) {
                    return -1;
                }
            }
            at = word.head();
        }
        return -1;
    }

    private static int receiver(Sentence sentence, Token infinitive) {
        int giving = infinitive.relation().equals("acl")
                ? sentence.token(infinitive.head()).head()
                : infinitive.relation().equals("advcl") ? infinitive.head() : -1;
        boolean given =
                giving >= 0 && OF_RECEIVER.contains(sentence.token(giving).lemma());
        return given ? child(sentence, giving, "iobj") : -1;
    }

    private static boolean hasTo(Sentence sentence, int verb) {
        for (int i = verb - 1; i >= 0 && i >= verb - 3; i--) {
            Token word = sentence.token(i);
            if (word.head() == verb && word.xpos().equals("TO")) {
                return true;
            }
        }
        return false;
    }

    private static int child(Sentence sentence, int head, String relation) {
        for (int i = 0; i < sentence.tokens().size(); i++) {
            if (sentence.token(i).head() == head && sentence.token(i).deprel().equals(relation)) {
                return i;
            }
        }
        return -1;
    }
}
