package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
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
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.Dossier;
import org.demarche.model.Claim;
import org.demarche.model.Event;

/** What every page has around it: the rail, the relation that is looked at, the dates, the search. */
final class Frame {
    private static final int MOST_DYADS = 40;
    private static final List<List<String>> PAGES = List.of(
            List.of("/board", "Board"),
            List.of("/timeline", "Timeline"),
            List.of("/disagreements", "Disagreements"),
            List.of("/answers", "Answers"),
            List.of("/quotes", "Quotes"),
            List.of("/reader", "Reader"),
            List.of("/sources", "Sources"),
            List.of("/data", "Data"));

    private final Dossier dossier;
    private final Query query;
    private final LocalDate asOf;

    Frame(Dossier dossier, Query query, LocalDate asOf) {
        this.dossier = dossier;
        this.query = query;
        this.asOf = asOf;
    }

    String page(String path, String name, DomContent... content) {
        return "<!DOCTYPE html>\n"
                + html(
                                head(
                                        meta().withCharset("utf-8"),
                                        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
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
                                                                .withId("content"))
                                                .withClass("page")))
                        .withLang("en")
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
        return header(
                form(
                                label(
                                        span("Relation"),
                                        select(
                                                        option("all relations").withValue(""),
                                                        each(
                                                                dyads(),
                                                                d -> option(d.replace("--", " \u2194 "))
                                                                        .withValue(d)
                                                                        .condAttr(
                                                                                d.equals(chosen),
                                                                                "selected",
                                                                                "selected")))
                                                .withName("dyad")),
                                date("As of", "as_of", asOf.toString()),
                                date(
                                        "Known on",
                                        "known_as_of",
                                        query.knownOn() == null
                                                ? ""
                                                : query.knownOn().toString()),
                                date(
                                        "Compare with",
                                        "compare",
                                        query.compare() == null
                                                ? ""
                                                : query.compare().toString()),
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
                        .attr("role", "search"));
    }

    private static DomContent date(String name, String parameter, String value) {
        return label(span(name), input().withType("date").withName(parameter).withValue(value));
    }

    /** Relations by how many events they have, most first. */
    private List<String> dyads() {
        Map<String, Integer> count = new TreeMap<>();
        for (Event event : dossier.events()) {
            List<String> sides = new ArrayList<>();
            for (Claim.Party party : event.actors()) {
                sides.add(party.actor().principal());
            }
            for (Claim.Party party : event.recipients()) {
                sides.add(party.actor().principal());
            }
            List<String> distinct = sides.stream().distinct().sorted().toList();
            for (int i = 0; i < distinct.size(); i++) {
                for (int j = i + 1; j < distinct.size(); j++) {
                    count.merge(distinct.get(i) + "--" + distinct.get(j), 1, Integer::sum);
                }
            }
        }
        List<String> out = new ArrayList<>(count.keySet());
        out.sort((x, y) -> {
            int more = Integer.compare(count.getOrDefault(y, 0), count.getOrDefault(x, 0));
            return more != 0 ? more : x.compareTo(y);
        });
        String chosen = String.join("--", query.parties());
        List<String> shown = new ArrayList<>(out.subList(0, Math.min(out.size(), MOST_DYADS)));
        if (!chosen.isEmpty() && !shown.contains(chosen)) {
            shown.add(0, chosen);
        }
        return shown;
    }

    static DomContent empty(String what) {
        return p(what).withClass("empty");
    }
}
