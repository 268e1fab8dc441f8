package org.demarche.view;

import java.util.ArrayList;
import java.util.List;
import org.demarche.export.JsonLines;
import org.demarche.export.Row;
import org.demarche.model.Document;
import org.demarche.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** The reports that a brief cites, for programs that keep references: BibTeX, and CSL-JSON (Citation Style Language 1.0). */
public final class References {
    private References() {}

    /** One {@code @misc} a report; what is not known is left out. */
    public static String bibtex(List<Document> reports) {
        StringBuilder out = new StringBuilder();
        for (Document d : reports) {
            out.append("@misc{").append(key(d));
            field("title", d.title() == null ? d.file() : d.title(), out);
            field("author", d.author(), out);
            field("howpublished", d.outlet(), out);
            PartialDate day = d.published().start();
            if (day != null && day.equals(d.published().end()) && day.hasYear()) {
                field("year", String.valueOf(day.year()), out);
                field("month", day.month() > 0 ? String.valueOf(day.month()) : null, out);
                field("day", day.day() > 0 ? String.valueOf(day.day()) : null, out);
            }
            field("url", d.url(), out);
            field("note", d.file() + ", SHA-256 " + d.sha256(), out);
            out.append("\n}\n\n");
        }
        return out.toString();
    }

    private static void field(String name, @Nullable String value, StringBuilder out) {
        if (value != null && !value.isBlank()) {
            out.append(",\n  ").append(name).append(" = {").append(tex(value)).append('}');
        }
    }

    /** Characters that mean something to TeX, made to mean themselves. */
    private static String tex(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            switch (c) {
                case '{', '}', '&', '%', '$', '#', '_' -> out.append('\\').append(c);
                case '\\' -> out.append("\\textbackslash{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '\n', '\r', '\t' -> out.append(' ');
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** One JSON array of items. */
    public static String csl(List<Document> reports) {
        List<String> items =
                reports.stream().map(d -> JsonLines.line(item(d)).strip()).toList();
        return "[\n" + String.join(",\n", items) + "\n]\n";
    }

    private static Row item(Document d) {
        Row out = new Row()
                .with("id", key(d))
                .with("type", d.outlet() == null ? "document" : "article-newspaper")
                .with("title", d.title() == null ? d.file() : d.title());
        if (d.author() != null) {
            out.with("author", List.of(new Row().with("literal", d.author())));
        }
        if (d.outlet() != null) {
            out.with("container-title", d.outlet());
        }
        PartialDate start = d.published().start();
        PartialDate end = d.published().end();
        if (start != null && start.hasYear()) {
            List<Object> parts = new ArrayList<>(List.of(parts(start)));
            if (end != null && end.hasYear() && !end.equals(start)) {
                parts.add(parts(end));
            }
            out.with("issued", new Row().with("date-parts", parts));
        }
        if (d.url() != null) {
            out.with("URL", d.url());
        }
        return out.with("language", d.language()).with("note", d.file() + ", SHA-256 " + d.sha256());
    }

    private static List<Object> parts(PartialDate day) {
        return day.day() > 0
                ? List.of(day.year(), day.month(), day.day())
                : day.month() > 0 ? List.of(day.year(), day.month()) : List.of(day.year());
    }

    private static String key(Document d) {
        return d.id().replace(':', '-');
    }
}
