package org.demarche.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/** Where acts were done, on outlines that come with the program (Natural Earth 1:110m, public domain). */
final class WorldMap {
    private static final int HEIGHT = 370;
    private static @Nullable List<Country> outlines;

    private final Shelf.Copy copy;

    WorldMap(Shelf.Copy copy) {
        this.copy = copy;
    }

    private record Country(String code, String name, double x, double y, String path) {}

    /** The map of events, or null where no report says where anything was done. */
    @Nullable
    Chart of(List<Event> events) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Event event : events) {
            Claim.Place place = event.place();
            if (place != null && place.country() != null) {
                counts.merge(place.country(), 1, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return null;
        }
        Draw draw = new Draw();
        List<Country> world = outlines();
        for (Country c : world) {
            draw.path(c.path(), counts.containsKey(c.code()) ? "land done" : "land", "");
        }
        for (Country c : world) {
            Integer n = counts.get(c.code());
            if (n != null) {
                double radius = 3 + Math.min(14, 2 * Math.sqrt(n));
                draw.circle(c.x(), c.y(), radius, "spot", c.name() + ": " + n);
                draw.text(c.x() + radius + 2, c.y() + 4, c.name() + " " + n, "class=\"place\"");
            }
        }
        List<List<String>> table = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> table.add(List.of(copy.names.of(e.getKey()), e.getKey(), String.valueOf(e.getValue()))));
        int placed = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Chart(
                "map",
                "Where acts were done",
                placed + " of " + events.size() + " events, those of which a report names the place.",
                draw.toString(),
                HEIGHT,
                List.of("country", "code", "events"),
                table);
    }

    private static synchronized List<Country> outlines() {
        List<Country> known = outlines;
        if (known == null) {
            known = new ArrayList<>();
            try (InputStream in = WorldMap.class.getResourceAsStream("world.tsv")) {
                if (in == null) {
                    throw new IllegalStateException("world.tsv is not with the program");
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] cells = line.split("\t", 5);
                    if (cells.length == 5) {
                        known.add(new Country(
                                cells[0],
                                cells[1],
                                Double.parseDouble(cells[2]),
                                Double.parseDouble(cells[3]),
                                cells[4]));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            outlines = List.copyOf(known);
        }
        return known;
    }
}
