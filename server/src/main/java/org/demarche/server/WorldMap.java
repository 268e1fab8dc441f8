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
    private static final int LINE = 13;
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
        List<Country> spots = world.stream()
                .filter(c -> counts.containsKey(c.code()))
                .sorted(Comparator.comparingInt((Country c) -> -counts.getOrDefault(c.code(), 0))
                        .thenComparing(Country::code))
                .toList();
        List<Label> labels = new ArrayList<>();
        for (Country c : spots) {
            int n = counts.getOrDefault(c.code(), 0);
            double radius = radius(n);
            draw.circle(c.x(), c.y(), radius, "spot", c.name() + ": " + n);
            labels.add(new Label(c.x() - radius, c.y() - radius, 2 * radius, 2 * radius));
        }
        for (Country c : spots) {
            int n = counts.getOrDefault(c.code(), 0);
            String words = c.name() + " " + n;
            Label place = free(c, radius(n), words, labels);
            if (place != null) {
                labels.add(place);
                draw.text(place.x(), place.y() + LINE - 3, words, "class=\"place\"");
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

    private static double radius(int n) {
        return 3 + Math.min(14, 2 * Math.sqrt(n));
    }

    /** A rectangle that is taken. */
    private record Label(double x, double y, double width, double height) {
        boolean meets(Label o) {
            return x < o.x + o.width && o.x < x + width && y < o.y + o.height && o.y < y + height;
        }
    }

    /** Where a name has room: right of its spot, left, below, above; null where it has none (the table has it). */
    private static @Nullable Label free(Country c, double radius, String words, List<Label> taken) {
        double width = 6.4 * words.length();
        double middle = c.y() - LINE / 2.0;
        for (Label label : List.of(
                new Label(c.x() + radius + 2, middle, width, LINE),
                new Label(c.x() - radius - 2 - width, middle, width, LINE),
                new Label(c.x() - width / 2, c.y() + radius + 1, width, LINE),
                new Label(c.x() - width / 2, c.y() - radius - 1 - LINE, width, LINE))) {
            boolean isInside = label.x() >= 0 && label.x() + width <= Chart.WIDTH;
            if (isInside && taken.stream().noneMatch(label::meets)) {
                return label;
            }
        }
        return null;
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
