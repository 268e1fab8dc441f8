package org.demarche.export;

import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/** Offsets of one text in code points, looked up in constant time. */
final class CodePoints {
    private final String text;
    /** How many code points stand before each UTF-16 offset; null where the two are the same. */
    private final int @Nullable [] before;

    CodePoints(String text) {
        this.text = text;
        boolean plain = text.codePointCount(0, text.length()) == text.length();
        if (plain) {
            before = null;
            return;
        }
        int[] counts = new int[text.length() + 1];
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            counts[i] = points;
            boolean second = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
            points += second ? 0 : 1;
        }
        counts[text.length()] = points;
        before = counts;
    }

    int at(int offset) {
        return before == null ? offset : before[offset];
    }

    /** Start and end, put first into a row. */
    Row span(Span span) {
        return new Row().with("start", at(span.start())).with("end", at(span.end()));
    }

    @Nullable
    Row spanOrNull(@Nullable Span span) {
        return span == null ? null : span(span);
    }

    String words(Span span) {
        return span.in(text);
    }
}
