package org.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.export.DocumentRows;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.model.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "read",
        description = "Read files into documents: articles without the page around them.",
        footer = {
            "",
            "Examples:",
            "  demarche read ./articles > documents.jsonl",
            "  demarche read page.html --format text",
            "  curl -s https://example.org/feed.xml | demarche read - --outlet \"Example Daily\""
        })
final class ReadVerb extends Verb {
    @Mixin
    Input input = new Input();

    @Mixin
    Output output = new Output();

    @Override
    public Integer call() throws Exception {
        List<String> columns = new ArrayList<>(Table.DOCUMENTS.columns());
        columns.add("text");
        try (Stream<Document> documents = input.documents(messages())) {
            Stream<Row> rows = documents.map(DocumentRows::rowWithText);
            output.write(output.form(Output.Form.jsonl), rows.iterator(), columns, Views.documents());
        }
        return input.exit();
    }
}
