package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.model.Citation;
import org.demarche.model.Disagreement;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Subject;
import org.demarche.store.Decisions;
import org.demarche.store.Entry;
import org.demarche.store.Preference;
import org.demarche.view.ReadingWords;
import org.jspecify.annotations.Nullable;

/** Where sources differ: a row for each field, a column for each source, equal values under one letter. */
final class DisagreementsPage {
    /** A quotation of so many words is cut at a number of words, not at what ends it. */
    private static final int PHRASE_WORDS = 4;

    private static final String PATH = "/disagreements";

    private final Shelf.Copy copy;
    private final Query query;
    private final LocalDate asOf;
    private final Cites cites;
    private final Preference preference;
    private final List<Entry> standing;
    private final Map<String, String> names = new HashMap<>();

    DisagreementsPage(Shelf.Copy copy, Query query, LocalDate asOf) {
        this.copy = copy;
        this.query = query;
        this.asOf = asOf;
        this.cites = new Cites(copy, query);
        this.preference = new Preference(copy.dossier);
        this.standing = new Decisions(copy.log).standing();
        for (Event event : copy.dossier.events()) {
            names.put(event.id(), copy.names.line(event));
            for (Subject subject : event.subjects()) {
                names.putIfAbsent(subject.id(), subject.name());
            }
        }
    }

    /**
     * The page.
     *
     * @param seal hidden field of a form, or null where nothing can be decided
     * @param author the name that this reader decided under before, or empty
     */
    DomContent content(@Nullable DomContent seal, String author) {
        List<Disagreement> all = query.selection().of(copy.dossier).disagreements();
        if (all.isEmpty()) {
            return nothing();
        }
        String kind = query.filter("kind");
        List<Disagreement> wanted = all.stream()
                .filter(d -> kind == null || name(d.kind()).equals(kind))
                .toList();
        List<DomContent> out = new ArrayList<>();
        out.add(p(
                        span(
                                Say.count(wanted.size(), "disagreement")
                                        + (wanted.size() == all.size() ? "" : " of " + all.size())
                                        + ". A row is a field, a column a report; equal letters are equal values. Every value is kept; none is averaged away. "),
                        a("CSV").withHref(query.link("/api/v1/disagreements", "format", "csv")))
                .withClass("lead"));
        Map<String, Integer> kinds = new TreeMap<>();
        all.forEach(d -> kinds.merge(name(d.kind()), 1, Integer::sum));
        List<DomContent> chips = new ArrayList<>();
        chips.add(Frame.chip("all kinds", query.same(PATH, "kind", null), kind == null));
        kinds.forEach((name, n) ->
                chips.add(Frame.chip(name + " (" + n + ")", query.same(PATH, "kind", name), name.equals(kind))));
        out.add(Frame.chips("Kind of disagreement", chips));
        Map<String, List<Disagreement>> about = new LinkedHashMap<>();
        wanted.forEach(
                d -> about.computeIfAbsent(d.about(), k -> new ArrayList<>()).add(d));
        about.forEach((id, list) -> out.add(matrix(id, list, seal == null ? text("") : choice(list, seal, author))));
        return div(out.toArray(DomContent[]::new)).withClass("disagreements");
    }

    private DomContent nothing() {
        if (copy.documents.isEmpty()) {
            return ListPages.nothingRead();
        }
        long several = copy.dossier.events().stream()
                .filter(e -> e.documents().size() > 1)
                .count();
        return Frame.empty(
                several == 0
                        ? "All " + Say.count(copy.dossier.events().size(), "event")
                                + " have one report each. A disagreement needs two reports of one event; add sources."
                        : Say.count((int) several, "event")
                                + " told by two reports or more, and none of them differs. What one report leaves out is not a disagreement.");
    }

    private static String name(Disagreement.Kind kind) {
        return switch (kind) {
            case GRANULARITY -> "less precise";
            case WORDING -> "different wording";
            case SCOPE -> "different scope";
            case COPIED -> "one copies another";
            case INTERNAL -> "within one report";
            case CONTRADICTION, ATTRIBUTION, CORRECTION -> Say.lower(kind);
        };
    }

    /** The form by which a reader prefers one of the readings; none where they are not told by claims of their own. */
    private DomContent choice(List<Disagreement> fields, DomContent seal, String author) {
        List<DomContent> out = new ArrayList<>();
        for (Disagreement d : fields) {
            List<DomContent> options = new ArrayList<>();
            letters(d).forEach((value, letter) -> {
                if (!preference.value(d, value).isEmpty()) {
                    options.add(option(letter + "  " + ReadingWords.of(d, value, copy.names::of))
                            .withValue(value));
                }
            });
            if (!options.isEmpty() && preference.isOpen(d)) {
                out.add(form(
                                seal,
                                ReviewPage.hidden("target", d.id()),
                                label(
                                        span("Show, of " + d.field()),
                                        select(each(options, o -> o)).withName("value")),
                                ReviewPage.name(author),
                                label(
                                        span("Reason (required)"),
                                        input().withName("why")
                                                .attr("maxlength", "500")
                                                .attr("required")),
                                button("Prefer it").withType("submit"))
                        .withMethod("post")
                        .withAction(query.same(PATH))
                        .withClass("decide"));
            }
        }
        return out.isEmpty()
                ? text("")
                : details(
                                summary("Prefer one reading"),
                                p("The reading that you prefer is shown first on board and timeline, with your name and reason; the others are kept, and the decision can be undone under Review.")
                                        .withClass("codes"),
                                each(out, o -> o))
                        .withClass("folded screen");
    }

    private static Map<String, String> letters(Disagreement d) {
        Map<String, String> out = new LinkedHashMap<>();
        for (Disagreement.Reading r : d.readings()) {
            out.computeIfAbsent(r.value(), k -> letter(out.size()));
        }
        return out;
    }

    private DomContent matrix(String about, List<Disagreement> fields, DomContent choice) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Disagreement d : fields) {
            for (Disagreement.Reading r : d.readings()) {
                columns.putIfAbsent(r.citation().document(), source(r.citation().document()));
            }
        }
        List<DomContent> rows = new ArrayList<>();
        fields.forEach(d -> rows.add(row(d, List.copyOf(columns.keySet()))));
        boolean isEvent = about.startsWith("evt:");
        String title = names.getOrDefault(about, about);
        return section(
                        h2(title),
                        div(table(
                                                caption(title).withClass("unseen"),
                                                thead(tr(
                                                        th("field").attr("scope", "col"),
                                                        th("values").attr("scope", "col"),
                                                        each(
                                                                columns.values(),
                                                                c -> th(c).attr("scope", "col")
                                                                        .withClass("source")))),
                                                tbody(rows.toArray(DomContent[]::new)))
                                        .withClass("matrix"))
                                .withClass("wide")
                                .attr("tabindex", "0")
                                .attr("role", "region")
                                .attr("aria-label", "Readings: " + title),
                        p(
                                a(isEvent ? "The event on the timeline" : "The subject on the board")
                                        .withHref(
                                                isEvent
                                                        ? query.event(about)
                                                        : query.link("/board") + "#" + about + "-status"),
                                span(" \u00B7 "),
                                a("Review").withHref(query.link("/review", "item", about))),
                        choice)
                .withId(about);
    }

    private DomContent row(Disagreement d, List<String> documents) {
        Map<String, String> letters = letters(d);
        List<DomContent> cells = new ArrayList<>();
        cells.add(th(div(d.field()), span(name(d.kind())).withClass("kind " + Say.lower(d.kind())))
                .attr("scope", "row")
                .withId(d.id()));
        cells.add(td(ul(each(
                        letters.entrySet(),
                        e -> li(
                                span(e.getValue()).withClass("letter " + e.getValue()),
                                text(" " + ReadingWords.of(d, e.getKey(), copy.names::of)),
                                e.getKey().equals(shown(d)) ? span(" shown").withClass("kind") : text(""),
                                preferred(d, e.getKey()))))
                .withClass("values")));
        for (String document : documents) {
            List<DomContent> said = new ArrayList<>();
            for (Disagreement.Reading r : d.readings()) {
                if (r.citation().document().equals(document)) {
                    said.add(cell(letters.getOrDefault(r.value(), "?"), r.citation()));
                }
            }
            cells.add(
                    said.isEmpty()
                            ? td(span("says nothing of it").withClass("same"))
                            : td(said.toArray(DomContent[]::new)));
        }
        return tr(cells.toArray(DomContent[]::new));
    }

    /** Who prefers a reading, and why. */
    private DomContent preferred(Disagreement d, String value) {
        Entry entry = preference.of(d, value, standing);
        return entry == null
                ? text("")
                : p("preferred by " + entry.by() + ": " + entry.why())
                        .withClass("codes")
                        .attr("dir", "auto");
    }

    /** The value that board or timeline show, where it is one of those that are told; else empty. */
    private String shown(Disagreement d) {
        Event event = copy.event(d.about());
        if (event != null) {
            return switch (d.field()) {
                case "date" ->
                    event.date().start() == null
                            ? ""
                            : String.valueOf(event.date().start());
                case "factuality" -> Say.lower(event.factuality());
                default -> "";
            };
        }
        return copy.states(asOf, query.knownOn()).stream()
                .filter(s -> s.subject().id().equals(d.about())
                        && Say.lower(s.attribute()).equals(d.field()))
                .map(Say::value)
                .findFirst()
                .orElse("");
    }

    private DomContent cell(String letter, Citation citation) {
        return div(
                        span(letter).withClass("letter " + letter),
                        text(" "),
                        a("\u201C" + Cites.shortened(citation.quote()) + (isCut(citation) ? " \u2026" : "") + "\u201D")
                                .withHref(cites.place(citation))
                                .withClass("words"))
                .withClass("said");
    }

    /** Whether a phrase of some length stops before its clause does. */
    private boolean isCut(Citation citation) {
        Document document = copy.documents.get(citation.document());
        if (document == null || citation.quote().split("\\s+", PHRASE_WORDS + 1).length < PHRASE_WORDS) {
            return false;
        }
        String text = document.text();
        int end = document.span(citation).end();
        return end + 1 < text.length()
                && Character.isWhitespace(text.charAt(end))
                && Character.isLetterOrDigit(text.charAt(end + 1));
    }

    private static String letter(int n) {
        return String.valueOf((char) ('A' + Math.min(25, n)));
    }

    private String source(String document) {
        @Nullable Document found = copy.documents.get(document);
        return found == null ? document : copy.names.source(found);
    }

    /** The kinds as the page calls them. */
    static List<String> kinds() {
        return Arrays.stream(Disagreement.Kind.values())
                .map(DisagreementsPage::name)
                .toList();
    }
}
