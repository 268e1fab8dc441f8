package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Upos;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that say only from when an act is in force of which the text told before: "the cut takes effect by the end of the month", "the
 * expulsions begin on Friday", "it enters into force on 1 May".
 */
final class ComingIntoForce {
    private static final int REACH = 3;

    /** Nouns for whatever was just told. */
    private static final Set<String> ANY_ACT = Set.of(
            "decision",
            "move",
            "measure",
            "order",
            "step",
            "sanction",
            "restriction",
            "change",
            "action",
            "decree",
            "it",
            "they",
            "this",
            "these",
            "both");

    /** Words of one stem share so many letters at least: "expulsion" and "expel", "closure" and "closed". */
    private static final int STEM = 3;

    private final Tree tree;
    private final Grammar grammar;
    private final Realis realis;
    private final ClaimDates dates;

    ComingIntoForce(Reading reading) {
        this.tree = reading.tree();
        this.grammar = reading.grammar();
        this.realis = reading.realis();
        this.dates = reading.dates();
    }

    /** Gives the claims told up to here the day that this sentence tells, in place. */
    void apply(List<Claim> told, int sentence) {
        for (int verb = 0; verb < tree.size(); verb++) {
            boolean general = comesIntoForce(verb);
            boolean begins = tree.isVerbal(verb) && tree.is(verb, "begin", "start", "commence", "apply");
            if ((!general && !begins) || realis.negated(verb)) {
                continue;
            }
            When from = day(verb);
            int noun = subject(verb);
            if (from == null || noun < 0) {
                continue;
            }
            for (int i : meant(noun, told, tree.deprel(verb).equals("acl:relcl") ? sentence + 1 : sentence, general)) {
                Claim claim = told.get(i);
                told.set(i, claim.withDates(claim.date(), from).withBeginning(claim.date(), from));
            }
        }
    }

    private boolean comesIntoForce(int verb) {
        if (!tree.isVerbal(verb) && !tree.is(verb, "effective")) {
            return false;
        }
        return tree.is(verb, "take") && has(verb, "effect", "obj")
                || tree.is(verb, "come", "enter", "go", "put")
                        && (has(verb, "force", "obl") || has(verb, "effect", "obl"))
                || tree.is(verb, "effective") && tree.child(verb, "cop") >= 0
                || tree.is(verb, "become") && has(verb, "effective", "xcomp")
                || tree.is(verb, "kick") && tree.hasChild(verb, "in");
    }

    private boolean has(int verb, String lemma, String relation) {
        return tree.children(verb, relation).stream().anyMatch(c -> tree.is(c, lemma));
    }

    private @Nullable When day(int verb) {
        ClaimDates.Dates found = dates.of(verb, List.of(verb), List.of());
        return found.effective() != null ? found.effective() : found.date();
    }

    private int subject(int verb) {
        if (tree.deprel(verb).equals("acl:relcl")) {
            return tree.head(verb);
        }
        List<Integer> subjects = grammar.surfaceSubject(verb, 0);
        return subjects.isEmpty() ? -1 : subjects.get(0);
    }

    /** The claims of the last sentence that told such an act and gave no day for it: by its word, or by a word for any. */
    private List<Integer> meant(int noun, List<Claim> told, int sentence, boolean general) {
        boolean any = ANY_ACT.contains(tree.lemma(noun)) && (general || tree.upos(noun) == Upos.NOUN);
        boolean both = any && (tree.is(noun, "both") || tree.hasChild(noun, "both") || tree.hasChild(noun, "two"));
        List<Integer> out = new ArrayList<>();
        int at = -1;
        for (int i = told.size() - 1; i >= 0; i--) {
            Claim claim = told.get(i);
            boolean enough = both ? out.size() >= 2 : at >= 0 && claim.sentenceIndex() != at;
            if (sentence - claim.sentenceIndex() > REACH || enough) {
                break;
            }
            if (any && claim.sentenceIndex() < sentence || isNamed(claim, tree.form(noun))) {
                at = claim.sentenceIndex();
                When known = claim.effective();
                if (known == null || !known.isKnown()) {
                    out.add(i);
                }
            }
        }
        return out;
    }

    private static boolean isNamed(Claim claim, String noun) {
        for (String word : claim.trigger().quote().toLowerCase(Locale.ROOT).split("\\P{L}+")) {
            int same = 0;
            while (same < Math.min(word.length(), noun.length()) && word.charAt(same) == noun.charAt(same)) {
                same++;
            }
            if (same >= STEM
                    && (same > STEM || Math.min(word.length(), noun.length()) <= 2 * STEM || isExpulsion(word, noun))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExpulsion(String word, String noun) {
        return word.startsWith("expel") && noun.startsWith("expul");
    }
}
