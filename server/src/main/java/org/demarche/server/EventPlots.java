package org.demarche.server;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.model.Answer;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.jspecify.annotations.Nullable;

/** What kinds of events there are, how fast they are answered, and who tells of them. */
final class EventPlots {
    private static final int MOST_BARS = 15;
    private static final int HEAD = 52;
    private static final int HEAD_LINES = 3;
    private static final int MOST_HEAT = 20;

    private final Shelf.Copy copy;
    private final Query query;
    private final List<Event> events;

    EventPlots(Shelf.Copy copy, Query query, List<Event> events) {
        this.copy = copy;
        this.query = query;
        this.events = events;
    }

    @Nullable
    Chart types() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Event e : events) {
            String mode = e.act().mode();
            counts.merge(EventFilter.type(e) + (mode == null ? "" : " " + mode), 1, Integer::sum);
        }
        return bars(
                "types",
                "Events by type and mode",
                "The most frequent first.",
                List.of("type", "events"),
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_BARS)
                        .toList());
    }

    @Nullable
    Chart lags() {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Answer a : query.selection().of(copy.dossier).answers()) {
            Integer low = a.lagLow();
            Integer high = a.lagHigh();
            if (low != null && high != null && high - low <= 7) {
                counts.merge(low, 1, Integer::sum);
            }
        }
        List<Map.Entry<String, Integer>> rows = counts.entrySet().stream()
                .limit(MOST_BARS)
                .map(e -> Map.entry(Say.count(e.getKey(), "day"), e.getValue()))
                .toList();
        return bars(
                "lags",
                "Days from an act to its answer",
                "Answers whose lag is known to within a week.",
                List.of("lag", "answers"),
                rows);
    }

    private static @Nullable Chart bars(
            String id, String title, String summary, List<String> columns, List<Map.Entry<String, Integer>> rows) {
        if (rows.isEmpty()) {
            return null;
        }
        int most = rows.stream().mapToInt(Map.Entry::getValue).max().orElse(1);
        Draw draw = new Draw();
        List<List<String>> table = new ArrayList<>();
        int y = 4;
        for (Map.Entry<String, Integer> row : rows) {
            draw.text(4, y + 13.0, row.getKey(), "");
            double width = 500.0 * row.getValue() / most;
            draw.rect(230, y, width, 16, "bar", row.getKey() + ": " + row.getValue());
            draw.text(236 + width, y + 13.0, String.valueOf(row.getValue()), "");
            table.add(List.of(row.getKey(), String.valueOf(row.getValue())));
            y += 22;
        }
        return new Chart(id, title, summary, draw.toString(), y + 4, columns, table);
    }

    /** How much was written, beside how much happened. */
    @Nullable
    Chart volume() {
        TreeMap<LocalDate, int[]> weeks = new TreeMap<>();
        for (Document d : copy.dossier.documents()) {
            LocalDate day = d.published().start() == null
                    ? null
                    : d.published().start().first().orElse(null);
            if (day != null) {
                weeks.computeIfAbsent(monday(day), k -> new int[3])[0]++;
            }
        }
        for (Event e : events) {
            LocalDate day = Shelf.first(e.date());
            if (day != null && e.factuality() == Factuality.ASSERTED) {
                int[] week = weeks.computeIfAbsent(monday(day), k -> new int[3]);
                week[1] += e.claims().size();
                week[2]++;
            }
        }
        if (weeks.isEmpty()) {
            return null;
        }
        LocalDate from = weeks.lastKey().minusWeeks(26);
        TreeMap<LocalDate, int[]> shown = new TreeMap<>(weeks.tailMap(from, true));
        for (LocalDate week = shown.firstKey(); week.isBefore(shown.lastKey()); week = week.plusWeeks(1)) {
            shown.computeIfAbsent(week, k -> new int[3]);
        }
        int most = shown.values().stream()
                .mapToInt(w -> Math.max(w[1], w[2]))
                .max()
                .orElse(1);
        Draw draw = new Draw();
        List<List<String>> table = new ArrayList<>();
        double step = (Draw.RIGHT - Draw.LEFT) / Math.max(1, shown.size());
        draw.line(Draw.LEFT, 180, Draw.RIGHT, 180, "axis");
        draw.text(Draw.LEFT - 6, 20, String.valueOf(most), "text-anchor=\"end\"");
        int i = 0;
        for (Map.Entry<LocalDate, int[]> week : shown.entrySet()) {
            double x = Draw.LEFT + i * step;
            int[] n = week.getValue();
            double claims = 164.0 * n[1] / Math.max(1, most);
            double happened = 164.0 * n[2] / Math.max(1, most);
            if (n[1] > 0) {
                draw.rect(
                        x + step * 0.1,
                        180 - claims,
                        step * 0.38,
                        claims,
                        "bar b",
                        week.getKey() + ": " + n[1] + " claims");
                draw.hatch(x + step * 0.1, 180 - claims, step * 0.38, claims);
            }
            if (n[2] > 0) {
                draw.rect(
                        x + step * 0.52,
                        180 - happened,
                        step * 0.38,
                        happened,
                        "bar",
                        week.getKey() + ": " + n[2] + " events");
            }
            if (i % Math.max(1, (shown.size() + 6) / 7) == 0) {
                draw.text(x, 196, Say.day(week.getKey()), "");
            }
            table.add(List.of(
                    week.getKey().toString(), String.valueOf(n[0]), String.valueOf(n[1]), String.valueOf(n[2])));
            i++;
        }
        draw.rect(Draw.LEFT, 204, 12, 10, "bar b", "claims").hatch(Draw.LEFT, 204, 12, 10);
        draw.text(Draw.LEFT + 18, 213, "claims: how often it is told", "");
        draw.rect(Draw.LEFT + 220, 204, 12, 10, "bar", "events")
                .text(Draw.LEFT + 238, 213, "events: how often it happened", "");
        return new Chart(
                "volume",
                "Telling and happening, by week",
                "The same act told five times is five claims and one event.",
                draw.toString(),
                220,
                List.of("week", "reports", "claims", "events"),
                table);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Which source tells which event. */
    @Nullable
    Chart coverage() {
        List<Event> shared = events.stream()
                .filter(e -> e.documents().size() > 1 && !e.claims().isEmpty())
                .sorted(Comparator.comparingInt((Event e) -> -e.documents().size())
                        .thenComparing(Event::id))
                .limit(MOST_HEAT)
                .toList();
        if (shared.isEmpty()) {
            return null;
        }
        Map<String, Claim> claims = new LinkedHashMap<>();
        copy.dossier.claims().forEach(c -> claims.put(c.id(), c));
        Set<String> outlets = new LinkedHashSet<>();
        List<Map<String, Integer>> cells = new ArrayList<>();
        for (Event e : shared) {
            Map<String, Integer> row = new LinkedHashMap<>();
            for (String id : e.claims()) {
                Claim claim = claims.get(id);
                Document document = claim == null ? null : copy.documents.get(claim.document());
                if (document != null) {
                    row.merge(copy.names.outlet(document), 1, Integer::sum);
                }
            }
            outlets.addAll(row.keySet());
            cells.add(row);
        }
        List<String> columns = outlets.stream().sorted().limit(12).toList();
        Draw draw = new Draw();
        double left = 400;
        double width = (Draw.RIGHT - left) / Math.max(1, columns.size());
        for (int c = 0; c < columns.size(); c++) {
            List<String> lines = Draw.lines(columns.get(c), (int) (width / 6.6), HEAD_LINES);
            for (int l = 0; l < lines.size(); l++) {
                draw.text(
                        left + c * width + 2, HEAD - 7 - 13.0 * (lines.size() - 1 - l), lines.get(l), "class=\"note\"");
            }
        }
        List<List<String>> table = new ArrayList<>();
        int y = HEAD;
        for (int i = 0; i < shared.size(); i++) {
            String line = copy.names.line(shared.get(i));
            draw.text(4, y + 13.0, Draw.shortened(line, 62), "");
            List<String> row = new ArrayList<>(List.of(line));
            for (int c = 0; c < columns.size(); c++) {
                int n = cells.get(i).getOrDefault(columns.get(c), 0);
                if (n > 0) {
                    draw.rect(
                            left + c * width, y, width - 2, 17, "heat", line + " \u2014 " + columns.get(c) + ": " + n);
                    draw.text(left + c * width + width / 2 - 4, y + 13.0, String.valueOf(n), "class=\"inside heat\"");
                } else {
                    draw.rect(
                            left + c * width,
                            y,
                            width - 2,
                            17,
                            "unknown",
                            line + " \u2014 " + columns.get(c) + ": none");
                }
                row.add(String.valueOf(n));
            }
            table.add(row);
            y += 20;
        }
        List<String> names = new ArrayList<>(List.of("event"));
        names.addAll(columns);
        return new Chart(
                "coverage",
                "Which source tells which event",
                "Events told by two or more reports; the number is how many claims each source has.",
                draw.toString(),
                y + 4,
                names,
                table);
    }
}
