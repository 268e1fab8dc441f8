package org.demarche.model;

import org.jspecify.annotations.Nullable;

/**
 * One report as published. Its text is never edited: every offset in the ledger points into it.
 *
 * @param id {@code doc:} and twelve hex digits of the text's SHA-256, or the id that a JSONL row brought
 * @param file the name by which tables call it: relative to the folder that was given, or the row's own id
 * @param path the path as given; an audit column
 * @param sha256 of the text in UTF-8, hex
 * @param language ISO 639-1, or {@code und}
 * @param published when it was published and how that is known
 */
public record Document(
        String id,
        String file,
        String path,
        String sha256,
        @Nullable String url,
        @Nullable String outlet,
        @Nullable String author,
        @Nullable String title,
        String language,
        Dateline published,
        String text) {

    /** The words of a span as a citation, with offsets in code points. */
    public Citation cite(Span span) {
        return new Citation(id, codePoint(span.start()), codePoint(span.end()), span.in(text));
    }

    /** The span of a citation of this document. */
    public Span span(Citation citation) {
        if (!citation.document().equals(id)) {
            throw new IllegalArgumentException(citation + " is not of " + id);
        }
        return new Span(CodePoints.offset(text, citation.start()), CodePoints.offset(text, citation.end()));
    }

    /** Offset in UTF-16 units to offset in code points. */
    public int codePoint(int offset) {
        return CodePoints.before(text, offset);
    }

    public Document withPublished(Dateline dateline) {
        return new Document(id, file, path, sha256, url, outlet, author, title, language, dateline, text);
    }

    /** The same for whoever needs no more than what it is and when it was published; nothing can be cited from it. */
    public Document withoutText() {
        return new Document(id, file, path, sha256, url, outlet, author, title, language, published, "");
    }
}
