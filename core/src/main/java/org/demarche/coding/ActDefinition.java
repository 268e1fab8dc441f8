package org.demarche.coding;

import java.util.List;
import org.demarche.model.Act;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Factuality;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * An act of the lexicon.
 *
 * @param act its codes
 * @param says what it is, in a sentence
 * @param mutual whether both sides do it where the sentence names both as its subject
 * @param holds whether what stands in its complement is part of it and no act of its own ("threatened to close the border")
 * @param presumes whether it takes another's deed in its complement for done, so that the deed is told as well
 * @param spoken whether the factuality of its complement's clause leaves it as it is (a threat is an asserted threat)
 * @param context where an unnamed actor may be taken from ("eight diplomats were expelled")
 * @param effects what it does to the state of its subjects: {@code status: closed}, {@code ceiling: <to>}
 * @param frames the ways to say it
 */
public record ActDefinition(
        Act act,
        String says,
        boolean mutual,
        boolean holds,
        boolean presumes,
        boolean spoken,
        Context context,
        List<Effect> effects,
        List<Frame> frames) {

    /** Where an actor may be taken from whom the sentence leaves out. */
    public enum Context {
        /** Nowhere: he must be named. */
        NO,
        /** Only from who is said to say it. */
        SPEAKER,
        /** From the sentences before and the sides of the report as well. */
        YES
    }

    /**
     * A change of state.
     *
     * @param attribute {@code status}, {@code ceiling}, {@code headcount}, {@code level}
     * @param value a status word, or {@code <to>}, {@code <count>}
     * @param kind kind of the subject it applies to, in lower case, or null for any that the phrase names
     */
    public record Effect(
            String attribute, String value, @Nullable String kind) {}

    /**
     * A sentence that the act must be found in.
     *
     * @param text the sentence
     * @param actors principals of the actors, in any order
     * @param recipients principals of the recipients
     * @param details further expectations ({@code count 8}, {@code planned}, {@code date 2014-05-03})
     * @param where file and line, for the failure message
     */
    public record Example(
            String text, List<String> actors, List<String> recipients, List<String> details, String where) {}

    public ActDefinition {
        effects = List.copyOf(effects);
        frames = List.copyOf(frames);
    }

    /** Our code. */
    public String code() {
        return act.code();
    }

    /** The same under another code. */
    ActDefinition withCode(String code) {
        Act as = new Act(code, act.type(), act.mode(), act.contexts(), act.cameo(), act.quad(), act.goldstein());
        return new ActDefinition(as, says, mutual, holds, presumes, spoken, context, effects, frames);
    }

    /**
     * What the act does to the state of subjects.
     *
     * @param from when it is in force
     * @param words that tell of it
     * @param sentence that they stand in
     */
    public List<Change> changes(
            List<Subject> subjects,
            List<Claim.Quantity> quantities,
            When from,
            Citation words,
            Citation sentence,
            Factuality factuality) {
        return Effects.changes(this, subjects, quantities, from, null, words, sentence, factuality);
    }
}
