package org.demarche.mention.actor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Members of governments by their full names, for a title and a name that say nothing of the state. Read when first asked: most texts say whose
 * minister somebody is.
 */
final class Ministers {
    /** Years by which the table's bounds are stretched: reports go on calling people by an office they have left. */
    private static final int SLACK = 3;

    private Ministers() {}

    private static final class Loaded {
        static final Map<String, String[]> BY_NAME = load();
    }

    private static Map<String, String[]> load() {
        Map<String, String[]> out = new LinkedHashMap<>(1 << 16);
        for (Table.Row row : Table.resource("ministers.tsv")) {
            out.merge(key(row.get(0)), row.cells(), (a, b) -> a[1].equals(b[1]) ? a : new String[] {a[0], ""});
        }
        return out;
    }

    private static String key(String name) {
        return Fold.of(name).replace('-', ' ').replace(".", "");
    }

    /** The only state in whose government somebody of that name was about a day; the day may be "". */
    static Optional<String> state(String name, String day) {
        String @Nullable [] row = Loaded.BY_NAME.get(key(name));
        if (row == null
                || row[1].isEmpty()
                || (!day.isEmpty() && !covers(row, Integer.parseInt(day.substring(0, 4))))) {
            return Optional.empty();
        }
        return Optional.of(row[1]);
    }

    private static boolean covers(String[] row, int year) {
        return Integer.parseInt(row[3]) - SLACK <= year && year <= Integer.parseInt(row[4]) + SLACK;
    }
}
