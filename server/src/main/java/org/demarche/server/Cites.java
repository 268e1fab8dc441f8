package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.li;
import static j2html.TagCreator.mark;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Citation;
import org.demarche.model.Document;
import org.jspecify.annotations.Nullable;

/** Quotes that open at their place in the report. */
final class Cites {
    private static final int LONGEST = 300;
    private static final int AROUND = 140;

    private final Shelf.Copy copy;
    private final Query query;

    Cites(Shelf.Copy copy, Query query) {
        this.copy = copy;
        this.query = query;
    }

    DomContent list(List<Citation> citations) {
        List<DomContent> out = new ArrayList<>();
        citations.forEach(c -> out.add(li(quote(c))));
        return ul(out.toArray(DomContent[]::new)).withClass("cites");
    }

    /** The sentence with the cited words marked, and the outlet as a link to it. */
    DomContent quote(Citation citation) {
        return blockquote(
                words(citation),
                a(source(citation.document())).withHref(place(citation)).withClass("outlet"));
    }

    /** The same in one line, without a link: what a closed row shows. */
    DomContent line(Citation citation) {
        return span(span(source(citation.document()) + ": ").withClass("outlet"), words(citation))
                .withClass("line");
    }

    private DomContent words(Citation citation) {
        Citation sentence = copy.sentence(citation);
        int before = citation.start() - sentence.start();
        int at = before < 0
                        || before
                                > sentence.quote()
                                        .codePointCount(0, sentence.quote().length())
                ? -1
                : sentence.quote().offsetByCodePoints(0, before);
        boolean isPart = at >= 0
                && sentence.quote().startsWith(citation.quote(), at)
                && citation.quote().length() < sentence.quote().length();
        if (!isPart) {
            return marked("", citation.quote(), "", citation.document());
        }
        return marked(
                sentence.quote().substring(0, at),
                citation.quote(),
                sentence.quote().substring(at + citation.quote().length()),
                citation.document());
    }

    private DomContent marked(String before, String words, String after, String document) {
        boolean whole = before.isEmpty() && after.isEmpty();
        return span(
                        text("\u201C" + tail(flat(before))),
                        whole ? text(shortened(words)) : mark(shortened(words)),
                        text((after.isEmpty() ? "" : head(flat(after))) + "\u201D"))
                .withClass("words")
                .attr("dir", "auto")
                .attr("lang", language(document));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String head(String text) {
        return text.codePointCount(0, text.length()) <= AROUND
                ? text
                : text.substring(0, text.offsetByCodePoints(0, AROUND)) + " \u2026";
    }

    private static String tail(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= AROUND ? text : "\u2026 " + text.substring(text.offsetByCodePoints(0, length - AROUND));
    }

    String place(Citation citation) {
        return query.link("/reader", "doc", citation.document(), "at", String.valueOf(citation.start())) + "#at";
    }

    String source(String document) {
        Document found = copy.documents.get(document);
        return found == null ? document : copy.names.source(found);
    }

    private String language(String document) {
        Document found = copy.documents.get(document);
        return found == null || found.language().equals("und") ? "en" : found.language();
    }

    static String shortened(@Nullable String quote) {
        String flat = quote == null ? "" : quote.replaceAll("\\s+", " ");
        return flat.codePointCount(0, flat.length()) <= LONGEST
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, LONGEST)) + " \u2026";
    }
}
