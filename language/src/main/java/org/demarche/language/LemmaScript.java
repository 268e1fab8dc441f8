package org.demarche.language;

import java.util.Locale;

/**
 * How a lemma is made of a form: change its letter case, take characters off its end, add an ending.
 *
 * @param cut how many code points are taken off
 */
record LemmaScript(Casing casing, int cut, String ending) {

    enum Casing {
        LOWER,
        KEEP,
        CAPITALISED
    }

    /** Reads {@code l:2:y}, as {@code lemmas.py} writes it. */
    static LemmaScript parse(String script) {
        String[] parts = script.split(":", 3);
        Casing casing = switch (parts[0]) {
            case "l" -> Casing.LOWER;
            case "k" -> Casing.KEEP;
            case "t" -> Casing.CAPITALISED;
            default -> throw new IllegalArgumentException("not a lemma script: " + script);
        };
        return new LemmaScript(casing, Integer.parseInt(parts[1]), parts[2]);
    }

    /** The lemma of a form; the form itself where nothing would be left. */
    String apply(String form) {
        String cased = switch (casing) {
            case LOWER -> form.toLowerCase(Locale.ROOT);
            case KEEP -> form;
            case CAPITALISED -> capitalised(form);
        };
        int kept = cased.codePointCount(0, cased.length()) - cut;
        String lemma = (kept > 0 ? cased.substring(0, cased.offsetByCodePoints(0, kept)) : "") + ending;
        return lemma.isEmpty() ? form : lemma;
    }

    private static String capitalised(String form) {
        int first = form.offsetByCodePoints(0, form.isEmpty() ? 0 : 1);
        return form.substring(0, first).toUpperCase(Locale.ROOT)
                + form.substring(first).toLowerCase(Locale.ROOT);
    }
}
