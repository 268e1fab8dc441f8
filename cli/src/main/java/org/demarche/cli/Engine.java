package org.demarche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.demarche.Parsing;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Token;
import org.demarche.model.Word;
import org.demarche.text.SentenceParser;
import org.jspecify.annotations.Nullable;

/** The pipeline of this process, with a sentence model that is loaded when the first sentence is to be parsed. */
final class Engine {
    private static @Nullable Pipeline pipeline;

    private Engine() {}

    static synchronized Pipeline pipeline() {
        if (pipeline == null) {
            pipeline = new Pipeline(new WhenNeeded());
        }
        return pipeline;
    }

    /** The same, or one that also knows actors of the user's own. */
    static Pipeline pipeline(List<Path> actors) {
        return pipeline(actors, Parsing.AUTO);
    }

    /** One that parses more or less of each report. */
    static Pipeline pipeline(List<Path> actors, Parsing parsing) {
        for (Path file : actors) {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("DEM-101 there is no file " + file);
            }
        }
        return actors.isEmpty() && parsing == Parsing.AUTO
                ? pipeline()
                : new Pipeline(new WhenNeeded(), actors, parsing);
    }

    /** Loads the model at the first sentence. */
    private static final class WhenNeeded implements SentenceParser {
        private @Nullable SentenceParser parser;

        private synchronized SentenceParser parser() {
            if (parser == null) {
                parser = OnnxSentenceParser.load();
            }
            return parser;
        }

        @Override
        public List<List<Token>> parse(List<List<Word>> sentences) {
            return sentences.isEmpty() ? List.of() : parser().parse(sentences);
        }
    }
}
