package org.demarche.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.Coded;
import org.demarche.Parsing;
import org.demarche.Pipeline;
import org.demarche.export.AnnotationRows;
import org.demarche.export.JsonLines;
import org.demarche.export.Layer;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import org.demarche.text.ConlluReader;
import org.demarche.text.ConlluText;
import org.demarche.text.ConlluWriter;
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
            "  demarche annotate treebank.conllu --format conllu --from-text"
        })
final class AnnotateVerb extends Verb {
    /** The forms of annotations. */
    enum Form {
        jsonl,
        conllu
    }

    @Mixin
    Input input = new Input();

    @Mixin
    OwnActors actors = new OwnActors();

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
            names = "--format",
            paramLabel = "FORM",
            description = "jsonl (default) or conllu: tags and trees in CoNLL-U.")
    Form format = Form.jsonl;

    @Option(
            names = "--from-text",
            description = "Of .conllu input use only the text; without this its sentences and words are kept.")
    boolean fromText;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write here instead of to standard output.")
    @Nullable
    Path file;

    /** Texts of a treebank that were read. */
    private int treebank;

    @Override
    public Integer call() throws Exception {
        Set<Layer> wanted = layers == null ? EnumSet.allOf(Layer.class) : Layer.parse(layers);
        boolean everything = format == Form.conllu || wanted.contains(Layer.TOKENS);
        Output output = new Output();
        output.file = file;
        Pipeline pipeline = Engine.pipeline(actors.files, Parsing.ALL);
        List<String> trees = input.paths.stream().filter(AnnotateVerb::isConllu).toList();
        input.paths = new ArrayList<>(input.paths);
        input.paths.removeAll(trees);
        output.write(out -> {
            for (String path : trees) {
                treebank(path, pipeline, wanted, out);
            }
            try (Stream<Document> documents = input.documents(messages());
                    Stream<Coded> coded = pipeline.map(
                            documents, d -> everything ? pipeline.annotate(d) : pipeline.code(d), threads.count())) {
                Iterator<Coded> each = coded.iterator();
                while (each.hasNext()) {
                    write(each.next(), wanted, out);
                }
            }
        });
        return treebank > 0 && input.paths.isEmpty() ? Exit.DONE : input.exit();
    }

    private void treebank(String path, Pipeline pipeline, Set<Layer> wanted, Writer out) throws IOException {
        for (ConlluText text : ConlluReader.read(Files.readString(Path.of(path)))) {
            treebank++;
            Document document = document(text, path, treebank);
            Coded coded = fromText ? pipeline.annotate(document) : pipeline.annotate(document, text.sentences());
            write(coded, wanted, out);
        }
    }

    private void write(Coded coded, Set<Layer> wanted, Writer out) throws IOException {
        if (format == Form.conllu) {
            out.write(ConlluWriter.write(coded.document().id(), coded.document().text(), coded.sentences()));
        } else {
            out.write(JsonLines.line(AnnotationRows.row(coded, wanted)));
            out.write('\n');
        }
    }

    private static boolean isConllu(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".conllu");
    }

    private static Document document(ConlluText text, String path, int number) {
        String id = text.id().isEmpty() ? "text-" + number : text.id();
        return new Document(
                id, id, path, Ids.sha256(text.text()), null, null, null, null, "en", Dateline.UNKNOWN, text.text());
    }
}
