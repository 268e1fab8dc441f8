package org.demarche.export;

import org.demarche.model.Document;

/** Rows of the documents table. */
public final class DocumentRows {
    private DocumentRows() {}

    public static Row row(Document document) {
        String text = document.text();
        return new Row()
                .with("id", document.id())
                .with("file", document.file())
                .with("path", document.path())
                .with("sha256", document.sha256())
                .with("url", document.url())
                .with("outlet", document.outlet())
                .with("author", document.author())
                .with("title", document.title())
                .with("language", document.language())
                .with("published", Cells.dateline(document.published()))
                .with("chars", text.codePointCount(0, text.length()));
    }

    /** The same with the text behind it: what {@code read} writes and every verb reads again. */
    public static Row rowWithText(Document document) {
        return row(document).with("text", document.text());
    }
}
