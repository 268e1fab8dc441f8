package org.demarche.mention.quote;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.demarche.model.Span;

/**
 * Pairs quotation marks: curly, straight, guillemets and the typewriter's {@code `` ''}. Linear in the text.
 *
 * <p>A quotation does not run past a blank line unless the next paragraph opens with a mark of its own (a quotation that continues). Single marks count
 * only where they stand as marks: a curly or straight apostrophe inside or after a word is none unless a single mark was opened before.
 */
final class Marks {
    /**
     * A quotation.
     *
     * @param outer with its marks
     * @param inner without them
     * @param depth 0 for one that stands in none
     * @param closed whether its closing mark was found
     */
    record Quoted(Span outer, Span inner, int depth, boolean closed) {}

    private record Open(int at, int length, char kind) {}

    private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m", "t", "em");
    private static final int LONGEST = 6000;
    private static final int DEEPEST = 4;
    private static final int MOST_SEARCHES = 20;

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Quoted> out = new ArrayList<>();

    private int paragraph;
    private int lastEnd;
    private int searches;

    private Marks(String text) {
        this.text = text;
    }

    /** Every quotation of a text, in text order, outer before inner. */
    static List<Quoted> in(String text) {
        Marks marks = new Marks(text);
        marks.read();
        marks.out.sort(Comparator.comparing(Quoted::outer));
        return List.copyOf(marks.out);
    }

    private void read() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\n' && endsParagraph(i)) {
                closeAll(i);
                i++;
                paragraph = i;
                searches = 0;
                continue;
            }
            int length = markLength(i);
            if (length == 0) {
                i++;
                continue;
            }
            mark(i, length);
            i += length;
        }
        closeAll(text.length());
    }

    private void mark(int at, int length) {
        char c = text.charAt(at);
        boolean twin = length == 2;
        switch (c) {
            case '“', '„', '«' -> open(at, length, '"');
            case '”', '»' -> close(at, length, '"');
            case '"' -> straight(at, length, '"');
            case '`' -> open(at, length, twin ? '"' : '\'');
            case '‘' -> {
                if (startsWord(at)) {
                    open(at, length, '\'');
                }
            }
            case '\'', '’' -> {
                if (twin) {
                    if (isOpen('"')) {
                        close(at, length, '"');
                    } else {
                        unmatched(at, length);
                    }
                } else if (opensSingle(at)) {
                    open(at, length, '\'');
                } else if (!insideWord(at) && isOpen('\'')) {
                    close(at, length, '\'');
                }
            }
            default -> {}
        }
    }

    /**
     * A straight mark opens before a word and closes after one; where its sides do not tell, it closes what is open. One that can only open while another
     * is open shows that the other was never closed.
     */
    private void straight(int at, int length, char kind) {
        boolean spaceBefore = at == 0 || !isClosingContext(text.charAt(at - 1));
        boolean spaceAfter = at + length >= text.length() || isSpace(text.charAt(at + length));
        boolean opens = spaceBefore && !spaceAfter;
        boolean closes = !spaceBefore && spaceAfter;
        if (isOpen(kind)) {
            if (!opens) {
                close(at, length, kind);
                return;
            }
            open.removeIf(o -> o.kind == kind);
        }
        if (!closes) {
            open(at, length, kind);
        }
    }

    private void open(int at, int length, char kind) {
        if (open.size() < DEEPEST) {
            open.push(new Open(at, length, kind));
        }
    }

    private boolean isOpen(char kind) {
        for (Open o : open) {
            if (o.kind == kind) {
                return true;
            }
        }
        return false;
    }

    private void close(int at, int length, char kind) {
        if (!isOpen(kind)) {
            return;
        }
        Open last = open.pop();
        while (last.kind != kind && !open.isEmpty()) {
            last = open.pop();
        }
        if (last.kind == kind) {
            add(last, at, at + length, true);
        }
    }

    private void add(Open from, int innerEnd, int outerEnd, boolean closed) {
        int start = from.at + from.length;
        if (innerEnd > start
                && innerEnd - start <= LONGEST
                && !text.substring(start, innerEnd).isBlank()) {
            out.add(new Quoted(new Span(from.at, outerEnd), new Span(start, innerEnd), open.size(), closed));
        }
    }

    /** At the end of a paragraph whatever is open ends, closed or not; only the outermost is kept. */
    private void closeAll(int at) {
        if (open.isEmpty()) {
            return;
        }
        Open first = open.peekLast();
        open.clear();
        int end = at;
        while (end > first.at + first.length && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (first.kind == '"' && end > first.at + first.length) {
            add(first, end, end, false);
        }
    }

    private boolean endsParagraph(int at) {
        int i = at + 1;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\r')) {
            i++;
        }
        return i >= text.length() || text.charAt(i) == '\n';
    }

    private int markLength(int at) {
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        return switch (c) {
            case '`' -> next == '`' ? 2 : 1;
            case '\'' -> next == '\'' ? 2 : 1;
            case '"', '“', '”', '„', '«', '»', '‘', '’' -> 1;
            default -> 0;
        };
    }

    /**
     * A mark for closing where nothing is open: the end of a quotation that the paragraph begins in, or a mark that was meant to open, if another one for
     * closing follows in the paragraph.
     */
    private void unmatched(int at, int length) {
        int i = at - 1;
        while (i > paragraph && isSpace(text.charAt(i))) {
            i--;
        }
        char before = i < paragraph || isSpace(text.charAt(i)) ? 0 : text.charAt(i);
        int next = at + length;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        boolean goesOn = next < text.length() && Character.isLowerCase(text.charAt(next));
        if (before != 0
                && (goesOn || !closesLater(at + length))
                && ",?!".indexOf(before) >= 0
                && lastEnd <= paragraph) {
            add(new Open(paragraph, 0, '"'), at, at + length, true);
        } else if (closesLater(at + length)) {
            open(at, length, '"');
        }
    }

    private boolean closesLater(int from) {
        if (++searches > MOST_SEARCHES) {
            return false;
        }
        int end = Math.min(text.length(), from + LONGEST / 4);
        for (int i = from; i + 1 < end; i++) {
            char c = text.charAt(i);
            if (c == '\n' && endsParagraph(i) || c == '`' && text.charAt(i + 1) == '`') {
                return false;
            }
            if (c == '\'' && text.charAt(i + 1) == '\'') {
                return true;
            }
        }
        return false;
    }

    private boolean opensSingle(int at) {
        if (text.charAt(at) == '’' || isOpen('\'')) {
            return false;
        }
        boolean before = at == 0 || isSpace(text.charAt(at - 1)) || "\"“(—-".indexOf(text.charAt(at - 1)) >= 0;
        return before && startsWord(at) && !isClitic(at) && closesSingle(at);
    }

    /** "'s", "'re": the end of a word that stands apart. */
    private boolean isClitic(int at) {
        int end = at + 1;
        while (end < text.length() && end < at + 4 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return CLITICS.contains(text.substring(at + 1, end))
                && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    /** A straight single mark opens only where one that can close follows on the same line, not far away. */
    private boolean closesSingle(int at) {
        int end = Math.min(text.length(), at + 300);
        for (int i = at + 2; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return false;
            }
            boolean after = i + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
            boolean twin = c == '\'' && (text.charAt(i - 1) == '\'' || !after && text.charAt(i + 1) == '\'');
            if (c == '\'' && after && !twin && !isSpace(text.charAt(i - 1)) && text.charAt(i - 1) != 's') {
                return true;
            }
        }
        return false;
    }

    private boolean startsWord(int at) {
        return at + 1 < text.length()
                && !isSpace(text.charAt(at + 1))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private boolean insideWord(int at) {
        return at > 0
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static boolean isClosingContext(char before) {
        return !isSpace(before) && "(—–-[".indexOf(before) < 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
