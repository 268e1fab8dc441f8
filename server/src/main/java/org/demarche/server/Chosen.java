package org.demarche.server;

import org.demarche.Coded;
import org.demarche.model.Document;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words that a reader has chosen in a report.
 *
 * @param sentence the sentence that they begin in
 * @param words no farther than to its end; null where the sentence was chosen by its number
 */
record Chosen(Sentence sentence, @Nullable Span words) {

    /** What an address says: {@code START-END} in code points, or the number of a sentence; null where it says neither. */
    static @Nullable Chosen of(Coded coded, @Nullable String said) {
        Span range = said == null || !said.matches("\\d{1,9}-\\d{1,9}") ? null : range(coded.document(), said);
        for (Sentence s : coded.sentences()) {
            if (range != null
                    && s.span().start() <= range.start()
                    && range.start() < s.span().end()) {
                return new Chosen(
                        s,
                        new Span(range.start(), Math.min(range.end(), s.span().end())));
            }
            if (range == null && String.valueOf(s.index() + 1).equals(said)) {
                return new Chosen(s, null);
            }
        }
        return null;
    }

    private static @Nullable Span range(Document document, String said) {
        String[] ends = said.split("-", 2);
        int start = Integer.parseInt(ends[0]);
        int end = Integer.parseInt(ends[1]);
        int length = document.codePoint(document.text().length());
        return start >= end || end > length
                ? null
                : new Span(
                        document.text().offsetByCodePoints(0, start),
                        document.text().offsetByCodePoints(0, end));
    }

    /** The words, or the whole sentence. */
    Span at() {
        return words == null ? sentence.span() : words;
    }

    /** Whether something in the report has to do with the words. */
    boolean touches(Span other) {
        return at().overlaps(other);
    }
}
