package org.demarche.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of a text with their weights, of length 1. */
final class WordVector {
    private final TreeMap<String, Double> weights;

    private WordVector(TreeMap<String, Double> weights) {
        this.weights = weights;
    }

    /** From 0 (no word in common) to 1. */
    double cosine(WordVector other) {
        boolean shorter = weights.size() <= other.weights.size();
        TreeMap<String, Double> few = shorter ? weights : other.weights;
        TreeMap<String, Double> many = shorter ? other.weights : weights;
        double sum = 0;
        for (Map.Entry<String, Double> word : few.entrySet()) {
            sum += word.getValue() * many.getOrDefault(word.getKey(), 0.0);
        }
        return sum;
    }

    /** In how many texts a word stands. */
    static final class Rarity {
        private final Map<String, Integer> texts = new HashMap<>();
        private final int count;

        Rarity(Collection<? extends Collection<String>> documents) {
            count = documents.size();
            for (Collection<String> sentences : documents) {
                for (String word : new TreeSet<>(words(String.join(" ", sentences)))) {
                    texts.merge(word, 1, Integer::sum);
                }
            }
        }

        WordVector vector(String text) {
            TreeMap<String, Double> weights = new TreeMap<>();
            words(text).forEach(w -> weights.merge(w, 1.0, Double::sum));
            double length = 0;
            for (Map.Entry<String, Double> word : weights.entrySet()) {
                double rarity = Math.log((1.0 + count) / (1.0 + texts.getOrDefault(word.getKey(), 0)));
                word.setValue((1 + Math.log(word.getValue())) * rarity);
                length += word.getValue() * word.getValue();
            }
            double norm = Math.sqrt(length);
            if (norm > 0) {
                weights.replaceAll((w, weight) -> weight / norm);
            }
            return new WordVector(weights);
        }
    }

    private static List<String> words(String text) {
        List<String> out = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                out.add(Stems.of(word));
            }
        }
        return out;
    }
}
