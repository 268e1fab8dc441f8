package org.demarche.relate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sentence shows of the relation between two parties: named features, and words by the place they stand in, whose vectors are averaged.
 *
 * @param names features that hold, each once
 * @param words lemmas by block; one list for each of {@link Block}
 */
public record PairFeatures(List<String> names, Map<Block, List<String>> words) {

    /** Where a word stands. The order is that of the model's file. */
    public enum Block {
        /** On the path through the tree from source to target, objects and infinitives of its verbs included. */
        PATH,
        /** What governs the source and what governs the target. */
        HEADS,
        /** In the words of the target, names left out. */
        TARGET,
        /** Anywhere else in the sentence. */
        SENTENCE
    }

    public PairFeatures {
        names = List.copyOf(names);
        words = new LinkedHashMap<>(words);
    }

    /** The words of a block; empty where it has none. */
    public List<String> in(Block block) {
        return words.getOrDefault(block, List.of());
    }
}
