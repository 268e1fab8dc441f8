package org.demarche.server;

import io.javalin.http.Context;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.Dossier;
import org.demarche.export.Csv;
import org.demarche.export.JsonLines;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.model.State;

/**
 * The REST interface: {@code GET /api/v1/TABLE} for every table, with the same rows as {@code export}. Both bounds of dates are
 * inclusive. A page ends with a cursor; the ETag is the ledger's version.
 */
final class Api {
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private final Shelf shelf;

    Api(Shelf shelf) {
        this.shelf = shelf;
    }

    void table(Context context) {
        Table table = parse(context.pathParam("table"));
        Query query = Query.of(context.queryParamMap());
        Shelf.Copy copy = shelf.current();
        String tag = "\"" + copy.mark + "\"";
        context.header("ETag", tag);
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
            return;
        }
        Dossier wanted = query.selection().of(copy.dossier);
        LocalDate asOf = query.asOf() == null ? copy.dossier.lastDay() : query.asOf();
        List<State> states = table == Table.STATES
                ? copy.states(asOf, query.knownOn()).stream()
                        .filter(query.selection()::has)
                        .toList()
                : List.of();
        List<Row> rows = new Tables(wanted).rows(table, states);
        String format = context.queryParam("format");
        switch (format == null ? "json" : format.toLowerCase(Locale.ROOT)) {
            case "json" -> page(context, rows);
            case "jsonl" ->
                context.contentType("application/x-ndjson; charset=utf-8").result(lines(rows));
            case "csv" ->
                context.contentType("text/csv; charset=utf-8")
                        .header("Content-Disposition", "attachment; filename=\"" + table.key() + ".csv\"")
                        .result(csv(table, rows));
            default -> throw new IllegalArgumentException("DEM-605 format is json, jsonl or csv, not " + format);
        }
    }

    private static Table parse(String name) {
        try {
            return Table.parse(name);
        } catch (IllegalArgumentException e) {
            throw new io.javalin.http.NotFoundResponse(e.getMessage());
        }
    }

    /** One page as {@code {"total", "next", "rows"}}; {@code next} is the cursor of the page after it, or null. */
    private static void page(Context context, List<Row> rows) {
        int limit = number(context, "limit", USUAL);
        int from = Math.min(number(context, "cursor", 0), rows.size());
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("DEM-606 limit is 1 to " + MOST);
        }
        int to = Math.min(rows.size(), from + limit);
        List<String> lines = new ArrayList<>();
        lines(rows.subList(from, to)).lines().forEach(lines::add);
        String next = to < rows.size() ? "\"" + to + "\"" : "null";
        context.contentType("application/json; charset=utf-8")
                .result("{\"total\":" + rows.size() + ",\"next\":" + next + ",\"rows\":[" + String.join(",", lines)
                        + "]}");
    }

    private static int number(Context context, String name, int otherwise) {
        String value = context.queryParam(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,8}")) {
            throw new IllegalArgumentException("DEM-606 " + name + " is a number, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static String lines(List<Row> rows) {
        StringWriter out = new StringWriter();
        JsonLines.write(rows.iterator(), out);
        return out.toString();
    }

    private static String csv(Table table, List<Row> rows) {
        StringWriter out = new StringWriter();
        new Csv(table.columns(), false).write(rows.iterator(), out);
        return out.toString();
    }
}
