package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.li;
import static j2html.TagCreator.span;
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

    /** The words, and the outlet as a link to the sentence. */
    DomContent quote(Citation citation) {
        return blockquote(
                span("\u201C" + shortened(citation.quote()) + "\u201D")
                        .withClass("words")
                        .attr("dir", "auto")
                        .attr("lang", language(citation.document())),
                a(source(citation.document())).withHref(place(citation)).withClass("outlet"));
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
