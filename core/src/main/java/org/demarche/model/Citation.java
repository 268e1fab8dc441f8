package org.demarche.model;

/**
 * The words of a document that support a value.
 *
 * @param document id of the document
 * @param start first code point of the quote, 0-based, over the document's text
 * @param end one past its last code point
 * @param quote exactly that slice of the text
 */
public record Citation(String document, int start, int end, String quote) implements Comparable<Citation> {
    public Citation {
        if (document.isEmpty() || start < 0 || end <= start || quote.isEmpty()) {
            throw new IllegalArgumentException(
                    "not a citation: " + document + " [" + start + ", " + end + ") " + quote);
        }
    }

    public boolean overlaps(Citation other) {
        return document.equals(other.document) && start < other.end && other.start < end;
    }

    /**
     * The rest of the quote from a place of the document on; empty at its end and where the place lies outside it.
     *
     * @param place code point of the document's text
     */
    public String quoteFrom(int place) {
        int from = place - start;
        return from < 0 || from > quote.codePointCount(0, quote.length())
                ? ""
                : quote.substring(quote.offsetByCodePoints(0, from));
    }

    /**
     * The words before a place; all or none of them where it lies outside.
     *
     * @param place code point of the document's text
     */
    public String quoteTo(int place) {
        int to = Math.max(0, Math.min(place - start, quote.codePointCount(0, quote.length())));
        return quote.substring(0, quote.offsetByCodePoints(0, to));
    }

    /** By document, then by place: the order of every list of citations. */
    @Override
    public int compareTo(Citation other) {
        int byDocument = document.compareTo(other.document);
        if (byDocument != 0) {
            return byDocument;
        }
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
