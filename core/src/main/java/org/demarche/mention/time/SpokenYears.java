package org.demarche.mention.time;

import org.jspecify.annotations.Nullable;

/** Years as they are spoken: "nineteen eighty-nine", "nineteen oh five", "two thousand and eighteen", "twenty twenty-one". */
final class SpokenYears {
    private SpokenYears() {}

    static boolean canStart(Piece piece) {
        return switch (piece.lower()) {
            case "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "two", "one" -> true;
            default -> false;
        };
    }

    static PhrasePart.@Nullable Read read(Pieces p, int at) {
        PhrasePart.Read thousands = thousands(p, at);
        if (thousands != null) {
            return thousands;
        }
        int century = century(p.at(at));
        if (century == 0) {
            return null;
        }
        int i = p.at(at + 1).is("-") ? at + 2 : at + 1;
        if (p.at(i).is("oh") || p.at(i).is("zero")) {
            Integer ones = TimeWords.SMALL_NUMBERS.get(p.at(i + 1).lower());
            return ones == null || ones > 9 ? null : new PhrasePart.Read(century * 100 + ones, i + 2);
        }
        PhrasePart.Read rest = below(p, i);
        int two = rest == null ? 0 : (Integer) rest.value();
        return rest == null || two < 10 ? null : new PhrasePart.Read(century * 100 + two, rest.end());
    }

    /** "twenty-tens", "nineteen sixties", "two thousands", "two thousand and tens". */
    static PhrasePart.@Nullable Read decade(Pieces p, int at) {
        if (p.at(at).is("two") && p.at(at + 1).is("thousands")) {
            return new PhrasePart.Read(2000, at + 2);
        }
        boolean thousand = p.at(at).is("two") && p.at(at + 1).is("thousand");
        int century = thousand ? 20 : century(p.at(at));
        int i = thousand ? at + 2 : at + 1;
        i = p.at(i).is(thousand ? "and" : "-") ? i + 1 : i;
        int tens =
                p.at(i).is("tens") ? 1 : TimeWords.DECADES.getOrDefault(p.at(i).lower(), 0) % 100 / 10;
        return century == 0 || tens == 0 ? null : new PhrasePart.Read(century * 100 + tens * 10, i + 1);
    }

    private static int century(Piece piece) {
        return switch (piece.lower()) {
            case "sixteen" -> 16;
            case "seventeen" -> 17;
            case "eighteen" -> 18;
            case "nineteen" -> 19;
            case "twenty" -> 20;
            default -> 0;
        };
    }

    /** "two thousand (and) eighteen", "one thousand seven hundred and eighty nine". */
    private static PhrasePart.@Nullable Read thousands(Pieces p, int at) {
        boolean two = p.at(at).is("two");
        if (!two && !p.at(at).is("one") || !p.at(at + 1).is("thousand")) {
            return null;
        }
        int year = two ? 2000 : 1000;
        int i = at + 2;
        Integer hundreds = TimeWords.SMALL_NUMBERS.get(p.at(i).lower());
        if (hundreds != null && hundreds < 10 && p.at(i + 1).is("hundred")) {
            year += 100 * hundreds;
            i += 2;
        } else if (!two) {
            return null;
        }
        PhrasePart.Read rest = below(p, p.at(i).is("and") ? i + 1 : i);
        if (rest == null) {
            return new PhrasePart.Read(year, i);
        }
        return new PhrasePart.Read(year + (Integer) rest.value(), rest.end());
    }

    /** A number below a hundred. */
    private static PhrasePart.@Nullable Read below(Pieces p, int at) {
        Integer tens = TimeWords.TENS.get(p.at(at).lower());
        Integer ones = TimeWords.SMALL_NUMBERS.get(p.at(at).lower());
        if (tens == null) {
            return ones == null || ones > 19 ? null : new PhrasePart.Read(ones, at + 1);
        }
        int i = p.at(at + 1).is("-") ? at + 2 : at + 1;
        Integer more = TimeWords.SMALL_NUMBERS.get(p.at(i).lower());
        return more == null || more > 9
                ? new PhrasePart.Read(10 * tens, at + 1)
                : new PhrasePart.Read(10 * tens + more, i + 1);
    }
}
