package org.demarche.dialect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.lexicon.Lexicon;

/** Names and codes of other data sets as the sides our events have. */
final class Sides {
    private static final Map<String, String> BODIES = new TreeMap<>();

    static {
        for (String[] row : Resource.parse(Lexicon.text("actors/organisations.tsv"))) {
            if (row[0].indexOf('/') < 0) {
                BODIES.put(row[1].toLowerCase(Locale.ROOT), row[0]);
                for (String name : Resource.cell(row, 4).split("\\|", -1)) {
                    if (!name.isBlank()) {
                        BODIES.putIfAbsent(name.toLowerCase(Locale.ROOT), row[0]);
                    }
                }
            }
        }
    }

    private Sides() {}

    /** The side of a name: a body by the name itself, else the country it is said to belong to, else the name. Empty for nothing. */
    static List<String> named(String name, String country) {
        String body = BODIES.get(name.strip().toLowerCase(Locale.ROOT));
        if (body != null) {
            return List.of(body);
        }
        String iso = Countries.named(country);
        if (iso == null) {
            iso = Countries.named(name);
        }
        if (iso != null) {
            return List.of(iso);
        }
        return name.isBlank() ? List.of() : List.of(name.strip());
    }

    /** The sides of lists of names and of ISO 3166 or PLOVER codes, as POLECAT and PLOVER have them: codes of countries first, then bodies by name. */
    static List<String> listed(List<String> names, List<String> codes) {
        Set<String> out = new LinkedHashSet<>();
        for (String code : codes) {
            if (Countries.of(code) != null) {
                out.add(code);
            }
        }
        for (String name : names) {
            String body = BODIES.get(name.strip().toLowerCase(Locale.ROOT));
            if (body != null) {
                out.add(body);
            } else if (codes.isEmpty() || out.isEmpty()) {
                String iso = Countries.named(name);
                out.add(iso == null ? name.strip() : iso);
            }
        }
        out.remove("");
        return new ArrayList<>(out);
    }
}
