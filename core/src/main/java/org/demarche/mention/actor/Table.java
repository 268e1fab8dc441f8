package org.demarche.mention.actor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demarche.lexicon.Lexicon;

/**
 * A table of the lexicon: UTF-8, one row a line, cells parted by tabs, lists within a cell by bars, lines that start with "# " are comments,
 * the first other line names the columns.
 */
final class Table {
    private Table() {}

    /** A row, with empty cells where it is shorter than the head. */
    record Row(String[] cells) {
        String get(int column) {
            return column < cells.length ? cells[column] : "";
        }

        List<String> list(int column) {
            String cell = get(column);
            return cell.isEmpty() ? List.of() : Arrays.asList(split(cell, '|'));
        }
    }

    static List<Row> resource(String name) {
        return rows(Lexicon.text("actors/" + name));
    }

    static List<Row> file(Path path) {
        try {
            return rows(Files.readString(path));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the actors of " + path, broken);
        }
    }

    static List<Row> rows(String text) {
        List<Row> out = new ArrayList<>();
        boolean head = true;
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            String line = text.substring(from, end > from && text.charAt(end - 1) == '\r' ? end - 1 : end);
            from = end + 1;
            if (line.isBlank() || line.startsWith("# ")) {
                continue;
            }
            if (!head) {
                out.add(new Row(split(line, '\t')));
            }
            head = false;
        }
        return out;
    }

    private static String[] split(String line, char mark) {
        List<String> out = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, from)) {
            out.add(line.substring(from, at).strip());
            from = at + 1;
        }
        out.add(line.substring(from).strip());
        return out.toArray(new String[0]);
    }
}
