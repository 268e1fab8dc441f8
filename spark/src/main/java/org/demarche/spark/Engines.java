package org.demarche.spark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.demarche.Parsing;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;

/** One engine for each executor: loaded by its first task, used by all of them. */
final class Engines {
    private static final Map<Parsing, Pipeline> LOADED = new EnumMap<>(Parsing.class);

    private Engines() {}

    static synchronized Pipeline of(Parsing parsing) {
        return LOADED.computeIfAbsent(parsing, p -> new Pipeline(OnnxSentenceParser.load(), List.of(), p));
    }

    /** One that reads nothing, for what comes after coding. */
    static Pipeline withoutModel() {
        return new Pipeline(sentences -> {
            throw new IllegalStateException("nothing is parsed after coding");
        });
    }
}
