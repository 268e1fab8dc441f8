package org.demarche.server;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.model.Document;
import org.demarche.store.Decisions;
import org.demarche.store.Entry;
import org.jspecify.annotations.Nullable;

/** By which of its properties a table is narrowed. */
final class DataFacets {
    private final Shelf.Copy copy;
    private final Query query;
    private final Set<String> disputed = new HashSet<>();
    private final Set<String> reviewed = new HashSet<>();

    DataFacets(Shelf.Copy copy, Query query) {
        this.copy = copy;
        this.query = query;
        copy.dossier.disagreements().forEach(d -> disputed.add(d.about()));
        for (Entry entry : new Decisions(copy.log).standing()) {
            if (!entry.kind().equals("comment")) {
                reviewed.add(entry.target());
            }
        }
    }

    Facets<Row> of(Table table) {
        Facets<Row> out = new Facets<>(query);
        return switch (table) {
            case DOCUMENTS ->
                out.with("outlet", "Outlet", r -> List.of(outlet(r.get("id"))))
                        .with("language", "Language", cell("language"))
                        .with("year", "Year", year("published.start"))
                        .with("basis", "Date is", cell("published.basis"));
            case CLAIMS ->
                acts(out)
                        .with("outlet", "Outlet", r -> List.of(outlet(r.get("document"))))
                        .with("language", "Language", r -> List.of(language(r.get("document"))))
                        .with("year", "Year", year("date.start"))
                        .with("rule", "Rule", cell("rule"))
                        .with("disputed", "Told differently", r -> yes(disputed.contains(text(r.get("event")))))
                        .with("reviewed", "Reviewed", r -> yes(reviewed.contains(text(r.get("id")))));
            case EVENTS ->
                acts(out)
                        .with("outlet", "Outlet", this::outlets)
                        .with("year", "Year", year("date.start"))
                        .with("disputed", "Told differently", r -> yes(disputed.contains(text(r.get("id")))))
                        .with(
                                "reviewed",
                                "Reviewed",
                                r -> yes(list(r.get("claims")).stream().anyMatch(reviewed::contains)));
            case STATES ->
                out.with("kind", "Kind", cell("subject.kind"))
                        .with("field", "Attribute", cell("attribute"))
                        .with("status", "Value", cell("value"))
                        .with("basis", "Basis", cell("basis"))
                        .with("disputed", "Told differently", r -> yes(Boolean.TRUE.equals(r.get("disputed"))));
            case DISAGREEMENTS -> out.with("kind", "Kind", cell("kind")).with("field", "Field", cell("field"));
            case ANSWERS ->
                out.with("symmetry", "Symmetry", cell("symmetry"))
                        .with("basis", "Basis", cell("basis"))
                        .with("actor", "Responder", cell("responder"), copy.names::of);
            case QUOTES ->
                out.with("outlet", "Outlet", r -> List.of(outlet(r.get("document"))))
                        .with("actor", "Said by", r -> holders(r.get("chain")))
                        .with("direct", "Word for word", r -> yes(Boolean.TRUE.equals(r.get("direct"))));
            case NOTICES -> out.with("code", "Code", cell("code")).with("severity", "Severity", cell("severity"));
        };
    }

    private Facets<Row> acts(Facets<Row> out) {
        return out.with("actor", "Actor", this::principals, copy.names::of)
                .with("type", "Type", r -> List.of(r.get("type") == null ? "outside PLOVER" : text(r.get("type"))))
                .with("act", "Act", cell("act"), Say::act)
                .with("factuality", "Factuality", cell("factuality"));
    }

    private static Function<Row, Collection<String>> cell(String path) {
        return r -> r.at(path) == null ? List.of() : List.of(text(r.at(path)));
    }

    private static Function<Row, Collection<String>> year(String path) {
        return r -> {
            String date = text(r.at(path));
            return date.matches("\\d{4}(-.*)?") ? List.of(date.substring(0, 4)) : List.of("unknown");
        };
    }

    private static List<String> yes(boolean holds) {
        return List.of(holds ? "yes" : "no");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<String> list(@Nullable Object value) {
        return value instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    private Collection<String> principals(Row row) {
        Set<String> out = new LinkedHashSet<>();
        for (String side : List.of("actors", "recipients")) {
            if (row.get(side) instanceof List<?> parties) {
                for (Object party : parties) {
                    String id = party instanceof Row one ? text(one.get("id")) : "";
                    out.add(id.contains("/") ? id.substring(0, id.indexOf('/')) : id);
                }
            }
        }
        out.remove("");
        return out;
    }

    private static Collection<String> holders(@Nullable Object chain) {
        return chain instanceof List<?> all && !all.isEmpty() && all.get(0) instanceof Row first
                ? List.of(text(first.get("holder")))
                : List.of("nobody named");
    }

    private Collection<String> outlets(Row row) {
        Set<String> out = new LinkedHashSet<>();
        list(row.get("documents")).forEach(d -> out.add(outlet(d)));
        return out;
    }

    private String outlet(@Nullable Object document) {
        Document found = copy.documents.get(text(document));
        return found == null ? "" : copy.names.outlet(found);
    }

    private String language(@Nullable Object document) {
        Document found = copy.documents.get(text(document));
        return found == null ? "" : found.language();
    }
}
