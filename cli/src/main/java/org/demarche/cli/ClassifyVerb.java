package org.demarche.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.Parsing;
import org.demarche.Pipeline;
import org.demarche.Relation;
import org.demarche.export.RelationRows;
import org.demarche.export.Row;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "classify",
        description =
                "The relation between two given actors: rows {id, text, source, target} in, {id, type, mode, quad, binary,"
                        + " score} out.",
        footer = {
            "",
            "Examples:",
            "  demarche classify pairs.jsonl > relations.jsonl",
            "  demarche classify pairs.jsonl --format csv -o relations.csv",
            "  echo '{\"id\":1,\"text\":\"Peru thanked Chile.\",\"source\":\"Peru\",\"target\":\"Chile\"}' | demarche classify -"
        })
final class ClassifyVerb extends Verb {
    @Parameters(paramLabel = "PATH", arity = "1..*", description = "JSON Lines, or - for standard input.")
    List<String> paths = new ArrayList<>();

    @Mixin
    OwnActors actors = new OwnActors();

    @Mixin
    Threads threads = new Threads();

    @Mixin
    Output output = new Output();

    @Override
    public Integer call() throws Exception {
        List<Document> documents = new ArrayList<>();
        Map<Document, JsonNode> rows = new HashMap<>();
        for (JsonNode row : JsonRows.read(paths)) {
            Document document = document(row, documents.size());
            documents.add(document);
            rows.put(document, row);
        }
        if (documents.isEmpty()) {
            return Exit.NOTHING_READ;
        }
        Pipeline pipeline = Engine.pipeline(actors.files, Parsing.ALL);
        try (Stream<Row> relations = pipeline.map(
                documents.stream(),
                d -> {
                    JsonNode row = rows.getOrDefault(d, tools.jackson.databind.node.MissingNode.getInstance());
                    Optional<Relation> relation = d.text().isBlank()
                            ? Optional.empty()
                            : pipeline.relate(
                                    d,
                                    row.path("source").asString(""),
                                    row.path("target").asString(""));
                    return RelationRows.row(d.file(), relation);
                },
                threads.count())) {
            output.write(output.form(Output.Form.jsonl), relations.iterator(), RelationRows.COLUMNS, Views.relations());
        }
        return Exit.DONE;
    }

    private static Document document(JsonNode row, int number) {
        String text = row.path("text").asString("");
        String id = row.path("id").asString(String.valueOf(number + 1));
        return new Document(
                Ids.of("doc", id, String.valueOf(number)),
                id,
                id,
                Ids.sha256(text),
                null,
                null,
                null,
                null,
                "en",
                Dateline.UNKNOWN,
                text);
    }
}
