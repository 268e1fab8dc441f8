package org.demarche.server;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.State;
import org.jspecify.annotations.Nullable;

/** How states and figures went over time. */
final class StatePlots {
    private static final int MOST_RIBBONS = 14;
    private static final int MOST_TURNS = 24;
    private static final int MANY_CLAIMS = 4000;

    private final Shelf.Copy copy;
    private final Query query;
    private final LocalDate asOf;

    StatePlots(Shelf.Copy copy, Query query, LocalDate asOf) {
        this.copy = copy;
        this.query = query;
        this.asOf = asOf;
    }

    /** How the status of each body went, as far as the turns of the ledger show. */
    @Nullable
    Chart ribbons() {
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
        int height = chosen.size() * 24 + 60;
        Draw draw = new Draw();
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < turns.size(); i += Math.max(1, turns.size() / 6)) {
            double x = left + (Draw.RIGHT - left) * i / turns.size();
            draw.line(x, 0, x, height - 46.0, "tick");
            draw.text(x + 2, height - 32.0, Say.day(turns.get(i)), "");
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
                double x = left + (Draw.RIGHT - left) * begin / turns.size();
                double width = (Draw.RIGHT - left) * (i - begin) / turns.size();
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
        legend(draw, height - 14.0);
        return new Chart(
                "states",
                "States over the turns of the ledger",
                "Each column is a day on which a report lets something begin; hatched where unknown or told differently.",
                draw.toString(),
                height,
                List.of("subject", "status", "from", "to", "disputed"),
                table);
    }

    /** What each colour and pattern of the ribbons means. */
    private static void legend(Draw draw, double y) {
        double x = 4;
        for (String value : List.of("open", "suspended", "closed", "vacant", "planned")) {
            String words = BoardPage.mark(value) + " " + (value.equals("vacant") ? "vacant, none" : value);
            draw.rect(x, y - 10, 14, 12, value, value).text(x + 20, y, words, "");
            x += 46 + 6.6 * words.length();
        }
        draw.rect(x, y - 10, 14, 12, "unknown", "unknown").hatch(x, y - 10, 14, 12);
        draw.text(x + 20, y, "hatched: unknown, or told differently", "");
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
    @Nullable
    Chart figures() {
        record Step(LocalDate day, double low, double high) {}
        Map<String, List<Step>> lines = new TreeMap<>();
        for (Claim claim : copy.dossier.claims()) {
            for (Change c : claim.changes()) {
                LocalDate day = Shelf.first(c.from());
                Double low = parsed(c.value()) == null ? c.low() : parsed(c.value());
                Double high = parsed(c.value()) == null ? c.high() : parsed(c.value());
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
            TreeMap<LocalDate, Step> byDay = new TreeMap<>();
            for (Step step : line.getValue()) {
                byDay.merge(
                        step.day(),
                        step,
                        (a, b) -> new Step(a.day(), Math.min(a.low(), b.low()), Math.max(a.high(), b.high())));
            }
            List<Step> steps = List.copyOf(byDay.values());
            double most = steps.stream().mapToDouble(Step::high).max().orElse(1);
            draw.text(4, top + 10.0, line.getKey(), "");
            double base = top + 106.0;
            draw.line(Draw.LEFT, base, Draw.RIGHT, base, "axis");
            StringBuilder d = new StringBuilder();
            Step before = null;
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                double x =
                        Draw.LEFT + (Draw.RIGHT - Draw.LEFT - 20) * ChronoUnit.DAYS.between(begin, step.day()) / days;
                double y = base - 66 * step.high() / Math.max(1, most);
                if (step.high() > step.low()) {
                    LocalDate next = i + 1 < steps.size() ? steps.get(i + 1).day() : asOf;
                    double until = Draw.LEFT
                            + (Draw.RIGHT - Draw.LEFT - 20) * ChronoUnit.DAYS.between(begin, next) / days
                            + (i + 1 < steps.size() ? 0 : 20);
                    double low = base - 66 * step.low() / Math.max(1, most);
                    draw.rect(
                            x,
                            y,
                            Math.max(2, until - x),
                            low - y,
                            "band",
                            Say.day(step.day()) + ": " + Draw.number(step.low()) + " to " + Draw.number(step.high()));
                }
                d.append(String.format(Locale.ROOT, before == null ? "M%.1f %.1f" : " H%.1f V%.1f", x, y));
                draw.circle(x, y, 3.5, "mark a", Say.day(step.day()) + ": " + Draw.number(step.high()));
                draw.text(
                        x + 5,
                        y - 4,
                        step.high() > step.low()
                                ? Draw.number(step.low()) + "\u2013" + Draw.number(step.high())
                                : Draw.number(step.high()),
                        "");
                table.add(List.of(
                        line.getKey(), step.day().toString(), Draw.number(step.low()), Draw.number(step.high())));
                before = step;
            }
            d.append(String.format(Locale.ROOT, " H%.1f", Draw.RIGHT));
            draw.path(d.toString(), "line a", "");
            top += 122;
        }
        draw.text(Draw.LEFT, top + 8.0, Say.day(begin), "")
                .text(Draw.RIGHT, top + 8.0, Say.day(asOf), "text-anchor=\"end\"");
        return new Chart(
                "figures",
                "Ceilings and headcounts",
                "A step for each day on which a report gives a number; a band where reports give several, or only bounds.",
                draw.toString(),
                top + 14,
                List.of("figure", "date", "low", "high"),
                table);
    }

    private static @Nullable Double parsed(@Nullable String value) {
        return value != null && value.matches("\\d{1,9}(\\.\\d{1,6})?") ? Double.valueOf(value) : null;
    }
}
