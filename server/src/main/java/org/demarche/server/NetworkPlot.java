package org.demarche.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/** The network of relations at a date. */
final class NetworkPlot {
    private final Shelf.Copy copy;
    private final LocalDate asOf;
    private final List<Event> events;

    NetworkPlot(Shelf.Copy copy, LocalDate asOf, List<Event> events) {
        this.copy = copy;
        this.asOf = asOf;
        this.events = events;
    }

    /** Who dealt with whom in the year before the day. */
    @Nullable
    Chart network() {
        Map<String, int[]> edges = new TreeMap<>();
        Map<String, Integer> nodes = new TreeMap<>();
        for (Event e : events) {
            LocalDate day = Shelf.first(e.date());
            if (day == null || day.isAfter(asOf) || day.isBefore(asOf.minusYears(1))) {
                continue;
            }
            Integer quad = e.act().quad();
            Set<String> by = principals(e.actors());
            Set<String> to = principals(e.recipients());
            for (String a : by) {
                for (String b : to) {
                    if (!a.equals(b)) {
                        String key = a.compareTo(b) < 0 ? a + "\0" + b : b + "\0" + a;
                        edges.computeIfAbsent(key, k -> new int[2])[quad != null && quad > 2 ? 1 : 0]++;
                        nodes.merge(a, 1, Integer::sum);
                        nodes.merge(b, 1, Integer::sum);
                    }
                }
            }
        }
        if (edges.isEmpty()) {
            return null;
        }
        List<String> chosen = nodes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(16)
                .map(Map.Entry::getKey)
                .toList();
        Draw draw = new Draw();
        List<List<String>> table = new ArrayList<>();
        edges.forEach((key, n) -> {
            String[] ends = key.split("\0", -1);
            int i = chosen.indexOf(ends[0]);
            int j = chosen.indexOf(ends[1]);
            table.add(List.of(
                    copy.names.of(ends[0]), copy.names.of(ends[1]), String.valueOf(n[0]), String.valueOf(n[1])));
            if (i >= 0 && j >= 0) {
                boolean isConflict = n[1] > n[0];
                draw.path(
                        String.format(
                                Locale.ROOT,
                                "M%.1f %.1f Q400 200 %.1f %.1f",
                                nodeX(i, chosen.size()),
                                nodeY(i, chosen.size()),
                                nodeX(j, chosen.size()),
                                nodeY(j, chosen.size())),
                        isConflict ? "edge" : "edge coop",
                        String.format(
                                Locale.ROOT,
                                "stroke-width=\"%.1f\"%s",
                                Math.min(9, 1 + Math.sqrt(n[0] + n[1])),
                                isConflict ? " stroke-dasharray=\"7 3\"" : ""));
            }
        });
        for (int i = 0; i < chosen.size(); i++) {
            double x = nodeX(i, chosen.size());
            draw.circle(x, nodeY(i, chosen.size()), 6, "node", copy.names.of(chosen.get(i)));
            boolean isLeft = x < 400;
            draw.text(
                    x + (isLeft ? -12 : 12),
                    nodeY(i, chosen.size()) + 4,
                    Draw.shortened(copy.names.of(chosen.get(i)), 26),
                    isLeft ? "text-anchor=\"end\"" : "");
        }
        return new Chart(
                "network",
                "Who dealt with whom in the year to " + Say.day(asOf),
                "Thicker lines are more events; dashed where conflict prevails.",
                draw.toString(),
                400,
                List.of("one", "other", "cooperation", "conflict"),
                table);
    }

    private static double nodeX(int i, int n) {
        return 400 + 190 * Math.cos(2 * Math.PI * i / n + 0.01);
    }

    private static double nodeY(int i, int n) {
        return 200 + 170 * Math.sin(2 * Math.PI * i / n + 0.01);
    }

    private static Set<String> principals(List<Claim.Party> parties) {
        Set<String> out = new LinkedHashSet<>();
        parties.forEach(p -> out.add(p.actor().principal()));
        return out;
    }
}
