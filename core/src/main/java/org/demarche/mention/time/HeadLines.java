package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Span;

/**
 * The lines of a stretch at the head of a report: a title, an outlet and a date that stand on lines of their own without an empty line between
 * them are read as one sentence. A stretch that is wrapped running text is one line.
 */
final class HeadLines {
    /** So many characters a line of a head may have. */
    private static final int LONGEST = 110;

    private HeadLines() {}

    /** The whole stretch, and each of its lines where it has several that are no wrapped text. */
    static List<Span> of(String text, Span whole) {
        List<Span> out = new ArrayList<>();
        out.add(whole);
        List<Span> lines = new ArrayList<>();
        int from = whole.start();
        for (int i = whole.start(); i <= whole.end(); i++) {
            if (i == whole.end() || text.charAt(i) == '\n') {
                if (i > from) {
                    lines.add(new Span(from, i));
                }
                from = i + 1;
            }
        }
        if (lines.size() > 1) {
            boolean wrapped = false;
            for (Span line : lines) {
                String words = line.in(text).strip();
                boolean goesOn = words.isEmpty() || Character.isLowerCase(words.codePointAt(0)) || words.endsWith(",");
                wrapped |= goesOn || words.length() > LONGEST;
            }
            for (Span line : wrapped ? List.<Span>of() : lines) {
                if (!line.in(text).strip().endsWith(".")) {
                    out.add(line);
                }
            }
        }
        return out;
    }
}
