package org.demarche.spark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.demarche.Coded;
import org.demarche.export.DocumentRows;
import org.demarche.export.JsonLines;
import org.demarche.export.NoticeRows;
import org.demarche.export.QuoteRows;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.store.Packed;

/** The tables that go with single reports, written part by part once it is known what the reports tell each other. */
record RowsTask(Parts parts, String folder, Broadcast<Together> together) implements VoidFunction<Split> {
    static final List<Table> TABLES = List.of(Table.DOCUMENTS, Table.QUOTES, Table.NOTICES);

    @Override
    public void call(Split split) throws IOException {
        Together known = together.value();
        List<Row> documents = new ArrayList<>();
        List<Row> quotes = new ArrayList<>();
        List<Row> notices = new ArrayList<>();
        int[] line = new int[1];
        try (Stream<Entry> entries = parts.read(split)) {
            entries.forEachOrdered(entry -> {
                Coded coded = entry.coded();
                Told.Place place = new Told.Place(split.number(), line[0]++);
                if (coded == null || known.again().contains(place)) {
                    return;
                }
                Document document = coded.document();
                String dated = known.dated().get(document.id());
                documents.add(DocumentRows.row(
                        dated == null ? document : document.withPublished(Packed.read(dated, Dateline.class))));
                quotes.addAll(QuoteRows.rows(
                        known.withdrawn().contains(document.id()) ? coded.withClaims(List.of()) : coded,
                        known.eventOf()));
                coded.notices().forEach(n -> notices.add(NoticeRows.row(n)));
            });
        }
        write(Table.DOCUMENTS, split, documents);
        write(Table.QUOTES, split, quotes);
        write(Table.NOTICES, split, notices);
    }

    private void write(Table table, Split split, List<Row> rows) throws IOException {
        Path file = file(folder, table, split);
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), "." + split.name(), ".draft");
        try (Writer out = Files.newBufferedWriter(draft)) {
            JsonLines.write(rows.iterator(), out);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static Path file(String folder, Table table, Split split) {
        return Path.of(folder).resolve(table.key()).resolve(String.format(Locale.ROOT, "%06d.jsonl", split.number()));
    }
}
