package org.demarche.mention.quantity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one number, in figures or in words, at a place: "1.5 million", "twenty-eight thousand six hundred", "two dozen", "several hundred",
 * "half a million", "two-thirds". It says nothing of whether the number counts anything.
 */
final class NumeralReader {
    private static final Map<String, Double> SMALL = new HashMap<>();
    private static final Map<String, Double> SCALES = new HashMap<>();
    private static final Map<String, Double> PARTS = new HashMap<>();

    static {
        String[] ones = {
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen"
        };
        for (int i = 0; i < ones.length; i++) {
            SMALL.put(ones[i], (double) i);
        }
        String[] tens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
        for (int i = 0; i < tens.length; i++) {
            SMALL.put(tens[i], 10.0 * (i + 2));
        }
        SCALES.put("hundred", 1e2);
        SCALES.put("thousand", 1e3);
        SCALES.put("lakh", 1e5);
        SCALES.put("crore", 1e7);
        SCALES.put("million", 1e6);
        SCALES.put("billion", 1e9);
        SCALES.put("trillion", 1e12);
        SCALES.put("dozen", 12.0);
        String[] parts = {"half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};
        for (int i = 0; i < parts.length; i++) {
            PARTS.put(parts[i], 1.0 / (i + 2));
        }
        PARTS.put("fourth", 0.25);
    }

    private final List<Piece> pieces;

    NumeralReader(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** The number that begins here, or null. */
    @Nullable
    Numeral read(int at) {
        Piece piece = pieces.get(at);
        if (piece.isFigure()) {
            return readFigure(at);
        }
        if (!piece.isWord() && !piece.text().equals("½")) {
            return null;
        }
        Numeral part = readPart(at);
        if (part != null) {
            return part;
        }
        Numeral vague = readVague(at);
        return vague != null ? vague : readWords(at);
    }

    /** Whether a word is a number below a hundred: "four", "thirty". */
    static boolean isSmall(String lower) {
        return SMALL.containsKey(lower);
    }

    /** What a word of scale multiplies by, or 0. */
    static double scaleOf(String lower) {
        return switch (lower) {
            case "bn", "bln" -> 1e9;
            case "mn", "mln", "mil" -> 1e6;
            case "tn", "trn" -> 1e12;
            case "hundred", "dozen" -> 0;
            default -> SCALES.getOrDefault(lower, 0.0);
        };
    }

    private @Nullable Numeral readFigure(int at) {
        double value = pieces.get(at).value();
        if (is(at + 1, "/") && glued(at + 1) && isFigure(at + 2) && glued(at + 2)) {
            return fraction(at, value);
        }
        if (is(at + 1, "½")) {
            return Numeral.of(at, at + 2, value + 0.5, true);
        }
        Numeral out = Numeral.of(at, at + 1, value, true);
        int next = is(at + 1, "-") ? at + 2 : at + 1;
        String word = lower(next);
        double scale = scaleOf(word);
        if (scale == 0 && next == at + 1 && (word.equals("hundred") || word.equals("dozen"))) {
            scale = SCALES.getOrDefault(word, 0.0);
        }
        if (scale > 0) {
            out = out.scaled(scale, next + 1);
            double more = scaleOf(lower(next + 1));
            return more > 0 ? out.scaled(more, next + 2) : out;
        }
        return out;
    }

    /** "1/16", "1⁄2": a part of a whole only where the lower number is the larger, and neither "9/11" nor "24/7". */
    private @Nullable Numeral fraction(int at, double upper) {
        double below = pieces.get(at + 2).value();
        boolean one = upper == 1 || (upper < below && below <= 10);
        boolean sequel = is(at + 3, "/") && isFigure(at + 4);
        return one && below > 1 && !sequel
                ? new Numeral(at, at + 3, upper / below, upper / below, 1, true, true)
                : null;
    }

    private @Nullable Numeral readPart(int at) {
        String word = lower(at);
        if (word.equals("half") && (is(at + 1, "a") || is(at + 1, "-"))) {
            double scale = SCALES.getOrDefault(lower(at + 2), 0.0);
            return scale > 0 ? Numeral.of(at, at + 2, 0.5, false).scaled(scale, at + 3) : null;
        }
        if (word.equals("half") || word.equals("½")) {
            boolean whole = isAny(at + 1, "of", "the", "its", "their", "his", "her", "our", "all", "that");
            boolean by = isAny(at - 1, "by", "in", "to") && !is(at + 1, "-");
            return whole || by ? part(at, at + 1, 0.5) : null;
        }
        if (isAny(at, "a", "one") && (is(at + 1, "-") || isWord(at + 1))) {
            int noun = is(at + 1, "-") ? at + 2 : at + 1;
            Double size = PARTS.get(lower(noun));
            boolean used = is(noun + 1, "of")
                    || isAny(at - 1, "by", "than", "about", "nearly", "almost", "over")
                    || noun > at + 1
                    || (word.equals("one") && !lower(noun).equals("half") && !isWord(noun + 1));
            return size != null && used ? part(at, noun + 1, size) : null;
        }
        Double count = SMALL.get(word);
        if (count != null && count > 1 && count < 10) {
            int noun = is(at + 1, "-") ? at + 2 : at + 1;
            String form = lower(noun);
            Double size = form.endsWith("s") ? PARTS.get(form.substring(0, form.length() - 1)) : null;
            return size != null && !form.equals("seconds") && count * size < 1
                    ? part(at, noun + 1, count * size)
                    : null;
        }
        return null;
    }

    private static Numeral part(int first, int next, double value) {
        return new Numeral(first, next, value, value, 1, true, false);
    }

    /** "hundreds", "tens of thousands", "several hundred": an order of magnitude, both ends of it. */
    private @Nullable Numeral readVague(int at) {
        String word = lower(at);
        if (isAny(at, "several", "few", "many")) {
            double scale = SCALES.getOrDefault(lower(at + 1), 0.0);
            return scale > 0 ? new Numeral(at, at + 2, 2 * scale, 10 * scale, scale, false, false) : null;
        }
        if (word.equals("couple") || word.equals("pair")) {
            return isAny(at - 1, "a", "the") && is(at + 1, "of") && isWord(at + 2)
                    ? Numeral.of(at, at + 1, 2, false)
                    : null;
        }
        double size = vagueSize(word);
        if (size == 0 || !is(at + 1, "of")) {
            return null;
        }
        double of = vagueSize(lower(at + 2));
        if (of > size) {
            return new Numeral(at, at + 3, size * of, size * of * 10, of, false, false);
        }
        return new Numeral(at, at + 1, size, size == 12 ? 100 : size * 10, size, false, false);
    }

    private static double vagueSize(String word) {
        return switch (word) {
            case "tens" -> 10;
            case "dozens" -> 12;
            case "hundreds" -> 100;
            case "thousands" -> 1e3;
            case "millions" -> 1e6;
            case "billions" -> 1e9;
            case "trillions" -> 1e12;
            default -> 0;
        };
    }

    /** Words below a thousand are summed, then multiplied by their scale, then summed: 28 thousand + 6 hundred + 42. */
    private @Nullable Numeral readWords(int at) {
        double total = 0;
        double group = 0;
        double last = Double.MAX_VALUE;
        double scaled = 1;
        boolean any = false;
        int next = at;
        int i = at;
        if (isAny(at, "a", "an")) {
            if (SCALES.containsKey(lower(at + 1))) {
                group = 1;
                i = at + 1;
            } else {
                return null;
            }
        }
        while (i < pieces.size()) {
            String word = lower(i);
            Double small = SMALL.get(word);
            double scale = SCALES.getOrDefault(word, 0.0);
            if (small != null && fits(small, last)) {
                group += small;
                last = small;
            } else if (scale > 0 && (any || i > at)) {
                if (scale == 100 || scale == 12) {
                    group = Math.max(group, 1) * scale;
                    last = 100;
                } else {
                    total += Math.max(group, 1) * scale;
                    group = 0;
                    last = 1000;
                }
                scaled = Math.max(scaled, scale);
            } else {
                break;
            }
            any = true;
            next = ++i;
            if (is(i, "-") && (SMALL.containsKey(lower(i + 1)) || SCALES.containsKey(lower(i + 1)))) {
                i++;
            } else if (is(i, "and")
                    && (last == 100 || last == 1000)
                    && SMALL.containsKey(lower(i + 1))
                    && group % 100 == 0) {
                i++;
            } else if (is(i, "and") && is(i + 1, "a") && is(i + 2, "half")) {
                double half = Math.max(scaleOf(lower(i + 3)), 1);
                return Numeral.of(at, i + (half > 1 ? 4 : 3), (total + group + 0.5) * half, false);
            }
        }
        return any ? new Numeral(at, next, total + group, total + group, scaled, false, false) : null;
    }

    /** "twenty" is followed by "three", not by "thirty"; "hundred" and "thousand" by anything smaller. */
    private static boolean fits(double small, double last) {
        return last == Double.MAX_VALUE || last == 100 || last == 1000 || (last >= 20 && small < 10 && small > 0);
    }

    private boolean is(int at, String form) {
        return at >= 0 && at < pieces.size() && pieces.get(at).is(form);
    }

    private boolean isAny(int at, String... forms) {
        for (String form : forms) {
            if (is(at, form)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWord(int at) {
        return at >= 0 && at < pieces.size() && pieces.get(at).isWord();
    }

    private boolean isFigure(int at) {
        return at >= 0 && at < pieces.size() && pieces.get(at).isFigure();
    }

    private boolean glued(int at) {
        return at < pieces.size() && pieces.get(at).glued();
    }

    private String lower(int at) {
        return at >= 0 && at < pieces.size() ? pieces.get(at).lower() : "";
    }
}
