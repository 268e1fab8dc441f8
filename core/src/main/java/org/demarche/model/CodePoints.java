package org.demarche.model;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Offsets of one text in code points and in UTF-16 units. Of a long text the counts are kept at every so many units, since counting from its beginning for every citation would make it cost the square
 * of its length. Immutable.
 */
final class CodePoints {
    private static final int STEP = 512;

    /** That of the long text which a thread asked for last: it cites one report after the other. */
    private static final ThreadLocal<@Nullable CodePoints> LAST = new ThreadLocal<>();

    private final WeakReference<String> text;

    /** How many code points stand before each step; null where every code point is one unit. */
    private final int @Nullable [] before;

    private CodePoints(String text) {
        this.text = new WeakReference<>(text);
        this.before = text.codePointCount(0, text.length()) == text.length() ? null : count(text);
    }

    private static int[] count(String text) {
        int[] out = new int[text.length() / STEP + 1];
        for (int i = 1; i < out.length; i++) {
            int from = (i - 1) * STEP;
            // A pair that a step cuts in two counts where it ends.
            out[i] = out[i - 1] + text.codePointCount(from, i * STEP) - (isCut(text, from) ? 1 : 0);
        }
        return out;
    }

    /** Whether a pair of surrogates stands around an offset. */
    private static boolean isCut(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    }

    /** Units to code points, as {@code text.codePointCount(0, offset)} has it. */
    static int before(String text, int offset) {
        if (text.length() <= STEP) {
            return text.codePointCount(0, offset);
        }
        int[] before = of(text).before;
        if (before == null) {
            return offset;
        }
        int step = offset / STEP, from = step * STEP;
        return before[step] + text.codePointCount(from, offset) - (offset > from && isCut(text, from) ? 1 : 0);
    }

    /** Code points to units, as {@code text.offsetByCodePoints(0, points)} has it. */
    static int offset(String text, int points) {
        if (text.length() <= STEP) {
            return text.offsetByCodePoints(0, points);
        }
        int[] before = of(text).before;
        if (before == null) {
            return points;
        }
        int step = 0;
        for (int low = 0, high = before.length - 1; low <= high; ) {
            int middle = (low + high) >>> 1;
            if (before[middle] <= points) {
                step = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        int from = step * STEP - (isCut(text, step * STEP) ? 1 : 0);
        return text.offsetByCodePoints(from, points - before(text, from));
    }

    private static CodePoints of(String text) {
        CodePoints last = LAST.get();
        if (last == null || last.text.get() != text) {
            last = new CodePoints(text);
            LAST.set(last);
        }
        return last;
    }
}
