package org.demarche.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.reciprocity.Series;
import org.jspecify.annotations.Nullable;

/** The plots of one relation: what each side does to the other, period by period. */
final class RelationPlots {
    private static final int MOST_LAG = 6;
    static final int LEAST_WEEKS = 8;

    private final Shelf.Copy copy;
    private final Query query;
    private final List<String> dyad;
    private final Series.Per per;
    private final String scale;

    RelationPlots(Shelf.Copy copy, Query query, List<String> dyad, Series.Per per, String scale) {
        this.copy = copy;
        this.query = query;
        this.dyad = dyad;
        this.per = per;
        this.scale = scale;
    }

    List<Series.Row> series() {
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

    Chart net(List<Series.Row> rows) {
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
            double x = Draw.LEFT + (Draw.RIGHT - Draw.LEFT) * ((i - side) / 2.0 + 0.5) / n;
            double y = 100 - 90 * value(row) / top;
            paths[side] += String.format(Locale.ROOT, "%s%.1f %.1f", paths[side].isEmpty() ? "M" : " L", x, y);
            if (row.events() > 0) {
                String title = row.start() + ": " + copy.names.of(row.source()) + " \u2192 "
                        + copy.names.of(row.target()) + " " + Draw.number(value(row)) + " (" + row.events() + ")";
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
                    Draw.number(row.goldstein()),
                    row.goldsteinMean() == null ? "" : Draw.number(row.goldsteinMean()),
                    Draw.number(row.plover())));
        }
        draw.path(paths[0], "line a", "").path(paths[1], "line b", "");
        draw.circle(Draw.LEFT + 10, 232, 4, "mark a", "")
                .text(
                        Draw.LEFT + 20,
                        236,
                        copy.names.of(dyad.get(0)) + " \u2192 " + copy.names.of(dyad.get(1)) + " (solid)",
                        "");
        draw.rect(Draw.LEFT + 296, 228, 8, 8, "mark b", "")
                .text(
                        Draw.LEFT + 310,
                        236,
                        copy.names.of(dyad.get(1)) + " \u2192 " + copy.names.of(dyad.get(0)) + " (dashed)",
                        "");
        return new Chart(
                "net",
                "Net cooperation of " + copy.names.dyad(dyad) + " by " + Say.lower(per) + ", " + scaleName(),
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

    private String scaleName() {
        return switch (scale) {
            case "plover" -> "PLOVER scores summed";
            case "goldstein-mean" -> "mean of Goldstein scores";
            default -> "Goldstein scores summed";
        };
    }

    Chart quads(List<Series.Row> rows) {
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
            double width = (Draw.RIGHT - Draw.LEFT) / n;
            double x = Draw.LEFT + i * width + width * 0.12;
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
            double x = Draw.LEFT + q * 180;
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
        draw.line(Draw.LEFT, 100, Draw.RIGHT, 100, "axis");
        draw.text(Draw.LEFT - 6, 14, Draw.number(top), "text-anchor=\"end\"");
        draw.text(Draw.LEFT - 6, 104, "0", "text-anchor=\"end\"");
        draw.text(Draw.LEFT - 6, 194, Draw.number(-top), "text-anchor=\"end\"");
        draw.text(Draw.LEFT + 6, 14, "co-operation \u2191", "class=\"note\"");
        draw.text(Draw.LEFT + 6, 194, "conflict \u2193", "class=\"note\"");
        draw.line(Draw.LEFT, 10, Draw.LEFT, height - 26.0, "axis");
    }

    private void periods(Draw draw, List<Series.Row> rows, int height) {
        int n = (rows.size() + 1) / 2;
        int step = Math.max(1, n / 7);
        for (int i = 0; i < n; i += step) {
            double x = Draw.LEFT + (Draw.RIGHT - Draw.LEFT) * i / n;
            draw.line(x, 10, x, height - 20.0, "tick");
            draw.text(x + 2, height - 8.0, Say.day(rows.get(2 * i).start()), "");
        }
    }

    /**
     * How far the weeks of one side go with earlier or later weeks of the other: Pearson's correlation of their scores at each lag. None
     * where one side did something in fewer than {@link #LEAST_WEEKS} weeks.
     */
    @Nullable
    Chart leadLag() {
        LocalDate since = query.since() == null ? copy.dossier.lastDay().minusYears(2) : query.since();
        List<Series.Row> rows = Series.of(
                        copy.dossier.events(), dyad.get(0), dyad.get(1), Series.Per.WEEK, since, query.until())
                .rows();
        int n = rows.size() / 2;
        double[] one = new double[n];
        double[] other = new double[n];
        int[] active = new int[2];
        for (int i = 0; i < n; i++) {
            one[i] = rows.get(2 * i).goldstein();
            other[i] = rows.get(2 * i + 1).goldstein();
            active[0] += rows.get(2 * i).events() > 0 ? 1 : 0;
            active[1] += rows.get(2 * i + 1).events() > 0 ? 1 : 0;
        }
        if (active[0] < LEAST_WEEKS || active[1] < LEAST_WEEKS || n <= 3 * MOST_LAG) {
            return null;
        }
        Draw draw = new Draw();
        draw.line(Draw.LEFT, 100, Draw.RIGHT, 100, "axis");
        draw.text(Draw.LEFT - 6, 14, "1", "text-anchor=\"end\"").text(Draw.LEFT - 6, 104, "0", "text-anchor=\"end\"");
        draw.text(Draw.LEFT - 6, 194, "-1", "text-anchor=\"end\"").line(Draw.LEFT, 10, Draw.LEFT, 194, "axis");
        List<List<String>> table = new ArrayList<>();
        double width = (Draw.RIGHT - Draw.LEFT) / (2 * MOST_LAG + 1);
        for (int lag = -MOST_LAG; lag <= MOST_LAG; lag++) {
            double r = correlation(one, other, lag);
            double x = Draw.LEFT + (lag + MOST_LAG) * width;
            String weeks = Say.count(Math.abs(lag), "week");
            draw.rect(
                    x + 4,
                    r < 0 ? 100 : 100 - 90 * r,
                    width - 8,
                    Math.abs(90 * r),
                    "bar",
                    weeks + ": " + Draw.number(r));
            draw.text(x + width / 2 - 4, 212, String.valueOf(lag), "");
            table.add(List.of(String.valueOf(lag), Draw.number(r), String.valueOf(n - Math.abs(lag))));
        }
        draw.text(Draw.LEFT, 232, "\u2190 " + copy.names.of(dyad.get(1)) + " goes first", "class=\"note\"");
        draw.text(
                Draw.RIGHT,
                232,
                copy.names.of(dyad.get(0)) + " goes first \u2192",
                "class=\"note\" text-anchor=\"end\"");
        return new Chart(
                "leadlag",
                "Who goes first: " + copy.names.dyad(dyad) + " week against week",
                "Correlation of the Goldstein sums of " + n
                        + " weeks, at a lag of so many weeks. A description, no test: weeks are not independent.",
                draw.toString(),
                240,
                List.of("lag_weeks", "correlation", "n_weeks"),
                table);
    }

    /** Pearson's correlation of one series with another that is shifted; 0 where one of them does not vary. */
    static double correlation(double[] one, double[] other, int lag) {
        int from = Math.max(0, -lag);
        int to = Math.min(one.length, other.length - lag);
        int n = to - from;
        double x = 0;
        double y = 0;
        for (int i = from; i < to; i++) {
            x += one[i] / n;
            y += other[i + lag] / n;
        }
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = from; i < to; i++) {
            xy += (one[i] - x) * (other[i + lag] - y);
            xx += (one[i] - x) * (one[i] - x);
            yy += (other[i + lag] - y) * (other[i + lag] - y);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }
}
