package org.demarche.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The place, day and agency that stand before the first sentence of a report: "LIMA, 3 May (Agency) - ". */
public final class Leads {
    /** Before the dash there is a place, a day and an agency at most. */
    private static final int LONGEST = 16;

    private static final Set<String> DASHES = Set.of("-", "--", "–", "—");
    private static final Set<String> SMALL =
            Set.of("of", "de", "la", "le", "el", "the", "and", "/", ",", ".", "(", ")");

    private Leads() {}

    /** As {@link #length}, of a parsed sentence. */
    public static int lengthOf(List<Token> tokens) {
        return length(tokens.stream()
                .limit(LONGEST + 2)
                .map(t -> new Word(t.span(), t.form()))
                .toList());
    }

    /** How many words stand before the sentence proper, the dash included; 0 where none do. */
    public static int length(List<Word> words) {
        boolean marked = !words.isEmpty() && isCapitals(words.get(0).form());
        for (int i = 0; i < Math.min(LONGEST, words.size() - 2); i++) {
            String form = words.get(i).form();
            if (i > 0 && DASHES.contains(form) && isApart(words, i)) {
                boolean begins = !Character.isLowerCase(words.get(i + 1).form().charAt(0));
                return marked && begins ? i + 1 : 0;
            }
            char first = form.charAt(0);
            boolean fits = Character.isUpperCase(first)
                    || Character.isDigit(first)
                    || SMALL.contains(form.toLowerCase(Locale.ROOT));
            if (!fits) {
                return 0;
            }
            String bare = form.endsWith(".") ? form.substring(0, form.length() - 1) : form;
            marked |= i > 0 && (form.equals("(") || MonthNames.contains(bare.toLowerCase(Locale.ROOT)));
        }
        return 0;
    }

    /** Whether there is space on both sides of a word. */
    private static boolean isApart(List<Word> words, int i) {
        return words.get(i - 1).span().end() < words.get(i).span().start()
                && words.get(i).span().end() < words.get(i + 1).span().start();
    }

    /** "LIMA", "N'DJAMENA", "PORT-AU-PRINCE". */
    private static boolean isCapitals(String form) {
        return form.length() > 2
                && form.chars().allMatch(c -> Character.isUpperCase(c) || "'’-".indexOf(c) >= 0)
                && Character.isUpperCase(form.charAt(0));
    }
}
