package org.demarche.mention.actor;

import java.util.Arrays;
import org.demarche.model.Span;

/**
 * The words of a stretch of text for looking names up: runs of letters and digits. Unlike the tokens of a parse, "U.S." is two words and
 * "Russia's" is "Russia" and "s"; what stands between two words is looked at where it matters.
 */
final class Words {
    private final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    private Words(String text) {
        this.text = text;
    }

    static Words of(String text, int from, int to) {
        Words out = new Words(text);
        int i = from;
        while (i < to) {
            while (i < to && !isWord(text.charAt(i))) {
                i++;
            }
            int start = i;
            while (i < to && isWord(text.charAt(i))) {
                i++;
            }
            if (i > start) {
                out.add(start, i);
            }
        }
        return out;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c > 127 && (Character.isLetterOrDigit(c) || isMark(c) || Character.isSurrogate(c)));
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    int size() {
        return size;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    Span span(int from, int to) {
        return new Span(starts[from], ends[to - 1]);
    }

    String text() {
        return text;
    }

    String form(int i) {
        return text.substring(starts[i], ends[i]);
    }

    /** The word in lower case without marks; "" outside the stretch. */
    String folded(int i) {
        return i < 0 || i >= size ? "" : Fold.of(text.subSequence(starts[i], ends[i]));
    }

    boolean isCapital(int i) {
        return i >= 0 && i < size && Character.isUpperCase(text.charAt(starts[i]));
    }

    boolean isAllCapital(int i) {
        if (!isCapital(i)) {
            return false;
        }
        for (int k = starts[i]; k < ends[i]; k++) {
            if (Character.isLowerCase(text.charAt(k))) {
                return false;
            }
        }
        return true;
    }

    /** What stands between a word and the next one; "" at the end. */
    CharSequence gap(int i) {
        return i < 0 || i + 1 >= size ? "" : text.subSequence(ends[i], starts[i + 1]);
    }

    /** Whether the next word is only a space away, or a hyphen where that is allowed; the stop of "U.S." does not count. */
    boolean isTight(int i, boolean hyphen) {
        if (i < 0 || i + 1 >= size) {
            return false;
        }
        int length = starts[i + 1] - ends[i];
        if (length > 3) {
            return false;
        }
        for (int k = endsInitials(i) ? ends[i] + 1 : ends[i]; k < starts[i + 1]; k++) {
            char c = text.charAt(k);
            boolean passes = Character.isWhitespace(c) || c == '\u00A0' || (hyphen && isHyphen(c));
            if (!passes) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word is the last letter of "U.S." or "U.N.", with its stop. */
    private boolean endsInitials(int i) {
        return i > 0
                && ends[i] - starts[i] == 1
                && ends[i - 1] - starts[i - 1] == 1
                && starts[i] - ends[i - 1] == 1
                && text.charAt(ends[i - 1]) == '.'
                && text.charAt(ends[i]) == '.';
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011' || c == '–';
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '`';
    }

    /** Whether the word is the s of a possessive. */
    boolean isPossessive(int i) {
        return i > 0
                && i < size
                && ends[i] - starts[i] == 1
                && (text.charAt(starts[i]) == 's' || text.charAt(starts[i]) == 'S')
                && starts[i] - ends[i - 1] == 1
                && isApostrophe(text.charAt(ends[i - 1]));
    }

    /** The character right after a word, or 0 at the end of the text. */
    char after(int i) {
        return ends[i] < text.length() ? text.charAt(ends[i]) : 0;
    }

    char before(int i) {
        return starts[i] > 0 ? text.charAt(starts[i] - 1) : 0;
    }
}
