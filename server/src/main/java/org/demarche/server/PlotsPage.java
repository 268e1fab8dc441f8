package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The plots, each with its table, its drawing and its numbers as files. */
final class PlotsPage {
    private static final String PATH = "/plots";

    private final Shelf.Copy copy;
    private final Query query;

    PlotsPage(Shelf.Copy copy, Query query) {
        this.copy = copy;
        this.query = query;
    }

    DomContent content(LocalDate asOf) {
        if (copy.documents.isEmpty()) {
            return ListPages.nothingRead();
        }
        Plots plots = new Plots(copy, query, asOf);
        List<Chart> charts = plots.all();
        if (charts.isEmpty()) {
            return Frame.empty("Nothing to draw: these parties have no event in this time.");
        }
        List<DomContent> per = new ArrayList<>();
        for (String name : List.of("day", "week", "month")) {
            per.add(Frame.chip(
                    "by " + name,
                    query.same(PATH, "per", name),
                    Say.lower(plots.per()).equals(name)));
        }
        List<DomContent> scale = new ArrayList<>();
        for (String name : List.of("goldstein", "goldstein-mean", "plover")) {
            scale.add(Frame.chip(
                    name.replace('-', ' '),
                    query.same(PATH, "scale", name),
                    plots.scale().equals(name)));
        }
        return div(
                p("Every drawing has its numbers as a table and a file below it.")
                        .withClass("lead"),
                Frame.chips("Period", per),
                Frame.chips("Scale", scale),
                each(charts, this::figure));
    }

    private DomContent figure(Chart chart) {
        return section(
                        h2(chart.title()),
                        j2html.TagCreator.figure(
                                div(rawHtml(chart.inline()))
                                        .withClass("wide")
                                        .attr("tabindex", "0")
                                        .attr("role", "region")
                                        .attr("aria-label", "Drawing: " + chart.title()),
                                figcaption(chart.summary())),
                        p(
                                        a("SVG").withHref(query.same("/plots/" + chart.id() + ".svg")),
                                        text(" \u00B7 "),
                                        a("CSV").withHref(query.same("/plots/" + chart.id() + ".csv")))
                                .withClass("more"),
                        details(
                                        summary("The same as a table"),
                                        ListPages.grid(
                                                chart.title(),
                                                chart.columns(),
                                                chart.rows().stream()
                                                        .<DomContent>map(r -> tr(each(r, c -> td(c))))
                                                        .toList()))
                                .withClass("folded"))
                .withId(chart.id())
                .withClass("chart");
    }
}
