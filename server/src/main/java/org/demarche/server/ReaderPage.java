package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.aside;
import static j2html.TagCreator.br;
import static j2html.TagCreator.div;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.Quote;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/** A report with its marks: actors, times, amounts, acts and quotes, and the claims beside it. */
final class ReaderPage {
    private static final List<String> LAYERS = List.of("act", "actor", "time", "quantity", "quote");
    private static final int MOST_CHARACTERS = 200_000;

    private final Dossier dossier;
    private final Query query;

    ReaderPage(Dossier dossier, Query query) {
        this.dossier = dossier;
        this.query = query;
    }

    private record Mark(Span span, String layer, String title) {}

    /**
     * One report, or the list of all where none is asked for.
     *
     * @param id id or file of the document, or null
     * @param at code point at which a citation begins, or -1
     */
    DomContent content(@Nullable String id, int at) {
        for (Coded coded : dossier.coded()) {
            if (id != null
                    && (coded.document().id().equals(id)
                            || coded.document().file().equals(id))) {
                return report(coded, at);
            }
        }
        List<DomContent> rows = dossier.documents().stream()
                .<DomContent>map(d -> li(
                        a(d.title() == null ? d.file() : d.title()).withHref(query.link("/reader", "doc", d.id())),
                        span(" \u2014 " + Cites.name(d))))
                .toList();
        return rows.isEmpty()
                ? Frame.empty("Nothing read yet.")
                : ul(rows.toArray(DomContent[]::new)).withClass("reports");
    }

    private DomContent report(Coded coded, int at) {
        Document document = coded.document();
        String whole = document.text();
        int end = Math.min(whole.length(), MOST_CHARACTERS);
        int from = at < 0 || at > whole.codePointCount(0, whole.length()) ? -1 : whole.offsetByCodePoints(0, at);
        List<Mark> marks = marks(coded);
        List<DomContent> lines = new ArrayList<>();
        int done = 0;
        for (Sentence sentence : coded.sentences()) {
            if (sentence.span().end() > end) {
                break;
            }
            String gap = whole.substring(done, sentence.span().start());
            boolean isBreak = gap.indexOf('\n') >= 0 && done > 0;
            boolean here =
                    sentence.span().start() <= from && from < sentence.span().end();
            List<DomContent> words = words(whole, sentence.span(), marks);
            DomContent line = span(words.toArray(DomContent[]::new))
                    .withClass("sentence " + Say.lower(sentence.kind()) + (here ? " here" : ""))
                    .withId(here ? "at" : "s" + sentence.index())
                    .attr("dir", "auto");
            if (isBreak) {
                lines.add(br());
                lines.add(br());
            }
            lines.add(line);
            lines.add(text(" "));
            done = sentence.span().end();
        }
        if (end < whole.length()) {
            lines.add(
                    p(
                            "The rest of this report is not shown here; `demarche export --table documents` has its hash, the file its text."));
        }
        return div(
                p(
                                strong(document.title() == null ? document.file() : document.title()),
                                span(" \u2014 " + Cites.name(document) + " ("
                                        + Say.lower(document.published().basis()) + ")"))
                        .withClass("lead"),
                div(LAYERS.stream()
                                .map(layer -> label(
                                                input().withType("checkbox")
                                                        .withClass("layer-" + layer)
                                                        .attr("checked"),
                                                span(layer))
                                        .withClass(layer))
                                .toArray(DomContent[]::new))
                        .withClass("layers"),
                div(
                                article(lines.toArray(DomContent[]::new)).attr("lang", document.language()),
                                aside(cards(coded).toArray(DomContent[]::new)).attr("aria-label", "Claims"))
                        .withClass("reader"));
    }

    private static List<Mark> marks(Coded coded) {
        List<Mark> out = new ArrayList<>();
        for (Claim claim : coded.claims()) {
            out.add(new Mark(
                    coded.document().span(claim.trigger()),
                    "act",
                    Say.act(claim.act().code())));
        }
        coded.mentions().actors().stream()
                .filter(m -> m.form() != Mention.OfActor.Form.PRONOUN)
                .forEach(m -> out.add(new Mark(m.span(), "actor", m.actor().name())));
        coded.mentions().times().forEach(m -> out.add(new Mark(m.span(), "time", m.value())));
        coded.mentions()
                .quantities()
                .forEach(m -> out.add(new Mark(
                        m.span(),
                        "quantity",
                        Say.value(
                                null,
                                m.low() == null ? m.value() : m.low(),
                                m.high() == null ? m.value() : m.high()))));
        for (Quote quote : coded.mentions().quotes()) {
            out.add(new Mark(
                    quote.content(),
                    "quote",
                    quote.chain().stream().map(Quote.Holder::holder).collect(Collectors.joining(" < "))));
        }
        return out;
    }

    /** The words of a sentence, cut where marks begin and end; each piece carries all marks that cover it. */
    private static List<DomContent> words(String whole, Span sentence, List<Mark> marks) {
        List<Mark> here =
                marks.stream().filter(m -> m.span().overlaps(sentence)).toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(sentence.start(), sentence.end()));
        for (Mark mark : here) {
            cuts.add(Math.max(sentence.start(), mark.span().start()));
            cuts.add(Math.min(sentence.end(), mark.span().end()));
        }
        List<DomContent> out = new ArrayList<>();
        Integer start = null;
        for (int cut : cuts) {
            if (start != null && cut > start) {
                Span piece = new Span(start, cut);
                List<Mark> over =
                        here.stream().filter(m -> m.span().contains(piece)).toList();
                String words = piece.in(whole);
                out.add(
                        over.isEmpty()
                                ? text(words)
                                : span(words)
                                        .withClass("m "
                                                + over.stream()
                                                        .map(Mark::layer)
                                                        .distinct()
                                                        .collect(Collectors.joining(" ")))
                                        .withTitle(over.stream()
                                                .map(m -> m.layer() + ": " + m.title())
                                                .distinct()
                                                .collect(Collectors.joining("; "))));
            }
            start = cut;
        }
        return out;
    }

    private List<DomContent> cards(Coded coded) {
        List<DomContent> out = new ArrayList<>();
        String event = "";
        java.util.Map<String, String> eventOf = new java.util.HashMap<>();
        dossier.events().forEach(e -> e.claims().forEach(c -> eventOf.put(c, e.id())));
        for (Claim claim : dossier.claims()) {
            if (!claim.document().equals(coded.document().id())) {
                continue;
            }
            event = eventOf.getOrDefault(claim.id(), "");
            out.add(li(
                    p(
                            a(Say.act(claim.act().code())).withHref("#s" + claim.sentenceIndex()),
                            span(claim.act().type() == null
                                            ? " (state)"
                                            : " " + claim.act().type()
                                                    + (claim.act().mode() == null
                                                            ? ""
                                                            : " " + claim.act().mode()))
                                    .withClass("chip quad" + claim.act().quad())),
                    p(Say.parties(claim.actors()) + " \u2192 " + Say.parties(claim.recipients())),
                    p(Say.when(claim.date())
                            + (claim.effective() == null ? "" : "; in force " + Say.when(claim.effective())) + "; "
                            + Say.lower(claim.factuality())),
                    p(
                            span("\u201C" + claim.trigger().quote() + "\u201D").withClass("words"),
                            span(" rule " + claim.rule()).withClass("codes")),
                    event.isEmpty() ? span() : p(a("event").withHref(query.link("/timeline") + "#" + event))));
        }
        return List.of(ol(out.toArray(DomContent[]::new)).withClass("cards"));
    }
}
