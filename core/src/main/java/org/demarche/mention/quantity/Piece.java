package org.demarche.mention.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run of letters, a figure or a single sign: the words that numbers are read from, with or without a parsed sentence.
 *
 * @param start first UTF-16 unit in the document
 * @param lower the text in lower case
 * @param glued whether no space stands before it
 * @param value of a figure; not a number for the others
 */
record Piece(int start, int end, String text, String lower, Kind kind, boolean glued, double value) {

    enum Kind {
        WORD,
        FIGURE,
        SIGN
    }

    /** Cuts a stretch of text; linear in its length. */
    static List<Piece> cut(String text, int from, int to) {
        List<Piece> out = new ArrayList<>();
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                at++;
                continue;
            }
            boolean glued = at > from
                    && !Character.isWhitespace(text.charAt(at - 1))
                    && !Character.isSpaceChar(text.charAt(at - 1));
            int end;
            Kind kind;
            if (isDigit(c) || (c == '.' && at + 1 < to && isDigit(text.charAt(at + 1)) && !glued)) {
                end = endOfFigure(text, at, to);
                kind = Kind.FIGURE;
            } else if (Character.isLetter(c)) {
                end = endOfWord(text, at, to);
                kind = Kind.WORD;
            } else {
                end = at + Character.charCount(text.codePointAt(at));
                kind = Kind.SIGN;
            }
            end = Math.min(end, to);
            String form = text.substring(at, end);
            double value = kind == Kind.FIGURE ? valueOf(form) : Double.NaN;
            out.add(new Piece(at, end, form, form.toLowerCase(Locale.ROOT), kind, glued, value));
            at = end;
        }
        return out;
    }

    boolean isFigure() {
        return kind == Kind.FIGURE;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean is(String form) {
        return lower.equals(form);
    }

    boolean isCapitalised() {
        return isWord() && !text.equals(lower) && (Character.isUpperCase(text.charAt(0)) || text.length() > 2);
    }

    boolean isDash() {
        return text.equals("-") || text.equals("–") || text.equals("—") || text.equals("−") || text.equals("‑");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Separators are kept inside: groups of three after a comma or a narrow space, digits after one full stop. */
    private static int endOfFigure(String text, int from, int to) {
        int at = from;
        while (at < to && isDigit(text.charAt(at))) {
            at++;
        }
        int lead = at - from;
        while (lead > 0 && lead <= 3 && at < to && isGroupSeparator(text, at, to) && isGroup(text, at + 1, to)) {
            at += 4;
        }
        if (at + 1 < to && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            while (at < to && isDigit(text.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    private static boolean isGroupSeparator(String text, int at, int to) {
        char c = text.charAt(at);
        boolean round = at + 4 <= to && text.startsWith("000", at + 1);
        return c == ',' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || (c == ' ' && round);
    }

    private static boolean isGroup(String text, int at, int to) {
        for (int i = at; i < at + 3; i++) {
            if (i >= to || !isDigit(text.charAt(i))) {
                return false;
            }
        }
        return at + 3 >= to || !isDigit(text.charAt(at + 3));
    }

    /** Letters with apostrophes inside, and letters with full stops between them: "p.m.", "m.p.h.". */
    private static int endOfWord(String text, int from, int to) {
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            boolean inside = (c == '\'' || c == '’') && at + 1 < to && Character.isLetter(text.charAt(at + 1));
            if (!Character.isLetter(c) && !inside) {
                break;
            }
            at++;
        }
        while (at - from <= 1 + 2 * 4 && isDotted(text, from, at, to)) {
            at += 2;
        }
        if (at - from > 1 && text.charAt(at - 2) == '.' && at < to && text.charAt(at) == '.') {
            at++;
        }
        return at;
    }

    private static boolean isDotted(String text, int from, int at, int to) {
        boolean single = at - from == 1 || (at - from >= 3 && text.charAt(at - 2) == '.');
        return single
                && at + 1 < to
                && text.charAt(at) == '.'
                && Character.isLetter(text.charAt(at + 1))
                && (at + 2 >= to || !Character.isLetter(text.charAt(at + 2)));
    }

    private static double valueOf(String figure) {
        StringBuilder plain = new StringBuilder(figure.length());
        for (int i = 0; i < figure.length(); i++) {
            char c = figure.charAt(i);
            if (isDigit(c) || c == '.') {
                plain.append(c);
            }
        }
        return Double.parseDouble(plain.toString());
    }
}
