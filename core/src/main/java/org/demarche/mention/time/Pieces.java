package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.demarche.model.Span;
import org.jspecify.annotations.Nullable;

/** The pieces of a stretch of text, in order. Not thread-safe: it keeps what has been read of it. */
final class Pieces {
    /** Stands before the first piece and after the last, so that rules may look around without asking. */
    static final Piece EDGE = new Piece(0, 0, "", Piece.Kind.MARK, false, false);

    private final String text;
    private static final Object NOTHING = new Object();

    private final List<Piece> all;
    private final IdentityHashMap<PhrasePart, Object[]> memory = new IdentityHashMap<>();

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

    private static Piece.@Nullable Kind kind(char c) {
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

    /** What a part reads at a place, read once and kept; parts look at nothing but the pieces. */
    PhrasePart.@Nullable Read once(PhrasePart part, int at, Supplier<PhrasePart.@Nullable Read> reading) {
        if (at < 0 || at >= all.size()) {
            return reading.get();
        }
        Object[] kept = memory.computeIfAbsent(part, p -> new Object[all.size()]);
        if (kept[at] == null) {
            PhrasePart.Read read = reading.get();
            kept[at] = read == null ? NOTHING : read;
        }
        return kept[at] == NOTHING ? null : (PhrasePart.Read) kept[at];
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
