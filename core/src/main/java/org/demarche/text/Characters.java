package org.demarche.text;

/** What a character is to the splitters. All tests take code points. */
final class Characters {

    private static final String OPENING = "([{«“‘‹„‚<¿¡";
    private static final String CLOSING = ")]}»”’›>\"'";

    private Characters() {}

    /** White space in the widest sense: no-break spaces, line ends and the separators among the control characters count. */
    static boolean isSpace(int c) {
        return c == 0x85 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Letters, digits, what combines with them, and the underscore. */
    static boolean isWordPart(int c) {
        if (c == '_') {
            return true;
        }
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.LETTER_NUMBER -> true;
            default -> false;
        };
    }

    /** What cannot stand alone: marks, joiners, variation selectors, skin tones. */
    static boolean isJoining(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> c >= 0x1F3FB && c <= 0x1F3FF;
        };
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == '`' || c == 'ʼ';
    }

    static boolean isHyphen(int c) {
        return c == '-' || c == '‐' || c == '‑';
    }

    static boolean isDigit(int c) {
        return Character.isDigit(c);
    }

    static boolean isUpper(int c) {
        return Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    static boolean isOpening(int c) {
        return OPENING.indexOf(c) >= 0;
    }

    static boolean isClosing(int c) {
        return CLOSING.indexOf(c) >= 0;
    }

    /** The code point at an offset, or -1 outside of the range. */
    static int at(String text, int offset, int start, int end) {
        return offset >= start && offset < end ? text.codePointAt(offset) : -1;
    }
}
