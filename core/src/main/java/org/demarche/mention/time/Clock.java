package org.demarche.mention.time;

import java.util.Locale;
import java.util.Set;
import org.demarche.mention.time.PhrasePart.Read;
import org.jspecify.annotations.Nullable;

/** Reads times by the clock: "10 a.m.", "10.30pm", "19:15", "0900 GMT", "noon", "midnight". Values are {@code T10:30}. */
final class Clock {
    private static final Set<String> ZONES = Set.of(
            "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "eet", "msk",
            "et", "pt", "z");

    private Clock() {}

    static boolean canStart(Piece piece) {
        return piece.isNumber()
                || piece.is("noon")
                || piece.is("midnight")
                || piece.is("midday")
                || TimeWords.SMALL_NUMBERS.containsKey(piece.lower());
    }

    static @Nullable Read read(Pieces p, int at) {
        Piece first = p.at(at);
        if (first.is("noon") || first.is("midday")) {
            return new Read("T12:00", at + 1);
        }
        if (first.is("midnight")) {
            return new Read("T24:00", at + 1);
        }
        Integer word = TimeWords.SMALL_NUMBERS.get(first.lower());
        int hour = word != null ? word : first.number();
        if (hour < 0 || hour > 2400 || (word != null && word > 12)) {
            return null;
        }
        if (first.isNumber() && first.lower().length() == 4) {
            return military(p, at, hour);
        }
        if (hour > 24) {
            return null;
        }
        int i = at + 1;
        int minute = -1;
        Piece mark = p.at(i);
        Piece two = p.at(i + 1);
        if ((mark.is(":") || mark.is("."))
                && mark.glued()
                && two.glued()
                && two.isNumber()
                && two.lower().length() == 2
                && two.number() < 60) {
            minute = two.number();
            i += 2;
            if (p.at(i).is(":")
                    && p.at(i).glued()
                    && p.at(i + 1).isNumber()
                    && p.at(i + 1).glued()) {
                i += 2;
            }
        }
        int half = half(p, i);
        if (half != 0) {
            i = Math.abs(half);
            boolean evening = half < 0;
            if (hour < 1 || hour > 12) {
                return null;
            }
            hour = evening ? (hour == 12 ? 12 : hour + 12) : (hour == 12 ? 0 : hour);
            return at(hour, minute, zone(p, i));
        }
        if (p.at(i).is("o") && p.at(i + 1).is("'") && p.at(i + 2).is("clock")) {
            return at(hour, minute, zone(p, i + 3));
        }
        if (p.at(i).is("oclock")) {
            return at(hour, minute, i + 1);
        }
        // "19:15" stands for itself; "7.15" and "7" need one of the above.
        boolean colon = minute >= 0 && mark.is(":");
        boolean scripture = first.glued()
                || (p.at(i).is("-")
                        && p.at(i).glued()
                        && p.at(i + 1).isNumber()
                        && !p.at(i + 2).is(":"));
        return colon && !scripture ? at(hour, minute, zone(p, i)) : null;
    }

    private static @Nullable Read military(Pieces p, int at, int value) {
        int zone = zone(p, at + 1);
        boolean hours = p.at(at + 1).is("hours") || p.at(at + 1).is("hrs");
        if ((zone == at + 1 && !hours) || value % 100 > 59 || value / 100 > 24) {
            return null;
        }
        return at(value / 100, value % 100, hours ? zone(p, at + 2) : zone);
    }

    /** One past "a.m." or "am"; the same, negative, for "p.m."; 0 where neither stands there. */
    private static int half(Pieces p, int i) {
        String w = p.at(i).lower();
        if (w.equals("am") || w.equals("pm")) {
            return w.equals("pm") ? -(i + 1) : i + 1;
        }
        if ((w.equals("a") || w.equals("p"))
                && p.at(i + 1).is(".")
                && p.at(i + 1).glued()
                && p.at(i + 2).is("m")) {
            int end = p.at(i + 3).is(".") && p.at(i + 3).glued() ? i + 4 : i + 3;
            return w.equals("p") ? -end : end;
        }
        return 0;
    }

    private static int zone(Pieces p, int i) {
        if (ZONES.contains(p.at(i).lower()) && p.at(i).capital()) {
            return i + 1;
        }
        boolean bracket = p.at(i).is("(")
                && ZONES.contains(p.at(i + 1).lower())
                && p.at(i + 2).is(")");
        if (bracket) {
            return i + 3;
        }
        return (p.at(i).is("hrs") || p.at(i).is("hours")) ? i + 1 : i;
    }

    private static Read at(int hour, int minute, int end) {
        String value = minute < 0
                ? String.format(Locale.ROOT, "T%02d:00", hour)
                : String.format(Locale.ROOT, "T%02d:%02d", hour, minute);
        return new Read(value, end);
    }
}
