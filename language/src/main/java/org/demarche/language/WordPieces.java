package org.demarche.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Splits a word into the pieces of the encoder's uncased vocabulary, longest first. {@code pieces.py} does the same. Immutable. */
final class WordPieces {

    static final int UNKNOWN = 100, CLS = 101, SEP = 102;

    /** A word has no more pieces than this; the rest of it is not looked at. */
    static final int MOST_PIECES = 8;

    private static final int LONGEST_PART = 100, LONGEST_WORD = 400;

    private final Map<String, Integer> ids;

    /** @param vocabulary the pieces, in the order of their numbers */
    WordPieces(List<String> vocabulary) {
        ids = new HashMap<>(vocabulary.size() * 2);
        for (int i = 0; i < vocabulary.size(); i++) {
            ids.put(vocabulary.get(i), i);
        }
    }

    /** The pieces' numbers, never none. */
    int[] of(String word) {
        String head = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
        String plain = Normalizer.normalize(head.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        int[] out = new int[MOST_PIECES];
        int count = 0;
        StringBuilder part = new StringBuilder();
        for (int i = 0; i <= plain.length() && count < MOST_PIECES; ) {
            int c = i < plain.length() ? plain.codePointAt(i) : ' ';
            i += i < plain.length() ? Character.charCount(c) : 1;
            if (isDropped(c)) {
                continue;
            }
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!space && !isPunctuation(c) && !(c >= 0x4E00 && c <= 0x9FFF)) {
                part.appendCodePoint(c);
                continue;
            }
            if (!part.isEmpty()) {
                count = addLongestFirst(part.toString(), out, count);
                part.setLength(0);
            }
            if (!space && count < MOST_PIECES) {
                count = addLongestFirst(Character.toString(c), out, count);
            }
        }
        return count == 0 ? new int[] {UNKNOWN} : Arrays.copyOf(out, count);
    }

    private static boolean isDropped(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.FORMAT
                || c == 0xFFFD
                || type == Character.CONTROL;
    }

    private static boolean isPunctuation(int c) {
        if (c < 128) {
            return c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123 && c <= 126;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Adds the pieces of a part, as many as there is room for; a part that has none is one unknown piece. */
    private int addLongestFirst(String part, int[] out, int count) {
        if (part.codePointCount(0, part.length()) > LONGEST_PART) {
            out[count] = UNKNOWN;
            return count + 1;
        }
        int[] found = new int[part.length()];
        int pieces = 0;
        int start = 0;
        while (start < part.length()) {
            int end = part.length();
            Integer id = null;
            while (end > start) {
                id = ids.get(start > 0 ? "##" + part.substring(start, end) : part.substring(start, end));
                if (id != null) {
                    break;
                }
                end--;
            }
            if (id == null) {
                out[count] = UNKNOWN;
                return count + 1;
            }
            found[pieces++] = id;
            start = end;
        }
        for (int i = 0; i < pieces && count < MOST_PIECES; i++) {
            out[count++] = found[i];
        }
        return count;
    }
}
