package org.demarche.mention.quantity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a number together with its currency, percent sign or physical unit: "US$ 5.4m", "40 per cent", "12km". */
final class AmountReader {
    private final List<Piece> pieces;
    private final QuantityWords words;
    private final NumeralReader numerals;

    AmountReader(List<Piece> pieces, QuantityWords words) {
        this.pieces = pieces;
        this.words = words;
        this.numerals = new NumeralReader(pieces);
    }

    /** The amount whose number begins at this piece, or null. */
    @Nullable
    Amount read(int at) {
        Numeral number = numerals.read(at);
        if (number == null) {
            return null;
        }
        int first = at;
        String unit = null;
        int before = number.figures() ? currencyBefore(at) : -1;
        if (before >= 0) {
            first = before;
            unit = currency(before, at);
        }
        if (isSigned(first)) {
            first--;
            number = number.negated(number.first() - 1);
        }
        int next = number.next();
        if (number.figures()) {
            Numeral suffixed = suffix(number, unit != null);
            next = suffixed.next();
            number = suffixed;
        }
        if (unit != null) {
            return new Amount(first, next, number, unit);
        }
        return unitAfter(first, next, number);
    }

    private Amount unitAfter(int first, int next, Numeral number) {
        int at = isAt(next, "-") && next + 1 < pieces.size() ? next + 1 : next;
        for (int length = 2; length >= 1; length--) {
            String phrase = phrase(at, length);
            if (phrase.isEmpty()) {
                continue;
            }
            if (words.percent.contains(phrase)) {
                return new Amount(first, at + length, number, "percent");
            }
            String unit = number.figures() ? symbol(phrase, at) : null;
            if (unit != null) {
                return new Amount(first, at + length, number, unit);
            }
        }
        return new Amount(first, next, number, null);
    }

    /** A short abbreviation is a unit only where it is glued to the figure; "in", "a", "to" are words. */
    private @Nullable String symbol(String phrase, int at) {
        Map<String, String> after = words.currencyAfter;
        String unit = words.units.getOrDefault(phrase, after.get(phrase));
        boolean glued = pieces.get(at).glued();
        return unit != null && (glued || phrase.length() > 1) ? unit : null;
    }

    /** "5.4m", "12k", "$6bn": the letters that multiply. A bare "m" is metres unless money or a thing is counted. */
    private Numeral suffix(Numeral number, boolean money) {
        int at = number.next();
        if (at >= pieces.size() || !pieces.get(at).glued() || !pieces.get(at).isWord()) {
            return number;
        }
        String word = pieces.get(at).lower();
        boolean counted = at + 1 < pieces.size()
                && pieces.get(at + 1).isWord()
                && words.isPlural(pieces.get(at + 1).lower());
        double by = switch (word) {
            case "k" -> 1e3;
            case "m" -> money || counted ? 1e6 : 0;
            case "b" -> money ? 1e9 : 0;
            case "t" -> money ? 1e12 : 0;
            default -> NumeralReader.scaleOf(word);
        };
        return by > 0 ? number.scaled(by, at + 1) : number;
    }

    /** Index of the first piece of the currency before a figure, or -1: "$", "US $", "RM" glued, "USD". */
    private int currencyBefore(int at) {
        for (int length = 2; length >= 1; length--) {
            int first = at - length;
            if (first >= 0 && currency(first, at) != null) {
                return first;
            }
        }
        return -1;
    }

    private @Nullable String currency(int first, int at) {
        StringBuilder form = new StringBuilder();
        for (int i = first; i < at; i++) {
            form.append(pieces.get(i).lower());
        }
        String name = words.currencyBefore.get(form.toString());
        if (name == null) {
            return code(first, at);
        }
        boolean letters = Character.isLetter(form.charAt(form.length() - 1));
        boolean upper = pieces.get(first).text().equals(pieces.get(first).text().toUpperCase(Locale.ROOT));
        return !letters
                        || pieces.get(at).glued()
                        || (upper && form.length() == 3)
                        || form.toString().equals("rs")
                ? name
                : null;
    }

    /** Two or three capitals glued to a figure that has separators or a multiplying letter: money in a currency that we do not know. */
    private @Nullable String code(int first, int at) {
        Piece letters = pieces.get(first);
        boolean capitals = first == at - 1
                && letters.isWord()
                && letters.text().length() >= 2
                && letters.text().length() <= 3
                && letters.text().chars().allMatch(Character::isUpperCase);
        if (!capitals || !pieces.get(at).glued()) {
            return null;
        }
        String figure = pieces.get(at).text();
        boolean grouped = figure.indexOf(',') > 0;
        boolean multiplied = at + 1 < pieces.size()
                && pieces.get(at + 1).isWord()
                && (NumeralReader.scaleOf(pieces.get(at + 1).lower()) > 0
                        || (pieces.get(at + 1).glued()
                                && "kmb".contains(pieces.get(at + 1).lower())));
        return grouped || multiplied ? letters.text() : null;
    }

    /** A minus before a figure: after a space or a bracket, or the word. */
    private boolean isSigned(int first) {
        int at = first - 1;
        if (at < 0) {
            return false;
        }
        Piece sign = pieces.get(at);
        boolean gluedToNumber = pieces.get(first).glued();
        if ((sign.text().equals("-") || sign.text().equals("−")) && gluedToNumber) {
            boolean word = at > 0 && pieces.get(at - 1).is("minus");
            return (!sign.glued()
                            && at > 0
                            && !pieces.get(at - 1).isFigure()
                            && pieces.get(first).isFigure()
                            && !pieces.get(at - 1).isDash())
                    || word;
        }
        return sign.is("minus") && at > 0 && !pieces.get(at - 1).isFigure();
    }

    private boolean isAt(int at, String form) {
        return at < pieces.size() && pieces.get(at).is(form);
    }

    /** A phrase of pieces joined by one space, signs joined as they stand; empty past the end. */
    private String phrase(int at, int length) {
        if (at + length > pieces.size()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (int i = at; i < at + length; i++) {
            if (i > at && !pieces.get(i).glued()) {
                out.append(' ');
            }
            out.append(pieces.get(i).lower());
        }
        return out.toString();
    }
}
