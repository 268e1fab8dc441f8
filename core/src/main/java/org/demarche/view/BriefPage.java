package org.demarche.view;

import java.util.ArrayList;
import java.util.List;

/** A brief as Markdown and as one HTML page that needs nothing else and prints on A4 or Letter. */
public final class BriefPage {
    /** What every brief says of itself. */
    public static final String MADE =
            "Made by rules (and, where none fits, a model) from the reports cited, without a human check. Every line cites its words; (inferred)"
                    + " follows from them by a rule, or only a model takes them to say so; quotes are cut at 300 characters.";

    private static final String STYLE = "body{font:15px/1.45 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0"
            + " 1rem;color:#111;background:#fff}h1{font-size:1.4rem}h2{font-size:1rem;margin:1.2rem 0"
            + " .3rem;text-transform:uppercase;letter-spacing:.04em}ul{margin:0;padding-left:1.1rem}li{margin:.15rem"
            + " 0}ol{font-size:.85rem}table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;vertical-align:top;padding:.12rem"
            + " .5rem .12rem 0;border-bottom:1px solid #ddd;font-weight:normal}thead th{color:#444}.rest{color:#444;font-size:.9rem;margin:.2rem"
            + " 0}sup"
            + " a{color:#0b4a8f;text-decoration:none}footer{font-size:.8rem;color:#444;margin-top:1.5rem}@media"
            + " print{body{margin:0;font-size:11px}a{color:inherit}}";

    private BriefPage() {}

    public static String markdown(Brief brief) {
        StringBuilder out = new StringBuilder("# ")
                .append(line(brief.title()))
                .append("\n\n")
                .append(line(brief.subtitle()))
                .append('\n');
        for (Brief.Section section : brief.sections()) {
            out.append("\n## ").append(line(section.title())).append("\n\n");
            if (!section.columns().isEmpty()) {
                row(section.columns(), out);
                row(section.columns().stream().map(c -> "---").toList(), out);
            }
            for (Brief.Line each : section.lines()) {
                if (section.columns().isEmpty()) {
                    out.append("- ")
                            .append(mark(each))
                            .append(line(each.text()))
                            .append(notes(each))
                            .append('\n');
                } else {
                    row(noted(each), out);
                }
            }
            if (section.more() > 0) {
                out.append('\n').append(section.rest()).append('\n');
            }
        }
        out.append("\n## Sources\n\n");
        for (Brief.Source source : brief.sources()) {
            out.append('[')
                    .append(source.number())
                    .append("] ")
                    .append(line(place(source)))
                    .append(": \u201c")
                    .append(line(source.quote()))
                    .append("\u201d  \n");
        }
        return out.append('\n').append(MADE).append('\n').toString();
    }

    private static void row(List<String> cells, StringBuilder out) {
        cells.forEach(c -> out.append("| ").append(line(c).replace("|", "\\|")).append(' '));
        out.append("|\n");
    }

    /** The cells of a row, the last with the notes. */
    public static List<String> noted(Brief.Line row) {
        List<String> out = new ArrayList<>(row.cells());
        out.set(out.size() - 1, out.get(out.size() - 1) + notes(row));
        return out;
    }

    private static String notes(Brief.Line line) {
        StringBuilder out = new StringBuilder();
        line.notes().forEach(n -> out.append(" [").append(n).append(']'));
        return out.toString();
    }

    public static String html(Brief brief) {
        StringBuilder out = new StringBuilder("""
                        <!DOCTYPE html>
                        <html lang="en">
                        <head><meta charset="utf-8">
                        <meta name="viewport" content="width=device-width">
                        <title>""")
                .append(escaped(brief.title()))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style></head>\n<body>\n<main>\n<h1>")
                .append(escaped(brief.title()))
                .append("</h1>\n<p class=\"rest\">")
                .append(escaped(brief.subtitle()))
                .append("</p>\n");
        for (Brief.Section section : brief.sections()) {
            out.append("<h2>").append(escaped(section.title())).append("</h2>\n");
            if (section.columns().isEmpty()) {
                list(section, out);
            } else {
                table(section, out);
            }
            if (section.more() > 0) {
                out.append("<p class=\"rest\">").append(section.rest()).append("</p>\n");
            }
        }
        out.append("<h2>Sources</h2>\n<ol>\n");
        for (Brief.Source source : brief.sources()) {
            out.append("<li id=\"s")
                    .append(source.number())
                    .append("\">")
                    .append(escaped(place(source)))
                    .append(": <q>")
                    .append(escaped(source.quote()))
                    .append("</q></li>\n");
        }
        return out.append("</ol>\n</main>\n<footer>")
                .append(MADE)
                .append("</footer>\n</body>\n</html>\n")
                .toString();
    }

    private static void list(Brief.Section section, StringBuilder out) {
        out.append("<ul>\n");
        for (Brief.Line each : section.lines()) {
            boolean inferred = each.mark() == Brief.Mark.INFERRED;
            out.append(inferred ? "<li class=\"inferred\"><em>" : "<li>")
                    .append(mark(each))
                    .append(escaped(each.text()))
                    .append(inferred ? "</em>" : "")
                    .append(links(each))
                    .append("</li>\n");
        }
        out.append("</ul>\n");
    }

    private static void table(Brief.Section section, StringBuilder out) {
        out.append("<table>\n<thead><tr>");
        section.columns()
                .forEach(
                        c -> out.append("<th scope=\"col\">").append(escaped(c)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (Brief.Line each : section.lines()) {
            out.append("<tr><th scope=\"row\">")
                    .append(escaped(each.cells().get(0)))
                    .append("</th>");
            int last = each.cells().size() - 1;
            for (int i = 1; i <= last; i++) {
                out.append("<td>")
                        .append(escaped(each.cells().get(i)))
                        .append(i == last ? links(each) : "")
                        .append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private static String links(Brief.Line line) {
        StringBuilder out = new StringBuilder();
        line.notes()
                .forEach(n -> out.append(" <sup><a href=\"#s")
                        .append(n)
                        .append("\">[")
                        .append(n)
                        .append("]</a></sup>"));
        return out.toString();
    }

    static String mark(Brief.Line line) {
        return line.mark() == Brief.Mark.INFERRED ? "(inferred) " : "";
    }

    /** Outlet, file, date, offset and grade of a source. */
    public static String place(Brief.Source source) {
        return (source.outlet() == null ? "" : source.outlet() + ", ") + source.file() + ", " + source.published()
                + ", at character " + source.start() + ", "
                + (source.grade() == null ? "not graded" : "graded " + source.grade());
    }

    private static String line(String text) {
        return text.replace('\n', ' ').replace("<", "&lt;");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
