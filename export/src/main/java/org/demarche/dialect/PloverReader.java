package org.demarche.dialect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one PLOVER event; {@code date}, {@code actor}, {@code event} and {@code id} are required, as the manual says. */
final class PloverReader {
    private PloverReader() {}

    static ForeignEvent event(JsonNode row, String file, int line) {
        if (!row.isObject()) {
            throw new IllegalArgumentException("no JSON object");
        }
        if (row.path("external").asBoolean(false)) {
            return imported(row);
        }
        LocalDate first = LocalDate.parse(row.path("date").asString(""));
        String end = row.path("enddate").asString("");
        List<String> types = words(row.path("event"));
        if (types.isEmpty()) {
            throw new IllegalArgumentException("no event type");
        }
        String type = types.get(0).toUpperCase(Locale.ROOT);
        List<String> modes = words(row.path("mode"));
        JsonNode cite = row.path("cite_info");
        return new ForeignEvent(
                "plover",
                file,
                line,
                row.path("id").asString(""),
                first,
                end.isEmpty() ? first : LocalDate.parse(end),
                sides(row.path("actor")),
                sides(row.path("recipient")),
                type,
                modes.isEmpty() ? null : modes.get(0).toLowerCase(Locale.ROOT),
                null,
                Quads.ofType(type),
                row.path("event_scale").isNumber()
                        ? Double.valueOf(row.path("event_scale").asDouble())
                        : null,
                text(row.path("event_text")),
                text(row.path("event_loc")),
                text(cite.path("publication")),
                text(cite.path("url")));
    }

    /** An event that was imported before, of whatever data set. */
    private static ForeignEvent imported(JsonNode row) {
        return new ForeignEvent(
                row.path("source").asString(""),
                row.path("file").asString(""),
                row.path("line").asInt(0),
                row.path("id").asString(""),
                LocalDate.parse(row.path("date").path("start").asString("")),
                LocalDate.parse(row.path("date").path("end").asString("")),
                words(row.path("actors")),
                words(row.path("recipients")),
                text(row.path("type")),
                text(row.path("mode")),
                text(row.path("cameo")),
                row.path("quad").isInt() ? Integer.valueOf(row.path("quad").asInt()) : null,
                row.path("value").isNumber() ? Double.valueOf(row.path("value").asDouble()) : null,
                text(row.path("text")),
                text(row.path("place")),
                text(row.path("publisher")),
                text(row.path("url")));
    }

    private static List<String> sides(JsonNode parties) {
        List<String> out = new ArrayList<>();
        for (JsonNode party : parties) {
            String code = party.path("code").asString("");
            String name = party.path("identifier_text")
                    .asString(party.path("entity_text").asString(""));
            for (String side : Sides.listed(
                    name.isEmpty() ? List.of() : List.of(name), code.isEmpty() ? List.of() : List.of(code))) {
                if (!out.contains(side)) {
                    out.add(side);
                }
            }
        }
        return out;
    }

    /** A list of words, or one word alone. */
    private static List<String> words(JsonNode list) {
        List<String> out = new ArrayList<>();
        if (list.isString()) {
            out.add(list.asString(""));
        }
        list.forEach(word -> {
            if (word.isString()) {
                out.add(word.asString(""));
            }
        });
        out.removeIf(String::isBlank);
        return out;
    }

    private static @Nullable String text(JsonNode value) {
        String text = value.isString() ? value.asString("") : "";
        return text.isBlank() ? null : text;
    }
}
