package org.demarche.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.export.HitRows;
import org.demarche.export.JsonLines;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.model.Answer;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.reciprocity.Series;
import org.demarche.view.Brief;
import org.demarche.view.BriefPage;
import org.demarche.view.Explanation;
import org.demarche.view.Search;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program may ask of a ledger; every answer carries ids and the words it rests on. */
final class McpTools {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 200;
    private static final int USUAL = 25;

    private static final Map<String, String> MEANING = new LinkedHashMap<>();

    static {
        MEANING.put("dyad", "Two parties joined by --, as RUS--NATO; ids are ISO 3166 alpha-3 or an acronym");
        MEANING.put("as_of", "The day that is asked about: YYYY-MM-DD, YYYY-MM or YYYY; default the last day told of");
        MEANING.put("known_as_of", "Only what was published by this day");
        MEANING.put("since", "First day, inclusive");
        MEANING.put("until", "Last day, inclusive");
        MEANING.put("limit", "Rows of a page, 1 to 200; default 25");
        MEANING.put("cursor", "The value of next of the page before");
        MEANING.put("words", "Words that a sentence must have");
        MEANING.put("id", "Id of a claim, event, subject, disagreement, answer or document");
        MEANING.put("per", "day, week or month");
        MEANING.put("target", "Id of a claim or event");
        MEANING.put("field", "date, effective or factuality");
        MEANING.put("value", "The value that is proposed");
        MEANING.put("why", "The reason");
        MEANING.put("by", "Who proposes");
    }

    private final Shelf shelf;
    private final Desk desk;
    private final boolean proposals;

    McpTools(Shelf shelf, Desk desk, boolean proposals) {
        this.shelf = shelf;
        this.desk = desk;
        this.proposals = proposals;
    }

    List<Object> list() {
        List<Object> out = new ArrayList<>();
        List<String> pages = List.of("dyad", "since", "until", "limit", "cursor");
        out.add(tool(
                "status",
                "What was open, suspended or closed on a day, ceilings and heads, each with every reading and its sentences",
                List.of("dyad", "as_of", "known_as_of", "limit", "cursor"),
                List.of()));
        out.add(tool("timeline", "Events by date, each with the sentences that tell of it", pages, List.of()));
        out.add(tool("disagreements", "Where sources differ, and how", pages, List.of()));
        out.add(tool("answers", "Which act answered which, on whose word", pages, List.of()));
        out.add(tool("quotes", "Who said what, through whom", pages, List.of()));
        out.add(tool("documents", "The reports that were read", List.of("limit", "cursor"), List.of()));
        out.add(tool(
                "search",
                "Sentences that have all the words, with the claims coded from them",
                List.of("words", "limit", "cursor"),
                List.of("words")));
        out.add(tool(
                "explain",
                "Why something is in the ledger: rule, words, who else says what",
                List.of("id"),
                List.of("id")));
        out.add(tool(
                "brief",
                "One page on two parties in Markdown, every line with notes",
                List.of("dyad", "since", "as_of"),
                List.of("dyad")));
        out.add(tool(
                "series",
                "Counts and scores of each side's acts, period by period",
                List.of("dyad", "since", "until", "per"),
                List.of("dyad")));
        if (proposals) {
            out.add(tool(
                    "propose_correction",
                    "Puts a proposal in the review log; it changes nothing until a person decides",
                    List.of("target", "field", "value", "why", "by"),
                    List.of("target", "field", "value", "why", "by")));
        }
        return out;
    }

    private static Map<String, Object> tool(
            String name, String description, List<String> parameters, List<String> required) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String parameter : parameters) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("type", parameter.equals("limit") ? "integer" : "string");
            property.put("description", MEANING.getOrDefault(parameter, parameter));
            properties.put(parameter, property);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        Map<String, Object> hints = new LinkedHashMap<>();
        hints.put("readOnlyHint", !name.startsWith("propose"));
        hints.put("openWorldHint", false);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", name);
        out.put("description", description);
        out.put("inputSchema", schema);
        out.put("annotations", hints);
        return out;
    }

    /**
     * Does what a tool does.
     *
     * @return JSON, or Markdown for a brief
     * @throws IllegalArgumentException if there is no such tool, or its arguments do not fit
     */
    String call(String name, JsonNode given) {
        Map<String, List<String>> parameters = new HashMap<>();
        given.properties().forEach(e -> {
            JsonNode value = e.getValue();
            if (value.isString() || value.isNumber()) {
                String key = e.getKey().equals("words") ? "q" : e.getKey();
                parameters.put(key, List.of(value.isString() ? value.stringValue() : value.toString()));
            }
        });
        Query query = Query.of(parameters);
        Shelf.Copy copy = shelf.current();
        return switch (name) {
            case "status" -> page(copy, Api.select(copy, query, Table.STATES), parameters, "row", Map.of());
            case "timeline" -> timeline(copy, query, parameters);
            case "disagreements" ->
                page(copy, Api.select(copy, query, Table.DISAGREEMENTS), parameters, "row", Map.of());
            case "answers" -> answers(copy, query, parameters);
            case "quotes" -> page(copy, Api.select(copy, query, Table.QUOTES), parameters, "row", Map.of());
            case "documents" -> page(copy, Api.select(copy, query, Table.DOCUMENTS), parameters, "row", Map.of());
            case "search" -> page(copy, hits(copy, query), parameters, "row", Map.of());
            case "explain" -> explain(copy, query, first(parameters, "id"));
            case "brief" -> brief(copy, query);
            case "series" -> series(copy, query, parameters);
            case "propose_correction" -> propose(parameters);
            default -> throw new IllegalArgumentException("DEM-615 no such tool: " + name);
        };
    }

    private String timeline(Shelf.Copy copy, Query query, Map<String, List<String>> parameters) {
        Map<String, List<Object>> sentences = new HashMap<>();
        copy.dossier.events().forEach(e -> sentences.put(e.id(), sentences(copy, e)));
        return page(copy, Api.select(copy, query, Table.EVENTS), parameters, "event", sentences);
    }

    /** Each answer with the sentences of both acts, since a rule that infers one has no words of its own. */
    private String answers(Shelf.Copy copy, Query query, Map<String, List<String>> parameters) {
        Map<String, Event> events = new HashMap<>();
        copy.dossier.events().forEach(e -> events.put(e.id(), e));
        Map<String, List<Object>> sentences = new HashMap<>();
        for (Answer answer : copy.dossier.answers()) {
            List<Object> said = new ArrayList<>();
            for (String id : List.of(answer.stimulus(), answer.response())) {
                Event event = events.get(id);
                if (event != null) {
                    said.addAll(sentences(copy, event));
                }
            }
            sentences.put(answer.id(), said);
        }
        return page(copy, Api.select(copy, query, Table.ANSWERS), parameters, "answer", sentences);
    }

    private static List<Object> sentences(Shelf.Copy copy, Event event) {
        List<Object> said = new ArrayList<>();
        for (Claim claim : copy.claims(event)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("claim", claim.id());
            one.put("document", claim.document());
            one.put("start", claim.sentence().start());
            one.put("end", claim.sentence().end());
            one.put("quote", claim.sentence().quote());
            said.add(one);
        }
        return said;
    }

    private static List<Row> hits(Shelf.Copy copy, Query query) {
        String words = query.words();
        if (words == null || words.chars().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("DEM-606 words has no word to search for");
        }
        return Search.find(copy.dossier, List.of(words.split("\\s+"))).stream()
                .map(h -> HitRows.row(h.file(), h.sentence(), h.at(), h.claims(), h.events()))
                .toList();
    }

    private static String explain(Shelf.Copy copy, Query query, String id) {
        LocalDate asOf = query.asOf() == null ? copy.dossier.lastDay() : query.asOf();
        String moved = copy.event(id) == null && id.startsWith("evt:") ? copy.moved(id) : null;
        String now = moved == null ? id : moved;
        List<String> lines = new Explanation(copy.dossier)
                .of(now, copy.states(asOf, query.knownOn()))
                .orElseThrow(() -> new IllegalArgumentException("DEM-404 the ledger has no " + id));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("ledger", copy.version);
        out.put("id", now);
        out.put("lines", lines);
        return JSON.writeValueAsString(out);
    }

    private static String brief(Shelf.Copy copy, Query query) {
        LocalDate asOf = query.asOf() == null ? copy.dossier.lastDay() : query.asOf();
        Brief brief = new BriefView(copy, query).brief(asOf);
        if (brief == null || query.parties().size() != 2) {
            throw new IllegalArgumentException("DEM-606 a brief is about two parties: RUS--NATO");
        }
        return BriefPage.markdown(brief);
    }

    private static String series(Shelf.Copy copy, Query query, Map<String, List<String>> parameters) {
        if (query.parties().size() != 2) {
            throw new IllegalArgumentException("DEM-606 a series is about two parties: RUS--NATO");
        }
        List<Row> rows = Api.series(copy, query, query.per(Series.Per.MONTH));
        return page(copy, rows, parameters, "row", Map.of());
    }

    private String propose(Map<String, List<String>> parameters) {
        if (!proposals) {
            throw new IllegalArgumentException(
                    "DEM-616 proposals are off here; `serve --allow-proposals` lets them in");
        }
        return desk
                .take(new Desk.Wish(
                        "propose",
                        first(parameters, "target"),
                        first(parameters, "field"),
                        first(parameters, "value"),
                        first(parameters, "by"),
                        first(parameters, "why")))
                .stream()
                .map(e -> "{\"id\":\"" + e.id() + "\",\"target\":\"" + e.target() + "\"}")
                .collect(Collectors.joining(",", "{\"proposed\":[", "]}"));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        if (values == null) {
            throw new IllegalArgumentException("DEM-606 " + name + " is missing");
        }
        return values.get(0);
    }

    private static String page(
            Shelf.Copy copy,
            List<Row> rows,
            Map<String, List<String>> parameters,
            String name,
            Map<String, List<Object>> sentences) {
        int limit = number(parameters.get("limit"), USUAL);
        int from = Math.min(number(parameters.get("cursor"), 0), rows.size());
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("DEM-606 limit is 1 to " + MOST);
        }
        int to = Math.min(rows.size(), from + limit);
        List<Object> shown = new ArrayList<>();
        for (Row row : rows.subList(from, to)) {
            JsonNode node = JSON.readTree(JsonLines.line(row));
            List<Object> said = sentences.get(String.valueOf(row.get("id")));
            if (said == null) {
                shown.add(node);
            } else {
                Map<String, Object> both = new LinkedHashMap<>();
                both.put(name, node);
                both.put("sentences", said);
                shown.add(both);
            }
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("ledger", copy.version);
        out.put("total", rows.size());
        out.put("next", to < rows.size() ? String.valueOf(to) : null);
        out.put("rows", shown);
        return JSON.writeValueAsString(out);
    }

    private static int number(@Nullable List<String> values, int otherwise) {
        if (values == null) {
            return otherwise;
        }
        if (!values.get(0).matches("\\d{1,8}")) {
            throw new IllegalArgumentException("DEM-606 not a number: " + values.get(0));
        }
        return Integer.parseInt(values.get(0));
    }
}
