package org.demarche.view;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.Disagreement;
import org.demarche.model.PartialDate;

/** The value of a reading as a person expects it: a stem as the word that it was cut from, a day as people write it. */
public final class ReadingWords {
    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    private static final Pattern ID = Pattern.compile("\\b[A-Z]{2,8}\\b");

    private ReadingWords() {}

    /**
     * The same, with states and organisations by their names where a value lists them by their ids.
     *
     * @param names the name for an id, or the id itself
     */
    public static String of(Disagreement disagreement, String value, UnaryOperator<String> names) {
        boolean isOfParties =
                disagreement.field().equals("actors") || disagreement.field().equals("recipients");
        return isOfParties
                ? ID.matcher(value).replaceAll(m -> Matcher.quoteReplacement(names.apply(m.group())))
                : of(disagreement, value);
    }

    /** The words for one of the values of a disagreement. */
    public static String of(Disagreement disagreement, String value) {
        if (disagreement.field().equals("act") && value.chars().allMatch(Character::isLetter)) {
            for (Disagreement.Reading reading : disagreement.readings()) {
                if (reading.value().equals(value)) {
                    for (String word :
                            reading.citation().quote().toLowerCase(Locale.ROOT).split("\\P{L}+")) {
                        if (word.startsWith(value)) {
                            return word;
                        }
                    }
                }
            }
        }
        return DAY.matcher(value.replace("/", " \u2013 "))
                .replaceAll(m -> PartialDate.parse(m.group()).map(DateWords::of).orElse(m.group()));
    }
}
