package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Dossier;
import org.demarche.model.Answer;
import org.demarche.model.Event;

/** What answered what: the act, its answer, the days between, and on whose word. */
final class AnswersPage {
    private final Dossier dossier;
    private final Query query;
    private final Cites cites;

    AnswersPage(Dossier dossier, Query query) {
        this.dossier = dossier;
        this.query = query;
        this.cites = new Cites(dossier.byId(), query);
    }

    DomContent content() {
        List<Answer> wanted = query.selection().of(dossier).answers();
        if (wanted.isEmpty()) {
            return Frame.empty(
                    "No answer found: no sentence says that one act answers another, and no rule infers it.");
        }
        Map<String, Event> events = new HashMap<>();
        dossier.events().forEach(e -> events.put(e.id(), e));
        List<DomContent> rows = new ArrayList<>();
        for (Answer answer : wanted) {
            rows.add(tr(
                    td(event(events.get(answer.stimulus()), answer.stimulus())),
                    td(event(events.get(answer.response()), answer.response())),
                    td(lag(answer)),
                    td(Say.lower(answer.symmetry())),
                    td(div(p(answer.basis()), cites.list(answer.citations())))));
        }
        return div(
                p(Say.count(wanted.size(), "answer") + ".").withClass("lead"),
                table(
                                caption("Acts and their answers"),
                                thead(tr(
                                        th("act").attr("scope", "col"),
                                        th("answer").attr("scope", "col"),
                                        th("days").attr("scope", "col"),
                                        th("like for like").attr("scope", "col"),
                                        th("basis").attr("scope", "col"))),
                                tbody(rows.toArray(DomContent[]::new)))
                        .withClass("matrix answers"));
    }

    private DomContent event(@org.jspecify.annotations.Nullable Event event, String id) {
        return a(event == null
                        ? id
                        : Say.when(event.date()) + ": " + Say.sides(event) + ", "
                                + Say.act(event.act().code()))
                .withHref(query.link("/timeline") + "#" + id);
    }

    private static String lag(Answer answer) {
        Integer low = answer.lagLow();
        Integer high = answer.lagHigh();
        if (low == null && high == null) {
            return "unknown";
        }
        return low != null && low.equals(high)
                ? String.valueOf(low)
                : (low == null ? "?" : low) + "\u2013" + (high == null ? "?" : high);
    }
}
