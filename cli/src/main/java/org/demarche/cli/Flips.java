package org.demarche.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.demarche.Dossier;
import org.demarche.export.Difference;
import org.demarche.export.Row;
import org.demarche.export.Tables;
import org.demarche.model.Event;
import org.demarche.model.State;
import org.jspecify.annotations.Nullable;

/** What a decision changes: rows of the board on one day, and events. */
final class Flips {
    private final List<String> lines = new ArrayList<>();

    Flips(Dossier before, Dossier after, AsOf asOf) {
        var day = asOf.day(before);
        List<State> earlier = Engine.pipeline().states(before, day, asOf.knownDay());
        List<State> later = Engine.pipeline().states(after, day, asOf.knownDay());
        List<Row> was = new Tables(before).states(earlier);
        List<Row> is = new Tables(after).states(later);
        for (Row row : Difference.of(was, is)) {
            lines.add(subject(row) + ": " + value(row.at("was.value"), row.at("was.low"), row.at("was.high")) + " -> "
                    + value(row.get("value"), row.get("low"), row.get("high")));
        }
        Set<Object> kept = new HashSet<>();
        is.forEach(r -> kept.add(r.at("subject.id") + " " + r.get("attribute")));
        for (Row row : was) {
            if (!kept.contains(row.at("subject.id") + " " + row.get("attribute"))
                    && !"unknown".equals(row.get("value"))) {
                lines.add(subject(row) + ": " + value(row.get("value"), row.get("low"), row.get("high"))
                        + " -> no report tells of it");
            }
        }
        events(before, after);
    }

    private void events(Dossier before, Dossier after) {
        Set<String> old = new HashSet<>();
        before.events().stream().map(Event::id).forEach(old::add);
        Set<String> now = new HashSet<>();
        after.events().stream().map(Event::id).forEach(now::add);
        before.events().stream().filter(e -> !now.contains(e.id())).forEach(e -> lines.add("event gone: " + e.id()));
        after.events().stream().filter(e -> !old.contains(e.id())).forEach(e -> lines.add("event new:  " + e.id()));
    }

    private static String subject(Row row) {
        return row.at("subject.name") + ", " + row.get("attribute");
    }

    private static String value(@Nullable Object value, @Nullable Object low, @Nullable Object high) {
        return value != null ? String.valueOf(value) : Objects.toString(low, "") + ".." + Objects.toString(high, "");
    }

    void print(String title, PrintWriter out) {
        out.println(lines.isEmpty() ? title + ": nothing on the board." : title + ":");
        lines.forEach(l -> out.println("  " + l));
    }
}
