package org.demarche.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.demarche.export.MentionRows;
import org.demarche.export.Row;
import org.demarche.merge.MentionMerger;
import org.demarche.merge.MentionMerger.EventMention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "merge",
        description = "Merge mentions of events as a filter: rows {id, document, sentence, trigger} in, events out.",
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
        List<EventMention> mentions = new ArrayList<>();
        for (JsonNode row : JsonRows.read(paths)) {
            String trigger = words(row.path("trigger"));
            String id = row.path("id").asString("");
            if (id.isEmpty() || trigger.isEmpty()) {
                throw new IllegalArgumentException("DEM-109 a mention needs an id and a trigger: " + row);
            }
            String sentence = words(row.path("sentence"));
            mentions.add(new EventMention(id, row.path("document").asString(""), sentence.isEmpty() ? trigger : sentence, trigger));
        }
        if (mentions.isEmpty()) {
            return Exit.NOTHING_READ;
        }
        mentions.sort(Comparator.comparing(EventMention::id));
        List<Row> rows = new MentionMerger().merge(mentions).stream().map(MentionRows::row).toList();
        output.write(output.form(Output.Form.jsonl), rows.iterator(), MentionRows.COLUMNS, Views.mentions());
        return Exit.DONE;
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
