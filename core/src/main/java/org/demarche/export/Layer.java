package org.demarche.export;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A layer of {@code annotate}: one kind of stand-off spans. In the order in which a row has them. */
public enum Layer {
    SENTENCES,
    TOKENS,
    ACTORS,
    TIMES,
    QUANTITIES,
    QUOTES,
    SUBJECTS;

    /** Reads {@code actors,times}; an unknown name is the caller's fault and is named. */
    public static Set<Layer> parse(String names) {
        Set<Layer> out = EnumSet.noneOf(Layer.class);
        for (String name : names.split(",", -1)) {
            String wanted = name.strip().toUpperCase(Locale.ROOT);
            out.add(Arrays.stream(values())
                    .filter(l -> l.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such layer: '" + name.strip()
                            + "'; there are sentences, tokens, actors, times, quantities, quotes, subjects")));
        }
        return out;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
