package org.demarche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.demarche.Parsing;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.ActGuess;
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
        return pipeline(actors, Parsing.AUTO, false);
    }

    /** One that parses more or less of each report, or does not guess. */
    static Pipeline pipeline(List<Path> actors, ReadingOptions reading) {
        return pipeline(actors, reading.parsing(), reading.rulesOnly);
    }

    static Pipeline pipeline(List<Path> actors, Parsing parsing) {
        return pipeline(actors, parsing, false);
    }

    private static Pipeline pipeline(List<Path> actors, Parsing parsing, boolean rulesOnly) {
        for (Path file : actors) {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("DEM-101 there is no file " + file);
            }
        }
        if (actors.isEmpty() && parsing == Parsing.AUTO && !rulesOnly) {
            return pipeline();
        }
        SentenceParser parser = new WhenNeeded();
        return new Pipeline(rulesOnly ? new RulesOnly(parser) : parser, actors, parsing);
    }

    /** Parses, and guesses no acts. */
    private record RulesOnly(SentenceParser parser) implements SentenceParser {
        @Override
        public List<List<Token>> parse(List<List<Word>> sentences) {
            return parser.parse(sentences);
        }
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

        @Override
        public List<List<ActGuess>> guessActs(List<List<Token>> sentences) {
            return sentences.isEmpty() ? List.of() : parser().guessActs(sentences);
        }
    }
}
