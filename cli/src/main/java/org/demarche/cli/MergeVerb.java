package org.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.Reread;
import org.demarche.export.ClaimReader;
import org.demarche.export.EventRows;
import org.demarche.export.MentionRows;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.merge.EventMerger;
import org.demarche.merge.MentionClusterer;
import org.demarche.merge.MentionClusterer.Mention;
import org.demarche.model.Claim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "merge",
        description = "Merge as a filter: claims, or bare mentions {id, document, sentence, trigger}, in; events out.",
        footer = {
            "",
            "Examples:",
            "  demarche code ./articles | demarche merge - > events.jsonl",
            "  demarche merge mentions.jsonl --format csv",
            "  demarche merge one.jsonl two.jsonl -o events.jsonl"
        })
final class MergeVerb extends Verb {
    @Parameters(paramLabel = "PATH", arity = "1..*", description = "JSON Lines, or - for standard input.")
    List<String> paths = new ArrayList<>();

    @Mixin
    Output output = new Output();

    @Override
    public Integer call() throws Exception {
        List<JsonNode> rows = JsonRows.read(paths);
        if (rows.isEmpty()) {
            return Exit.NOTHING_READ;
        }
        if (rows.stream().allMatch(ClaimReader::isClaim)) {
            ClaimReader reader = new ClaimReader();
            List<Claim> claims = rows.stream().map(reader::read).toList();
            List<Row> events = new EventMerger(Reread::of)
                    .merge(reader.documents(), claims).events().stream()
                            .map(EventRows::row)
                            .toList();
            output.write(output.form(Output.Form.jsonl), events.iterator(), Table.EVENTS.columns(), Views.events());
            return Exit.DONE;
        }
        Map<String, Mention> mentions = new TreeMap<>();
        for (JsonNode row : rows) {
            Mention mention = mention(row);
            mentions.put(mention.id(), mention);
        }
        List<Row> groups = new MentionClusterer()
                .cluster(List.copyOf(mentions.values())).stream()
                        .map(ids ->
                                MentionRows.row(ids.stream().map(mentions::get).toList()))
                        .toList();
        output.write(output.form(Output.Form.jsonl), groups.iterator(), MentionRows.COLUMNS, Views.mentions());
        return Exit.DONE;
    }

    private static Mention mention(JsonNode row) {
        String id = row.path("id").asString("");
        String trigger = words(row.path("trigger"));
        if (id.isEmpty() || trigger.isEmpty()) {
            throw new IllegalArgumentException("DEM-109 a mention needs an id and a trigger: " + row);
        }
        String sentence = words(row.path("sentence"));
        return new Mention(id, row.path("document").asString(""), sentence.isEmpty() ? trigger : sentence, trigger);
    }

    /** Words of a span: given as a text, or as an object with {@code quote} or {@code text}. */
    private static String words(JsonNode span) {
        if (span.isString()) {
            return span.asString("");
        }
        String quote = span.path("quote").asString("");
        return quote.isEmpty() ? span.path("text").asString("") : quote;
    }
}
