package org.demarche.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180, UTF-8, a header, lines end in CR LF).
 *
 * <p>Objects become one column a part ({@code published.start}); a list of words is joined by {@code "; "}; a list of objects is JSON.
 *
 * <p>A text that begins with {@code = + - @}, a tab or a carriage return would run as a formula in a spreadsheet: it gets an apostrophe
 * before it, unless the table is written raw. Numbers are left alone. JSON Lines are the exact form.
 */
public final class Csv {
    private final List<String> columns;
    private final boolean raw;

    /**
     * A form of CSV.
     *
     * @param columns dotted paths of a row
     * @param raw whether texts that a spreadsheet would run are left as they are
     */
    public Csv(List<String> columns, boolean raw) {
        this.columns = List.copyOf(columns);
        this.raw = raw;
    }

    /** Writes the header and the rows; the writer is left open. */
    public void write(Iterator<Row> rows, Writer out) {
        try {
            out.write(String.join(",", columns) + "\r\n");
            while (rows.hasNext()) {
                Row row = rows.next();
                List<String> cells = new ArrayList<>();
                for (String column : columns) {
                    cells.add(quoted(cell(row.at(column))));
                }
                out.write(String.join(",", cells) + "\r\n");
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return safe(text);
        }
        if (value instanceof Iterable<?> list) {
            List<String> words = new ArrayList<>();
            for (Object element : list) {
                if (!(element instanceof String word)) {
                    return JsonLines.value(value);
                }
                words.add(word);
            }
            return safe(String.join("; ", words));
        }
        return value instanceof Row ? JsonLines.value(value) : value.toString();
    }

    private String safe(String text) {
        return !raw && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
