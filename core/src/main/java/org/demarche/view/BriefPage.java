package org.demarche.view;

/** A brief as Markdown and as one HTML page that needs nothing else and prints on A4 or Letter. */
public final class BriefPage {
    /** What every brief says of itself. */
    public static final String MADE =
            "Made by rules from the reports cited, without a human check. Every line cites its words; (inferred)"
                    + " follows from them by a rule; quotes are cut at 300 characters.";

    private static final String STYLE = "body{font:15px/1.45 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0"
            + " 1rem;color:#111;background:#fff}h1{font-size:1.4rem}h2{font-size:1rem;margin:1.2rem 0"
            + " .3rem;text-transform:uppercase;letter-spacing:.04em}ul{margin:0;padding-left:1.1rem}li{margin:.15rem"
            + " 0}table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{border-bottom:1px solid #ccc;text-align:left;vertical-align:top;padding:.15rem .4rem .15rem 0}.inferred{font-style:italic}ol{font-size:.85rem}sup"
            + " a{color:#0b4a8f;text-decoration:none}footer{font-size:.8rem;color:#444;margin-top:1.5rem}@media"
            + " print{body{margin:0;font-size:11px}a{color:inherit}}";

    private BriefPage() {}

    public static String markdown(Brief brief) {
        StringBuilder out = new StringBuilder("# ").append(line(brief.title())).append("\n");
        for (Brief.Section section : brief.sections()) {
            out.append("\n## ").append(line(section.title())).append("\n\n");
            for (Brief.Line each : section.lines()) {
                out.append("- ").append(mark(each)).append(line(each.text()));
                each.notes().forEach(n -> out.append(" [").append(n).append(']'));
                out.append('\n');
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
                .append("</h1>\n");
        for (Brief.Section section : brief.sections()) {
            out.append("<h2>").append(escaped(section.title())).append("</h2>\n");
            if (!section.columns().isEmpty()) {
                table(section, out);
                continue;
            }
            out.append("<ul>\n");
            for (Brief.Line each : section.lines()) {
                boolean inferred = each.mark() == Brief.Mark.INFERRED;
                out.append(inferred ? "<li class=\"inferred\"><em>" : "<li>")
                        .append(mark(each))
                        .append(escaped(each.text()))
                        .append(inferred ? "</em>" : "");
                notes(each, out);
                out.append("</li>\n");
            }
            out.append("</ul>\n");
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

    private static void table(Brief.Section section, StringBuilder out) {
        out.append("<table>\n<thead><tr>");
        section.columns()
                .forEach(
                        c -> out.append("<th scope=\"col\">").append(escaped(c)).append("</th>"));
        out.append("<th scope=\"col\">notes</th></tr></thead>\n<tbody>\n");
        for (Brief.Line each : section.lines()) {
            boolean inferred = each.mark() == Brief.Mark.INFERRED;
            out.append(inferred ? "<tr class=\"inferred\">" : "<tr>");
            for (int i = 0; i < each.cells().size(); i++) {
                boolean isLast = i == each.cells().size() - 1;
                out.append(i == 0 ? "<th scope=\"row\">" : "<td>")
                        .append(escaped(each.cells().get(i)))
                        .append(isLast && inferred ? " (inferred)" : "")
                        .append(i == 0 ? "</th>" : "</td>");
            }
            out.append("<td>");
            notes(each, out);
            out.append("</td></tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private static void notes(Brief.Line line, StringBuilder out) {
        line.notes()
                .forEach(n -> out.append(" <sup><a href=\"#s")
                        .append(n)
                        .append("\">[")
                        .append(n)
                        .append("]</a></sup>"));
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
