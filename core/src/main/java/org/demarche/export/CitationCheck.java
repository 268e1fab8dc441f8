package org.demarche.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demarche.model.Citation;
import org.demarche.model.Document;
import org.jspecify.annotations.Nullable;

/**
 * Holds every citation in the rows of tables against the text of its document: the quote must be the slice at its offsets. Not
 * thread-safe.
 */
public final class CitationCheck {
    private final Map<String, Document> documents;
    private final List<String> faults = new ArrayList<>();
    private long checked;

    /**
     * @param documents by id
     */
    public CitationCheck(Map<String, Document> documents) {
        this.documents = documents;
    }

    /** Goes through the rows of one table. */
    public void check(Table table, List<Row> rows) {
        for (Row row : rows) {
            walk(row, null, table.key() + " " + row.get("id"));
        }
    }

    /** How many citations were held against their texts. */
    public long checked() {
        return checked;
    }

    /** One line for each citation that does not hold: its table and row, its document and offsets. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private void walk(@Nullable Object value, @Nullable String around, String place) {
        if (value instanceof List<?> list) {
            list.forEach(v -> walk(v, around, place));
        } else if (value instanceof Row row) {
            String document = row.get("document") instanceof String own ? own : around;
            if (row.get("start") instanceof Integer start
                    && row.get("end") instanceof Integer end
                    && row.get("quote") instanceof String quote) {
                checked++;
                if (!holds(document, start, end, quote)) {
                    faults.add(place + ": " + document + " [" + start + ", " + end + ")");
                }
            }
            row.cells().values().forEach(v -> walk(v, document, place));
        }
    }

    private boolean holds(@Nullable String id, int start, int end, String quote) {
        Document document = id == null ? null : documents.get(id);
        if (document == null
                || start < 0
                || end <= start
                || end > document.codePoint(document.text().length())) {
            return false;
        }
        return document.span(new Citation(document.id(), start, end, quote))
                .in(document.text())
                .equals(quote);
    }
}
