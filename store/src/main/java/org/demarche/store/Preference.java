package org.demarche.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.Dossier;
import org.demarche.model.Attribute;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/** Which claims a reading of a disagreement rests on: what a person's preference is put on record by, since claims keep their ids. */
public final class Preference {
    private static final Set<String> FIELDS = Set.of(
            "act", "date", "factuality", "actors", "count", "to", "ceiling", "from", "who", "status", "headcount");

    private final Map<String, Disagreement> disagreements = new HashMap<>();
    private final Map<String, List<Claim>> told = new HashMap<>();

    /** Over what the reports say together. */
    public Preference(Dossier dossier) {
        Map<String, Claim> claims = new HashMap<>();
        dossier.disagreements().forEach(d -> disagreements.put(d.id(), d));
        Set<String> wanted = new HashSet<>();
        disagreements.values().forEach(d -> wanted.add(d.about()));
        for (Claim claim : dossier.claims()) {
            claims.put(claim.id(), claim);
            claim.changes().stream()
                    .map(x -> x.subject().id())
                    .filter(wanted::contains)
                    .distinct()
                    .forEach(id ->
                            told.computeIfAbsent(id, k -> new ArrayList<>()).add(claim));
        }
        for (Event event : dossier.events()) {
            for (String id : Arrays.asList(event.id(), event.parent())) {
                if (id != null && wanted.contains(id)) {
                    List<Claim> list = told.computeIfAbsent(id, k -> new ArrayList<>());
                    event.claims().stream()
                            .map(claims::get)
                            .filter(Objects::nonNull)
                            .forEach(list::add);
                }
            }
        }
    }

    /**
     * What the log keeps where somebody prefers a reading.
     *
     * @param id of the disagreement
     * @throws IllegalArgumentException if there is no such disagreement, or no claim of its own tells the reading
     */
    public Entry.Draft draft(String id, String reading, String at, String by, String why) {
        Disagreement d = disagreements.get(id);
        if (d == null) {
            throw new IllegalArgumentException("DEM-401 the ledger has no disagreement " + id);
        }
        String value = value(d, reading);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("DEM-611 no claim of its own tells " + reading + "; the readings are "
                    + d.readings().stream()
                            .map(Disagreement.Reading::value)
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ". Correct or reject a claim that tells two of them");
        }
        return new Entry.Draft(at, by, "prefer", Targets.first(value), d.field(), value, why);
    }

    /** Whether one of the readings can be preferred: each rests on claims of its own, and something shows one of them. */
    public boolean isOpen(Disagreement d) {
        return FIELDS.contains(d.field())
                && d.readings().stream()
                        .map(Disagreement.Reading::value)
                        .distinct()
                        .anyMatch(v -> !value(d, v).isEmpty());
    }

    /** The claims that tell a reading, a bar, and those that tell others; empty where they are not told apart. */
    public String value(Disagreement d, String reading) {
        Set<String> preferred = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        for (Disagreement.Reading r : d.readings()) {
            (r.value().equals(reading) ? preferred : others).addAll(claims(d, r.citation()));
        }
        others.removeAll(preferred);
        return preferred.isEmpty() || others.isEmpty() ? "" : Decisions.claims(preferred, others);
    }

    /** The standing decision by which a reading is preferred, or null. */
    public @Nullable Entry of(Disagreement d, String reading, List<Entry> standing) {
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
        Set<String> out = new LinkedHashSet<>();
        told.getOrDefault(d.about(), List.of()).stream()
                .filter(c -> tells(c, d.field(), words))
                .forEach(c -> out.add(c.id()));
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
