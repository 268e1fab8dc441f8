package org.demarche.mention.subject;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.demarche.lexicon.Lexicon;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/** The words of {@code standing.yaml}: how something stands. Immutable. */
final class StandingLexicon {
    private static final StandingLexicon DEFAULT = read();

    /**
     * What a thing itself does.
     *
     * @param value the status it tells, or null where only its denial tells one
     * @param negated the status that its denial tells, or null
     * @param kinds kinds of subject of which it tells a status
     */
    record Doing(
            Set<String> words,
            @Nullable String value,
            @Nullable String negated,
            Set<Subject.Kind> kinds) {}

    /**
     * What befalls a thing.
     *
     * @param value the status that it has then
     * @param kinds kinds of subject that it can befall
     */
    record Turn(String value, Set<Subject.Kind> kinds) {}

    private final Map<String, String> adjectives;
    private final Map<String, String> participles;
    private final List<Doing> doings;
    private final Map<String, Set<String>> sets = new LinkedHashMap<>();
    private final Map<String, List<Turn>> done = new HashMap<>();
    private final Map<String, List<Turn>> itself = new HashMap<>();
    private final Map<String, List<Turn>> nominal = new HashMap<>();
    private final Map<String, String> modifying;

    private StandingLexicon(Map<?, ?> data) {
        adjectives = byWords(data.get("adjectives"));
        participles = byWords(data.get("participles"));
        doings = new ArrayList<>();
        for (Object entry : (List<?>) Objects.requireNonNull(data.get("verbs"))) {
            Map<?, ?> row = (Map<?, ?>) entry;
            Object onlyNot = row.get("only-not");
            doings.add(new Doing(
                    Set.copyOf(strings(row.get("words"))),
                    row.get("value") == null ? null : String.valueOf(row.get("value")),
                    onlyNot != null
                            ? String.valueOf(onlyNot)
                            : row.get("not") == null ? null : String.valueOf(row.get("not")),
                    kinds(row.get("kinds"))));
        }
        for (Object entry : (List<?>) Objects.requireNonNull(data.get("turns"))) {
            Map<?, ?> row = (Map<?, ?>) entry;
            Turn turn = new Turn(String.valueOf(row.get("value")), kinds(row.get("kinds")));
            add(done, strings(row.get("done")), turn);
            add(itself, strings(row.get("itself")), turn);
            add(nominal, strings(row.get("nouns")), turn);
        }
        modifying = byWords(data.get("modifying"));
        for (String name :
                List.of("link", "have", "adverbs", "heads", "headed", "people", "ceiling", "orders", "happens")) {
            sets.put(name, Set.copyOf(strings(data.get(name))));
        }
    }

    static StandingLexicon load() {
        return DEFAULT;
    }

    boolean is(String set, String word) {
        return sets.getOrDefault(set, Set.of()).contains(word);
    }

    /** A status, and the last word that says so. */
    record Status(String value, int last) {}

    /** Status of the words that begin at a place; the longest that fit, adjectives only or with participles. */
    @Nullable
    Status status(Words words, int at, boolean withParticiples) {
        for (int n = Math.min(5, words.size() - at); n > 0; n--) {
            String these = words.lower(at, at + n - 1);
            String value = adjectives.get(these);
            if (value == null && withParticiples) {
                value = participles.get(these);
            }
            if (value != null) {
                return new Status(value, at + n - 1);
            }
        }
        return null;
    }

    @Nullable
    Doing doing(String word, Subject.Kind kind) {
        return doings.stream()
                .filter(d -> d.words().contains(word) && d.kinds().contains(kind))
                .findFirst()
                .orElse(null);
    }

    private static void add(Map<String, List<Turn>> to, List<String> words, Turn turn) {
        words.forEach(w -> to.computeIfAbsent(w, k -> new ArrayList<>()).add(turn));
    }

    /**
     * What a verb says that befalls a thing of a kind; null where it says nothing of it.
     *
     * @param whole the verb with its particle
     * @param lemma the verb alone
     * @param byItself whether the thing is what the verb is said of, not what it is done to
     */
    @Nullable
    Turn turn(String whole, String lemma, boolean byItself, Subject.Kind kind) {
        Map<String, List<Turn>> from = byItself ? itself : done;
        Turn told = first(from.get(whole), kind);
        return told != null || whole.indexOf(' ') >= 0 && from.containsKey(whole) ? told : first(from.get(lemma), kind);
    }

    /** The status that a noun like "closure" tells of a thing of a kind, or null. */
    @Nullable
    String nominal(String noun, Subject.Kind kind) {
        Turn turn = first(nominal.get(noun), kind);
        return turn == null ? null : turn.value();
    }

    /** The status that a word before a noun tells of its thing, or null. */
    @Nullable
    String modifying(String word) {
        return modifying.get(word);
    }

    /** How a thing of a kind stands that is to begin again. */
    String stopped(Subject.Kind kind) {
        return switch (kind) {
            case POST -> "vacant";
            case RELATIONS, MISSION, OFFICE -> "closed";
            default -> "suspended";
        };
    }

    private static @Nullable Turn first(@Nullable List<Turn> turns, Subject.Kind kind) {
        return turns == null
                ? null
                : turns.stream()
                        .filter(t -> t.kinds().contains(kind))
                        .findFirst()
                        .orElse(null);
    }

    private static StandingLexicon read() {
        return new StandingLexicon(Lexicon.mapping("standing.yaml"));
    }

    private static Map<String, String> byWords(@Nullable Object lists) {
        Map<String, String> out = new LinkedHashMap<>();
        if (lists instanceof Map<?, ?> map) {
            map.forEach((value, words) ->
                    strings(words).forEach(w -> out.put(w.replace("-", " - "), String.valueOf(value))));
        }
        return out;
    }

    private static Set<Subject.Kind> kinds(@Nullable Object names) {
        if (names == null) {
            return EnumSet.complementOf(EnumSet.of(Subject.Kind.STAFF, Subject.Kind.MEMBERSHIP));
        }
        Set<Subject.Kind> out = EnumSet.noneOf(Subject.Kind.class);
        strings(names).forEach(n -> out.add(Subject.Kind.valueOf(n.toUpperCase(Locale.ROOT))));
        return out;
    }

    private static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }
}
