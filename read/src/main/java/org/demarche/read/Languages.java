package org.demarche.read;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells English from what is not, by script and by the small words that a language cannot do without.
 *
 * <p>A text too short to tell is {@code und}. Languages outside the list count as {@code und} too, unless their script gives them away.
 */
final class Languages {
    private static final int SAMPLE = 4000;
    private static final Map<String, Set<String>> SMALL_WORDS = new LinkedHashMap<>();

    static {
        SMALL_WORDS.put(
                "en",
                Set.of(
                        "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "by", "it", "from",
                        "at", "has", "have", "its", "be", "are"));
        SMALL_WORDS.put(
                "fr",
                Set.of(
                        "le", "la", "les", "des", "et", "du", "une", "dans", "que", "qui", "est", "pour", "sur", "au",
                        "par", "avec", "ses", "aux", "ont", "été"));
        SMALL_WORDS.put(
                "de",
                Set.of(
                        "der", "die", "das", "und", "den", "von", "mit", "dem", "des", "ein", "eine", "ist", "nicht",
                        "auf", "für", "sich", "zu", "auch", "nach", "wurde"));
        SMALL_WORDS.put(
                "es",
                Set.of(
                        "el", "los", "las", "del", "que", "una", "en", "por", "con", "para", "se", "su", "más", "como",
                        "fue", "al", "ha", "sus", "y", "es"));
        SMALL_WORDS.put(
                "it",
                Set.of(
                        "il", "di", "che", "della", "per", "del", "non", "una", "con", "sono", "nel", "alla", "gli",
                        "dei", "ha", "è", "dal", "si", "anche", "più"));
        SMALL_WORDS.put(
                "pt",
                Set.of(
                        "o", "os", "que", "do", "da", "em", "um", "uma", "não", "com", "para", "dos", "no", "na", "por",
                        "mais", "foi", "ao", "são", "pelo"));
        SMALL_WORDS.put(
                "nl",
                Set.of(
                        "het", "een", "van", "en", "dat", "niet", "zijn", "voor", "met", "aan", "ook", "door", "naar",
                        "bij", "wordt", "werd", "maar", "heeft", "om", "uit"));
        SMALL_WORDS.put(
                "pl",
                Set.of(
                        "w", "na", "że", "się", "nie", "jest", "oraz", "przez", "dla", "od", "który", "które", "tym",
                        "został", "po", "jak", "do", "są", "przy", "być"));
        SMALL_WORDS.put(
                "tr",
                Set.of(
                        "ve", "bir", "bu", "için", "ile", "olarak", "olan", "daha", "çok", "sonra", "kadar", "gibi",
                        "ise", "ancak", "oldu", "değil", "göre", "en", "var", "her"));
        SMALL_WORDS.put(
                "sv",
                Set.of(
                        "och", "att", "som", "på", "är", "av", "för", "med", "den", "till", "inte", "har", "ett", "om",
                        "de", "från", "men", "vid", "efter", "var"));
    }

    private Languages() {}

    /** ISO 639-1 code, or {@code und}. */
    static String of(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE)).toLowerCase(Locale.ROOT);
        String byScript = script(sample);
        if (!byScript.equals("Latn")) {
            return byScript;
        }
        String[] words = sample.split("[^\\p{L}]+");
        String best = "und";
        int most = 0;
        for (Map.Entry<String, Set<String>> language : SMALL_WORDS.entrySet()) {
            int hits = 0;
            for (String word : words) {
                hits += language.getValue().contains(word) ? 1 : 0;
            }
            if (hits > most) {
                most = hits;
                best = language.getKey();
            }
        }
        return words.length < 12 || most * 12 < words.length ? "und" : best;
    }

    private static String script(String sample) {
        int[] count = new int[5];
        sample.codePoints().filter(Character::isLetter).forEach(c -> {
            switch (Character.UnicodeScript.of(c)) {
                case LATIN -> count[0]++;
                case CYRILLIC -> count[1]++;
                case ARABIC -> count[2]++;
                case HAN, HIRAGANA, KATAKANA, HANGUL -> count[3]++;
                default -> count[4]++;
            }
        });
        int letters = count[0] + count[1] + count[2] + count[3] + count[4];
        if (letters == 0 || count[0] * 2 >= letters) {
            return "Latn";
        }
        if (count[1] * 2 > letters) {
            return sample.contains("ї") || sample.contains("є") ? "uk" : "ru";
        }
        if (count[2] * 2 > letters) {
            return sample.contains("گ") || sample.contains("پ") ? "fa" : "ar";
        }
        return count[3] * 2 > letters ? "zh" : "und";
    }
}
