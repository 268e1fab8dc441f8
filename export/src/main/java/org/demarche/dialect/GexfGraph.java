package org.demarche.dialect;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.model.Actor;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on whom, as a directed graph in GEXF 1.3 for Gephi and its like: a node an actor, an edge an event and pair of sides, with the days on which
 * it was. An event without a known date has no days.
 */
final class GexfGraph {
    static final Conventions CONVENTIONS = new Conventions(
            "PLOVER 2.0 and CAMEO 1.1b3 as attributes of edges",
            "PLOVER 2.0 manual",
            "gdelt",
            "the attribute is left out",
            "citations, readings, numbers");

    private static final List<String> EDGE_ATTRIBUTES =
            List.of("event", "act", "type", "mode", "cameo", "quad", "goldstein", "factuality", "sources");

    private GexfGraph() {}

    static Exported write(Source source) {
        Tally tally = new Tally();
        TreeMap<String, Actor> nodes = new TreeMap<>();
        List<Pair> edges = new ArrayList<>();
        for (Event event : source.events()) {
            List<Pair> pairs = Pair.of(event);
            pairs.forEach(p -> {
                add(nodes, p.sourceActor());
                add(nodes, p.targetActor());
            });
            List<Pair> whole = pairs.stream()
                    .filter(p -> p.source() != null && p.target() != null)
                    .toList();
            tally.loseIf(whole.isEmpty(), "events with one side only, left out: an edge has two ends");
            tally.loseIf(
                    !whole.isEmpty() && Days.of(event.date()).isEmpty(),
                    "events whose date is unknown or open: their edges have no days");
            edges.addAll(whole);
        }
        ExportFile file = new ExportFile("demarche.gexf", nodes.size() + edges.size(), out -> write(nodes, edges, out));
        return new Exported(List.of(file), tally.losses());
    }

    private static void add(Map<String, Actor> nodes, @Nullable Actor actor) {
        if (actor != null) {
            nodes.putIfAbsent(actor.id(), actor);
        }
    }

    private static void write(Map<String, Actor> nodes, List<Pair> edges, Writer out) throws IOException {
        out.write("""
                <?xml version="1.0" encoding="UTF-8"?>
                <gexf xmlns="http://gexf.net/1.3" version="1.3">
                  <graph mode="dynamic" timeformat="date" defaultedgetype="directed">
                    <attributes class="node">
                """);
        attribute(out, "kind");
        attribute(out, "country");
        attribute(out, "sector");
        out.write("    </attributes>\n    <attributes class=\"edge\">\n");
        for (String name : EDGE_ATTRIBUTES) {
            attribute(out, name);
        }
        out.write("    </attributes>\n    <nodes>\n");
        for (Actor actor : nodes.values()) {
            out.write("      <node id=\"" + xml(actor.id()) + "\" label=\"" + xml(actor.name()) + "\"><attvalues>");
            value(out, "kind", Words.of(actor.kind()));
            value(out, "country", actor.country());
            value(out, "sector", actor.sector());
            out.write("</attvalues></node>\n");
        }
        out.write("    </nodes>\n    <edges>\n");
        Surrogates numbers = new Surrogates(edges.stream().map(Pair::key).toList());
        for (Pair pair : edges) {
            edge(out, pair, numbers.of(pair.key()));
        }
        out.write("    </edges>\n  </graph>\n</gexf>\n");
    }

    private static void edge(Writer out, Pair pair, long number) throws IOException {
        Actor from = pair.sourceActor();
        Actor to = pair.targetActor();
        if (from == null || to == null) {
            return;
        }
        Event event = pair.event();
        Optional<Days> days = Days.of(event.date());
        out.write("      <edge id=\"" + number + "\" source=\"" + xml(from.id()) + "\" target=\"" + xml(to.id())
                + "\" label=\"" + xml(Words.act(event.act().code())) + "\""
                + days.map(d -> " start=\"" + day(d.first()) + "\" end=\"" + day(d.last()) + "\"")
                        .orElse("")
                + "><attvalues>");
        value(out, "event", event.id());
        value(out, "act", event.act().code());
        value(out, "type", event.act().type());
        value(out, "mode", event.act().mode());
        value(out, "cameo", event.act().cameo());
        value(out, "quad", event.act().quad());
        value(out, "goldstein", event.act().goldstein());
        value(out, "factuality", Words.of(event.factuality()));
        value(out, "sources", event.sources());
        out.write("</attvalues></edge>\n");
    }

    private static String day(LocalDate day) {
        return day.toString();
    }

    private static void attribute(Writer out, String name) throws IOException {
        String type = switch (name) {
            case "quad", "sources" -> "integer";
            case "goldstein" -> "double";
            default -> "string";
        };
        out.write("      <attribute id=\"" + name + "\" title=\"" + name + "\" type=\"" + type + "\"/>\n");
    }

    private static void value(Writer out, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            out.write("<attvalue for=\"" + name + "\" value=\"" + xml(value.toString()) + "\"/>");
        }
    }

    /** A text within an attribute; characters that XML 1.0 cannot write become spaces. */
    static String xml(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isXml(c) ? c : ' ');
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
