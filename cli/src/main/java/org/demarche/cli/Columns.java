package org.demarche.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.demarche.export.Row;
import org.jspecify.annotations.Nullable;

/** A readable table: aligned columns, a header, long cells cut with an ellipsis. */
final class Columns implements Output.TextView {
    private final List<String> heads = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final String empty;

    /** What a column shows of a row. */
    interface Cell {
        @Nullable
        Object of(Row row);
    }

    /**
     * A table without columns yet.
     *
     * @param empty what is said where there is no row: what is missing, why, the next step
     */
    Columns(String empty) {
        this.empty = empty;
    }

    /** Adds a column that shows a path of the row, cut to a width. */
    Columns show(String head, String path, int width) {
        return show(head, width, row -> row.at(path));
    }

    Columns show(String head, int width, Cell cell) {
        heads.add(head);
        widths.add(width);
        cells.add(cell);
        return this;
    }

    @Override
    public void write(Iterator<Row> rows, Writer out) throws IOException {
        List<String[]> lines = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            String[] line = new String[cells.size()];
            for (int i = 0; i < line.length; i++) {
                line[i] = cut(shown(cells.get(i).of(row)), widths.get(i));
            }
            lines.add(line);
        }
        if (lines.isEmpty()) {
            out.write(empty + "\n");
            return;
        }
        int[] width = new int[cells.size()];
        for (int i = 0; i < width.length; i++) {
            int column = i;
            int longest = lines.stream().mapToInt(l -> length(l[column])).max().orElse(0);
            width[i] = Math.max(length(heads.get(i)), longest);
        }
        print(out, heads.toArray(new String[0]), width);
        String[] rule = new String[width.length];
        Arrays.setAll(rule, i -> "-".repeat(width[i]));
        print(out, rule, width);
        for (String[] line : lines) {
            print(out, line, width);
        }
    }

    private static void print(Writer out, String[] line, int[] width) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length; i++) {
            text.append(line[i]);
            if (i < line.length - 1) {
                text.append(" ".repeat(width[i] - length(line[i]) + 2));
            }
        }
        out.write(text.toString().stripTrailing() + "\n");
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Iterable<?> list) {
            List<String> words = new ArrayList<>();
            list.forEach(e -> words.add(shown(e)));
            return String.join(", ", words);
        }
        return value.toString().replaceAll("\\s+", " ");
    }

    private static String cut(String text, int width) {
        int[] points = text.codePoints().toArray();
        return points.length <= width ? text : new String(points, 0, width - 1) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
