package org.demarche.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs between the states of two days. */
public final class Difference {
    /** The columns of the flat form: those of the states, and what was before. */
    public static final List<String> COLUMNS = columns();

    private Difference() {}

    /** Rows of the later day whose value is another than on the earlier, each with {@code was{value, low, high}}. */
    public static List<Row> of(List<Row> earlier, List<Row> later) {
        Map<String, Row> before = new HashMap<>();
        earlier.forEach(r -> before.put(key(r), r));
        List<Row> out = new ArrayList<>();
        for (Row row : later) {
            Row was = value(before.get(key(row)));
            if (!was.cells().equals(value(row).cells())) {
                Row changed = new Row();
                row.cells().forEach(changed::with);
                out.add(changed.with("was", was));
            }
        }
        return out;
    }

    private static String key(Row row) {
        return row.at("subject.id") + " " + row.get("attribute");
    }

    private static Row value(@Nullable Row row) {
        return new Row()
                .with("value", row == null ? "unknown" : Objects.requireNonNullElse(row.get("value"), "unknown"))
                .with("low", row == null ? null : row.get("low"))
                .with("high", row == null ? null : row.get("high"));
    }

    private static List<String> columns() {
        List<String> out = new ArrayList<>(Table.STATES.columns());
        out.addAll(List.of("was.value", "was.low", "was.high"));
        return List.copyOf(out);
    }
}
