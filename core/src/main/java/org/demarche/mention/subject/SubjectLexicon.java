package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.lexicon.Lexicon;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/** The words of {@code subjects.yaml}: head nouns with their senses, and what stands around them. Immutable. */
final class SubjectLexicon {
    private static final SubjectLexicon DEFAULT = read();

    private final Map<String, List<Sense>> senses;
    private final Map<String, String> plurals;
    private final Set<String> modifiers;
    private final Set<String> transparent;
    private final Set<String> plain;
    private final Map<String, List<String>> seats;
    private final Map<String, Integer> longest = new HashMap<>();

    private SubjectLexicon(Map<?, ?> data) {
        Map<String, List<Sense>> bySingular = new LinkedHashMap<>();
        Map<String, String> singularOf = new HashMap<>();
        Set<String> words = new HashSet<>();
        for (Object entry : list(data.get("senses"))) {
            Map<?, ?> row = (Map<?, ?>) entry;
            Sense sense = sense(row);
            words.addAll(sense.with());
            for (String head : strings(row.get("head"))) {
                String lower = head.toLowerCase(Locale.ROOT).replace('’', '\'').replace("-", " - ");
                bySingular.computeIfAbsent(lower, k -> new ArrayList<>()).add(sense);
                plural(lower).forEach(p -> singularOf.put(p, lower));
            }
        }
        senses = bySingular;
        plurals = singularOf;
        modifiers = Set.copyOf(words);
        transparent = new HashSet<>();
        for (String word : strings(data.get("transparent"))) {
            transparent.add(word);
            transparent.addAll(plural(word));
        }
        plain = Set.copyOf(strings(data.get("plain")));
        seats = new TreeMap<>();
        if (data.get("seats") instanceof Map<?, ?> cities) {
            cities.forEach((city, ids) -> seats.put(String.valueOf(city), strings(ids)));
        }
        bySingular.keySet().forEach(this::measure);
        singularOf.keySet().forEach(this::measure);
    }

    private void measure(String head) {
        int space = head.indexOf(' ');
        longest.merge(space < 0 ? head : head.substring(0, space), head.split(" ", -1).length, Math::max);
    }

    static SubjectLexicon load() {
        return DEFAULT;
    }

    private static SubjectLexicon read() {
        return new SubjectLexicon(Lexicon.mapping("subjects.yaml"));
    }

    /** The last words of all heads, singular and plural. */
    Set<String> words() {
        Set<String> out = new TreeSet<>();
        senses.keySet().forEach(head -> out.add(head.substring(head.lastIndexOf(' ') + 1)));
        plurals.keySet().forEach(head -> out.add(head.substring(head.lastIndexOf(' ') + 1)));
        return out;
    }

    /** The singular that senses are kept under; null where the words are no head. */
    @Nullable
    String singular(String words) {
        if (senses.containsKey(words)) {
            return words;
        }
        return plurals.get(words);
    }

    boolean isPlural(String words) {
        return plurals.containsKey(words) && !senses.containsKey(words);
    }

    List<Sense> senses(String singular) {
        return senses.getOrDefault(singular, List.of());
    }

    boolean isModifier(String word) {
        return modifiers.contains(word);
    }

    /** Adjectives, numbers and the like, which say nothing of the kind of a thing. */
    boolean isPlain(String word) {
        return plain.contains(word);
    }

    boolean isTransparent(String words) {
        return transparent.contains(words);
    }

    /** The organisations that have their seat in a city. */
    List<String> seatedIn(String city) {
        return seats.getOrDefault(city, List.of());
    }

    /** Number of words of the longest head that begins with a word; 0 where none does. */
    int longestHead(String first) {
        return longest.getOrDefault(first, 0);
    }

    private static Sense sense(Map<?, ?> row) {
        String kind = String.valueOf(row.get("kind"));
        Subject.Kind itsKind = kind.equals("none") ? null : Subject.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        List<Subject.Kind> refers = new ArrayList<>();
        for (String other : strings(row.get("refers"))) {
            refers.add(Subject.Kind.valueOf(other.toUpperCase(Locale.ROOT)));
        }
        if (refers.isEmpty() && itsKind != null) {
            refers.add(itsKind);
        }
        return new Sense(
                itsKind,
                text(row.get("type")),
                new HashSet<>(strings(row.get("with"))),
                new HashSet<>(strings(row.get("unless"))),
                refers,
                flag(row, "named"),
                flag(row, "weak"),
                flag(row, "onlyback"),
                flag(row, "plural"),
                flag(row, "capital"),
                flag(row, "byplace"),
                flag(row, "housed"),
                flag(row, "alone"),
                flag(row, "inside"),
                row.get("parties") instanceof Number n ? n.intValue() : 0,
                row.get("owner") == null ? null : text(row.get("owner")));
    }

    private static List<String> plural(String singular) {
        int of = singular.indexOf(" of ");
        if (of > 0) {
            return plural(singular.substring(0, of)).stream()
                    .map(p -> p + singular.substring(of))
                    .toList();
        }
        if (singular.startsWith("consul") && singular.endsWith("general") || singular.contains(" d'")) {
            int end = singular.startsWith("consul") ? singular.indexOf(' ') : singular.indexOf(" d'");
            return List.of(singular.substring(0, end) + "s" + singular.substring(end), singular + "s");
        }
        if (singular.endsWith("y") && !singular.matches(".*[aeiou]y")) {
            return List.of(singular.substring(0, singular.length() - 1) + "ies");
        }
        if (singular.endsWith("s") || singular.endsWith("ch") || singular.endsWith("x")) {
            return singular.endsWith("sanctions") ? List.of() : List.of(singular + "es");
        }
        return singular.endsWith("personnel") || singular.endsWith("staff") ? List.of() : List.of(singular + "s");
    }

    private static boolean flag(Map<?, ?> row, String key) {
        return Boolean.TRUE.equals(row.get(key));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> all ? all : List.of();
    }

    private static List<String> strings(@Nullable Object value) {
        if (value instanceof String one) {
            return Arrays.asList(one);
        }
        return list(value).stream().map(String::valueOf).toList();
    }
}
