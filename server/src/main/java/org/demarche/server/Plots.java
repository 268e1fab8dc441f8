package org.demarche.server;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.model.Answer;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.State;
import org.demarche.reciprocity.Series;
import org.jspecify.annotations.Nullable;

/** The plots of a ledger, each with its table. */
final class Plots {
    private static final double LEFT = 56;
    private static final double RIGHT = Chart.WIDTH - 12.0;
    private static final int MOST_BARS = 15;
    private static final int MOST_RIBBONS = 14;
    private static final int MOST_TURNS = 24;
    private static final int MANY_CLAIMS = 4000;
    private static final int MOST_HEAT = 20;

    private final Shelf.Copy copy;
    private final Query query;
    private final LocalDate asOf;
    private final List<Event> events;
    private final List<String> dyad;
    private final Series.Per per;
    private final String scale;

    Plots(Shelf.Copy copy, Query query, LocalDate asOf) {
        this.copy = copy;
        this.query = query;
        this.asOf = asOf;
        this.events = query.selection().of(copy.dossier).events();
        List<String> dyads = copy.dyads();
        this.dyad = query.parties().size() == 2
                ? query.parties()
                : dyads.isEmpty() ? List.of() : List.of(dyads.get(0).split("--"));
        this.per = query.per(Series.Per.WEEK);
        String wanted = query.filter("scale");
        this.scale = wanted == null ? "goldstein" : wanted;
        if (!List.of("goldstein", "goldstein-mean", "plover").contains(scale)) {
            throw new IllegalArgumentException("DEM-608 scale is goldstein, goldstein-mean or plover, not " + scale);
        }
    }

    /** The relation of the plots that are about two sides. */
    List<String> dyad() {
        return dyad;
    }

    Series.Per per() {
        return per;
    }

    String scale() {
        return scale;
    }

    /** All that have something to show; drawn once for each version of the ledger and each question. */
    List<Chart> all() {
        return copy.charts(query + " " + asOf, this::draw);
    }

    private List<Chart> draw() {
        List<Chart> out = new ArrayList<>();
        if (dyad.size() == 2) {
            List<Series.Row> rows = series();
            if (!rows.isEmpty()) {
                out.add(net(rows));
                out.add(quads(rows));
            }
        }
        add(out, ribbons());
        add(out, figures());
        add(out, types());
        add(out, lags());
        add(out, volume());
        add(out, coverage());
        add(out, network());
        add(out, new WorldMap(copy).of(events));
        return out;
    }

    private static void add(List<Chart> out, @Nullable Chart chart) {
        if (chart != null) {
            out.add(chart);
        }
    }

    private List<Series.Row> series() {
        LocalDate since = query.since() == null ? copy.dossier.lastDay().minusMonths(9) : query.since();
        List<Series.Row> rows = Series.of(copy.dossier.events(), dyad.get(0), dyad.get(1), per, since, query.until())
                .rows();
        int from = 0;
        while (query.since() == null
                && from + 2 < rows.size()
                && rows.get(from).events() + rows.get(from + 1).events() == 0) {
            from += 2;
        }
        return rows.subList(from, rows.size());
    }

    private double value(Series.Row row) {
        return switch (scale) {
            case "plover" -> row.plover();
            case "goldstein-mean" -> {
                Double mean = row.goldsteinMean();
                yield mean == null ? 0 : mean;
            }
            default -> row.goldstein();
        };
    }

    private Chart net(List<Series.Row> rows) {
        double most = rows.stream().mapToDouble(r -> Math.abs(value(r))).max().orElse(1);
        double top = Math.max(1, most);
        int n = (rows.size() + 1) / 2;
        Draw draw = new Draw();
        frame(draw, 220, top);
        periods(draw, rows, 220);
        String[] paths = {"", ""};
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Series.Row row = rows.get(i);
            int side = i % 2;
            double x = LEFT + (RIGHT - LEFT) * ((i - side) / 2.0 + 0.5) / n;
            double y = 100 - 90 * value(row) / top;
            paths[side] += String.format(Locale.ROOT, "%s%.1f %.1f", paths[side].isEmpty() ? "M" : " L", x, y);
            if (row.events() > 0) {
                String title = row.start() + ": " + copy.names.of(row.source()) + " \u2192 "
                        + copy.names.of(row.target()) + " " + number(value(row)) + " (" + row.events() + ")";
                if (side == 0) {
                    draw.circle(x, y, 3.5, "mark a", title);
                } else {
                    draw.rect(x - 3.5, y - 3.5, 7, 7, "mark b", title);
                }
            }
            table.add(List.of(
                    row.start().toString(),
                    row.end().toString(),
                    row.source(),
                    row.target(),
                    String.valueOf(row.events()),
                    number(row.goldstein()),
                    row.goldsteinMean() == null ? "" : number(row.goldsteinMean()),
                    number(row.plover())));
        }
        draw.path(paths[0], "line a", "").path(paths[1], "line b", "");
        draw.circle(LEFT + 10, 232, 4, "mark a", "")
                .text(
                        LEFT + 20,
                        236,
                        copy.names.of(dyad.get(0)) + " \u2192 " + copy.names.of(dyad.get(1)) + " (solid)",
                        "");
        draw.rect(LEFT + 296, 228, 8, 8, "mark b", "")
                .text(
                        LEFT + 310,
                        236,
                        copy.names.of(dyad.get(1)) + " \u2192 " + copy.names.of(dyad.get(0)) + " (dashed)",
                        "");
        return new Chart(
                "net",
                "Net cooperation of " + copy.names.dyad(dyad) + " by " + Say.lower(per) + " (" + scale.replace('-', ' ')
                        + ")",
                "Above the line co-operation, below it conflict; "
                        + rows.stream().mapToInt(Series.Row::events).sum()
                        + " events.",
                draw.toString(),
                244,
                List.of(
                        "date",
                        "end",
                        "actor",
                        "recipient",
                        "n_events",
                        "goldstein_sum",
                        "goldstein_mean",
                        "plover_sum"),
                table);
    }

    private Chart quads(List<Series.Row> rows) {
        int n = (rows.size() + 1) / 2;
        int most = 1;
        List<int[]> sums = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int[] sum = new int[4];
            for (int j = 2 * i; j < Math.min(rows.size(), 2 * i + 2); j++) {
                for (int q = 0; q < 4; q++) {
                    sum[q] += rows.get(j).quads().get(q);
                }
            }
            sums.add(sum);
            most = Math.max(most, Math.max(sum[0] + sum[1], sum[2] + sum[3]));
        }
        Draw draw = new Draw();
        frame(draw, 220, most);
        periods(draw, rows, 220);
        List<List<String>> table = new ArrayList<>();
        String[] names = {"verbal cooperation", "material cooperation", "verbal conflict", "material conflict"};
        for (int i = 0; i < n; i++) {
            double width = (RIGHT - LEFT) / n;
            double x = LEFT + i * width + width * 0.12;
            double up = 100;
            double down = 100;
            LocalDate start = rows.get(2 * i).start();
            for (int q = 0; q < 4; q++) {
                double tall = 90.0 * sums.get(i)[q] / most;
                if (tall > 0) {
                    double y = q < 2 ? up - tall : down;
                    draw.rect(
                            x, y, width * 0.76, tall, "quad" + (q + 1), start + ": " + sums.get(i)[q] + " " + names[q]);
                    if (q % 2 == 1) {
                        draw.hatch(x, y, width * 0.76, tall);
                    }
                    up -= q < 2 ? tall : 0;
                    down += q < 2 ? 0 : tall;
                }
            }
            table.add(List.of(
                    start.toString(),
                    String.valueOf(sums.get(i)[0]),
                    String.valueOf(sums.get(i)[1]),
                    String.valueOf(sums.get(i)[2]),
                    String.valueOf(sums.get(i)[3])));
        }
        for (int q = 0; q < 4; q++) {
            double x = LEFT + q * 180;
            draw.rect(x, 228, 12, 10, "quad" + (q + 1), names[q]);
            if (q % 2 == 1) {
                draw.hatch(x, 228, 12, 10);
            }
            draw.text(x + 18, 237, names[q], "");
        }
        return new Chart(
                "quads",
                "Quad classes of " + copy.names.dyad(dyad) + " by " + Say.lower(per),
                "Co-operation above the line, conflict below; material acts are hatched.",
                draw.toString(),
                244,
                List.of("date", "n_verbal_coop", "n_material_coop", "n_verbal_conf", "n_material_conf"),
                table);
    }

    private static void frame(Draw draw, int height, double top) {
        draw.line(LEFT, 100, RIGHT, 100, "axis");
        draw.text(LEFT - 6, 14, number(top), "text-anchor=\"end\"");
        draw.text(LEFT - 6, 104, "0", "text-anchor=\"end\"");
        draw.text(LEFT - 6, 194, number(-top), "text-anchor=\"end\"");
        draw.line(LEFT, 10, LEFT, height - 26.0, "axis");
    }

    private void periods(Draw draw, List<Series.Row> rows, int height) {
        int n = (rows.size() + 1) / 2;
        int step = Math.max(1, n / 7);
        for (int i = 0; i < n; i += step) {
            double x = LEFT + (RIGHT - LEFT) * i / n;
            draw.line(x, 10, x, height - 20.0, "tick");
            draw.text(x + 2, height - 8.0, Say.day(rows.get(2 * i).start()), "");
        }
    }

    /** How the status of each body went, as far as the turns of the ledger show. */
    private @Nullable Chart ribbons() {
        List<LocalDate> turns = new ArrayList<>(copy.turns().headSet(asOf, true));
        int most = copy.dossier.claims().size() > MANY_CLAIMS ? 8 : MOST_TURNS;
        if (turns.size() > most) {
            turns = turns.subList(turns.size() - most, turns.size());
        }
        if (turns.isEmpty()) {
            return null;
        }
        Map<String, List<@Nullable Cell>> rows = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < turns.size(); i++) {
            for (State s : copy.states(turns.get(i), query.knownOn())) {
                if (s.attribute() == Attribute.STATUS && query.selection().has(s)) {
                    names.putIfAbsent(s.subject().id(), s.subject().name());
                    List<@Nullable Cell> row = rows.computeIfAbsent(s.subject().id(), k -> new ArrayList<>());
                    while (row.size() < i) {
                        row.add(null);
                    }
                    String value = s.value();
                    row.add(new Cell(value == null ? "unknown" : value.replaceAll("[^a-z]", ""), s.disputed()));
                }
            }
        }
        Map<String, Integer> changes = new LinkedHashMap<>();
        rows.forEach((id, row) -> changes.put(id, changes(row)));
        List<String> chosen = rows.keySet().stream()
                .filter(id -> changes.getOrDefault(id, 0) > 0)
                .sorted(Comparator.comparingInt((String id) -> -changes.getOrDefault(id, 0))
                        .thenComparing(id -> names.getOrDefault(id, id)))
                .limit(MOST_RIBBONS)
                .toList();
        if (chosen.isEmpty()) {
            return null;
        }
        double left = 250;
        int height = chosen.size() * 24 + 34;
        Draw draw = new Draw();
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < turns.size(); i += Math.max(1, turns.size() / 6)) {
            double x = left + (RIGHT - left) * i / turns.size();
            draw.line(x, 0, x, height - 20.0, "tick");
            draw.text(x + 2, height - 6.0, Say.day(turns.get(i)), "");
        }
        int y = 4;
        for (String id : chosen) {
            String name = names.getOrDefault(id, id);
            draw.text(4, y + 14.0, name.length() > 36 ? name.substring(0, 35) + "\u2026" : name, "");
            List<@Nullable Cell> row = rows.getOrDefault(id, List.of());
            int begin = 0;
            for (int i = 1; i <= turns.size(); i++) {
                String value = status(row, begin);
                if (i < turns.size() && status(row, i).equals(value) && isDisputed(row, i) == isDisputed(row, begin)) {
                    continue;
                }
                double x = left + (RIGHT - left) * begin / turns.size();
                double width = (RIGHT - left) * (i - begin) / turns.size();
                String to = i < turns.size() ? Say.day(turns.get(i)) : Say.day(asOf);
                draw.rect(
                        x,
                        y,
                        width - 1,
                        18,
                        value,
                        name + ": " + value + ", " + Say.day(turns.get(begin)) + " to " + to);
                if (isDisputed(row, begin) || value.equals("unknown")) {
                    draw.hatch(x, y, width - 1, 18);
                }
                if (width > 60) {
                    draw.text(x + 4, y + 13.0, BoardPage.mark(value) + " " + value, "class=\"inside " + value + "\"");
                }
                table.add(List.of(
                        name,
                        value,
                        turns.get(begin).toString(),
                        i < turns.size() ? turns.get(i).toString() : asOf.toString(),
                        isDisputed(row, begin) ? "yes" : ""));
                begin = i;
            }
            y += 24;
        }
        return new Chart(
                "states",
                "States over the turns of the ledger",
                "Each column is a day on which a report lets something begin; hatched where unknown or told differently.",
                draw.toString(),
                height,
                List.of("subject", "status", "from", "to", "disputed"),
                table);
    }

    /** What a ribbon shows of a state on one day. */
    private record Cell(String status, boolean disputed) {}

    private static int changes(List<@Nullable Cell> row) {
        int out = 0;
        String before = "unknown";
        for (int i = 0; i < row.size(); i++) {
            String now = status(row, i);
            if (!now.equals("unknown") && (i == 0 || !now.equals(before))) {
                out++;
            }
            before = now;
        }
        return out;
    }

    private static String status(List<@Nullable Cell> row, int i) {
        Cell cell = i < row.size() ? row.get(i) : null;
        return cell == null ? "unknown" : cell.status();
    }

    private static boolean isDisputed(List<@Nullable Cell> row, int i) {
        Cell cell = i < row.size() ? row.get(i) : null;
        return cell != null && cell.disputed();
    }

    /** Ceilings and headcounts as steps. */
    private @Nullable Chart figures() {
        record Step(LocalDate day, double low, double high) {}
        Map<String, List<Step>> lines = new TreeMap<>();
        for (Claim claim : copy.dossier.claims()) {
            for (Change c : claim.changes()) {
                LocalDate day = Shelf.first(c.from());
                Double low = number(c.value()) == null ? c.low() : number(c.value());
                Double high = number(c.value()) == null ? c.high() : number(c.value());
                boolean isFigure = c.attribute() == Attribute.CEILING || c.attribute() == Attribute.HEADCOUNT;
                if (isFigure
                        && day != null
                        && (low != null || high != null)
                        && claim.factuality().counts()
                        && query.parties().stream()
                                .allMatch(p -> c.subject().parties().contains(p))) {
                    lines.computeIfAbsent(c.subject().name() + ", " + Say.lower(c.attribute()), k -> new ArrayList<>())
                            .add(new Step(day, low == null ? 0 : low, high == null ? low == null ? 0 : low : high));
                }
            }
        }
        lines.values().removeIf(l -> l.stream().map(Step::day).distinct().count() < 2);
        if (lines.isEmpty()) {
            return null;
        }
        LocalDate begin = lines.values().stream()
                .flatMap(List::stream)
                .map(Step::day)
                .min(LocalDate::compareTo)
                .orElse(asOf);
        long days = Math.max(1, ChronoUnit.DAYS.between(begin, asOf));
        Draw draw = new Draw();
        List<List<String>> table = new ArrayList<>();
        int top = 10;
        for (Map.Entry<String, List<Step>> line : lines.entrySet()) {
            List<Step> steps = line.getValue().stream()
                    .sorted(Comparator.comparing(Step::day))
                    .toList();
            double most = steps.stream().mapToDouble(Step::high).max().orElse(1);
            draw.text(4, top + 10.0, line.getKey(), "");
            double base = top + 90.0;
            draw.line(LEFT, base, RIGHT, base, "axis");
            StringBuilder d = new StringBuilder();
            Step before = null;
            for (Step step : steps) {
                double x = LEFT + (RIGHT - LEFT - 20) * ChronoUnit.DAYS.between(begin, step.day()) / days;
                double y = base - 66 * step.high() / Math.max(1, most);
                d.append(String.format(Locale.ROOT, before == null ? "M%.1f %.1f" : " H%.1f V%.1f", x, y));
                draw.circle(x, y, 3.5, "mark a", Say.day(step.day()) + ": " + number(step.high()));
                draw.text(x + 5, y - 4, number(step.high()), "");
                table.add(List.of(line.getKey(), step.day().toString(), number(step.low()), number(step.high())));
                before = step;
            }
            d.append(String.format(Locale.ROOT, " H%.1f", RIGHT));
            draw.path(d.toString(), "line a", "");
            top += 104;
        }
        draw.text(LEFT, top + 8.0, Say.day(begin), "").text(RIGHT, top + 8.0, Say.day(asOf), "text-anchor=\"end\"");
        return new Chart(
                "figures",
                "Ceilings and headcounts",
                "A step for each day on which a report gives a number.",
                draw.toString(),
                top + 14,
                List.of("figure", "date", "low", "high"),
                table);
    }

    private static @Nullable Double number(@Nullable String value) {
        return value != null && value.matches("\\d{1,9}(\\.\\d{1,6})?") ? Double.valueOf(value) : null;
    }

    private @Nullable Chart types() {
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

    private @Nullable Chart lags() {
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
    private @Nullable Chart volume() {
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
        Map<LocalDate, int[]> shown = weeks.tailMap(from, true);
        int most = shown.values().stream()
                .mapToInt(w -> Math.max(w[1], w[2]))
                .max()
                .orElse(1);
        Draw draw = new Draw();
        List<List<String>> table = new ArrayList<>();
        double step = (RIGHT - LEFT) / Math.max(1, shown.size());
        draw.line(LEFT, 180, RIGHT, 180, "axis");
        draw.text(LEFT - 6, 20, String.valueOf(most), "text-anchor=\"end\"");
        int i = 0;
        for (Map.Entry<LocalDate, int[]> week : shown.entrySet()) {
            double x = LEFT + i * step;
            int[] n = week.getValue();
            double claims = 164.0 * n[1] / Math.max(1, most);
            double happened = 164.0 * n[2] / Math.max(1, most);
            draw.rect(
                    x + step * 0.1,
                    180 - claims,
                    step * 0.38,
                    claims,
                    "bar b",
                    week.getKey() + ": " + n[1] + " claims");
            draw.hatch(x + step * 0.1, 180 - claims, step * 0.38, claims);
            draw.rect(
                    x + step * 0.52,
                    180 - happened,
                    step * 0.38,
                    happened,
                    "bar",
                    week.getKey() + ": " + n[2] + " events");
            if (i % Math.max(1, shown.size() / 7) == 0) {
                draw.text(x, 196, Say.day(week.getKey()), "");
            }
            table.add(List.of(
                    week.getKey().toString(), String.valueOf(n[0]), String.valueOf(n[1]), String.valueOf(n[2])));
            i++;
        }
        draw.rect(LEFT, 204, 12, 10, "bar b", "claims").hatch(LEFT, 204, 12, 10);
        draw.text(LEFT + 18, 213, "claims: how often it is told", "");
        draw.rect(LEFT + 220, 204, 12, 10, "bar", "events").text(LEFT + 238, 213, "events: how often it happened", "");
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
        return day.with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
    }

    /** Which source tells which event. */
    private @Nullable Chart coverage() {
        List<Event> shared = events.stream()
                .filter(e -> e.documents().size() > 1)
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
        double width = (RIGHT - left) / Math.max(1, columns.size());
        for (int c = 0; c < columns.size(); c++) {
            draw.text(left + c * width + 2, 12 + c % 2 * 13.0, shortened(columns.get(c), (int) (width / 3.4)), "");
        }
        List<List<String>> table = new ArrayList<>();
        int y = 32;
        for (int i = 0; i < shared.size(); i++) {
            String line = copy.names.line(shared.get(i));
            draw.text(4, y + 13.0, shortened(line, 62), "");
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

    /** Who dealt with whom in the year before the day. */
    private @Nullable Chart network() {
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
                    shortened(copy.names.of(chosen.get(i)), 26),
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

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(1, most - 1)) + "\u2026";
    }

    private static String number(double value) {
        double round = Math.rint(value * 100) / 100;
        return round == Math.rint(round) ? String.valueOf((long) round) : String.valueOf(round);
    }
}
