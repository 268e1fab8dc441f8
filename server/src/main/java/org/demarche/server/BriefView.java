package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.sup;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demarche.Dossier;
import org.demarche.model.State;
import org.demarche.view.Brief;
import org.demarche.view.Grades;
import org.demarche.view.Selection;
import org.jspecify.annotations.Nullable;

/** The brief on two parties as a page to read and print, and as files. */
final class BriefView {
    private static final int USUAL_DAYS = 30;

    private final Shelf.Copy copy;
    private final Query query;

    BriefView(Shelf.Copy copy, Query query) {
        this.copy = copy;
        this.query = query;
    }

    /** The brief, or null where nobody says on whom. */
    @Nullable
    Brief brief(LocalDate asOf) {
        List<String> pair = pair();
        if (pair.size() != 2) {
            return null;
        }
        Selection two = new Selection(pair, null, null);
        LocalDate since = query.since() == null ? asOf.minusDays(USUAL_DAYS) : query.since();
        List<State> states =
                copy.states(asOf, query.knownOn()).stream().filter(two::has).toList();
        List<State> before = copy.states(since.minusDays(1), query.knownOn()).stream()
                .filter(two::has)
                .toList();
        Dossier part = two.of(copy.dossier);
        return Brief.of(part, pair.get(0), pair.get(1), states, before, since, asOf, Grades.NONE);
    }

    private List<String> pair() {
        if (query.parties().size() == 2) {
            return query.parties();
        }
        List<String> dyads = copy.dyads();
        return dyads.isEmpty() || !query.parties().isEmpty()
                ? List.of()
                : List.of(dyads.get(0).split("--"));
    }

    DomContent content(LocalDate asOf) {
        if (copy.documents.isEmpty()) {
            return ListPages.nothingRead();
        }
        Brief brief = brief(asOf);
        if (brief == null) {
            return Frame.empty(
                    "A brief is about two parties.",
                    ul(each(
                            copy.dyads().stream().limit(12).toList(),
                            d -> li(a(copy.names.dyad(List.of(d.split("--"))))
                                    .withHref(query.link("/brief", "dyad", d))))));
        }
        List<DomContent> out = new ArrayList<>();
        String dyad = String.join("--", pair());
        out.add(p(
                        a("HTML file").withHref(query.link("/brief.html", "dyad", dyad)),
                        text(" \u00B7 "),
                        a("Markdown").withHref(query.link("/brief.md", "dyad", dyad)),
                        text(" \u00B7 "),
                        text("to print it, use the print command of the browser"))
                .withClass("lead screen"));
        List<DomContent> sheet = new ArrayList<>();
        sheet.add(h2(brief.title()));
        sheet.add(p(brief.subtitle()).withClass("codes"));
        if (brief.sections().isEmpty()) {
            sheet.add(p("Nothing between these two is known as of this day."));
        }
        for (Brief.Section section : brief.sections()) {
            sheet.add(h3(section.title()));
            sheet.add(section.columns().isEmpty() ? list(section) : table(section));
            if (section.more() > 0) {
                sheet.add(p(section.rest()).withClass("codes"));
            }
        }
        sheet.add(h3("Sources"));
        sheet.add(ol(each(
                        brief.sources(),
                        s -> li(
                                        text((s.outlet() == null ? s.file() : s.outlet()) + ", " + s.published()
                                                + ": "),
                                        span("\u201C" + s.quote() + "\u201D")
                                                .withClass("words")
                                                .attr("dir", "auto"),
                                        text(" "),
                                        a("read")
                                                .withHref(query.link(
                                                                "/reader",
                                                                "doc",
                                                                s.file(),
                                                                "at",
                                                                String.valueOf(s.start()))
                                                        + "#at")
                                                .attr("aria-label", "read the source of note " + s.number())
                                                .withClass("screen"))
                                .withId("n" + s.number())))
                .withClass("notes"));
        sheet.add(
                p("Made from the reports cited, by rules and where no rule fits by a model, without a human check. Ledger "
                                + copy.version + ".")
                        .withClass("codes"));
        out.add(article(sheet.toArray(DomContent[]::new)).withClass("sheet"));
        return div(out.toArray(DomContent[]::new)).withClass("brief");
    }

    private static DomContent list(Brief.Section section) {
        return ul(each(
                section.lines(),
                line -> li(
                        text(line.text() + (line.mark() == Brief.Mark.INFERRED ? " (inferred) " : " ")), notes(line))));
    }

    private static DomContent table(Brief.Section section) {
        List<DomContent> rows = new ArrayList<>();
        for (Brief.Line line : section.lines()) {
            List<DomContent> cells = new ArrayList<>();
            cells.add(th(line.cells().get(0)).attr("scope", "row"));
            line.cells().stream().skip(1).forEach(c -> cells.add(td(c)));
            cells.add(td(notes(line)));
            rows.add(tr(cells.toArray(DomContent[]::new)));
        }
        List<String> columns = new ArrayList<>(section.columns());
        columns.add("notes");
        return ListPages.grid(section.title(), columns, rows);
    }

    private static DomContent notes(Brief.Line line) {
        return each(line.notes(), n -> sup(a("[" + n + "]").withHref("#n" + n)));
    }
}
