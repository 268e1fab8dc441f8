package org.demarche.cli;

import java.io.Writer;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.Coded;
import org.demarche.export.AnnotationRows;
import org.demarche.export.JsonLines;
import org.demarche.export.Layer;
import org.demarche.export.Row;
import org.demarche.model.Document;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "annotate",
        description = "Look inside: one object a document with spans for each layer, as JSON Lines.",
        footer = {
            "",
            "Examples:",
            "  demarche annotate report.txt --layers actors,times",
            "  demarche annotate corpus.jsonl --layers quotes -o quotes.jsonl",
            "  demarche annotate - --layers sentences,tokens --published 2021-10-20 < report.txt"
        })
final class AnnotateVerb extends Verb {
    @Mixin
    Input input = new Input();

    @Mixin
    Threads threads = new Threads();

    @Option(
            names = "--layers",
            paramLabel = "NAMES",
            description =
                    "Which layers: sentences,tokens,actors,times,quantities,quotes,subjects (all of them by default).")
    @Nullable
    String layers;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write here instead of to standard output.")
    java.nio.file.@Nullable Path file;

    @Override
    public Integer call() throws Exception {
        Set<Layer> wanted = layers == null ? java.util.EnumSet.allOf(Layer.class) : Layer.parse(layers);
        Output output = new Output();
        output.file = file;
        try (Stream<Document> documents = input.documents(messages());
                Stream<Coded> coded = Engine.pipeline().code(documents, threads.count());
                Writer out = output.open()) {
            Iterator<Row> rows = coded.map(c -> AnnotationRows.row(c, wanted)).iterator();
            JsonLines.write(rows, out);
        }
        return input.exit();
    }
}
