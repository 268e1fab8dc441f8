package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demarche.model.Span;

/** The pieces of a stretch of text, in order. Immutable. */
final class Pieces {
    /** Stands before the first piece and after the last, so that rules may look around without asking. */
    static final Piece EDGE = new Piece(0, 0, "", Piece.Kind.MARK, false, false);

    private final String text;
    private final List<Piece> all;

    private Pieces(String text, List<Piece> all) {
        this.text = text;
        this.all = all;
    }

    static Pieces of(String text, Span span) {
        List<Piece> out = new ArrayList<>();
        int i = span.start();
        boolean space = true;
        while (i < span.end()) {
            char c = text.charAt(i);
            int from = i++;
            Piece.Kind kind = kind(c);
            if (kind == null) {
                space = true;
                continue;
            }
            if (kind != Piece.Kind.MARK) {
                while (i < span.end() && kind(text.charAt(i)) == kind) {
                    i++;
                }
            }
            String lower =
                    kind == Piece.Kind.MARK ? mark(c) : text.substring(from, i).toLowerCase(Locale.ROOT);
            out.add(new Piece(from, i, lower, kind, Character.isUpperCase(c), !space));
            space = false;
        }
        return new Pieces(text, out);
    }

    private static Piece.@org.jspecify.annotations.Nullable Kind kind(char c) {
        if (c >= '0' && c <= '9') {
            return Piece.Kind.NUMBER;
        }
        if (Character.isLetter(c) || Character.isSurrogate(c)) {
            return Piece.Kind.WORD;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) ? null : Piece.Kind.MARK;
    }

    private static String mark(char c) {
        return switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '~' -> "-";
            case '\u2018', '\u2019', '`', '\u02BC' -> "'";
            default -> String.valueOf(c);
        };
    }

    int size() {
        return all.size();
    }

    /** The piece at a place, {@link #EDGE} outside. */
    Piece at(int i) {
        return i < 0 || i >= all.size() ? EDGE : all.get(i);
    }

    /** Whether a word is written in capitals throughout. */
    boolean upper(int i) {
        Piece piece = at(i);
        for (int k = piece.start(); k < piece.end(); k++) {
            if (!Character.isUpperCase(text.charAt(k))) {
                return false;
            }
        }
        return piece.end() > piece.start();
    }

    /** The span of the pieces from one to another, the latter not included. */
    Span span(int from, int to) {
        return new Span(at(from).start(), at(to - 1).end());
    }
}
