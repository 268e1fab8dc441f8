package org.demarche.mention.quantity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the words beside a number make of it.
 *
 * @param first index of the first piece of the words before, or of the amount where there are none
 * @param next index of the piece after the words behind it
 * @param least the number is the least it can be
 * @param most the number is the most it can be
 * @param ceiling the words set a limit ("up to", "a cap of")
 */
record Bounds(int first, int next, boolean least, boolean most, boolean ceiling) {
    private static final int LONGEST = 4;

    static Bounds around(List<Piece> pieces, int first, int next, QuantityWords words) {
        boolean least = false;
        boolean most = false;
        boolean ceiling = false;
        int from = first;
        for (int rounds = 0; rounds < 3; rounds++) {
            int length = longest(pieces, from, words);
            if (length == 0) {
                break;
            }
            String phrase = phrase(pieces, from - length, from);
            ceiling |= words.ceiling.contains(phrase);
            @Nullable String kind = words.before.get(phrase);
            least |= "above".equals(kind) || "at-least".equals(kind);
            most |= "below".equals(kind) || "at-most".equals(kind);
            from -= length;
        }
        int to = next;
        for (int length = 3; length >= 1; length--) {
            String kind = next + length <= pieces.size() ? words.after.get(phrase(pieces, next, next + length)) : null;
            if (kind != null) {
                least |= kind.equals("at-least");
                most |= kind.equals("at-most");
                to = next + length;
                break;
            }
        }
        return new Bounds(from, to, least, most, ceiling);
    }

    private static int longest(List<Piece> pieces, int from, QuantityWords words) {
        for (int length = Math.min(LONGEST, from); length >= 1; length--) {
            String phrase = phrase(pieces, from - length, from);
            if (words.before.containsKey(phrase) || words.ceiling.contains(phrase)) {
                return length;
            }
        }
        return 0;
    }

    static String phrase(List<Piece> pieces, int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            out.append(i == from ? "" : " ").append(pieces.get(i).lower());
        }
        return out.toString();
    }
}
