package org.demarche.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, or an object within one: keys in the order in which they are written.
 *
 * <p>A value is null, a string, a number, a boolean, a {@code Row}, or a list of these.
 */
public final class Row {
    private final Map<String, @Nullable Object> cells = new LinkedHashMap<>();

    public Row() {}

    /** Adds a cell, or changes it, and gives the row. */
    public Row with(String key, @Nullable Object value) {
        cells.put(key, value);
        return this;
    }

    /** The cells, in order; read only. */
    public Map<String, @Nullable Object> cells() {
        return Collections.unmodifiableMap(cells);
    }

    /** The value of a key, or null where there is none. */
    public @Nullable Object get(String key) {
        return cells.get(key);
    }

    /** The value of a dotted path ({@code published.start}), or null where a part is missing. */
    public @Nullable Object at(String path) {
        Row row = this;
        String rest = path;
        for (int dot = rest.indexOf('.'); dot > 0; dot = rest.indexOf('.')) {
            if (!(row.get(rest.substring(0, dot)) instanceof Row inner)) {
                return null;
            }
            row = inner;
            rest = rest.substring(dot + 1);
        }
        return row.get(rest);
    }

    @Override
    public String toString() {
        return cells.toString();
    }
}
