package org.demarche.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts losses while a dialect is written. Not thread-safe. */
final class Tally {
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void lose(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void loseIf(boolean lost, String what) {
        if (lost) {
            lose(what);
        }
    }

    List<Loss> losses() {
        return counts.entrySet().stream()
                .map(e -> new Loss(e.getKey(), e.getValue()))
                .toList();
    }
}
