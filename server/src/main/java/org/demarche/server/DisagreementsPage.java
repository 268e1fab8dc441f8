package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Dossier;
import org.demarche.model.Disagreement;
import org.demarche.model.Event;
import org.demarche.model.Subject;

/** Where sources differ: a row for each value, with who says it. Equal values share a letter. */
final class DisagreementsPage {
    private final Dossier dossier;
    private final Query query;
    private final Cites cites;
    private final Map<String, String> names = new HashMap<>();

    DisagreementsPage(Dossier dossier, Query query) {
        this.dossier = dossier;
        this.query = query;
        this.cites = new Cites(dossier.byId(), query);
        for (Event event : dossier.events()) {
            names.put(
                    event.id(),
                    Say.when(event.date()) + ": " + Say.sides(event) + ", "
                            + Say.act(event.act().code()));
            for (Subject subject : event.subjects()) {
                names.putIfAbsent(subject.id(), subject.name());
            }
        }
    }

    DomContent content() {
        List<Disagreement> wanted = query.selection().of(dossier).disagreements();
        if (wanted.isEmpty()) {
            return Frame.empty(
                    "No disagreement among these sources. It takes two reports of one event; what one of them leaves out is not a disagreement.");
        }
        List<DomContent> out = new ArrayList<>();
        out.add(p(Say.count(wanted.size(), "disagreement") + ". Every value is kept; none is averaged away.")
                .withClass("lead"));
        for (Disagreement d : wanted) {
            out.add(matrix(d));
        }
        return div(out.toArray(DomContent[]::new));
    }

    private DomContent matrix(Disagreement d) {
        Map<String, Character> letters = new LinkedHashMap<>();
        List<DomContent> rows = new ArrayList<>();
        for (Disagreement.Reading reading : d.readings()) {
            char letter = letters.computeIfAbsent(reading.value(), k -> (char) ('A' + Math.min(25, letters.size())));
            rows.add(tr(
                    th(String.valueOf(letter)).attr("scope", "row"),
                    td(reading.value()),
                    td("\u201C" + reading.citation().quote().replaceAll("\\s+", " ") + "\u201D"),
                    td(a(cites.outlet(reading.citation().document())).withHref(cites.place(reading.citation())))));
        }
        boolean isEvent = d.about().startsWith("evt:");
        return section(
                        h2(names.getOrDefault(d.about(), d.about())),
                        table(
                                        caption(
                                                span(d.field() + " "),
                                                span(Say.lower(d.kind())).withClass("flag")),
                                        thead(tr(
                                                th("").attr("scope", "col"),
                                                th("value").attr("scope", "col"),
                                                th("words").attr("scope", "col"),
                                                th("who").attr("scope", "col"))),
                                        tbody(rows.toArray(DomContent[]::new)))
                                .withClass("matrix"),
                        p(a(isEvent ? "the event on the timeline" : "the subject on the board")
                                .withHref(
                                        isEvent
                                                ? query.link("/timeline") + "#" + d.about()
                                                : query.link("/board") + "#" + d.about() + "-status")))
                .withId(d.id());
    }
}
