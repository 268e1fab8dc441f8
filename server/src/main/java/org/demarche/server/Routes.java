package org.demarche.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.demarche.export.Table;
import tools.jackson.databind.json.JsonMapper;

/** What the REST interface offers, as OpenAPI 3.0; a test asks every path of it. */
final class Routes {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Routes() {}

    /**
     * One operation.
     *
     * @param types what it answers with
     * @param parameters names of its parameters in the query
     */
    record Operation(String method, String path, String summary, List<String> types, List<String> parameters) {}

    private static final Map<String, String> PARAMETERS = new LinkedHashMap<>();

    static {
        PARAMETERS.put("dyad", "Two parties, as RUS--NATO");
        PARAMETERS.put("party", "A party that must take part; up to four");
        PARAMETERS.put("as_of", "The day that is asked about; YYYY-MM-DD, YYYY-MM or YYYY");
        PARAMETERS.put("known_as_of", "Only what was published by this day");
        PARAMETERS.put("since", "First day, inclusive");
        PARAMETERS.put("until", "Last day, inclusive");
        PARAMETERS.put("format", "json, jsonl or csv");
        PARAMETERS.put("limit", "Rows of a page, 1 to 1000");
        PARAMETERS.put("cursor", "Where the page begins; the value of next of the page before");
        PARAMETERS.put("q", "Words to look for");
        PARAMETERS.put("per", "day, week or month");
        PARAMETERS.put("type", "PLOVER type of events");
        PARAMETERS.put("outlet", "Name of an outlet");
        PARAMETERS.put("only", "disputed, answers, several or changes");
        PARAMETERS.put("factuality", "asserted, planned, denied ...");
    }

    static List<Operation> all() {
        List<Operation> out = new ArrayList<>();
        List<String> forms = List.of("application/json", "application/x-ndjson", "text/csv");
        List<String> common = List.of("dyad", "party", "as_of", "known_as_of", "since", "until");
        List<String> table = new ArrayList<>(common);
        table.addAll(List.of("format", "limit", "cursor"));
        for (Table each : Table.values()) {
            List<String> parameters = new ArrayList<>(table);
            if (each == Table.EVENTS) {
                parameters.addAll(List.of("type", "outlet", "only", "factuality"));
            }
            out.add(new Operation(
                    "get", "/api/v1/" + each.key(), "Rows of the table " + each.key(), forms, parameters));
        }
        out.add(new Operation(
                "get",
                "/api/v1/{table}/{id}",
                "One row; 308 to the row that holds it where it was merged",
                List.of("application/json"),
                List.of("as_of", "known_as_of")));
        out.add(new Operation(
                "get",
                "/api/v1/series",
                "How two sides dealt with each other, period by period",
                forms,
                List.of("dyad", "since", "until", "per", "format")));
        out.add(new Operation(
                "get",
                "/api/v1/search",
                "Sentences that have all the words",
                List.of("application/json"),
                List.of("q", "limit", "cursor")));
        out.add(new Operation(
                "get",
                "/api/v1/decisions",
                "The log of decisions",
                List.of("application/json"),
                List.of("limit", "cursor")));
        out.add(new Operation("post", "/api/v1/decisions", "Takes a decision", List.of("application/json"), List.of()));
        out.add(new Operation(
                "get",
                "/feed.atom",
                "The same as an Atom feed",
                List.of("application/atom+xml"),
                List.of("dyad", "party", "since", "until", "q", "type", "outlet", "only", "factuality")));
        out.add(new Operation("get", "/api/v1/openapi.json", "This document", List.of("application/json"), List.of()));
        return out;
    }

    static String openApi() {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Operation o : all()) {
            List<Object> parameters = new ArrayList<>();
            for (String name : new TreeSet<>(o.parameters())) {
                parameters.add(parameter(name, "query", PARAMETERS.getOrDefault(name, name)));
            }
            if (o.path().contains("{table}")) {
                parameters.add(parameter("table", "path", "Name of a table"));
                parameters.add(parameter("id", "path", "Id of a row"));
            }
            Map<String, Object> content = new LinkedHashMap<>();
            o.types().forEach(t -> content.put(t, Map.of("schema", Map.of())));
            Map<String, Object> operation = new LinkedHashMap<>();
            operation.put("summary", o.summary());
            operation.put("parameters", parameters);
            if (o.method().equals("post")) {
                operation.put("requestBody", body());
            }
            Map<String, Object> responses = new LinkedHashMap<>();
            responses.put(o.method().equals("post") ? "201" : "200", answer("What was asked for", content));
            if (!o.method().equals("post")) {
                responses.put("304", Map.of("description", "Nothing new since the ETag that was sent"));
            }
            responses.put(
                    "default",
                    answer(
                            "What went wrong, RFC 9457",
                            Map.of(
                                    "application/problem+json",
                                    Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")))));
            operation.put("responses", responses);
            @SuppressWarnings("unchecked")
            Map<String, Object> path =
                    (Map<String, Object>) paths.computeIfAbsent(o.path(), k -> new LinkedHashMap<String, Object>());
            path.put(o.method(), operation);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("openapi", "3.0.3");
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Demarche");
        info.put(
                "description",
                "Every table of a cited ledger of diplomatic relations. The ETag is the ledger's version.");
        info.put("version", "1");
        info.put("license", Map.of("name", "Apache-2.0"));
        out.put("info", info);
        out.put("paths", paths);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : List.of("type", "title", "detail")) {
            properties.put(name, Map.of("type", "string"));
        }
        properties.put("status", Map.of("type", "integer"));
        problem.put("properties", properties);
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", Map.of("Problem", problem));
        components.put("securitySchemes", Map.of("token", scheme()));
        out.put("components", components);
        return JSON.writeValueAsString(out);
    }

    private static Map<String, Object> scheme() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", "http");
        out.put("scheme", "bearer");
        return out;
    }

    private static Map<String, Object> answer(String description, Map<String, ?> content) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("description", description);
        out.put("content", content);
        return out;
    }

    private static Map<String, Object> parameter(String name, String in, String description) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", name);
        out.put("in", in);
        if (in.equals("path")) {
            out.put("required", true);
        }
        out.put("description", description);
        out.put("schema", Map.of("type", "string"));
        return out;
    }

    private static Map<String, Object> body() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : List.of(
                "kind",
                "target",
                "field",
                "value",
                "by",
                "why",
                "sentence",
                "words",
                "act",
                "actors",
                "recipients",
                "date",
                "effective",
                "factuality",
                "about")) {
            properties.put(name, Map.of("type", "string"));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("required", List.of("kind", "target", "by"));
        schema.put("properties", properties);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("required", true);
        out.put("content", Map.of("application/json", Map.of("schema", schema)));
        return out;
    }
}
