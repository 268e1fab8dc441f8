package org.demarche.dialect;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A table of cells between tabs, as most event data sets are: UTF-8, a line feed after each row, nothing quoted. Tabs and line ends within
 * a cell become a space, since the formats have no way to write them.
 */
final class Tsv {
    private final List<String> columns;
    private final boolean header;
    private final String missing;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param header whether the names of the columns are its first line
     * @param missing what stands for a missing value
     */
    Tsv(List<String> columns, boolean header, String missing) {
        this.columns = List.copyOf(columns);
        this.header = header;
        this.missing = missing;
    }

    /** Adds a row; a cell for each column, an empty one where the value is missing. */
    void add(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns: " + cells);
        }
        rows.add(cells.stream().map(this::clean).toList());
    }

    int size() {
        return rows.size();
    }

    private String clean(String cell) {
        String plain = cell.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return plain.isEmpty() ? missing : plain;
    }

    void write(Writer out) throws IOException {
        if (header) {
            out.write(String.join("\t", columns) + "\n");
        }
        for (List<String> row : rows) {
            out.write(String.join("\t", row) + "\n");
        }
    }

    ExportFile file(String name) {
        return new ExportFile(name, size(), this::write);
    }

    /** Values in one cell, those that are empty left out, each once, semicolons within one made commas. */
    static String list(Iterable<String> values) {
        StringJoiner out = new StringJoiner(";");
        Set<String> seen = new LinkedHashSet<>();
        for (String value : values) {
            String plain = value.replace(';', ',').strip();
            if (!plain.isEmpty() && seen.add(plain)) {
                out.add(plain);
            }
        }
        return out.toString();
    }
}
