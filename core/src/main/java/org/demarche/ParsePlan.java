package org.demarche;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.coding.ActGate;
import org.demarche.model.Sentence;

/** Chooses the sentences of a report that are worth parsing. Immutable. */
final class ParsePlan {
    /** So many words of diplomacy make a report one of diplomacy. */
    private static final int WORDS_OF_DIPLOMACY = 2;

    private static final int LONGEST_LIST = 20;

    private final ActGate gate;
    private final Parsing parsing;

    ParsePlan(ActGate gate, Parsing parsing) {
        this.gate = gate;
        this.parsing = parsing;
    }

    /** The places of the chosen sentences, in order; empty where the report can tell no act. */
    Set<Integer> choose(String text, List<Sentence> sentences) {
        Set<Integer> out = new TreeSet<>();
        boolean all = parsing == Parsing.ALL || parsing == Parsing.AUTO && isOfDiplomacy(text);
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (!sentence.kind().carriesActs()) {
                continue;
            }
            if (all) {
                out.add(i);
                continue;
            }
            ActGate.Look look = gate.look(text, sentence.span());
            if (look == ActGate.Look.NOTHING) {
                continue;
            }
            out.add(i);
            opening(text, sentences, i, out);
            if (look != ActGate.Look.ACT) {
                add(sentences, i - 1, out);
            }
            if (look == ActGate.Look.SPOKEN) {
                add(sentences, i + 1, out);
            }
        }
        for (int i : List.copyOf(out)) {
            if (i + 1 < sentences.size() && tellsForce(text, sentences.get(i + 1))) {
                add(sentences, i + 1, out);
            }
        }
        if (!out.isEmpty()) {
            lead(sentences, out);
        }
        return out;
    }

    /** Whether all of a report is asked for, whatever it tells. */
    boolean isWhole() {
        return parsing == Parsing.ALL;
    }

    boolean isOfDiplomacy(String text) {
        return gate.countDiplomacy(text) >= WORDS_OF_DIPLOMACY;
    }

    /** Whether a sentence may say from when the act before it is in force. */
    private static boolean tellsForce(String text, Sentence sentence) {
        String words = sentence.span().in(text);
        return words.contains(" effect")
                || words.contains("into force")
                || words.contains(" apply ")
                || words.contains(" applies ");
    }

    /** The first sentence says who and where; what follows takes it for known. */
    private static void lead(List<Sentence> sentences, Set<Integer> out) {
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).kind() == Sentence.Kind.BODY) {
                out.add(i);
                return;
            }
        }
    }

    /** The items of a list take from the words before it who decides what they say: "The Council decides:". */
    private static void opening(String text, List<Sentence> sentences, int item, Set<Integer> out) {
        for (int i = item - 1; i >= Math.max(0, item - LONGEST_LIST); i--) {
            String words = sentences.get(i).span().in(text).strip();
            if (words.endsWith(":")) {
                add(sentences, i, out);
                return;
            }
            if (!words.endsWith(";")) {
                return;
            }
        }
    }

    private static void add(List<Sentence> sentences, int i, Set<Integer> out) {
        if (i >= 0 && i < sentences.size() && sentences.get(i).kind().carriesActs()) {
            out.add(i);
        }
    }
}
