package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.button;
import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.script;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Act;
import org.jspecify.annotations.Nullable;

/** What every page has around it: the rail, the relation that is looked at, the dates, the search. */
final class Frame {
    private static final int MOST_DYADS = 40;
    static final String DATE = "\\d{4}(-\\d{2}(-\\d{2})?)?";
    private static final List<List<String>> PAGES = List.of(
            List.of("/board", "Board"),
            List.of("/timeline", "Timeline"),
            List.of("/disagreements", "Disagreements"),
            List.of("/answers", "Answers"),
            List.of("/quotes", "Quotes"),
            List.of("/plots", "Plots"),
            List.of("/reader", "Reader"),
            List.of("/review", "Review"),
            List.of("/brief", "Brief"),
            List.of("/sources", "Sources"),
            List.of("/data", "Data"));

    private final Shelf.Copy copy;
    private final Query query;
    private final LocalDate asOf;

    Frame(Shelf.Copy copy, Query query, LocalDate asOf) {
        this.copy = copy;
        this.query = query;
        this.asOf = asOf;
    }

    String page(String path, String name, DomContent... content) {
        return "<!DOCTYPE html>\n"
                + html(
                                head(
                                        meta().withCharset("utf-8"),
                                        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                        meta().withName("color-scheme").withContent("light dark"),
                                        title(name + " \u00B7 Demarche"),
                                        link().withRel("stylesheet").withHref("/static/page.css"),
                                        link().withRel("icon").withHref("data:,"),
                                        script().withSrc("/static/page.js").attr("defer")),
                                body(
                                        a("Skip to the content")
                                                .withClass("skip")
                                                .withHref("#content"),
                                        rail(path),
                                        div(
                                                        top(path),
                                                        main(
                                                                        h1(name),
                                                                        div(content)
                                                                                .withClass("content"))
                                                                .withId("content"),
                                                        foot())
                                                .withClass("page")))
                        .withLang("en")
                        .attr("data-mark", copy.version)
                        .render();
    }

    private DomContent rail(String path) {
        return nav(
                        a("Demarche").withClass("brand").withHref(query.link("/board")),
                        ul(each(
                                PAGES,
                                page -> li(a(page.get(1))
                                        .withHref(query.link(page.get(0)))
                                        .condAttr(page.get(0).equals(path), "aria-current", "page")))))
                .attr("aria-label", "Pages")
                .withClass("rail");
    }

    private DomContent top(String path) {
        String chosen = String.join("--", query.parties());
        List<DomContent> kept = new ArrayList<>();
        query.filters().forEach((name, value) -> {
            if (!name.equals("from")) {
                kept.add(input().withType("hidden").withName(name).withValue(value));
            }
        });
        boolean isOpen =
                query.knownOn() != null || query.compare() != null || query.since() != null || query.until() != null;
        return header(
                form(
                                label(
                                        span("Relation"),
                                        select(
                                                        option("all relations").withValue(""),
                                                        each(
                                                                dyads(),
                                                                d -> option(copy.names.dyad(List.of(d.split("--"))))
                                                                        .withValue(d)
                                                                        .condAttr(
                                                                                d.equals(chosen),
                                                                                "selected",
                                                                                "selected")))
                                                .withName("dyad")),
                                div(
                                                step(
                                                        path,
                                                        "\u2039",
                                                        "previous change",
                                                        copy.turns().lower(asOf),
                                                        "prev"),
                                                date("As of", "as_of", asOf),
                                                step(
                                                        path,
                                                        "\u203A",
                                                        "next change",
                                                        copy.turns().higher(asOf),
                                                        "next"))
                                        .withClass("asof"),
                                details(
                                                summary("More dates"),
                                                div(
                                                                date("Known on", "known_as_of", query.knownOn()),
                                                                date("Compare with", "compare", query.compare()),
                                                                date("Events since", "since", query.since()),
                                                                date("Events until", "until", query.until()))
                                                        .withClass("dates"))
                                        .condAttr(isOpen, "open", "open")
                                        .withClass("more"),
                                each(kept, k -> k),
                                button("Show").withType("submit"))
                        .withMethod("get")
                        .withAction(path)
                        .withClass("asked"),
                form(
                                label(
                                        span("Search sentences"),
                                        input().withType("search")
                                                .withName("q")
                                                .withValue(query.words() == null ? "" : query.words())),
                                button("Search").withType("submit"))
                        .withMethod("get")
                        .withAction("/search")
                        .withClass("search")
                        .attr("role", "search"));
    }

    /** A link to the day before or after this one on which something changed. */
    private DomContent step(String path, String sign, String name, @Nullable LocalDate day, String rel) {
        return day == null
                ? span(sign).withClass("step none").attr("aria-hidden", "true")
                : a(sign).withHref(query.same(path, "as_of", day.toString()))
                        .withClass("step")
                        .withRel(rel)
                        .attr("aria-label", name + ", " + Say.day(day));
    }

    private static DomContent date(String name, String parameter, @Nullable LocalDate value) {
        return label(
                span(name),
                input().withType("text")
                        .withName(parameter)
                        .withValue(value == null ? "" : value.toString())
                        .attr("pattern", DATE)
                        .attr("inputmode", "numeric")
                        .attr("size", "10")
                        .withTitle("YYYY-MM-DD, YYYY-MM or YYYY")
                        .withPlaceholder("YYYY-MM-DD"));
    }

    private DomContent foot() {
        return footer(
                p(
                        span(Say.count(copy.documents.size(), "report") + ", ledger "),
                        code(copy.version),
                        span(
                                ". This address is a citation of what you see. Coded by rules and, where none fits, by a model, without a human check unless a review says so.")),
                p("").withId("live").attr("role", "status"));
    }

    /** Relations by how many events they have, most first. */
    private List<String> dyads() {
        String chosen = String.join("--", query.parties());
        List<String> out = copy.dyads();
        List<String> shown = new ArrayList<>(out.subList(0, Math.min(out.size(), MOST_DYADS)));
        if (!chosen.isEmpty() && !shown.contains(chosen)) {
            shown.add(0, chosen);
        }
        return shown;
    }

    /** Says what is missing, why, and what to do. */
    static DomContent empty(String what, DomContent... next) {
        return div(p(what), each(List.of(next), n -> n)).withClass("empty");
    }

    /** The type and mode of an act, in the colour of conflict or co-operation. */
    static DomContent kind(Act act) {
        String type = act.type() == null
                ? act.isState() ? "how things stand" : "outside PLOVER"
                : act.type() + (act.mode() == null ? "" : " " + act.mode());
        return span(type).withClass("chip quad" + act.quad());
    }

    /** A row of links, one of which is chosen. */
    static DomContent chips(String name, List<DomContent> links) {
        return nav(ul(each(links, l -> li(l)))).withClass("chips").attr("aria-label", name);
    }

    static DomContent chip(String text, String address, boolean chosen) {
        return a(text).withHref(address).condAttr(chosen, "aria-current", "true");
    }
}
