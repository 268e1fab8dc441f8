package org.demarche.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.model.Upos;

/**
 * The tags that the network tells apart, in the order of its numbers.
 *
 * @param lemma edit scripts from form to lemma
 */
record Labels(List<Upos> upos, List<String> xpos, List<LemmaScript> lemma, List<String> name, List<String> relation) {

    static final String ROOT = "root";

    /** Reads lines of {@code layer TAB label}. */
    static Labels read(List<String> lines) {
        Map<String, List<String>> layers = new TreeMap<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw new IllegalArgumentException("not a label: " + line);
            }
            layers.computeIfAbsent(line.substring(0, tab), k -> new ArrayList<>())
                    .add(line.substring(tab + 1));
        }
        return new Labels(
                layer(layers, "upos").stream().map(Upos::valueOf).toList(),
                layer(layers, "xpos"),
                layer(layers, "lemma").stream().map(LemmaScript::parse).toList(),
                layer(layers, "name"),
                layer(layers, "relation"));
    }

    private static List<String> layer(Map<String, List<String>> layers, String name) {
        List<String> labels = layers.get(name);
        if (labels == null) {
            throw new IllegalArgumentException("the model has no labels for " + name);
        }
        return List.copyOf(labels);
    }
}
