package org.demarche.server;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.model.Answer;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The timeline's strip as SVG: a lane for each actor, co-operation above its line and conflict below; a dot for a day, a bar for an
 * uncertain date, an arc from an act to its answer. Where there are too many for dots, a column a period. The list beside it holds the
 * same data.
 */
final class Strip {
    private static final int WIDTH = 1000;
    private static final String STANDING = "*";
    private static final int LEFT = 160;
    private static final int RIGHT = 30;
    private static final int LANE = 64;
    private static final int MOST_LANES = 5;
    private static final int MOST_DAYS = 400;
    private static final int MOST_DOTS = 800;
    private static final int ROWS = 3;
    private static final double APART = 9;
    private static final int FEW_DAYS = 10;
    private static final int COLUMNS = 120;
    private static final int TAIL = 34;

    private final Shelf.Copy copy;
    private final Query query;
    private final List<Event> events;

    Strip(Shelf.Copy copy, Query query, List<Event> events) {
        this.copy = copy;
        this.query = query;
        this.events = events;
    }

    /** Where it is open to one side, {@code open} is -1 for "by" and 1 for "after", else 0. */
    private record Dot(Event event, LocalDate first, LocalDate last, String lane, int open) {
        boolean isState() {
            return event.act().isState();
        }

        boolean isConflict() {
            Integer quad = event.act().quad();
            return quad != null && quad > 2;
        }
    }

    /** Where a dot was drawn. */
    private record Point(double x, double y) {}

    /** The days that it shows: those that are asked for, or those of its events. */
    Optional<Zoom.Range> range() {
        List<Dot> dots = dots();
        LocalDate since = query.since();
        LocalDate until = query.until();
        if (since != null && until != null && !until.isBefore(since)) {
            return Optional.of(new Zoom.Range(since, until));
        }
        Optional<LocalDate> begin = dots.stream().map(Dot::first).min(LocalDate::compareTo);
        Optional<LocalDate> end = dots.stream().map(Dot::last).max(LocalDate::compareTo);
        return begin.flatMap(b -> end.map(e -> new Zoom.Range(b, e)));
    }

    String svg(boolean arcs) {
        List<Dot> dots = dots();
        Zoom.Range range = range().orElse(null);
        if (dots.isEmpty() || range == null || query.since() == null && dots.size() < 2) {
            return "";
        }
        LocalDate begin = range.begin();
        long days = Math.max(7, range.days());
        Map<String, Integer> lanes = lanes(dots);
        int height = lanes.size() * LANE + 30;
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<svg class=\"strip\" viewBox=\"0 0 %d %d\" role=\"group\" aria-label=\"%d dated events from %s to %s; the list below has the same\">",
                WIDTH,
                height,
                dots.size(),
                Say.day(begin),
                Say.day(range.end())));
        lanes.forEach((name, n) -> out.append(String.format(
                Locale.ROOT,
                "<rect x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\" class=\"band%d\"/><text x=\"12\" y=\"%d\" class=\"lane\">%s</text><line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" class=\"axis\"/>",
                n * LANE,
                WIDTH,
                LANE,
                n % 2,
                n * LANE + 36,
                escape(name.equals(STANDING) ? "How things stand" : shortened(copy.names.of(name))),
                LEFT,
                WIDTH,
                n * LANE + 32,
                n * LANE + 32)));
        ticks(out, begin, days, height);
        if (dots.size() > MOST_DOTS) {
            columns(out, dots, lanes, begin, days);
        } else {
            Map<String, Point> points = draw(out, dots, lanes, begin, days);
            if (arcs) {
                arcs(out, points);
            }
        }
        return out.append("</svg>").toString();
    }

    private List<Dot> dots() {
        List<Dot> dots = new ArrayList<>();
        LocalDate latest = LocalDate.MIN;
        for (Event event : events) {
            LocalDate begin = first(event.date().start());
            LocalDate end = last(event.date().end());
            int open = begin == null ? -1 : end == null ? 1 : 0;
            LocalDate first = begin == null ? end : begin;
            LocalDate last = end == null ? begin : end;
            if (first != null && last != null && !last.isBefore(first)) {
                LocalDate from = query.since() != null && first.isBefore(query.since()) ? query.since() : first;
                LocalDate to = query.until() != null && last.isAfter(query.until()) ? query.until() : last;
                dots.add(new Dot(event, from, to.isBefore(from) ? from : to, lane(event), open));
                latest = last.isAfter(latest) ? last : latest;
            }
        }
        if (query.since() == null && !dots.isEmpty()) {
            LocalDate oldest = latest.minusDays(MOST_DAYS);
            dots.removeIf(d -> d.first().isBefore(oldest));
            LocalDate crowded = crowded(dots, latest);
            dots.removeIf(d -> d.first().isBefore(crowded));
        }
        return dots;
    }

    /** Where to begin so that a few early events do not press all others into a corner: the list has them, and the days before are a link away. */
    private static LocalDate crowded(List<Dot> dots, LocalDate latest) {
        List<LocalDate> begins = dots.stream().map(Dot::first).sorted().toList();
        LocalDate best = begins.get(0);
        for (int left = 1; left <= begins.size() / 8; left++) {
            LocalDate begin = begins.get(left);
            long now = ChronoUnit.DAYS.between(best, latest);
            long then = ChronoUnit.DAYS.between(begin, latest);
            if (then >= FEW_DAYS && then * 2 < now) {
                best = begin;
            }
        }
        return best;
    }

    /** How many dated events of the list, but for the background, lie before the days that are shown. */
    long before() {
        return query.since() != null
                ? 0
                : range().map(r -> events.stream()
                                .filter(e -> {
                                    LocalDate first = first(e.date().start());
                                    return first != null
                                            && first.isBefore(r.begin())
                                            && first.isAfter(r.end().minusDays(MOST_DAYS));
                                })
                                .count())
                        .orElse(0L);
    }

    private Map<String, Point> draw(
            StringBuilder out, List<Dot> dots, Map<String, Integer> lanes, LocalDate begin, long days) {
        Map<String, Integer> stacked = new HashMap<>();
        Map<String, Point> points = new HashMap<>();
        for (Dot dot : dots) {
            Integer lane = lanes.get(dot.lane());
            if (lane == null) {
                continue;
            }
            double x = x(begin, dot.first(), days);
            double width = Math.max(0, x(begin, dot.last(), days) - x);
            int pile = stacked.merge(dot.lane() + dot.first() + dot.isConflict() + dot.isState(), 1, Integer::sum) - 1;
            double off = 7 + APART * (pile % ROWS);
            int column = pile / ROWS;
            x += APART * column;
            double y = lane * LANE + 32.0 + (dot.isState() ? 9 * (pile % ROWS) - 9 : dot.isConflict() ? off : -off);
            points.put(dot.event().id(), new Point(x, y));
            String kind = dot.isState() ? "standing" : dot.isConflict() ? "conflict" : "cooperation";
            out.append("<a href=\"#")
                    .append(escape(dot.event().id()))
                    .append("\" aria-label=\"")
                    .append(escape(told(dot.event())))
                    .append("\"><title>")
                    .append(escape(told(dot.event())))
                    .append("</title>");
            boolean isVague = width > 3 || dot.open() != 0;
            if (dot.open() != 0) {
                out.append(String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" class=\"%s tail\"/>",
                        x,
                        x + dot.open() * TAIL,
                        y,
                        y,
                        kind));
            } else if (isVague) {
                out.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"5\" rx=\"2.5\" class=\"%s vague\"/>",
                        x,
                        y - 2.5,
                        width,
                        kind));
            }
            String shape = dot.isState()
                    ? "<rect x=\"%3$.1f\" y=\"%4$.1f\" width=\"8\" height=\"8\" class=\"%6$s%7$s\"/></a>"
                    : "<circle cx=\"%1$.1f\" cy=\"%2$.1f\" r=\"%5$.1f\" class=\"%6$s%7$s\"/></a>";
            double radius = 3 + Math.min(1.4, (dot.event().sources() - 1) * 0.4);
            out.append(
                    String.format(Locale.ROOT, shape, x, y, x - 4, y - 4, radius, kind, isVague ? " vague open" : ""));
        }
        return points;
    }

    /** The event in a line, and the words that its day rests on. */
    private String told(Event event) {
        Citation words = event.date().citation();
        return copy.names.line(event)
                + (words == null ? "" : " (" + Cites.quoted(Cites.shortened(words.quote())) + ")");
    }

    private void arcs(StringBuilder out, Map<String, Point> points) {
        for (Answer answer : copy.dossier.answers()) {
            Point from = points.get(answer.stimulus());
            Point to = points.get(answer.response());
            if (from == null || to == null || from.equals(to)) {
                continue;
            }
            double bend = Math.min(60, 14 + Math.abs(to.x() - from.x()) / 4);
            out.append(String.format(
                    Locale.ROOT,
                    "<path class=\"arc%s\" d=\"M%.1f %.1f Q%.1f %.1f %.1f %.1f\"/>",
                    answer.basis().startsWith("inferred") ? " inferred" : "",
                    from.x(),
                    from.y(),
                    (from.x() + to.x()) / 2,
                    Math.min(from.y(), to.y()) - bend,
                    to.x(),
                    to.y()));
        }
    }

    /** Counts a period, for ledgers with more events than dots can show. */
    private void columns(StringBuilder out, List<Dot> dots, Map<String, Integer> lanes, LocalDate begin, long days) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int most = 1;
        for (Dot dot : dots) {
            if (lanes.containsKey(dot.lane())) {
                long column = ChronoUnit.DAYS.between(begin, dot.first()) * COLUMNS / days;
                most = Math.max(
                        most, counts.merge(dot.lane() + "\0" + column + "\0" + dot.isConflict(), 1, Integer::sum));
            }
        }
        double width = (WIDTH - LEFT - RIGHT) / (double) COLUMNS;
        int scale = most;
        counts.forEach((key, n) -> {
            String[] parts = key.split("\0", -1);
            boolean isConflict = Boolean.parseBoolean(parts[2]);
            long column = Long.parseLong(parts[1]);
            double tall = Math.max(1.5, 26.0 * n / scale);
            double base = lanes.getOrDefault(parts[0], 0) * LANE + 32.0;
            LocalDate day = begin.plusDays(column * days / COLUMNS);
            out.append(String.format(
                    Locale.ROOT,
                    "<a href=\"%s\" aria-label=\"%d events from %s\"><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"><title>%d from %s</title></rect></a>",
                    escape(query.same(
                            "/timeline",
                            "since",
                            day.toString(),
                            "until",
                            day.plusDays(days / COLUMNS).toString(),
                            "from",
                            null)),
                    n,
                    Say.day(day),
                    LEFT + 12 + column * width,
                    isConflict ? base + 1 : base - 1 - tall,
                    Math.max(1, width - 1),
                    tall,
                    isConflict ? "conflict" : "cooperation",
                    n,
                    Say.day(day)));
        });
    }

    private static void ticks(StringBuilder out, LocalDate begin, long days, int height) {
        long step = days <= 45 ? 7 : days <= 200 ? 30 : days <= 400 ? 61 : days / 6;
        for (long i = 0; i < days; i += step) {
            double x = x(begin, begin.plusDays(i), days);
            if (x > WIDTH - 70) {
                break;
            }
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
        return LEFT + 12 + (WIDTH - LEFT - RIGHT) * (ChronoUnit.DAYS.between(begin, day) / (double) days);
    }

    private static Map<String, Integer> lanes(List<Dot> dots) {
        Map<String, Integer> count = new LinkedHashMap<>();
        dots.forEach(d -> count.merge(d.lane(), 1, Integer::sum));
        Map<String, Integer> out = new LinkedHashMap<>();
        boolean standing = count.remove(STANDING) != null;
        count.entrySet().stream()
                .sorted((a, b) -> b.getValue() != a.getValue().intValue()
                        ? b.getValue() - a.getValue()
                        : a.getKey().compareTo(b.getKey()))
                .limit(MOST_LANES)
                .forEach(e -> out.put(e.getKey(), out.size()));
        if (standing) {
            out.put(STANDING, out.size());
        }
        return out;
    }

    private static String lane(Event event) {
        if (event.act().isState()) {
            return STANDING;
        }
        for (Claim.Party party : event.actors()) {
            return party.actor().principal();
        }
        return "actor not named";
    }

    private static @Nullable LocalDate first(@Nullable PartialDate date) {
        return date == null ? null : date.first().orElse(null);
    }

    private static @Nullable LocalDate last(@Nullable PartialDate date) {
        return date == null ? null : date.last().orElse(null);
    }

    private static String shortened(String name) {
        return name.length() > 20 ? name.substring(0, 19) + "\u2026" : name;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
    }
}
