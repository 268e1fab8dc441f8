package org.demarche.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Sentence;

/** Finds sentences by their words. Upper and lower case are the same; a word finds those that begin with it. */
public final class Search {

    /**
     * A sentence that has all the words.
     *
     * @param file name of its document
     * @param sentence its index
     * @param at the sentence
     * @param claims ids of the claims coded from it
     * @param events ids of the events that these belong to
     */
    public record Hit(String file, int sentence, Citation at, List<String> claims, List<String> events) {}

    private Search() {}

    /**
     * The sentences that have every word, those that carry claims first, then in order of file and place.
     *
     * @throws IllegalArgumentException if there is no word to look for
     */
    public static List<Hit> find(Dossier dossier, List<String> words) {
        List<String> wanted = new ArrayList<>();
        words.forEach(w -> wanted.addAll(wordsOf(w)));
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("there is no word to search for");
        }
        Map<String, String> eventOf = new HashMap<>();
        for (Event event : dossier.events()) {
            event.claims().forEach(c -> eventOf.put(c, event.id()));
        }
        List<Hit> out = new ArrayList<>();
        for (Coded coded : dossier.coded()) {
            for (Sentence sentence : coded.sentences()) {
                List<String> there = wordsOf(sentence.span().in(coded.document().text()));
                if (wanted.stream().allMatch(w -> there.stream().anyMatch(t -> t.startsWith(w)))) {
                    out.add(hit(coded, sentence, eventOf));
                }
            }
        }
        out.sort(Comparator.comparing((Hit h) -> h.claims().isEmpty())
                .thenComparing(Hit::file)
                .thenComparing(Hit::sentence));
        return out;
    }

    private static Hit hit(Coded coded, Sentence sentence, Map<String, String> eventOf) {
        List<String> claims = new ArrayList<>();
        Set<String> events = new LinkedHashSet<>();
        for (Claim claim : coded.claims()) {
            if (claim.sentenceIndex() == sentence.index()) {
                claims.add(claim.id());
                String event = eventOf.get(claim.id());
                if (event != null) {
                    events.add(event);
                }
            }
        }
        return new Hit(
                coded.document().file(),
                sentence.index(),
                coded.document().cite(sentence.span()),
                claims,
                List.copyOf(events));
    }

    private static List<String> wordsOf(String text) {
        List<String> out = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (char c : (text.toLowerCase(Locale.ROOT) + " ").toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                out.add(word.toString());
                word.setLength(0);
            }
        }
        return out;
    }
}
