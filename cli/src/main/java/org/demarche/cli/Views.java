package org.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.jspecify.annotations.Nullable;

/** What a person sees of each table. */
final class Views {
    private Views() {}

    static Columns of(Table table) {
        return switch (table) {
            case DOCUMENTS -> documents();
            case CLAIMS -> claims();
            case EVENTS -> events();
            case STATES -> states();
            case DISAGREEMENTS -> disagreements();
            case ANSWERS -> answers();
            case QUOTES -> quotes();
            case NOTICES -> notices();
        };
    }

    static Columns documents() {
        return new Columns("Nothing read yet. `demarche ingest FOLDER` reads reports; `demarche demo` shows some.")
                .show("id", "id", 16)
                .show("file", "file", 36)
                .show("published", 23, row -> date(row.get("published")))
                .show("basis", "published.basis", 9)
                .show("outlet", "outlet", 24)
                .show("title", "title", 48)
                .show("chars", "chars", 9);
    }

    static Columns claims() {
        return new Columns("No claims: none of these sentences tells of an act between states or organisations.")
                .show("id", "id", 16)
                .show("file", "file", 20)
                .show("date", 23, row -> date(row.get("date")))
                .show("actor", 16, row -> ids(row.get("actors")))
                .show("recipient", 16, row -> ids(row.get("recipients")))
                .show("act", "act", 24)
                .show("type", 20, row -> type(row))
                .show("factuality", "factuality", 12)
                .show("words", "trigger.quote", 32);
    }

    static Columns events() {
        return new Columns("No events: the reports hold no act that could be coded. `demarche code FILE` shows why.")
                .show("id", "id", 16)
                .show("date", 23, row -> date(row.get("date")))
                .show("actor", 16, row -> ids(row.get("actors")))
                .show("recipient", 16, row -> ids(row.get("recipients")))
                .show("act", "act", 24)
                .show("type", 20, row -> type(row))
                .show("factuality", "factuality", 12)
                .show("sources", "sources", 7)
                .show("effective", 23, row -> date(row.get("effective")));
    }

    static Columns states() {
        return new Columns("No state is known on that day: before the first claim everything is unknown.")
                .show("kind", "subject.kind", 10)
                .show("subject", "subject.name", 48)
                .show("attribute", "attribute", 9)
                .show("value", 20, row -> value(row))
                .show("since", 23, row -> date(row.get("since")))
                .show("basis", "basis", 9)
                .show("disputed", 8, row -> Boolean.TRUE.equals(row.get("disputed")) ? "! yes" : "")
                .show("pending", 30, row -> pending(row.get("pending")));
    }

    static Columns disagreements() {
        return new Columns("No disagreements: it takes two sources that differ on one event or state. Add sources.")
                .show("id", "id", 16)
                .show("about", 16, row -> about(row.get("about")))
                .show("field", "field", 14)
                .show("kind", "kind", 13)
                .show("readings", 110, row -> readings(row.get("readings")));
    }

    static Columns answers() {
        return new Columns("No answer found: no act is said, or seen, to answer another.")
                .show("id", "id", 16)
                .show("stimulus", "stimulus", 16)
                .show("response", "response", 16)
                .show("responder", "responder", 12)
                .show("days", 9, row -> range(row.at("lag_days.low"), row.at("lag_days.high")))
                .show("symmetry", "symmetry", 10)
                .show("basis", "basis", 9)
                .show("words", 60, row -> firstQuote(row.get("citations")));
    }

    static Columns quotes() {
        return new Columns("No quotes: nobody is quoted in these reports.")
                .show("id", "id", 16)
                .show("file", "file", 20)
                .show("holder", 32, row -> holders(row.get("chain")))
                .show("direct", 6, row -> Boolean.TRUE.equals(row.get("direct")) ? "\u201c\u201d" : "")
                .show("words", "quote", 100);
    }

    static Columns series() {
        return new Columns("No dated event between the two. `demarche timeline` shows who acts.")
                .show("date", "date", 10)
                .show("actor", "actor", 10)
                .show("recipient", "recipient", 10)
                .show("events", "n_events", 6)
                .show("verbal+", "n_verbal_coop", 7)
                .show("material+", "n_material_coop", 9)
                .show("verbal-", "n_verbal_conf", 7)
                .show("material-", "n_material_conf", 9)
                .show("Goldstein", "goldstein_sum", 9)
                .show("PLOVER", "plover_sum", 8);
    }

    static Columns foreign() {
        return new Columns("No events: no line of these files is one.")
                .show("source", "source", 8)
                .show("id", "id", 20)
                .show("date", 23, row -> date(row.get("date")))
                .show("actor", "actors", 20)
                .show("recipient", "recipients", 20)
                .show("type", 20, row -> type(row))
                .show("cameo", "cameo", 5)
                .show("quad", "quad", 4)
                .show("words", "text", 40);
    }

    static Columns comparison() {
        return new Columns("Nothing to compare: neither has an event of these parties and days.")
                .show("relation", "relation", 11)
                .show("date", "date", 10)
                .show("theirs", "theirs_date", 10)
                .show("actor", "actor", 14)
                .show("recipient", "recipient", 14)
                .show("act", "act", 24)
                .show("type", 20, row -> type(row))
                .show("cameo", "cameo", 5)
                .show("source", "source", 8)
                .show("their type", 20, row -> row.get("theirs_type"))
                .show("cameo", "theirs_cameo", 5)
                .show("differ", "differ", 24);
    }

    static Columns relations() {
        return new Columns("No rows.")
                .show("id", "id", 24)
                .show("type", 24, row -> type(row))
                .show("quad", "quad", 4)
                .show("binary", "binary", 11)
                .show("score", "score", 5)
                .show("act", "act", 30);
    }

    static Columns mentions() {
        return new Columns("No mentions.")
                .show("id", "id", 16)
                .show("mentions", "claims", 60)
                .show("documents", "documents", 40)
                .show("words", "triggers", 40);
    }

    static Columns changes() {
        return new Columns("Nothing differs between the two days, as far as the reports tell.")
                .show("kind", "subject.kind", 10)
                .show("subject", "subject.name", 48)
                .show("attribute", "attribute", 9)
                .show("was", 20, row -> row.get("was") instanceof Row was ? value(was) : "")
                .show("is", 20, row -> value(row))
                .show("since", 23, row -> date(row.get("since")))
                .show("disputed", 8, row -> Boolean.TRUE.equals(row.get("disputed")) ? "! yes" : "");
    }

    static Columns hits() {
        return new Columns("No sentence has all these words. Try fewer, or the beginning of one.")
                .show("file", "file", 28)
                .show("sentence", "sentence", 8)
                .show("events", 34, row -> row.get("events"))
                .show("words", "quote", 120);
    }

    static Columns notices() {
        return new Columns("No notices: everything was read.")
                .show("code", "code", 8)
                .show("severity", "severity", 8)
                .show("file", "file", 32)
                .show("message", "message", 80)
                .show("repair", "repair", 60);
    }

    static String date(@Nullable Object date) {
        if (!(date instanceof Row row)) {
            return "";
        }
        return range(row.get("start"), row.get("end"));
    }

    private static String range(@Nullable Object low, @Nullable Object high) {
        if (low == null && high == null) {
            return "";
        }
        if (low != null && low.equals(high)) {
            return low.toString();
        }
        return (low == null ? "" : low) + ".." + (high == null ? "" : high);
    }

    private static List<String> ids(@Nullable Object actors) {
        return texts(actors, "id");
    }

    private static List<String> texts(@Nullable Object rows, String key) {
        List<String> out = new ArrayList<>();
        if (rows instanceof Iterable<?> list) {
            for (Object element : list) {
                if (element instanceof Row row && row.get(key) != null && !out.contains(String.valueOf(row.get(key)))) {
                    out.add(String.valueOf(row.get(key)));
                }
            }
        }
        return out;
    }

    private static String type(Row row) {
        Object type = row.get("type");
        Object mode = row.get("mode");
        return type == null ? "" : mode == null ? type.toString() : type + "-" + mode;
    }

    private static String value(Row row) {
        Object value = row.get("value");
        return value == null ? range(row.get("low"), row.get("high")) : value.toString();
    }

    private static String pending(@Nullable Object pending) {
        return pending instanceof Row row ? row.get("value") + " from " + date(row.get("effective")) : "";
    }

    private static String about(@Nullable Object about) {
        return about instanceof Row row
                ? row.cells().values().stream().map(String::valueOf).findFirst().orElse("")
                : "";
    }

    private static String readings(@Nullable Object readings) {
        return String.join(" | ", texts(readings, "value"));
    }

    private static String holders(@Nullable Object chain) {
        return String.join(" < ", texts(chain, "holder"));
    }

    private static String firstQuote(@Nullable Object citations) {
        List<String> quotes = texts(citations, "quote");
        return quotes.isEmpty() ? "" : quotes.get(0);
    }
}
