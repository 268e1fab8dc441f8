package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.mark;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    /** Each sentence once, with the first of its words marked that are cited. */
    DomContent list(List<Citation> citations) {
        List<DomContent> out = new ArrayList<>();
        Set<Citation> sentences = new HashSet<>();
        citations.stream().filter(c -> sentences.add(copy.sentence(c))).forEach(c -> out.add(li(quote(c))));
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
        boolean opens = !isQuoted(before.isEmpty() ? words : before, true);
        boolean closes = !isQuoted(after.isEmpty() ? words : after, false);
        return span(
                        text((opens ? "\u201C" : "") + tail(flat(before))),
                        whole ? text(shortened(words)) : mark(shortened(words)),
                        text((after.isEmpty() ? "" : head(flat(after))) + (closes ? "\u201D" : "")))
                .withClass("words")
                .attr("dir", "auto")
                .attr("lang", language(document));
    }

    /** In quotation marks, unless it brings its own. */
    static String quoted(String text) {
        return (isQuoted(text, true) ? "" : "\u201C") + text + (isQuoted(text, false) ? "" : "\u201D");
    }

    private static boolean isQuoted(String text, boolean atBegin) {
        String bare = text.strip();
        return !bare.isEmpty()
                && "\"\u201C\u201D\u201E\u00AB\u00BB".indexOf(bare.charAt(atBegin ? 0 : bare.length() - 1)) >= 0;
    }

    /** A sentence with the words marked that were searched for, and the outlet as a link to it. */
    DomContent found(Citation citation, List<String> wanted) {
        List<DomContent> out = new ArrayList<>();
        String said = quoted(shortened(citation.quote()));
        int from = 0;
        int at = 0;
        while (at < said.length()) {
            int end = at;
            while (end < said.length() && Character.isLetterOrDigit(said.charAt(end))) {
                end++;
            }
            String word = said.substring(at, end).toLowerCase(Locale.ROOT);
            if (end > at && wanted.stream().anyMatch(w -> word.startsWith(w.toLowerCase(Locale.ROOT)))) {
                out.add(text(said.substring(from, at)));
                out.add(mark(said.substring(at, end)));
                from = end;
            }
            at = Math.max(end, at + 1);
        }
        out.add(text(said.substring(from)));
        return blockquote(
                span(each(out, o -> o))
                        .withClass("words")
                        .attr("dir", "auto")
                        .attr("lang", language(citation.document())),
                a(source(citation.document())).withHref(place(citation)).withClass("outlet"));
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
