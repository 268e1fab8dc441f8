package org.demarche.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A table of articles, one a row, with a header: commas, semicolons or tabs. */
final class CsvFormat implements Format {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public boolean fits(Source source, byte[] head) {
        return (source.extension().equals("csv") || source.extension().equals("tsv")) && !TextFormat.isBinary(head);
    }

    @Override
    public Stream<Read> read(Source source, ReadOptions options) throws IOException {
        if (source.size() > options.limits().fileBytes() * 8) {
            return Stream.of(Notices.tooLarge(
                    source.file(),
                    "is a table of more than " + (options.limits().fileBytes() >> 17) + " MB"));
        }
        String text = Charsets.decode(source.all(), null).text();
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<NamedCsvRecord> rows = rows(bare)) {
            List<Read> out = new ArrayList<>();
            for (NamedCsvRecord row : rows) {
                JsonArticles.read(source, options, json(row), row.getStartingLineNumber())
                        .forEach(out::add);
            }
            return out.stream();
        } catch (RuntimeException e) {
            return Stream.of(Notices.broken(source.file(), "table", String.valueOf(e.getMessage())));
        }
    }

    /**
     * The metadata file of {@code --meta}: columns file, outlet, published, url, author, title.
     *
     * @throws IllegalArgumentException if it is no table, or has no column {@code file}
     */
    static Map<String, ReadOptions.Metadata> metadata(String csv) {
        Map<String, ReadOptions.Metadata> out = new TreeMap<>();
        String bare = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (CsvReader<NamedCsvRecord> rows = rows(bare)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().contains("file")) {
                    throw new IllegalArgumentException("the table of metadata has no column 'file'");
                }
                String published = cell(row, "published");
                row.findField("file")
                        .ifPresent(file -> out.put(
                                file,
                                new ReadOptions.Metadata(
                                        cell(row, "outlet"),
                                        published == null
                                                ? null
                                                : Dates.parse(published).orElse(null),
                                        cell(row, "url"),
                                        cell(row, "author"),
                                        cell(row, "title"))));
            }
        } catch (CsvParseException | IOException e) {
            throw new IllegalArgumentException("the table of metadata cannot be read: " + e.getMessage(), e);
        }
        return out;
    }

    /** Rows by the names in the first one, of which some may be alike: spreadsheets leave columns without any. */
    private static CsvReader<NamedCsvRecord> rows(String text) {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .build(
                        NamedCsvRecordHandler.builder()
                                .allowDuplicateHeaderFields(true)
                                .build(),
                        text);
    }

    private static @Nullable String cell(NamedCsvRecord row, String name) {
        return row.findField(name).filter(v -> !v.isBlank()).orElse(null);
    }

    private static ObjectNode json(NamedCsvRecord row) {
        ObjectNode out = JSON.createObjectNode();
        List<String> header = row.getHeader();
        for (int i = 0; i < Math.min(header.size(), row.getFieldCount()); i++) {
            String name = header.get(i).strip().toLowerCase(Locale.ROOT);
            if (!row.getField(i).isBlank() && !out.has(name)) {
                out.put(name, row.getField(i));
            }
        }
        return out;
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.indexOf('\t') >= 0 ? '\t' : header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
    }
}
