package org.demarche.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.demarche.Coded;
import org.demarche.Pipeline;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import org.demarche.relate.PairFeatures;
import org.demarche.relate.PairReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The features of given pairs, as the fallback of {@code classify} is trained on them: rows {id, text, source, target, ...} in, features added. */
public final class PairRows {
    private PairRows() {}

    public static void main(String[] arguments) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Pipeline pipeline = new Pipeline(OnnxSentenceParser.load());
        PairReader reader = new PairReader();
        try (PrintWriter out =
                new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1]), StandardCharsets.UTF_8))) {
            for (String line : Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
                JsonNode row = json.readTree(line);
                String text = row.path("text").asString("");
                Coded coded = pipeline.annotate(document(text));
                PairFeatures features = reader.read(
                        text,
                        coded.sentences(),
                        row.path("source").asString(""),
                        row.path("target").asString(""));
                ObjectNode result = json.createObjectNode();
                result.set("id", row.path("id"));
                result.set("type", row.path("type"));
                result.set("names", json.valueToTree(features.names()));
                List<List<String>> words = Arrays.stream(PairFeatures.Block.values())
                        .map(features::in)
                        .toList();
                result.set("words", json.valueToTree(words));
                out.println(json.writeValueAsString(result));
            }
        }
    }

    private static Document document(String text) {
        return new Document(
                Ids.of("doc", text), "-", "-", Ids.sha256(text), null, null, null, null, "en", Dateline.UNKNOWN, text);
    }
}
