package org.demarche.server;

import java.util.List;
import java.util.Locale;

/**
 * A plot with its twin: the same numbers as a table.
 *
 * @param id word by which its files are called
 * @param title what it shows
 * @param summary what one sees in it, in words
 * @param svg the drawing without its {@code svg} element, {@link #WIDTH} units wide
 * @param height of the drawing
 * @param columns of the table
 * @param rows of the table, as text
 */
record Chart(
        String id,
        String title,
        String summary,
        String svg,
        int height,
        List<String> columns,
        List<List<String>> rows) {
    static final int WIDTH = 800;

    /** What a drawing looks like where there is no page around it. */
    private static final String STYLE =
            "text{font:12px sans-serif;fill:#333}.axis{stroke:#888}.tick{stroke:#ccc;stroke-dasharray:2 4}"
                    + ".cooperation,.quad1,.quad2,.open{fill:#1c6b3c}.quad1{fill:#7fb592}.conflict,.quad3,.quad4,.closed{fill:#9b1c2c}.quad3{fill:#d08a93}"
                    + ".line{fill:none;stroke-width:2}.line.a{stroke:#1a4f8b}.line.b{stroke:#8a5300;stroke-dasharray:6 3}.mark.a{fill:#1a4f8b}.mark.b{fill:#8a5300}"
                    + ".suspended{fill:#c98a2b}.vacant,.none{fill:#8f7fc0}.planned,.offered{fill:#4d90ab}.unknown{fill:#ddd}.bar{fill:#1a4f8b}.bar.b{fill:#8a5300}"
                    + ".heat{fill:#1a4f8b}.band{fill:#1a4f8b;fill-opacity:.18}.inside{fill:#fff}.land{fill:#e4e1d8;stroke:#fff;stroke-width:.4}.edge{fill:none;stroke:#9b1c2c}.edge.coop{stroke:#1c6b3c}.node{fill:#fff;stroke:#333}.hatch{stroke:#fff;stroke-width:3}";

    Chart {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** For a page whose style sheet has the colours. */
    String inline() {
        return open("") + parts() + "</svg>";
    }

    /** A file by itself. */
    String file() {
        return open(" xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height + "\"")
                + "<style>" + STYLE + "</style><title>" + Strip.escape(title) + "</title>" + parts() + "</svg>\n";
    }

    /** The drawing, with a pattern of its own where it is hatched. */
    private String parts() {
        String own = "hatch-" + id;
        return svg.contains(Draw.HATCH)
                ? "<defs><pattern id=\"" + own
                        + "\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                        + "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\" class=\"hatch\"/></pattern></defs>"
                        + svg.replace(Draw.HATCH, own)
                : svg;
    }

    private String open(String more) {
        return String.format(
                Locale.ROOT,
                "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\"%s>",
                WIDTH,
                height,
                Strip.escape(title + ". " + summary),
                more);
    }

    /** The table as RFC 4180. */
    String csv() {
        StringBuilder out = new StringBuilder();
        line(out, columns);
        rows.forEach(r -> line(out, r));
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean isFormula = !cell.isEmpty() && "=+@\t\r".indexOf(cell.charAt(0)) >= 0;
            String safe = isFormula ? "'" + cell : cell;
            out.append(i == 0 ? "" : ",");
            out.append(
                    safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                            ? '"' + safe.replace("\"", "\"\"") + '"'
                            : safe);
        }
        out.append("\r\n");
    }
}
