package org.demarche.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables that can be exported. */
public enum Table {
    DOCUMENTS("id file path sha256 url outlet author title language published{start end precision basis quote} chars"),
    CLAIMS(
            "id document file sentence{index start end} trigger{start end quote} act type mode contexts cameo quad goldstein"
                    + " actors recipients date{start end precision basis quote} effective{start end precision basis quote}"
                    + " place{name country start end quote} quantities factuality attribution subjects event rule score"),
    EVENTS("id type mode act cameo quad goldstein actors recipients date{start end precision basis quote}"
            + " effective{start end precision basis quote} factuality place{name country start end quote document}"
            + " quantities parent subjects claims documents sources readings"),
    STATES("subject{id kind name aliases parties location} attribute value low high"
            + " since{start end precision basis quote} until{start end precision basis quote}"
            + " pending{value effective{start end precision basis quote}} basis disputed readings citations"),
    DISAGREEMENTS("id about{event subject} field kind readings"),
    ANSWERS("id stimulus response responder lag_days{low high} symmetry basis citations rule"),
    QUOTES("id document file sentence start end quote direct chain addressee about"),
    NOTICES("code severity file start end message repair");

    private final List<String> columns;

    Table(String keys) {
        this.columns = flatten(keys);
    }

    /** The columns of the flat form, a path each: {@code published.start}. */
    public List<String> columns() {
        return columns;
    }

    /** The name by which the command line and file names call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a name; an unknown one is the caller's fault and is named. */
    public static Table parse(String name) {
        return Arrays.stream(values())
                .filter(t -> t.key().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such table: '" + name + "'; there are "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Table::key).toList())));
    }

    private static List<String> flatten(String keys) {
        List<String> out = new ArrayList<>();
        List<String> path = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (char c : (keys + " ").toCharArray()) {
            if (c == '{') {
                path.add(name.toString());
                name.setLength(0);
            } else if (c == ' ' || c == '}') {
                if (!name.isEmpty()) {
                    out.add(String.join(".", path) + (path.isEmpty() ? "" : ".") + name);
                    name.setLength(0);
                }
                if (c == '}') {
                    path.remove(path.size() - 1);
                }
            } else {
                name.append(c);
            }
        }
        return List.copyOf(out);
    }
}
