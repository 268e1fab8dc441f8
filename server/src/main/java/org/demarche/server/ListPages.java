package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demarche.Coded;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Notice;
import org.demarche.view.Search;

/** The pages that are lists: what was read, who said what, what was found. */
final class ListPages {
    private static final int MOST_ROWS = 500;

    private final Shelf.Copy copy;
    private final Query query;
    private final Cites cites;

    ListPages(Shelf.Copy copy, Query query) {
        this.copy = copy;
        this.query = query;
        this.cites = new Cites(copy, query);
    }

    static DomContent nothingRead() {
        return Frame.empty(
                "Nothing read yet.",
                p(
                        code("demarche ingest FOLDER"),
                        text(" reads reports, "),
                        a("Sources").withHref("/sources"),
                        text(" takes files that you drop on it, and "),
                        code("demarche demo"),
                        text(" shows a sample.")));
    }

    /** What was read, how it is dated, how much was coded, and what there is to mend. */
    DomContent sources(DomContent intake) {
        if (copy.documents.isEmpty()) {
            return div(nothingRead(), intake);
        }
        List<DomContent> rows = new ArrayList<>();
        List<DomContent> notices = new ArrayList<>();
        Map<String, Integer> languages = new TreeMap<>();
        Map<String, Integer> outlets = new TreeMap<>();
        int withoutClaims = 0;
        Map<String, Integer> tells = new HashMap<>();
        Map<String, Integer> alone = new HashMap<>();
        for (Event event : copy.dossier.events()) {
            event.documents().forEach(d -> tells.merge(d, 1, Integer::sum));
            if (event.documents().size() == 1) {
                alone.merge(event.documents().get(0), 1, Integer::sum);
            }
        }
        for (Coded coded : copy.dossier.coded()) {
            Document document = copy.documents.getOrDefault(coded.document().id(), coded.document());
            languages.merge(document.language(), 1, Integer::sum);
            outlets.merge(document.outlet() == null ? "not said" : document.outlet(), 1, Integer::sum);
            withoutClaims += coded.claims().isEmpty() ? 1 : 0;
            if (rows.size() < MOST_ROWS) {
                rows.add(tr(
                        th(a(copy.names.title(document)).withHref(query.link("/reader", "doc", document.id())))
                                .attr("scope", "row"),
                        td(document.outlet() == null ? "not said" : document.outlet()),
                        td(Say.published(document.published())),
                        td(Say.lower(document.published().basis())),
                        td(document.language()),
                        number(coded.sentences().size()),
                        number((int) coded.claims().stream()
                                .map(Claim::sentenceIndex)
                                .distinct()
                                .count()),
                        number(coded.claims().size()),
                        number(tells.getOrDefault(document.id(), 0)),
                        number(alone.getOrDefault(document.id(), 0))));
            }
            for (Notice notice : coded.notices()) {
                notices.add(li(
                        span(notice.code()).withClass("chip"),
                        text(" " + notice.file() + ": " + notice.message() + " "),
                        span(notice.repair()).withClass("repair")));
            }
        }
        return div(
                p(Say.count(copy.documents.size(), "report") + ", "
                                + Say.count(copy.dossier.acts().size(), "claim") + ", "
                                + Say.count(copy.dossier.happenings().size(), "event") + ". "
                                + (withoutClaims == 0
                                        ? "Every report has claims. "
                                        : Say.count(withoutClaims, "report") + " without a claim. ")
                                + "Languages: " + counted(languages) + ". Outlets: " + counted(outlets) + ".")
                        .withClass("lead"),
                intake,
                grid(
                        "What was read",
                        List.of(
                                "report",
                                "outlet",
                                "published",
                                "date is",
                                "language",
                                "sentences",
                                "with a claim",
                                "claims",
                                "events",
                                "told by it alone"),
                        rows),
                notices.isEmpty()
                        ? span()
                        : section(
                                h2(Say.count(notices.size(), "notice") + ": what could not be read, dated or resolved"),
                                ul(each(notices.subList(0, Math.min(MOST_ROWS, notices.size())), n -> n))
                                        .withClass("notices")));
    }

    private static DomContent number(int n) {
        return td(String.valueOf(n)).withClass("number");
    }

    private static String counted(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(8)
                .map(e -> e.getKey() + " (" + e.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    DomContent quotes() {
        if (copy.documents.isEmpty()) {
            return nothingRead();
        }
        List<DomContent> rows = new ArrayList<>();
        List<Row> all = new Tables(query.selection().of(copy.dossier)).rows(Table.QUOTES, List.of());
        for (Row row : all) {
            if (rows.size() == MOST_ROWS) {
                break;
            }
            String document = String.valueOf(row.get("document"));
            rows.add(tr(
                    th(holders(row)).attr("scope", "row"),
                    td(Cites.quoted(String.valueOf(row.get("quote")).replaceAll("\\s+", " ")))
                            .attr("dir", "auto"),
                    td(a(cites.source(document))
                            .withHref(query.link("/reader", "doc", document, "at", String.valueOf(row.get("start")))
                                    + "#at"))));
        }
        return rows.isEmpty()
                ? Frame.empty("Nobody of these parties is quoted in these reports.")
                : div(
                        p(
                                        span(Say.count(all.size(), "quotation")
                                                + (rows.size() < all.size() ? "; the first " + rows.size() : "")
                                                + ". "),
                                        a("CSV").withHref(query.link("/api/v1/quotes", "format", "csv")))
                                .withClass("lead"),
                        grid("Who said what", List.of("who", "words", "where"), rows));
    }

    private static String holders(Row row) {
        if (row.get("chain") instanceof Iterable<?> chain) {
            Set<String> out = new LinkedHashSet<>();
            for (Object one : chain) {
                if (one instanceof Row holder) {
                    out.add(String.valueOf(holder.get("holder")));
                }
            }
            return out.isEmpty() ? "nobody named" : String.join(", as told by ", out);
        }
        return "nobody named";
    }

    DomContent search() {
        String words = query.words();
        if (words == null) {
            return Frame.empty(
                    "Type some words above: sentences that have all of them are found, those with claims first. A word finds those that begin with it.");
        }
        List<Search.Hit> hits = hits(words);
        if (hits.isEmpty()) {
            List<DomContent> fewer = new ArrayList<>();
            for (String word : words.split("\\s+")) {
                int n = hits(word).size();
                List<String> near = n > 0 ? List.of() : Spellings.near(copy.dossier, word);
                fewer.add(li(
                        n > 0
                                ? a("\u201C" + word + "\u201D alone").withHref(query.same("/search", "q", word))
                                : text("\u201C" + word + "\u201D"),
                        text(": " + (n > 0 ? Say.count(n, "sentence") : "in no sentence")),
                        near.isEmpty() ? text("") : text("; the nearest words: "),
                        each(
                                near,
                                w -> span(
                                        text(w.equals(near.get(0)) ? "" : ", "),
                                        a(w).withHref(query.same("/search", "q", words.replace(word, w)))))));
            }
            return Frame.empty(
                    "No sentence has all of \u201C" + words + "\u201D.", ul(fewer.toArray(DomContent[]::new)));
        }
        return div(
                p(
                                span(Say.count(hits.size(), "sentence") + " with \u201C" + words + "\u201D"
                                        + (hits.size() > MOST_ROWS ? "; the first " + MOST_ROWS : "") + ". "),
                                a("Follow this search (Atom)").withHref(query.same("/feed.atom")))
                        .withClass("lead"),
                ul(each(
                                hits.subList(0, Math.min(MOST_ROWS, hits.size())),
                                h -> li(cites.found(h.at(), List.of(words.split("\\s+"))))))
                        .withClass("cites"));
    }

    private List<Search.Hit> hits(String words) {
        return words.chars().noneMatch(Character::isLetterOrDigit)
                ? List.of()
                : Search.find(copy.dossier, List.of(words.split("\\s+")));
    }

    static DomContent grid(String name, List<String> columns, List<DomContent> rows) {
        return div(table(
                                caption(name),
                                thead(tr(each(columns, c -> th(c).attr("scope", "col")))),
                                tbody(rows.toArray(DomContent[]::new)))
                        .withClass("grid"))
                .withClass("wide")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", name);
    }
}
