package org.demarche.mention.actor;

import java.text.Normalizer;
import java.util.Locale;

/** Characters as names are compared: lower case, without the marks above and below Latin letters. */
final class Fold {
    private static final int LAST = 0x2000;
    private static final char[] PLAIN = new char[LAST];

    static {
        for (int c = 0; c < LAST; c++) {
            PLAIN[c] = (char) Character.toLowerCase(c);
            boolean latin = (c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00);
            if (latin && Character.isLetter(c)) {
                char base = Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFD)
                        .charAt(0);
                PLAIN[c] = Character.toLowerCase(base);
            }
        }
        PLAIN['ı'] = 'i';
        PLAIN['ł'] = 'l';
        PLAIN['Ł'] = 'l';
        PLAIN['ø'] = 'o';
        PLAIN['Ø'] = 'o';
        PLAIN['đ'] = 'd';
        PLAIN['Đ'] = 'd';
    }

    private Fold() {}

    static char of(char c) {
        return c < LAST ? PLAIN[c] : c;
    }

    /** The folded form of a stretch of text. */
    static String of(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(of(text.charAt(i)));
        }
        return out.toString();
    }

    static String slug(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = of(text.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-' && c != '\'' && c != '’') {
                out.append('-');
            }
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == '-') {
            end--;
        }
        return end == 0 ? "unnamed" : out.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
