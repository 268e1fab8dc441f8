package org.demarche.language;

/**
 * How a word is written, as the network is told (its vocabulary knows no capitals): 1 lower, 2 UPPER, 3 one upper letter, 4 Capitalised, 5 mIxed, 6 digits, 7 digits and letters, 8 digits and
 * signs, 9 letters without case, 10 neither letters nor digits; ten more for a sentence's first word. {@code pieces.py} does the same.
 */
final class LetterCase {

    static final int LOWER = 1, CAPITALISED = 4, MIXED = 5;

    private static final int FIRST_WORD = 10;

    private LetterCase() {}

    static int of(String word, boolean isFirst) {
        int upper = 0, lower = 0, digits = 0, letters = 0, others = 0;
        boolean firstUpper = false;
        for (int i = 0; i < word.length(); ) {
            int c = word.codePointAt(i);
            i += Character.charCount(c);
            switch (Character.getType(c)) {
                case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> {
                    firstUpper |= letters == 0;
                    upper++;
                    letters++;
                }
                case Character.LOWERCASE_LETTER -> {
                    lower++;
                    letters++;
                }
                case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> letters++;
                case Character.DECIMAL_DIGIT_NUMBER -> digits++;
                default -> others++;
            }
        }
        int found;
        if (digits > 0) {
            found = letters > 0 ? 7 : others > 0 ? 8 : 6;
        } else if (upper > 0 && lower == 0) {
            found = upper > 1 ? 2 : 3;
        } else if (upper > 0) {
            found = upper == 1 && firstUpper ? 4 : 5;
        } else if (lower > 0) {
            found = 1;
        } else {
            found = letters > 0 ? 9 : 10;
        }
        return found + (isFirst ? FIRST_WORD : 0);
    }
}
