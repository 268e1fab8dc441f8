package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.model.Document;
import org.demarche.model.Notice;
import org.demarche.model.State;
import org.demarche.view.Search;
import org.jspecify.annotations.Nullable;

/** The pages that are lists: what was read, who said what, what was found, the tables themselves. */
final class ListPages {
    private static final int MOST_ROWS = 500;
    private static final int MOST_COLUMNS = 9;

    private final Dossier dossier;
    private final Query query;
    private final Cites cites;

    ListPages(Dossier dossier, Query query) {
        this.dossier = dossier;
        this.query = query;
        this.cites = new Cites(dossier.byId(), query);
    }

    /** What was read, how it is dated, how much was coded, and what there is to mend. */
    DomContent sources() {
        if (dossier.documents().isEmpty()) {
            return Frame.empty(
                    "Nothing read yet. `demarche ingest FOLDER` reads reports; `demarche demo` shows a sample.");
        }
        List<DomContent> rows = new ArrayList<>();
        List<DomContent> notices = new ArrayList<>();
        for (Coded coded : dossier.coded()) {
            Document document = dossier.byId().getOrDefault(coded.document().id(), coded.document());
            rows.add(tr(
                    th(a(document.title() == null ? document.file() : document.title())
                                    .withHref(query.link("/reader", "doc", document.id())))
                            .attr("scope", "row"),
                    td(document.outlet() == null ? "not said" : document.outlet()),
                    td(Say.published(document.published())),
                    td(Say.lower(document.published().basis())),
                    td(document.language()),
                    td(String.valueOf(coded.sentences().size())),
                    td(String.valueOf(coded.claims().size()))));
            for (Notice notice : coded.notices()) {
                notices.add(li(
                        span(notice.code()).withClass("chip"),
                        span(" " + notice.file() + ": " + notice.message() + " "),
                        span(notice.repair()).withClass("repair")));
            }
        }
        return div(
                p(Say.count(dossier.documents().size(), "report") + ", "
                                + Say.count(dossier.claims().size(), "claim") + ", "
                                + Say.count(dossier.events().size(), "event") + ".")
                        .withClass("lead"),
                grid(
                        "What was read",
                        List.of("report", "outlet", "published", "basis", "language", "sentences", "claims"),
                        rows),
                notices.isEmpty()
                        ? span()
                        : div(
                                p("Notices"),
                                ul(notices.toArray(DomContent[]::new)).withClass("notices")));
    }

    DomContent quotes() {
        List<DomContent> rows = new ArrayList<>();
        for (Row row : new Tables(query.selection().of(dossier)).rows(Table.QUOTES, List.of())) {
            if (rows.size() == MOST_ROWS) {
                break;
            }
            Object file = row.get("document");
            Object start = row.get("start");
            rows.add(tr(
                    th(holders(row)).attr("scope", "row"),
                    td("\u201C" + String.valueOf(row.get("quote")).replaceAll("\\s+", " ") + "\u201D"),
                    td(a(cites.outlet(String.valueOf(file)))
                            .withHref(query.link("/reader", "doc", String.valueOf(file), "at", String.valueOf(start))
                                    + "#at"))));
        }
        return rows.isEmpty()
                ? Frame.empty("Nobody is quoted in these reports.")
                : grid(
                        "Who said what; the first named said it, those after it pass it on",
                        List.of("holder", "words", "where"),
                        rows);
    }

    private static String holders(Row row) {
        if (row.get("chain") instanceof Iterable<?> chain) {
            List<String> out = new ArrayList<>();
            for (Object one : chain) {
                if (one instanceof Row holder) {
                    out.add(String.valueOf(holder.get("holder")));
                }
            }
            return out.isEmpty() ? "nobody named" : String.join(" < ", out);
        }
        return "nobody named";
    }

    DomContent search() {
        String words = query.words();
        if (words == null) {
            return Frame.empty(
                    "Type some words above: sentences that have all of them are found, those with claims first.");
        }
        List<Search.Hit> hits = Search.find(dossier, List.of(words.split("\\s+")));
        if (hits.isEmpty()) {
            return Frame.empty("No sentence has all of \"" + words + "\". Try fewer words, or the beginning of one.");
        }
        return div(
                p(Say.count(hits.size(), "sentence") + " with \"" + words + "\".")
                        .withClass("lead"),
                cites.list(hits.stream().limit(MOST_ROWS).map(Search.Hit::at).toList()));
    }

    /** A table as it is exported, and where to fetch it. */
    DomContent data(Table table, List<State> states) {
        List<Row> rows = new Tables(query.selection().of(dossier)).rows(table, states);
        List<String> columns = table.columns().stream().limit(MOST_COLUMNS).toList();
        List<DomContent> lines = new ArrayList<>();
        for (Row row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            lines.add(tr(columns.stream().map(c -> td(cell(row.at(c)))).toArray(DomContent[]::new)));
        }
        List<DomContent> tabs = new ArrayList<>();
        for (Table each : Table.values()) {
            tabs.add(li(a(each.key())
                    .withHref(query.link("/data", "table", each.key()))
                    .condAttr(each == table, "aria-current", "page")));
        }
        return div(
                ul(tabs.toArray(DomContent[]::new)).withClass("tabs"),
                p(
                                span(Say.count(rows.size(), "row") + ". "),
                                a("JSON").withHref(query.link("/api/v1/" + table.key())),
                                span(" \u00B7 "),
                                a("JSON Lines").withHref(query.link("/api/v1/" + table.key(), "format", "jsonl")),
                                span(" \u00B7 "),
                                a("CSV").withHref(query.link("/api/v1/" + table.key(), "format", "csv")))
                        .withClass("lead"),
                grid(table.key(), columns, lines));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Iterable<?> list) {
            List<String> out = new ArrayList<>();
            for (Object one : list) {
                out.add(
                        one instanceof Row row
                                ? String.valueOf(row.cells().values().iterator().next())
                                : String.valueOf(one));
            }
            return out.stream().limit(5).collect(Collectors.joining(", "));
        }
        String text = value.toString();
        return text.length() > 120 ? text.substring(0, 117) + "\u2026" : text;
    }

    private static DomContent grid(String name, List<String> columns, List<DomContent> rows) {
        return div(table(
                                caption(name),
                                thead(tr(columns.stream()
                                        .map(c -> th(c).attr("scope", "col"))
                                        .toArray(DomContent[]::new))),
                                tbody(rows.toArray(DomContent[]::new)))
                        .withClass("grid"))
                .withClass("wide")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", name);
    }
}
