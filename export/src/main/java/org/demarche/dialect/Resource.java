package org.demarche.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tab-separated tables that come with the program; lines that begin with # are remarks, the first other line names the columns. */
final class Resource {
    private Resource() {}

    /** The rows of a table of this package without its header. */
    static List<String[]> rows(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a text without its header, each with a cell for each column, more where the line has more. */
    static List<String[]> parse(String text) {
        List<String[]> out = new ArrayList<>();
        int columns = 0;
        for (String line : text.split("\n", -1)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (columns == 0) {
                columns = cells.length;
            } else {
                out.add(Arrays.copyOf(cells, Math.max(columns, cells.length)));
            }
        }
        return out;
    }

    /** A cell, empty where the line is short. */
    static String cell(String[] row, int column) {
        return column < row.length && row[column] != null ? row[column] : "";
    }
}
