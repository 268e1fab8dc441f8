package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.br;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.Coded;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Mention;
import org.demarche.model.Quote;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.store.Correction;
import org.demarche.store.Decisions;
import org.demarche.store.Entry;
import org.jspecify.annotations.Nullable;

/** A report with its marks: actors, times, amounts, acts and quotes, the claims beside it, and what others say of the same acts. */
final class ReaderPage {
    private static final List<String> LAYERS = List.of("act", "actor", "time", "quantity", "quote");
    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_REPORTS = 500;

    private final Shelf shelf;
    private final Desk desk;
    private final Shelf.Copy copy;
    private final Query query;
    private final LocalDate asOf;
    private final Cites cites;
    private final @Nullable DomContent seal;
    private final String author;
    private final Map<String, Event> eventOf = new HashMap<>();
    private final Map<String, Entry> added = new HashMap<>();
    private final Map<String, List<Entry>> corrected = new HashMap<>();

    /**
     * The page for one reader.
     *
     * @param asOf the day whose board a correction is tried on
     * @param seal hidden field of a form, or null where nothing can be added
     * @param author the name that this reader decided under before, or empty
     */
    ReaderPage(
            Shelf shelf,
            Desk desk,
            Shelf.Copy copy,
            Query query,
            LocalDate asOf,
            @Nullable DomContent seal,
            String author) {
        this.shelf = shelf;
        this.desk = desk;
        this.asOf = asOf;
        this.copy = copy;
        this.query = query;
        this.seal = seal;
        this.author = author;
        new Decisions(copy.log).standing().forEach(e -> {
            if (e.kind().equals("add")) {
                added.put(e.target(), e);
            } else if (e.kind().equals("set")) {
                corrected.computeIfAbsent(e.target(), k -> new ArrayList<>()).add(e);
            }
        });
        this.cites = new Cites(copy, query);
        copy.dossier.events().forEach(e -> e.claims().forEach(c -> eventOf.put(c, e)));
    }

    private record Mark(Span span, String layer, String title) {}

    /**
     * One report, or the list of all where none is asked for.
     *
     * @param id id or file of the document, or null
     * @param at code point at which a citation begins, or -1
     */
    DomContent content(@Nullable String id, int at) {
        for (Coded coded : copy.dossier.coded()) {
            if (id != null
                    && (coded.document().id().equals(id)
                            || coded.document().file().equals(id))) {
                return report(coded, at);
            }
        }
        if (id != null) {
            return Frame.empty(
                    "The ledger has no report " + Cites.shortened(id) + ".",
                    p(a("All reports").withHref(query.link("/reader"))));
        }
        if (copy.documents.isEmpty()) {
            return ListPages.nothingRead();
        }
        List<DomContent> rows = copy.dossier.documents().stream()
                .limit(MOST_REPORTS)
                .<DomContent>map(d -> li(
                        a(copy.names.title(d)).withHref(query.link("/reader", "doc", d.id())),
                        span(" \u2014 " + copy.names.source(d)).withClass("same")))
                .toList();
        return div(
                p("Choose a report; every quote on the other pages leads to its sentence here.")
                        .withClass("lead"),
                ul(rows.toArray(DomContent[]::new)).withClass("reports"));
    }

    private DomContent report(Coded coded, int at) {
        Document document = coded.document();
        Document dated = copy.documents.getOrDefault(document.id(), document);
        List<Claim> claims = claims(document);
        return div(
                p(
                                strong(copy.names.title(document)),
                                span(" \u2014 "
                                        + copy.names.source(dated).replace(copy.names.title(document) + ", ", "")
                                        + " (date "
                                        + Say.lower(dated.published().basis()) + ")"))
                        .withClass("lead"),
                fieldset(
                                legend("Layers"),
                                each(
                                        LAYERS,
                                        layer -> label(
                                                        input().withType("checkbox")
                                                                .withClass("layer-" + layer)
                                                                .attr("checked"),
                                                        span((LAYERS.indexOf(layer) + 1) + " " + layer))
                                                .withClass(layer)))
                        .withClass("layers"),
                jumps(claims),
                div(
                                article(lines(document, coded, at).toArray(DomContent[]::new))
                                        .attr("lang", document.language().equals("und") ? "en" : document.language()),
                                section(
                                                form(coded),
                                                h2("Claims"),
                                                ol(each(claims, this::card)).withClass("cards"))
                                        .withClass("beside"))
                        .withClass("reader"),
                others(document));
    }

    /** Leads to the sentences that carry claims, by their numbers. */
    private static DomContent jumps(List<Claim> claims) {
        List<DomContent> out = new ArrayList<>();
        claims.stream()
                .map(Claim::sentenceIndex)
                .distinct()
                .sorted()
                .forEach(i -> out.add(
                        li(a(String.valueOf(i + 1)).withHref("#s" + i).attr("aria-label", "sentence " + (i + 1)))));
        return out.isEmpty()
                ? span()
                : nav(span("Sentences with claims"), ul(out.toArray(DomContent[]::new)))
                        .withClass("jumps")
                        .attr("aria-label", "Sentences with claims");
    }

    /** By which a claim is added or corrected, where anything can be written. */
    private DomContent form(Coded coded) {
        if (seal == null) {
            return text("");
        }
        Chosen chosen = Chosen.of(coded, query.filter("add"));
        String fix = query.filter("fix");
        return chosen != null && fix != null && FixForm.WHAT.containsKey(fix)
                ? new FixForm(shelf, desk, copy, query, coded, chosen, fix).content(asOf, seal, author)
                : new ClaimForm(copy, query, coded).content(seal, author);
    }

    private List<DomContent> lines(Document document, Coded coded, int at) {
        String whole = document.text();
        int end = Math.min(whole.length(), MOST_CHARACTERS);
        int from = at < 0 || at > whole.codePointCount(0, whole.length()) ? -1 : whole.offsetByCodePoints(0, at);
        List<Mark> marks = marks(coded);
        List<DomContent> lines = new ArrayList<>();
        int done = 0;
        boolean found = false;
        for (Sentence sentence : coded.sentences()) {
            if (sentence.span().end() > end) {
                break;
            }
            String gap = done <= sentence.span().start()
                    ? whole.substring(done, sentence.span().start())
                    : "";
            if (gap.indexOf('\n') >= 0 && done > 0) {
                lines.add(br());
                lines.add(br());
            }
            boolean here = !found
                    && sentence.span().start() <= from
                    && from < sentence.span().end();
            if (here) {
                found = true;
                lines.add(span().withId("at"));
            }
            lines.add(span(words(whole, sentence.span(), marks).toArray(DomContent[]::new))
                    .withClass("sentence " + Say.lower(sentence.kind()) + (here ? " here" : ""))
                    .withId("s" + sentence.index())
                    .attr("data-n", String.valueOf(sentence.index() + 1))
                    .attr(
                            "data-from",
                            String.valueOf(document.codePoint(sentence.span().start())))
                    .attr("dir", "auto"));
            lines.add(text(" "));
            done = sentence.span().end();
        }
        if (end < whole.length()) {
            lines.add(
                    span(
                            "The rest of this long report is not shown here; its text is in the file, its marks in `demarche annotate`."));
        }
        return lines;
    }

    private List<Mark> marks(Coded coded) {
        List<Mark> out = new ArrayList<>();
        for (Claim claim : coded.claims()) {
            out.add(new Mark(coded.document().span(claim.trigger()), "act", copy.names.act(claim)));
        }
        coded.mentions().actors().stream()
                .filter(m -> m.form() != Mention.OfActor.Form.PRONOUN)
                .forEach(m -> out.add(new Mark(m.span(), "actor", m.actor().name())));
        coded.mentions()
                .times()
                .forEach(m -> out.add(new Mark(m.span(), "time", m.when().isKnown() ? Say.when(m.when()) : m.value())));
        coded.mentions()
                .quantities()
                .forEach(m -> out.add(new Mark(
                        m.span(),
                        "quantity",
                        Say.lower(m.role()) + " "
                                + Say.value(m.value() == null ? null : Say.number(m.value()), m.low(), m.high()))));
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

    private List<Claim> claims(Document document) {
        return copy.dossier.claims().stream()
                .filter(c -> c.document().equals(document.id()))
                .toList();
    }

    private DomContent card(Claim claim) {
        Event event = eventOf.get(claim.id());
        return li(
                        p(
                                a(copy.names.act(claim)).withHref("#s" + claim.sentenceIndex()),
                                span(" "),
                                Frame.kind(claim.act())),
                        p(copy.names.sides(claim)),
                        p(Say.when(claim.date())
                                + (claim.date().citation() == null
                                        ? ""
                                        : " (\u201C"
                                                + Cites.shortened(
                                                        claim.date().citation().quote()) + "\u201D)")
                                + (claim.effective() == null ? "" : "; in force " + Say.when(claim.effective())) + "; "
                                + Say.lower(claim.factuality())),
                        claim.attribution().isEmpty()
                                ? text("")
                                : p("on the word of "
                                        + claim.attribution().stream()
                                                .map(Claim.Attribution::holder)
                                                .collect(Collectors.joining(", as told by "))),
                        each(
                                claim.quantities(),
                                q -> p(Say.lower(q.role()) + ": \u201C"
                                        + Cites.shortened(q.citation().quote()) + "\u201D")),
                        p(
                                span("\u201C" + Cites.shortened(claim.trigger().quote()) + "\u201D")
                                        .withClass("words"),
                                span(added.containsKey(claim.id())
                                                ? " added by "
                                                        + added.get(claim.id()).by() + ": "
                                                        + added.get(claim.id()).why()
                                                : claim.score() == null
                                                        ? " rule " + claim.rule()
                                                        : " proposed by the model, score " + Say.number(claim.score())
                                                                + ": no rule has these words")
                                        .withClass("codes")
                                        .attr("dir", "auto")),
                        each(
                                corrected.getOrDefault(claim.id(), List.of()),
                                e -> p(e.by() + " set " + Say.field(String.valueOf(e.field())) + " to "
                                                + Correction.shown(e.field(), String.valueOf(e.value())) + ": "
                                                + e.why())
                                        .withClass("codes")
                                        .attr("dir", "auto")),
                        p(
                                event == null
                                        ? span()
                                        : span(a("event").withHref(query.event(event.id())), text(" \u00B7 ")),
                                a("accept, correct or reject").withHref(query.link("/review", "item", claim.id()))))
                .withId(claim.id())
                .attr("data-sentence", "s" + claim.sentenceIndex());
    }

    /** What other reports say of the acts that this one tells. */
    private DomContent others(Document document) {
        Map<Event, List<Citation>> shared = new LinkedHashMap<>();
        for (Event event : copy.dossier.events()) {
            if (event.documents().contains(document.id()) && event.documents().size() > 1) {
                shared.put(event, new ArrayList<>());
            }
        }
        if (shared.isEmpty()) {
            return span();
        }
        Map<String, Claim> claims = new HashMap<>();
        copy.dossier.claims().forEach(c -> claims.put(c.id(), c));
        shared.forEach((event, sentences) -> event.claims().stream()
                .map(claims::get)
                .filter(c -> c != null && !c.document().equals(document.id()))
                .forEach(c -> sentences.add(c.sentence())));
        return section(
                        h2("What other reports say of the same acts"),
                        each(
                                shared.entrySet(),
                                e -> details(
                                                summary(copy.names.line(e.getKey())),
                                                cites.list(e.getValue().stream()
                                                        .distinct()
                                                        .sorted()
                                                        .toList()))
                                        .withClass("folded")))
                .withClass("others");
    }
}
