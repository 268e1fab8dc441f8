package org.demarche.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a denial is of, as far as its own words tell. */
public final class Denials {
    /** What a denial takes up where it does not stand beside the accusation. */
    private static final List<String> CHARGES = List.of(
            "accusation",
            "allegation",
            "charge",
            "claim",
            "reproach",
            "assertion",
            "suggestion",
            "insinuation",
            "involvement",
            "responsibility",
            "wrongdoing",
            "complicity",
            "any role",
            "any part");

    private static final Set<String> ESPIONAGE = Set.of("accuse-of-espionage");
    private static final Pattern SPYING =
            Pattern.compile("\\b(?:sp(?:y|ies|ying|ied)|espionage|intelligence|agents?|undeclared)\\b");
    private static final Pattern DOING = Pattern.compile(
            "\\b(?:involve[a-z]*|responsib[a-z]*|complicit[a-z]*|hand in|part in|role in|behind|to do with|attack[a-z]*"
                    + "|poison[a-z]*|kill[a-z]*|murder[a-z]*|incident|death|explosion|blast)\\b");

    private Denials() {}

    /** Whether a denial says that it is of an accusation, wherever in the report that stands. */
    public static boolean takesUp(Claim denial) {
        String sentence = denial.sentence().quote().toLowerCase(Locale.ROOT);
        return CHARGES.stream().anyMatch(sentence::contains);
    }

    /** Whether it can be of an accusation: that people spied is not denied by who had no hand in a deed, nor the other way round. */
    public static boolean canBeOf(Claim denial, Claim accusation) {
        String sentence = denial.sentence().quote().toLowerCase(Locale.ROOT);
        boolean spying = SPYING.matcher(sentence).find();
        boolean doing = DOING.matcher(sentence).find();
        return ESPIONAGE.contains(accusation.act().code())
                ? spying || !doing
                : doing || !spying || isOfSpying(accusation);
    }

    private static boolean isOfSpying(Claim accusation) {
        return SPYING.matcher(accusation.sentence().quote().toLowerCase(Locale.ROOT))
                .find();
    }
}
