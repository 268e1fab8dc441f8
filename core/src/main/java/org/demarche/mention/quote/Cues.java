package org.demarche.mention.quote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;

/** The words of {@code cues.yaml}: which verbs, nouns, adjectives and phrases give words to somebody, and where the words then stand. Immutable. */
final class Cues {
    /**
     * One way in which a verb takes its content.
     *
     * @param kind statement, question, order, offer, evaluation, belief, intent, support or finding
     * @param content quote, clause, infinitive, object, object-infinitive, addressee, as, or a preposition
     */
    record Frame(String kind, Set<String> content) {
        boolean takes(String what) {
            return content.contains(what);
        }
    }

    private final Map<String, List<Frame>> verbs = new HashMap<>();
    private final Map<String, String> nouns = new HashMap<>();
    private final Map<String, String> adjectives = new HashMap<>();
    private final Set<String> catenatives;
    private final Set<String> views;
    private final Set<String> supports;
    private final Set<String> held;
    private final Set<String> unnamed;
    private final Forms forms;
    private final List<List<String>> adverbials = new ArrayList<>();

    private Cues(Map<?, ?> data) {
        for (Object group : list(data.get("verbs"))) {
            Map<?, ?> fields = (Map<?, ?>) group;
            Frame frame = new Frame(String.valueOf(fields.get("class")), Set.copyOf(strings(fields.get("content"))));
            for (String verb : strings(fields.get("verbs"))) {
                List<Frame> frames = verbs.computeIfAbsent(verb, key -> new ArrayList<>());
                if (!frames.contains(frame)) {
                    frames.add(frame);
                }
            }
        }
        byKind(data.get("nouns"), nouns);
        byKind(data.get("adjectives"), adjectives);
        catenatives = Set.copyOf(strings(data.get("catenatives")));
        views = Set.copyOf(strings(data.get("view-nouns")));
        supports = Set.copyOf(strings(data.get("support-verbs")));
        held = Set.copyOf(strings(data.get("held-nouns")));
        unnamed = Set.copyOf(strings(data.get("unnamed")));
        Set<String> known = new HashSet<>(verbs.keySet());
        known.addAll(supports);
        known.addAll(catenatives);
        forms = new Forms(known);
        for (Object phrase : list(data.get("adverbials"))) {
            adverbials.add(List.copyOf(strings(phrase)));
        }
    }

    static Cues load() {
        return new Cues(Lexicon.mapping("cues.yaml"));
    }

    /** Lemma of a verb of these lists by its form, or "". */
    String lemma(String form) {
        return forms.lemma(form);
    }

    /** The ways in which a verb takes content; empty where it is no cue. */
    List<Frame> verb(String lemma) {
        return verbs.getOrDefault(lemma, List.of());
    }

    /** The first way of a verb that takes this content, or null. */
    @Nullable
    Frame frame(String lemma, String content) {
        for (Frame frame : verb(lemma)) {
            if (frame.takes(content)) {
                return frame;
            }
        }
        return null;
    }

    @Nullable
    String noun(String lemma) {
        return nouns.get(lemma);
    }

    @Nullable
    String adjective(String lemma) {
        return adjectives.get(lemma);
    }

    boolean isCatenative(String lemma) {
        return catenatives.contains(lemma);
    }

    boolean isView(String lemma) {
        return views.contains(lemma);
    }

    boolean isSupport(String verb) {
        return supports.contains(verb);
    }

    boolean isHeld(String noun) {
        return held.contains(noun) || nouns.containsKey(noun);
    }

    boolean isUnnamed(String lemma) {
        return unnamed.contains(lemma);
    }

    /** Phrases before a holder, as lower-case words. */
    List<List<String>> adverbials() {
        return adverbials;
    }

    private static void byKind(@Nullable Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((kind, words) -> strings(words).forEach(word -> into.putIfAbsent(word, String.valueOf(kind))));
        }
    }

    private static Collection<?> list(@Nullable Object value) {
        return value instanceof Collection<?> list ? list : List.of();
    }

    private static List<String> strings(@Nullable Object value) {
        return list(value).stream().map(String::valueOf).distinct().toList();
    }
}
