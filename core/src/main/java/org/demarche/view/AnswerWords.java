package org.demarche.view;

/** Why one act is taken for the answer to another, in words. */
public final class AnswerWords {
    private static final String INFERRED = "inferred: ";

    private AnswerWords() {}

    /** The name of the rule that infers it. */
    public static String rule(String basis) {
        return basis.startsWith(INFERRED) ? basis.substring(INFERRED.length()) : basis;
    }

    /** A basis of an answer, as {@code inferred: told-after}: "a sentence tells it right after the act"; the rule's name where it has no words. */
    public static String of(String basis) {
        if (basis.equals("stated")) {
            return "a sentence says that it answers";
        }
        String rule = rule(basis);
        return switch (rule) {
            case "same-package" -> "a part of what is said to be the answer";
            case "refusal" -> "it turns down what was said or asked";
            case "denial" -> "it denies what was said";
            case "reaction" -> "it speaks of the act";
            case "told in turn" -> "an act of the same kind, or the promise of one, told right after it";
            case "told-after" -> "a sentence tells it right after the act";
            default -> rule.startsWith("tit-for-tat") ? "an act of the same kind, in return" : rule;
        };
    }
}
