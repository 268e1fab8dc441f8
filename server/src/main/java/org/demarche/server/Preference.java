package org.demarche.server;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.model.Attribute;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Event;
import org.demarche.store.Decisions;
import org.demarche.store.Entry;
import org.jspecify.annotations.Nullable;

/** Which claims a reading of a disagreement rests on: what a person's preference is put on record by, since claims keep their ids. */
final class Preference {
    private static final Set<String> FIELDS = Set.of(
            "act", "date", "factuality", "actors", "count", "to", "ceiling", "from", "who", "status", "headcount");

    private final Shelf.Copy copy;

    Preference(Shelf.Copy copy) {
        this.copy = copy;
    }

    /** Whether one of the readings can be preferred: each rests on claims of its own, and something shows one of them. */
    boolean isOpen(Disagreement d) {
        return FIELDS.contains(d.field())
                && d.readings().stream()
                        .map(Disagreement.Reading::value)
                        .distinct()
                        .anyMatch(v -> !value(d, v).isEmpty());
    }

    /** The claims that tell a reading, a bar, and those that tell others; empty where they are not told apart. */
    String value(Disagreement d, String reading) {
        Set<String> preferred = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        for (Disagreement.Reading r : d.readings()) {
            (r.value().equals(reading) ? preferred : others).addAll(claims(d, r.citation()));
        }
        others.removeAll(preferred);
        return preferred.isEmpty() || others.isEmpty() ? "" : Decisions.claims(preferred, others);
    }

    /** The standing decision by which a reading is preferred, or null. */
    @Nullable
    Entry of(Disagreement d, String reading, List<Entry> standing) {
        String value = value(d, reading);
        Entry found = null;
        for (Entry entry : standing) {
            if (entry.kind().equals("prefer") && d.field().equals(entry.field()) && value.equals(entry.value())) {
                found = entry;
            }
        }
        return found;
    }

    private Set<String> claims(Disagreement d, Citation words) {
        Event event = copy.event(d.about());
        Stream<Claim> candidates = event != null
                ? copy.claims(event).stream()
                : copy.posted(d.about()).stream().map(Shelf.Posted::claim);
        Set<String> out = new LinkedHashSet<>();
        candidates.filter(c -> tells(c, d.field(), words)).forEach(c -> out.add(c.id()));
        return out;
    }

    private static boolean tells(Claim c, String field, Citation words) {
        if (!c.document().equals(words.document())) {
            return false;
        }
        return switch (field) {
            case "date" -> words.equals(c.date().citation());
            case "actors" -> c.actors().stream().anyMatch(p -> words.equals(p.citation()));
            case "count", "to", "ceiling", "from", "who" ->
                c.quantities().stream().anyMatch(q -> q.citation().equals(words));
            case "status", "headcount" ->
                c.changes().stream()
                        .anyMatch(x -> x.citation().equals(words)
                                && x.attribute() == Attribute.valueOf(field.toUpperCase(Locale.ROOT)));
            default -> c.trigger().overlaps(words);
        };
    }
}
