package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.form;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.export.Csv;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.model.State;
import org.jspecify.annotations.Nullable;

/** The tables as they are exported: choose one, narrow it, choose its columns, take it along. */
final class DataPage {
    private static final String PATH = "/data";
    private static final int PAGE = 200;
    private static final int LONGEST = 120;

    private final Shelf.Copy copy;
    private final Query query;
    private final Table table;
    private final Facets<Row> facets;
    private final List<Row> rows;
    private final int all;

    DataPage(Shelf.Copy copy, Query query, List<State> states) {
        this.copy = copy;
        this.query = query;
        this.table = table(query);
        this.facets = new DataFacets(copy, query).of(table);
        List<Row> every = new Tables(query.selection().of(copy.dossier)).rows(table, states);
        this.all = every.size();
        this.rows = facets.of(every);
    }

    /** The table that the address asks for; that of events where it asks for none. */
    static Table table(Query query) {
        String name = query.filter("table");
        return name == null ? Table.EVENTS : Table.parse(name);
    }

    DomContent content() {
        List<String> columns = columns();
        int from = Math.max(0, Math.min(query.number("from", 0), Math.max(0, rows.size() - 1)));
        int to = Math.min(rows.size(), from + PAGE);
        List<DomContent> lines = new ArrayList<>();
        for (Row row : rows.subList(from, to)) {
            lines.add(tr(each(columns, c -> cell(row, c))));
        }
        List<DomContent> tabs = new ArrayList<>();
        for (Table each : Table.values()) {
            tabs.add(Frame.chip(each.key(), query.link(PATH, "table", each.key()), each == table));
        }
        return div(
                Frame.chips("Tables", tabs),
                facets.choices(PATH),
                div(lead(from, to)).withClass("lead"),
                pickers(columns),
                lines.isEmpty() ? nothing() : ListPages.grid(table.key(), columns, lines),
                pages(from, to));
    }

    private DomContent nothing() {
        return facets.isNarrow()
                ? Frame.empty(
                        "No row of this table has all that is chosen; take a choice away above.",
                        p(a("The whole table").withHref(query.link(PATH, "table", table.key()))))
                : Frame.empty("This table has no row here.");
    }

    private DomContent lead(int from, int to) {
        String path = "/api/v1/" + table.key();
        return span(
                span((rows.size() == all ? Say.count(all, "row") : rows.size() + " of " + Say.count(all, "row"))
                        + (to - from < rows.size() ? ", shown " + (from + 1) + "\u2013" + to : "")
                        + ". These: "),
                a("CSV").withHref(query.same("/data.csv", "from", null, "columns", null)),
                text(facets.isNarrow() ? ". The whole table: " : " \u00B7 "),
                a("JSON").withHref(query.link(path)),
                text(" \u00B7 "),
                a("JSON Lines").withHref(query.link(path, "format", "jsonl")),
                text(" \u00B7 "),
                a("in the formats of other projects").withHref(query.link("/exports")));
    }

    private DomContent pickers(List<String> shown) {
        List<DomContent> kept = new ArrayList<>();
        query.asParameters().forEach((name, value) -> {
            if (!name.equals("columns")) {
                kept.add(ReviewPage.hidden(name, value));
            }
        });
        DomContent columns = details(
                        summary("Columns: " + shown.size() + " of "
                                + table.columns().size()),
                        form(
                                        each(kept, k -> k),
                                        fieldset(
                                                legend("Columns of " + table.key()),
                                                each(
                                                        table.columns(),
                                                        c -> label(
                                                                        input().withType("checkbox")
                                                                                .withName("col")
                                                                                .withValue(c)
                                                                                .condAttr(
                                                                                        shown.contains(c),
                                                                                        "checked",
                                                                                        "checked"),
                                                                        span(c))
                                                                .withClass("tick"))),
                                        button("Show these").withType("submit"))
                                .withMethod("get")
                                .withAction(PATH)
                                .withClass("columns"))
                .withClass("folded");
        DomContent cite = details(
                        summary("Cite these rows"),
                        p(code("Demarche ledger " + copy.version + ", table " + table.key() + ", "
                                        + Say.count(rows.size(), "row") + ", " + query.same(PATH, "from", null)))
                                .attr("dir", "ltr"))
                .withClass("folded");
        return div(columns, cite).withClass("side-by-side");
    }

    private DomContent pages(int from, int to) {
        List<DomContent> links = new ArrayList<>();
        if (from > 0) {
            links.add(a("\u2039 before").withHref(query.same(PATH, "from", String.valueOf(Math.max(0, from - PAGE)))));
        }
        if (to < rows.size()) {
            links.add(a("after \u203A").withHref(query.same(PATH, "from", String.valueOf(to))));
        }
        return links.isEmpty() ? span() : Frame.chips("Pages of the table", links);
    }

    /** The rows that are left, with every column. */
    String csv() {
        StringWriter out = new StringWriter();
        new Csv(new ArrayList<>(table.columns()), false).write(rows.iterator(), out);
        return out.toString();
    }

    private List<String> columns() {
        String wanted = query.filter("columns");
        List<String> chosen = wanted == null
                ? List.of()
                : Arrays.stream(wanted.split(","))
                        .filter(table.columns()::contains)
                        .distinct()
                        .toList();
        return chosen.isEmpty() ? usual(table) : chosen;
    }

    /** What a person wants to see first; the rest is a choice away. */
    private static List<String> usual(Table table) {
        return switch (table) {
            case DOCUMENTS ->
                List.of("id", "title", "outlet", "published.start", "published.basis", "language", "chars");
            case CLAIMS ->
                List.of(
                        "id",
                        "trigger.quote",
                        "act",
                        "type",
                        "actors",
                        "recipients",
                        "date.start",
                        "factuality",
                        "file");
            case EVENTS -> List.of("id", "date.start", "actors", "recipients", "act", "type", "factuality", "sources");
            case STATES ->
                List.of("subject.name", "subject.kind", "attribute", "value", "since.start", "basis", "disputed");
            case DISAGREEMENTS -> List.of("id", "about.event", "about.subject", "field", "kind", "readings");
            case ANSWERS ->
                List.of(
                        "id",
                        "stimulus",
                        "response",
                        "responder",
                        "lag_days.low",
                        "lag_days.high",
                        "symmetry",
                        "basis");
            case QUOTES -> List.of("id", "quote", "direct", "chain", "file");
            case NOTICES -> List.of("code", "severity", "file", "message", "repair");
        };
    }

    private DomContent cell(Row row, String column) {
        String value = value(row.at(column));
        String address = column.equals("file") ? reader(row) : address(value);
        boolean isShort = value.length() <= 16;
        return address.isEmpty()
                ? td(value).attr("dir", "auto").withClass(isShort ? "short" : "")
                : td(a(value).withHref(address)).withClass(isShort ? "short" : "");
    }

    /** Where an id leads. */
    private String address(String id) {
        if (!id.matches("(evt|clm|doc):[0-9a-f]{12}")) {
            return "";
        }
        return switch (id.substring(0, 3)) {
            case "evt" -> query.event(id);
            case "clm" -> query.link("/review", "item", id);
            default -> query.link("/reader", "doc", id);
        };
    }

    /** The report at the place that a row is about. */
    private String reader(Row row) {
        Object document = row.get("document");
        Object start = row.at("trigger.start") == null ? row.get("start") : row.at("trigger.start");
        return document == null
                ? ""
                : query.link("/reader", "doc", document.toString(), "at", start == null ? null : start.toString())
                        + (start == null ? "" : "#at");
    }

    private static String value(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Iterable<?> list) {
            List<String> out = new ArrayList<>();
            for (Object one : list) {
                out.add(one instanceof Row row ? name(row) : String.valueOf(one));
            }
            return cut(out.stream().distinct().limit(5).collect(Collectors.joining(", ")));
        }
        return cut(value.toString());
    }

    /** What a row within a cell is called. */
    private static String name(Row row) {
        for (String key : List.of("name", "value", "holder", "quote")) {
            Object value = row.get(key);
            if (value != null) {
                return value.toString();
            }
        }
        return row.cells().values().stream().findFirst().map(String::valueOf).orElse("");
    }

    private static String cut(String text) {
        String flat = text.replaceAll("\\s+", " ");
        return flat.codePointCount(0, flat.length()) <= LONGEST
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
    }
}
