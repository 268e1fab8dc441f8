package org.demarche.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.model.Document;
import org.jspecify.annotations.Nullable;

/**
 * How a user grades sources, in the words of the Admiralty code (NATO STANAG 2511): a letter for the source's reliability and a digit for
 * the credibility of what it says. Nothing is graded by itself.
 */
public final class Grades {
    /** Nobody graded anything. */
    public static final Grades NONE = new Grades(Map.of());

    private static final List<String> RELIABILITY = List.of(
            "completely reliable",
            "usually reliable",
            "fairly reliable",
            "not usually reliable",
            "unreliable",
            "reliability cannot be judged");

    private static final List<String> CREDIBILITY = List.of(
            "confirmed by other sources",
            "probably true",
            "possibly true",
            "doubtful",
            "improbable",
            "truth cannot be judged");

    private final Map<String, String> bySource;

    private Grades(Map<String, String> bySource) {
        this.bySource = bySource;
    }

    /**
     * Grades from lines of a table: an outlet or a file, a comma, a letter A to F and, if there is one, a digit 1 to 6. A first line without
     * a grade is taken for the heads of the columns.
     *
     * @throws IllegalArgumentException where a line has no grade
     */
    public static Grades parse(List<String> lines) {
        Map<String, String> out = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int comma = line.lastIndexOf(',');
            String grade = comma < 0 ? "" : line.substring(comma + 1).strip().toUpperCase(Locale.ROOT);
            if (line.isEmpty() || line.startsWith("#") || i == 0 && !isGrade(grade)) {
                continue;
            }
            if (!isGrade(grade)) {
                throw new IllegalArgumentException("DEM-412 line " + (i + 1) + " of the grades has none: " + line
                        + ". Write SOURCE,B2: a letter A to F, then a digit 1 to 6 or nothing.");
            }
            out.put(key(line.substring(0, comma).replace("\"", "")), grade);
        }
        return new Grades(out);
    }

    private static boolean isGrade(String grade) {
        boolean letter = !grade.isEmpty() && grade.charAt(0) >= 'A' && grade.charAt(0) <= 'F';
        boolean digit = grade.length() == 2 && grade.charAt(1) >= '1' && grade.charAt(1) <= '6';
        return letter && (grade.length() == 1 || digit);
    }

    /** The grade of a report with its words, by its file or else by its outlet; null where it has none. */
    @Nullable
    String of(Document document) {
        List<String> keys = new ArrayList<>(List.of(key(document.file())));
        String outlet = document.outlet();
        if (outlet != null) {
            keys.add(key(outlet));
        }
        return keys.stream()
                .filter(bySource::containsKey)
                .findFirst()
                .map(k -> words(bySource.getOrDefault(k, "")))
                .orElse(null);
    }

    private static String words(String grade) {
        String out = grade + ": " + RELIABILITY.get(grade.charAt(0) - 'A');
        return grade.length() < 2 ? out : out + ", " + CREDIBILITY.get(grade.charAt(1) - '1');
    }

    private static String key(String source) {
        return source.strip().toLowerCase(Locale.ROOT);
    }
}
