package org.demarche.server;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.Dossier;
import org.demarche.model.Document;

/** Words of the reports that are written much like one that they do not have. */
final class Spellings {
    private static final int MOST = 3;
    private static final int FARTHEST = 2;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    private static final int MOST_CHARACTERS = 5_000_000;

    private Spellings() {}

    /** The nearest, those that are frequent first; none for a word of a few letters, which is near to everything. */
    static List<String> near(Dossier dossier, String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
            return List.of();
        }
        Map<String, Integer> counts = new TreeMap<>();
        int read = 0;
        for (Document document : dossier.documents()) {
            read += document.text().length();
            if (read > MOST_CHARACTERS) {
                break;
            }
            words(document.text().toLowerCase(Locale.ROOT), wanted.length(), counts);
        }
        int farthest = wanted.length() < 2 * SHORTEST ? 1 : FARTHEST;
        Map<String, Integer> distances = new TreeMap<>();
        counts.keySet().forEach(w -> {
            int distance = distance(wanted, w);
            if (distance <= farthest) {
                distances.put(w, distance);
            }
        });
        return distances.keySet().stream()
                .sorted(Comparator.comparing((String w) -> distances.getOrDefault(w, FARTHEST))
                        .thenComparing(w -> -counts.getOrDefault(w, 0))
                        .thenComparing(w -> w))
                .limit(MOST)
                .toList();
    }

    private static void words(String text, int length, Map<String, Integer> counts) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean isLetter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (isLetter && start < 0) {
                start = i;
            } else if (!isLetter && start >= 0) {
                if (Math.abs(i - start - length) <= FARTHEST) {
                    counts.merge(text.substring(start, i), 1, Integer::sum);
                }
                start = -1;
            }
        }
    }

    /** How many letters are to be put in, taken out, replaced, or turned about with their neighbour. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + other);
                boolean isTurned =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (isTurned) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
