package org.demarche.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the parts of a drawing. Not thread-safe. */
final class Draw {
    /** Stands for the id of the pattern, which {@link Chart} makes its own. */
    static final String HATCH = "hatch-of-this";

    /** Where the axes of most drawings begin and end. */
    static final double LEFT = 56;

    static final double RIGHT = Chart.WIDTH - 12.0;

    private final StringBuilder out = new StringBuilder();

    Draw text(double x, double y, String words, String more) {
        out.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\"%s>%s</text>", x, y, spaced(more), Strip.escape(words)));
        return this;
    }

    Draw line(double x1, double y1, double x2, double y2, String kind) {
        out.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>",
                x1,
                y1,
                x2,
                y2,
                kind));
        return this;
    }

    Draw rect(double x, double y, double width, double height, String kind, String title) {
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"><title>%s</title></rect>",
                x,
                y,
                Math.max(0.5, width),
                Math.max(0.5, height),
                kind,
                Strip.escape(title)));
        return this;
    }

    Draw circle(double x, double y, double radius, String kind, String title) {
        out.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" class=\"%s\"><title>%s</title></circle>",
                x,
                y,
                radius,
                kind,
                Strip.escape(title)));
        return this;
    }

    /** A path; {@code more} holds further attributes. */
    Draw path(String d, String kind, String more) {
        out.append("<path d=\"")
                .append(d)
                .append("\" class=\"")
                .append(kind)
                .append('"')
                .append(spaced(more))
                .append("/>");
        return this;
    }

    /** Strokes across a rectangle, so that colour is never alone; the pattern stands in the drawing that this becomes part of. */
    Draw hatch(double x, double y, double width, double height) {
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"url(#%s)\"/>",
                x,
                y,
                Math.max(0.5, width),
                Math.max(0.5, height),
                HATCH));
        return this;
    }

    /** At most so many characters, with an ellipsis where some are left out. */
    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(1, most - 1)) + "\u2026";
    }

    /** A text in at most so many lines of at most so many characters, broken between words where there are any. */
    static List<String> lines(String text, int wide, int most) {
        List<String> out = new ArrayList<>();
        String left = text.strip();
        while (!left.isEmpty() && out.size() < most) {
            if (left.length() <= wide || out.size() == most - 1) {
                out.add(shortened(left, wide));
                break;
            }
            int space = left.lastIndexOf(' ', wide);
            int end = space > 0 ? space : wide;
            out.add(left.substring(0, end));
            left = left.substring(end).strip();
        }
        return out;
    }

    /** To two places; whole numbers without any. */
    static String number(double value) {
        double round = Math.rint(value * 100) / 100;
        return round == Math.rint(round) ? String.valueOf((long) round) : String.valueOf(round);
    }

    private static String spaced(String more) {
        return more.isEmpty() ? "" : " " + more;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
