package org.demarche.mention.time;

/**
 * The least part of a text that a date phrase is made of: a run of letters, a run of digits, or one mark. "20.October" is three pieces, "1990s" two.
 *
 * @param start first UTF-16 unit in the document
 * @param end one past the last
 * @param lower the letters in lower case, the digits, or the mark, dashes and quotes unified
 * @param kind what it is made of
 * @param capital whether it begins with an upper-case letter
 * @param glued whether it follows the piece before it without a space
 */
record Piece(int start, int end, String lower, Kind kind, boolean capital, boolean glued) {
    enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean is(String other) {
        return lower.equals(other);
    }

    /** The number that the digits write, or -1 for anything else and for numbers of more than nine digits. */
    int number() {
        return isNumber() && lower.length() <= 9 ? Integer.parseInt(lower) : -1;
    }
}
