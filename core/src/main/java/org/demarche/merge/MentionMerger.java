package org.demarche.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups bare mentions of events, of which nothing is known but their words, into events: those whose acts have the same stem and whose
 * reports are about the same matter.
 *
 * <p>How much two reports are about the same matter is the cosine of their words, weighted by how rare a word is (TF-IDF). Words that
 * name an act of speech or hardly any act ("said", "made") need sentences that are alike as well. Does not depend on the order of the
 * mentions.
 */
public final class MentionMerger {
    private static final double SAME_MATTER = 0.22;
    private static final double SAME_SENTENCE = 0.30;

    /** A mention: the sentence it stands in and the words that name the act. */
    public record EventMention(String id, String document, String sentence, String trigger) {}

    /** The mentions in groups, each sorted by id; the groups in order of their first. */
    public List<List<EventMention>> merge(List<EventMention> mentions) {
        List<EventMention> sorted = new ArrayList<>(mentions);
        sorted.sort(Comparator.comparing(EventMention::document).thenComparing(EventMention::id));
        Map<String, TreeSet<String>> texts = new TreeMap<>();
        for (EventMention mention : sorted) {
            texts.computeIfAbsent(mention.document(), d -> new TreeSet<>()).add(mention.sentence());
        }
        Map<String, WordVector> documents = new HashMap<>();
        WordVector.Rarity rarity = new WordVector.Rarity(texts.values());
        texts.forEach((id, sentences) -> documents.put(id, rarity.vector(String.join(" ", sentences))));

        Map<String, List<List<EventMention>>> byStem = new TreeMap<>();
        for (EventMention mention : sorted) {
            List<List<EventMention>> groups =
                    byStem.computeIfAbsent(Stems.head(mention.trigger()), s -> new ArrayList<>());
            place(mention, groups, documents, rarity);
        }
        List<List<EventMention>> out = new ArrayList<>();
        byStem.values().forEach(out::addAll);
        out.forEach(g -> g.sort(Comparator.comparing(EventMention::id)));
        out.sort(Comparator.comparing(g -> g.get(0).id()));
        return out;
    }

    private static void place(
            EventMention mention,
            List<List<EventMention>> groups,
            Map<String, WordVector> documents,
            WordVector.Rarity rarity) {
        List<EventMention> best = null;
        double most = 0;
        for (List<EventMention> group : groups) {
            double sum = 0;
            for (EventMention other : group) {
                sum += alike(mention, other, documents, rarity);
            }
            double mean = sum / group.size();
            if (mean > most) {
                most = mean;
                best = group;
            }
        }
        if (best != null && most >= SAME_MATTER) {
            best.add(mention);
        } else {
            groups.add(new ArrayList<>(List.of(mention)));
        }
    }

    private static double alike(
            EventMention a, EventMention b, Map<String, WordVector> documents, WordVector.Rarity rarity) {
        WordVector one = documents.get(a.document());
        WordVector two = documents.get(b.document());
        double matter = a.document().equals(b.document()) || one == null || two == null ? 1 : one.cosine(two);
        if (Stems.isVague(Stems.head(a.trigger()))) {
            double sentences = rarity.vector(a.sentence()).cosine(rarity.vector(b.sentence()));
            return sentences >= SAME_SENTENCE ? matter : 0;
        }
        return matter;
    }
}
