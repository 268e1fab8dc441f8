package org.demarche.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The forms under which a word of the lexicon may stand in a text: more than English has, so that none is missed. */
final class Inflections {
    private static final String VOWELS = "aeiou";
    private static final Map<String, List<String>> IRREGULAR = new HashMap<>();

    static {
        Lemmas.irregular()
                .forEach((form, word) ->
                        IRREGULAR.computeIfAbsent(word, k -> new ArrayList<>()).add(form));
    }

    private Inflections() {}

    /** Every form, in lower case, the word itself first. */
    static Set<String> of(String lemma) {
        String word = lemma.toLowerCase(Locale.ROOT);
        Set<String> out = new LinkedHashSet<>();
        out.add(word);
        int n = word.length();
        if (n < 3) {
            irregular(word, out);
            return out;
        }
        char last = word.charAt(n - 1);
        String stem = word.substring(0, n - 1);
        out.add(word + "s");
        if ("sxzhoc".indexOf(last) >= 0) {
            out.add(word + "es");
        }
        if (last == 'e') {
            out.add(word + "d");
            out.add(stem + "ing");
        } else {
            out.add(word + "ed");
        }
        out.add(word + "ing");
        if (last == 'y') {
            out.add(stem + "ies");
            out.add(stem + "ied");
        }
        if (VOWELS.indexOf(last) < 0 && VOWELS.indexOf(word.charAt(n - 2)) >= 0) {
            out.add(word + last + "ed");
            out.add(word + last + "ing");
        }
        irregular(word, out);
        return out;
    }

    private static void irregular(String word, Set<String> out) {
        out.addAll(IRREGULAR.getOrDefault(word, List.of()));
        switch (word) {
            case "crisis" -> out.add("crises");
            case "person" -> out.add("people");
            case "people" -> out.add("person");
            case "staff" -> out.add("staffs");
            case "lie" -> out.add("lying");
            case "half" -> out.add("halves");
            case "policeman", "serviceman", "militiaman", "gunman", "businessman" ->
                out.add(word.substring(0, word.length() - 3) + "men");
            default -> {}
        }
    }
}
