package org.demarche.server;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.Dossier;
import org.demarche.export.Csv;
import org.demarche.export.EventRows;
import org.demarche.export.HitRows;
import org.demarche.export.JsonLines;
import org.demarche.export.Row;
import org.demarche.export.SeriesRows;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.model.Event;
import org.demarche.model.State;
import org.demarche.reciprocity.Series;
import org.demarche.store.Entry;
import org.demarche.store.NewClaim;
import org.demarche.view.Search;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The REST interface: {@code GET /api/v1/TABLE} for every table, with the same rows as {@code export}. Both bounds of dates are
 * inclusive. A page ends with a cursor; the ETag is the ledger's version.
 */
final class Api {
    private static final int MOST = 1000;
    private static final int USUAL = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Shelf shelf;
    private final Desk desk;

    Api(Shelf shelf, Desk desk) {
        this.shelf = shelf;
        this.desk = desk;
    }

    void table(Context context) {
        String name = context.pathParam("table");
        Shelf.Copy copy = shelf.current();
        if (isKnown(context, copy)) {
            return;
        }
        Query query = Query.of(context.queryParamMap());
        switch (name) {
            case "openapi.json" ->
                context.contentType("application/json; charset=utf-8").result(Routes.openApi());
            case "series" -> series(context, copy, query);
            case "search" -> search(context, copy, query);
            case "decisions" -> page(context, copy.log.stream().map(Api::entry).toList());
            default -> rows(context, copy, query, parse(name));
        }
    }

    private static boolean isKnown(Context context, Shelf.Copy copy) {
        String tag = "\"" + copy.version + "\"";
        context.header("ETag", tag);
        context.header("Cache-Control", "private, no-cache");
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
            return true;
        }
        return false;
    }

    private void rows(Context context, Shelf.Copy copy, Query query, Table table) {
        List<Row> rows = select(copy, query, table);
        String format = context.queryParam("format");
        switch (format == null ? "json" : format.toLowerCase(Locale.ROOT)) {
            case "json" -> page(context, json(rows));
            case "jsonl" ->
                context.contentType("application/x-ndjson; charset=utf-8").result(lines(rows));
            case "csv" -> csv(context, table.key(), table.columns(), rows);
            default -> throw new IllegalArgumentException("DEM-605 format is json, jsonl or csv, not " + format);
        }
    }

    /** The rows of a table that a question asks for. */
    static List<Row> select(Shelf.Copy copy, Query query, Table table) {
        Dossier wanted = query.selection().of(copy.dossier);
        if (table == Table.EVENTS) {
            List<Event> events = new EventFilter(copy, query).of(wanted.events());
            wanted = new Dossier(
                    wanted.coded(),
                    wanted.documents(),
                    wanted.claims(),
                    events,
                    wanted.disagreements(),
                    wanted.answers());
        }
        LocalDate asOf = query.asOf() == null ? copy.dossier.lastDay() : query.asOf();
        List<State> states = table == Table.STATES
                ? copy.states(asOf, query.knownOn()).stream()
                        .filter(query.selection()::has)
                        .toList()
                : List.of();
        return new Tables(wanted).rows(table, states);
    }

    /** The rows of a series of two parties. */
    static List<Row> series(Shelf.Copy copy, Query query, Series.Per period) {
        return Series.of(
                        copy.dossier.events(),
                        query.parties().get(0),
                        query.parties().get(1),
                        period,
                        query.since(),
                        query.until())
                .rows()
                .stream()
                .map(SeriesRows::row)
                .toList();
    }

    private void series(Context context, Shelf.Copy copy, Query query) {
        if (query.parties().size() != 2) {
            throw new IllegalArgumentException("DEM-606 a series is about two parties: dyad=RUS--NATO");
        }
        Series.Per period = query.per(Series.Per.MONTH);
        List<Row> rows = series(copy, query, period);
        String format = context.queryParam("format");
        switch (format == null ? "json" : format.toLowerCase(Locale.ROOT)) {
            case "json" -> page(context, json(rows));
            case "jsonl" ->
                context.contentType("application/x-ndjson; charset=utf-8").result(lines(rows));
            case "csv" -> csv(context, "dyad_" + Say.lower(period), SeriesRows.COLUMNS, rows);
            default -> throw new IllegalArgumentException("DEM-605 format is json, jsonl or csv, not " + format);
        }
    }

    private static void search(Context context, Shelf.Copy copy, Query query) {
        String words = query.words();
        if (words == null || words.chars().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("DEM-606 q has no word to search for");
        }
        page(
                context,
                json(Search.find(copy.dossier, List.of(words.split("\\s+"))).stream()
                        .map(h -> HitRows.row(h.file(), h.sentence(), h.at(), h.claims(), h.events()))
                        .toList()));
    }

    /** One row; where its claims stand in another event now, the way there. */
    void item(Context context) {
        Table table = parse(context.pathParam("table"));
        String id = context.pathParam("id");
        Shelf.Copy copy = shelf.current();
        if (isKnown(context, copy)) {
            return;
        }
        Query query = Query.of(context.queryParamMap());
        Optional<Row> found = find(copy, query, table, id);
        if (found.isPresent()) {
            context.contentType("application/json; charset=utf-8").result(JsonLines.line(found.get()));
            return;
        }
        String other = table == Table.EVENTS ? copy.moved(id) : null;
        if (other == null) {
            throw new NotFoundResponse("DEM-404 the ledger has no " + table.key() + " row " + id);
        }
        context.status(308).header("Location", "/api/v1/events/" + other);
    }

    static Optional<Row> find(Shelf.Copy copy, Query query, Table table, String id) {
        if (table == Table.EVENTS) {
            Event event = copy.event(id);
            return event == null ? Optional.empty() : Optional.of(EventRows.row(event));
        }
        return select(copy, query, table).stream()
                .filter(r -> id.equals(r.get("id")) || id.equals(r.at("subject.id")))
                .findFirst();
    }

    /** Takes a decision as JSON; the content type makes a browser ask before another site's page could send it. */
    void decide(Context context) {
        String type = context.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new IllegalArgumentException("DEM-605 a decision comes as application/json");
        }
        JsonNode body;
        try {
            body = JSON.readTree(context.body());
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("DEM-605 this is not JSON");
        }
        List<Entry> entries = take(body, String.valueOf(text(body, "kind")));
        context.status(201);
        page(context, entries.stream().map(Api::entry).toList());
    }

    private List<Entry> take(JsonNode body, String kind) {
        String by = text(body, "by");
        String why = text(body, "why");
        return switch (kind) {
            case "add" -> List.of(desk.add(NewClaim.Wish.of(name -> text(body, name)), by, why));
            case "prefer" ->
                List.of(desk.prefer(
                        String.valueOf(text(body, "target")), String.valueOf(text(body, "value")), by, why));
            default ->
                desk.take(new Desk.Wish(kind, text(body, "target"), text(body, "field"), text(body, "value"), by, why));
        };
    }

    private static @Nullable String text(JsonNode body, String name) {
        JsonNode value = body.get(name);
        return value == null || !value.isString() ? null : value.stringValue();
    }

    private static String entry(Entry e) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", e.id());
        out.put("at", e.at());
        out.put("by", e.by());
        out.put("kind", e.kind());
        out.put("target", e.target());
        out.put("field", e.field());
        out.put("value", e.value());
        out.put("why", e.why());
        out.put("previous", e.previous());
        out.put("hash", e.hash());
        return JSON.writeValueAsString(out);
    }

    private static Table parse(String name) {
        try {
            return Table.parse(name);
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse(e.getMessage());
        }
    }

    /** One page as {@code {"total", "next", "rows"}}; {@code next} is the cursor of the page after it, or null. */
    private static void page(Context context, List<String> rows) {
        int limit = number(context, "limit", USUAL);
        int from = Math.min(number(context, "cursor", 0), rows.size());
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("DEM-606 limit is 1 to " + MOST);
        }
        int to = Math.min(rows.size(), from + limit);
        String next = to < rows.size() ? "\"" + to + "\"" : "null";
        context.contentType("application/json; charset=utf-8")
                .result("{\"total\":" + rows.size() + ",\"next\":" + next + ",\"rows\":["
                        + String.join(",", rows.subList(from, to)) + "]}");
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

    /** Each row as JSON when it is looked at, so that a page of a long table costs no more than itself. */
    static List<String> json(List<Row> rows) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return JsonLines.line(rows.get(index));
            }

            @Override
            public int size() {
                return rows.size();
            }
        };
    }

    private static String lines(List<Row> rows) {
        StringWriter out = new StringWriter();
        JsonLines.write(rows.iterator(), out);
        return out.toString();
    }

    private static void csv(Context context, String name, List<String> columns, List<Row> rows) {
        StringWriter out = new StringWriter();
        new Csv(new ArrayList<>(columns), false).write(rows.iterator(), out);
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .result(out.toString());
    }
}
