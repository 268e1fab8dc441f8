package org.demarche.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demarche.model.Span;

/**
 * The stretches of a text that no sentence leaves: paragraphs, headings, captions, list items.
 *
 * <p>A blank line always ends one. A single line end does so unless the line was broken only for its width: it is hard-wrapped (the next word would not have fitted), or
 * its sentence plainly goes on.
 */
final class Paragraphs {

    /** No one wraps news text narrower or wider than this, in UTF-16 units. */
    private static final int NARROWEST = 45, WIDEST = 110;

    private final String text;
    private final List<Span> lines = new ArrayList<>();
    private final List<Boolean> blankBefore = new ArrayList<>();

    private Paragraphs(String text) {
        this.text = text;
    }

    static List<Span> find(String text) {
        Paragraphs paragraphs = new Paragraphs(text);
        paragraphs.readLines();
        return paragraphs.join();
    }

    private void readLines() {
        int start = 0;
        boolean blank = true;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isLineEnd(text.charAt(i))) {
                int from = start, to = i;
                while (from < to && Characters.isSpace(text.charAt(from))) {
                    from++;
                }
                while (to > from && Characters.isSpace(text.charAt(to - 1))) {
                    to--;
                }
                if (from < to) {
                    lines.add(new Span(from, to));
                    blankBefore.add(blank);
                    blank = false;
                } else if (i > start
                        || i < text.length() && !(text.charAt(i) == '\n' && i > 0 && text.charAt(i - 1) == '\r')) {
                    blank = true;
                }
                start = i + 1;
            }
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u000b' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private List<Span> join() {
        List<Span> out = new ArrayList<>();
        for (int first = 0; first < lines.size(); ) {
            int end = first + 1;
            while (end < lines.size() && !blankBefore.get(end)) {
                end++;
            }
            int width = width(first, end);
            Span current = lines.get(first);
            for (int i = first + 1; i < end; i++) {
                if (isSoft(lines.get(i - 1), lines.get(i), width)) {
                    current = current.cover(lines.get(i));
                } else {
                    out.add(current);
                    current = lines.get(i);
                }
            }
            out.add(current);
            first = end;
        }
        return out;
    }

    /** The width a block of lines is wrapped at, or 0 where it is not: one line per paragraph. */
    private int width(int first, int end) {
        if (end - first < 2) {
            return 0;
        }
        int[] lengths =
                lines.subList(first, end).stream().mapToInt(Span::length).toArray();
        int longest = Arrays.stream(lengths).max().orElse(0);
        return longest >= NARROWEST && longest <= WIDEST ? longest : 0;
    }

    private boolean isSoft(Span line, Span next, int width) {
        if (beginsItem(next)) {
            return false;
        }
        char last = text.charAt(line.end() - 1);
        int first = text.codePointAt(next.start());
        boolean goesOn = Character.isLetterOrDigit(last) || last == ',' || last == '-' || last == '–' || last == '—';
        if (goesOn && Character.isLowerCase(first) && line.length() > 25) {
            return true;
        }
        if (width == 0) {
            return false;
        }
        int word = next.start();
        while (word < next.end() && !Characters.isSpace(text.charAt(word))) {
            word++;
        }
        return line.length() + 1 + (word - next.start()) > width;
    }

    /** A bullet, or a number with a stop or bracket. */
    private boolean beginsItem(Span line) {
        char c = text.charAt(line.start());
        if ("•◦▪‣·*■●►".indexOf(c) >= 0) {
            return true;
        }
        int i = line.start();
        if ((c == '-' || c == '–' || c == '—') && line.length() > 2 && Characters.isSpace(text.charAt(i + 1))) {
            return true;
        }
        while (i < line.end() && i < line.start() + 3 && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i > line.start()
                && i + 1 < line.end()
                && (text.charAt(i) == '.' || text.charAt(i) == ')')
                && Characters.isSpace(text.charAt(i + 1));
    }
}
