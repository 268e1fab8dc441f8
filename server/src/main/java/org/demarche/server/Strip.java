package org.demarche.server;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The timeline's strip as SVG: a lane for each actor, co-operation above its line and conflict below; a dot for a day, a bar for an
 * uncertain date. The list beside it holds the same data.
 */
final class Strip {
    private static final int WIDTH = 1000;
    private static final int LEFT = 130;
    private static final int LANE = 56;
    private static final int MOST_LANES = 5;
    private static final int MOST_DAYS = 400;

    private final List<Event> events;
    private final Query query;

    Strip(List<Event> events, Query query) {
        this.events = events;
        this.query = query;
    }

    private record Dot(Event event, LocalDate first, LocalDate last, String lane) {}

    String svg() {
        List<Dot> dots = new ArrayList<>();
        LocalDate latest = LocalDate.MIN;
        for (Event event : events) {
            LocalDate first = first(event.date().start());
            LocalDate last = last(event.date().end());
            if (first != null && last != null) {
                dots.add(new Dot(event, first, last, lane(event)));
                latest = last.isAfter(latest) ? last : latest;
            }
        }
        LocalDate end = latest;
        LocalDate oldest = query.since() != null || dots.isEmpty() ? LocalDate.MIN : end.minusDays(MOST_DAYS);
        dots.removeIf(d -> d.first().isBefore(oldest));
        if (dots.size() < 2) {
            return "";
        }
        LocalDate begin =
                dots.stream().map(Dot::first).min(LocalDate::compareTo).orElse(end);
        long days = Math.max(7, ChronoUnit.DAYS.between(begin, end) + 1);
        Map<String, Integer> lanes = lanes(dots);
        int height = lanes.size() * LANE + 30;
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<svg class=\"strip\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%d dated events from %s to %s; the list below has the same\">",
                WIDTH,
                height,
                dots.size(),
                Say.day(begin),
                Say.day(end)));
        lanes.forEach((name, n) -> out.append(String.format(
                Locale.ROOT,
                "<text x=\"0\" y=\"%d\" class=\"lane\">%s</text><line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" class=\"axis\"/>",
                n * LANE + 32,
                escape(name),
                LEFT,
                WIDTH,
                n * LANE + 28,
                n * LANE + 28)));
        ticks(out, begin, days, height);
        Map<String, Integer> stacked = new LinkedHashMap<>();
        for (Dot dot : dots) {
            Integer lane = lanes.get(dot.lane());
            if (lane == null) {
                continue;
            }
            double x = x(begin, dot.first(), days);
            double width = Math.max(0, x(begin, dot.last(), days) - x);
            Integer quad = dot.event().act().quad();
            boolean conflict = quad != null && quad > 2;
            int pile = stacked.merge(dot.lane() + dot.first() + conflict, 1, Integer::sum) - 1;
            double y = lane * LANE + 28 + (conflict ? 7 + 6 * Math.min(pile, 3) : -7 - 6 * Math.min(pile, 3));
            String kind = conflict ? "conflict" : "cooperation";
            out.append("<a href=\"#")
                    .append(escape(dot.event().id()))
                    .append("\"><title>")
                    .append(escape(Say.when(dot.event().date()) + ": " + Say.sides(dot.event()) + ", "
                            + Say.act(dot.event().act().code())))
                    .append("</title>");
            if (width > 3) {
                out.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"4\" rx=\"2\" class=\"%s vague\"/>",
                        x,
                        y - 2,
                        width,
                        kind));
            }
            out.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" class=\"%s%s\"/></a>",
                    x,
                    y,
                    3.0 + Math.min(3, dot.event().sources() * 0.6),
                    kind,
                    width > 3 ? " vague" : ""));
        }
        return out.append("</svg>").toString();
    }

    private static void ticks(StringBuilder out, LocalDate begin, long days, int height) {
        int step = days <= 45 ? 7 : days <= 200 ? 30 : 61;
        for (int i = 0; i < days; i += step) {
            double x = x(begin, begin.plusDays(i), days);
            out.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\" class=\"tick\"/><text x=\"%.1f\" y=\"%d\" class=\"tick\">%s</text>",
                    x,
                    x,
                    height - 18,
                    x,
                    height - 4,
                    Say.day(begin.plusDays(i))));
        }
    }

    private static double x(LocalDate begin, LocalDate day, long days) {
        return LEFT + 12 + (WIDTH - LEFT - 90) * (ChronoUnit.DAYS.between(begin, day) / (double) days);
    }

    private static Map<String, Integer> lanes(List<Dot> dots) {
        Map<String, Integer> count = new LinkedHashMap<>();
        dots.forEach(d -> count.merge(d.lane(), 1, Integer::sum));
        Map<String, Integer> out = new LinkedHashMap<>();
        count.entrySet().stream()
                .sorted((a, b) -> b.getValue() != a.getValue().intValue()
                        ? b.getValue() - a.getValue()
                        : a.getKey().compareTo(b.getKey()))
                .limit(MOST_LANES)
                .forEach(e -> out.put(e.getKey(), out.size()));
        return out;
    }

    private static String lane(Event event) {
        for (Claim.Party party : event.actors()) {
            return party.actor().principal();
        }
        return "unsaid";
    }

    private static @Nullable LocalDate first(@Nullable PartialDate date) {
        return date == null ? null : date.first().orElse(null);
    }

    private static @Nullable LocalDate last(@Nullable PartialDate date) {
        return date == null ? null : date.last().orElse(null);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
