package org.demarche.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The content words of a stretch of English, cut down to stems so that "expelled" meets "expelling". Linear in the text. */
final class Words {
    private static final Set<String> EMPTY = Set.of(
            ("a an the of to in on at by for from with and or but as that this these those it its their his her our"
                            + " is are was were be been being has have had do does did will would shall should can could may might must not no nor"
                            + " he she they we you i who whom whose which what when where while after before during since until into over under about"
                            + " also all any both each more most other some such than then there here so up out off own only very just said says say"
                            + " told according new one two")
                    .split(" "));

    private Words() {}

    /** Stems of the content words, sorted. */
    static Set<String> stems(String text) {
        Set<String> out = new TreeSet<>();
        for (String word : split(text)) {
            if (word.length() > 1 && !EMPTY.contains(word)) {
                out.add(stem(word));
            }
        }
        return out;
    }

    /** Whether a word says nothing of what a sentence is about. */
    static boolean isEmpty(String word) {
        return word.length() < 2 || EMPTY.contains(word);
    }

    /** Lower-case runs of letters and digits, in text order. */
    static List<String> split(String text) {
        List<String> out = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (c == '’' || c == '\'') {
                flush(word, out);
            } else {
                flush(word, out);
            }
        }
        return out;
    }

    private static void flush(StringBuilder word, List<String> out) {
        if (word.length() > 0) {
            out.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    /** A light suffix cut: enough to join the forms of a verb and its noun, no more. */
    static String stem(String word) {
        String w = word;
        for (String suffix : List.of(
                "ations", "ation", "ments", "ment", "ings", "ing", "ures", "ure", "sions", "sion", "ions", "ion", "als",
                "al", "ies", "ied", "ed", "es", "s", "e")) {
            if (w.endsWith(suffix) && w.length() - suffix.length() >= 3) {
                w = w.substring(0, w.length() - suffix.length());
                break;
            }
        }
        int n = w.length();
        if (n > 3 && w.charAt(n - 1) == w.charAt(n - 2) && "lnprtmgdb".indexOf(w.charAt(n - 1)) >= 0) {
            w = w.substring(0, n - 1);
        }
        return w.endsWith("i") || w.endsWith("y") ? w.substring(0, w.length() - 1) + "y" : w;
    }
}
