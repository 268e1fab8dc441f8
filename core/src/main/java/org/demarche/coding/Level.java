package org.demarche.coding;

import java.util.Locale;
import org.demarche.model.Citation;
import org.jspecify.annotations.Nullable;

/**
 * The rank to which the words after an act bring relations: "to the level of chargé d'affaires", "to ambassadorial level".
 *
 * @param value the rank, as the states have it
 * @param words exactly the words for it
 */
record Level(String value, Citation words) {
    /** So many words before the rank stands "to" or "level". */
    private static final int NEAR = 4;

    /** The first rank between an act and the end of its clause; null where none is named. */
    static @Nullable Level after(Citation act, Citation sentence) {
        int[] points = sentence.quote().codePoints().toArray();
        boolean led = false;
        int since = 0;
        int at = Math.max(0, act.end() - sentence.start());
        while (at < points.length && points[at] != ';' && points[at] != ':') {
            int end = at;
            while (end < points.length && Character.isLetter(points[end])) {
                end++;
            }
            if (end == at) {
                at++;
                continue;
            }
            String word = new String(points, at, end - at).toLowerCase(Locale.ROOT);
            boolean head = word.startsWith("charg");
            if (led && since <= NEAR && (head || word.startsWith("ambassador"))) {
                int last = head ? endOf("affaires", points, end) : end;
                String quote = new String(points, at, last - at);
                Citation words =
                        new Citation(sentence.document(), sentence.start() + at, sentence.start() + last, quote);
                return new Level(head ? "chargé d'affaires" : "ambassador", words);
            }
            since = word.equals("to") || word.equals("level") ? 0 : since + 1;
            led |= since == 0;
            at = end;
        }
        return null;
    }

    /** Where a word ends that follows within a few letters; where it does not, the given place. */
    private static int endOf(String word, int[] points, int from) {
        String next = new String(points, from, Math.min(points.length - from, word.length() + 4));
        int at = next.toLowerCase(Locale.ROOT).indexOf(word);
        return at < 0 ? from : from + next.codePointCount(0, at) + word.length();
    }
}
