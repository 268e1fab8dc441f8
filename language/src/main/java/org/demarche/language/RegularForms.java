package org.demarche.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The base of a regularly inflected verb or noun that the lexicon of lemmas lacks: every base that English spelling allows ({@code lodged}: {@code lodge}, {@code lodg}), and of these the first that
 * is a known word, or else the likeliest by its letters. Immutable.
 */
final class RegularForms {

    private static final int LONGEST = 40;

    /** Consonants after one vowel that hardly ever end a longer verb without an {@code e}, with that vowel: {@code infus-ed}, but {@code pardon-ed}. */
    private static final Set<String> WANT_E = Set.of(
            "ad", "am", "as", "at", "ib", "id", "il", "im", "in", "ir", "is", "it", "od", "ok", "ol", "os", "ot", "ub",
            "ud", "uk", "ul", "um", "un", "ur", "us", "ut");

    private final Set<String> verbs;
    private final Set<String> nouns;
    private final Set<String> words;

    /**
     * @param verbs known bases of verbs
     * @param nouns the same of nouns
     * @param words other words that exist, inflected ones among them; asked where no base is known
     */
    RegularForms(Set<String> verbs, Set<String> nouns, Set<String> words) {
        this.verbs = Set.copyOf(verbs);
        this.nouns = Set.copyOf(nouns);
        this.words = Set.copyOf(words);
    }

    /** The base of a form, in lower case; null where the tag is of no regular inflection or the form does not end as its tag asks. */
    @Nullable
    String find(String form, String xpos) {
        String lower = form.toLowerCase(Locale.ROOT);
        if (lower.length() > LONGEST || !lower.chars().allMatch(c -> Character.isLetter(c) || c == '-')) {
            return null;
        }
        return switch (xpos) {
            case "VBD", "VBN" -> lower.endsWith("ed") ? verb(lower.substring(0, lower.length() - 2), 'i') : null;
            case "VBG" -> lower.endsWith("ing") ? verb(lower.substring(0, lower.length() - 3), 'y') : null;
            case "VBZ" -> isPlural(lower) ? plural(lower, verbs) : null;
            case "NNS" -> isPlural(lower) && !lower.endsWith("ics") ? plural(lower, nouns) : null;
            default -> null;
        };
    }

    /** Not words that only look it ({@code boss}, {@code virus}), nor the shortest. */
    private static boolean isPlural(String form) {
        return form.length() > 3
                && form.endsWith("s")
                && !form.endsWith("ss")
                && !form.endsWith("us")
                && !form.endsWith("is");
    }

    /** @param soft what a {@code y} or {@code ie} of the base becomes before the ending */
    private @Nullable String verb(String stem, char soft) {
        int length = stem.length();
        if (length < 2 || vowels(stem) == 0) {
            return null;
        }
        List<String> bases = new ArrayList<>();
        char last = stem.charAt(length - 1), before = stem.charAt(length - 2);
        boolean twice = last == before && !isVowel(last);
        if (last == soft && length == 2) {
            bases.add(stem.charAt(0) + "ie");
            bases.add(stem.charAt(0) + "y");
        } else if (last == 'i' && soft == 'i') {
            bases.add(stem.substring(0, length - 1) + "y");
            bases.add(stem);
        } else if (twice && ("sfz".indexOf(last) < 0 && (last != 'l' || vowels(stem) > 1))) {
            bases.add(stem.substring(0, length - 1));
            bases.add(stem);
        } else if (twice) {
            bases.add(stem);
            bases.add(stem.substring(0, length - 1));
        } else if (wantsE(stem)) {
            bases.add(stem + "e");
            bases.add(stem);
        } else {
            bases.add(stem);
            bases.add(stem + "e");
        }
        return best(bases, verbs);
    }

    /** Whether a verb that loses an ending to this most likely had an {@code e}: {@code stag-ed}, {@code denounc-ed}, {@code settl-ed}. */
    private static boolean wantsE(String stem) {
        int length = stem.length();
        char last = stem.charAt(length - 1), before = stem.charAt(length - 2);
        if ("cvuz".indexOf(last) >= 0 || last == 's' && before != 's' && !stem.endsWith("us")) {
            return true;
        }
        if (last == 'g') {
            return before != 'n' || stem.endsWith("ang") || stem.endsWith("eng") || stem.endsWith("ung");
        }
        if (last == 'l' && !isVowel(before) && before != 'r' && before != 'w' && before != 'l') {
            return true;
        }
        if (isVowel(last) || "wxyh".indexOf(last) >= 0 || !isVowel(before)) {
            return false;
        }
        boolean single = length < 3 || !isVowel(stem.charAt(length - 3)) || stem.endsWith("qu" + before + last);
        return stem.endsWith("iat") || single && (vowels(stem) == 1 || WANT_E.contains(stem.substring(length - 2)));
    }

    private String plural(String form, Set<String> known) {
        int length = form.length();
        List<String> bases = new ArrayList<>();
        String short1 = form.substring(0, length - 1);
        if (form.endsWith("ies") && length > 4) {
            bases.add(form.substring(0, length - 3) + "y");
            bases.add(short1);
        } else if (form.endsWith("xes")
                || form.endsWith("ches")
                || form.endsWith("shes")
                || form.endsWith("sses")
                || form.endsWith("zzes")
                || form.endsWith("oes")) {
            bases.add(form.substring(0, length - 2));
            bases.add(short1);
        } else {
            bases.add(short1);
            if (form.endsWith("ses") || form.endsWith("zes")) {
                bases.add(form.substring(0, length - 2));
            }
        }
        return best(bases, known);
    }

    private String best(List<String> candidates, Set<String> bases) {
        for (Set<String> known : List.of(bases, words)) {
            for (String candidate : candidates) {
                if (known.contains(candidate)) {
                    return candidate;
                }
            }
        }
        return candidates.get(0);
    }

    private static int vowels(String stem) {
        int groups = 0;
        for (int i = 0; i < stem.length(); i++) {
            groups += isVowel(stem.charAt(i)) && (i == 0 || !isVowel(stem.charAt(i - 1))) ? 1 : 0;
        }
        return groups;
    }

    private static boolean isVowel(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }
}
