package org.demarche.mention.time;

import java.util.Map;
import org.demarche.mention.time.PhrasePart.Read;
import org.jspecify.annotations.Nullable;

/** Reads numbers and ordinals as words or digits: "twenty-five", "1,500", "3.5", "a couple of", "several", "two and a half", "26th". */
final class NumberWords {
    private NumberWords() {}

    static boolean canStart(Piece piece) {
        String w = piece.lower();
        return piece.isNumber()
                || TimeWords.SMALL_NUMBERS.containsKey(w)
                || TimeWords.TENS.containsKey(w)
                || TimeWords.VAGUE_AMOUNTS.contains(w)
                || w.equals("a")
                || w.equals("an")
                || w.equals("half")
                || w.equals("hundred")
                || w.equals("hundreds")
                || w.equals("dozens")
                || w.equals("decades")
                || w.equals("dozen")
                || w.equals("couple");
    }

    /** An amount of something countable. */
    static @Nullable Read amount(Pieces p, int at) {
        Read plain = plain(p, at);
        if (plain == null) {
            return null;
        }
        Amount amount = (Amount) plain.value();
        int i = plain.end();
        // "two and a half", "two-and-a-half"
        int j = skipHyphen(p, i);
        if (p.at(j).is("and")) {
            int k = skipHyphen(p, j + 1);
            k = p.at(k).is("a") || p.at(k).is("one") ? skipHyphen(p, k + 1) : k;
            if (p.at(k).is("half")) {
                return new Read(amount.plus(0.5), k + 1);
            }
        }
        return new Read(amount, i);
    }

    private static int skipHyphen(Pieces p, int i) {
        return p.at(i).is("-") ? i + 1 : i;
    }

    private static @Nullable Read plain(Pieces p, int at) {
        Piece first = p.at(at);
        String w = first.lower();
        if (first.isNumber()) {
            return digits(p, at);
        }
        if (w.equals("half")) {
            return p.at(at + 1).is("a") || p.at(at + 1).is("an") ? new Read(new Amount(0.5), at + 2) : null;
        }
        if (w.equals("a") || w.equals("an")) {
            String next = p.at(at + 1).lower();
            if (next.equals("half")) {
                return new Read(new Amount(0.5), at + 2);
            }
            if (next.equals("single") || next.equals("full") || next.equals("whole")) {
                return new Read(Amount.ONE, at + 2);
            }
            if (next.equals("good") && p.at(at + 2).is("many")) {
                return new Read(Amount.UNSAID, at + 3);
            }
            Read vague = vague(p, at + 1);
            if (vague != null) {
                return vague;
            }
            Read big = words(p, at + 1, 1);
            return big != null ? big : new Read(Amount.ONE, at + 1);
        }
        Read vague = vague(p, at);
        return vague != null ? vague : words(p, at, 0);
    }

    private static @Nullable Read vague(Pieces p, int at) {
        String w = p.at(at).lower();
        if (TimeWords.VAGUE_AMOUNTS.contains(w)) {
            return new Read(Amount.UNSAID, at + 1);
        }
        if (w.equals("couple")) {
            return new Read(new Amount(2), p.at(at + 1).is("of") ? at + 2 : at + 1);
        }
        if (w.equals("dozens") || w.equals("hundreds")) {
            return p.at(at + 1).is("of") ? new Read(Amount.UNSAID, at + 2) : null;
        }
        return null;
    }

    private static @Nullable Read digits(Pieces p, int at) {
        String text = p.at(at).lower();
        if (text.length() > 7) {
            return null;
        }
        double value = Integer.parseInt(text);
        int i = at + 1;
        while (p.at(i).is(",")
                && p.at(i).glued()
                && p.at(i + 1).glued()
                && p.at(i + 1).lower().length() == 3
                && p.at(i + 1).isNumber()
                && i < at + 6) {
            value = value * 1000 + p.at(i + 1).number();
            i += 2;
        }
        if (p.at(i).is(".")
                && p.at(i).glued()
                && p.at(i + 1).glued()
                && p.at(i + 1).isNumber()
                && p.at(i + 1).lower().length() < 4) {
            value += Double.parseDouble("0." + p.at(i + 1).lower());
            i += 2;
        }
        if (p.at(i).is("-")
                && p.at(i + 1).is("1")
                && p.at(i + 2).is("/")
                && p.at(i + 3).is("2")) {
            return new Read(new Amount(value + 0.5), i + 4);
        }
        if (p.at(i).is("1") && p.at(i + 1).is("/") && p.at(i + 2).is("2")) {
            return new Read(new Amount(value + 0.5), i + 3);
        }
        return new Read(new Amount(value), i);
    }

    /** "twenty-five", "three hundred", "two dozen"; a first number that was read before ("a hundred") comes in as seed. */
    private static @Nullable Read words(Pieces p, int at, int seed) {
        int i = at;
        int value = seed;
        Integer tens = TimeWords.TENS.get(p.at(i).lower());
        Integer ones = TimeWords.SMALL_NUMBERS.get(p.at(i).lower());
        if (tens != null && seed == 0) {
            value = tens * 10;
            i++;
            int j = skipHyphen(p, i);
            Integer more = TimeWords.SMALL_NUMBERS.get(p.at(j).lower());
            if (more != null && more < 10) {
                value += more;
                i = j + 1;
            }
        } else if (ones != null && seed == 0) {
            value = ones;
            i++;
        }
        Integer times = Map.of("hundred", 100, "thousand", 1000, "dozen", 12)
                .get(p.at(i).lower());
        if (times != null) {
            value = Math.max(value, 1) * times;
            i++;
            int j = p.at(i).is("and") ? i + 1 : i;
            Read rest = times == 12 ? null : words(p, j, 0);
            if (rest != null && ((Amount) rest.value()).number() < times) {
                value += ((Amount) rest.value()).whole();
                i = rest.end();
            }
        }
        return i == at ? null : new Read(new Amount(value), i);
    }

    static boolean canStartOrdinal(Piece piece) {
        return piece.isNumber()
                || TimeWords.ORDINALS.containsKey(piece.lower())
                || TimeWords.TENS.containsKey(piece.lower());
    }

    /** "26th", "twenty-first", "third". */
    static @Nullable Read ordinal(Pieces p, int at) {
        Piece first = p.at(at);
        if (first.isNumber()) {
            boolean suffixed = isSuffix(p.at(at + 1)) && first.lower().length() <= 3;
            return suffixed ? new Read(first.number(), at + 2) : null;
        }
        Integer plain = TimeWords.ORDINALS.get(first.lower());
        if (plain != null) {
            return new Read(plain, at + 1);
        }
        Integer tens = TimeWords.TENS.get(first.lower());
        int j = skipHyphen(p, at + 1);
        Integer ones = TimeWords.ORDINALS.get(p.at(j).lower());
        return tens != null && ones != null && ones < 10 ? new Read(tens * 10 + ones, j + 1) : null;
    }

    static boolean canStartTens(Piece piece) {
        return TimeWords.TENS.containsKey(piece.lower());
    }

    /** A day of the month as it is spoken without being an ordinal: "twenty one" to "thirty one", "thirty". */
    static @Nullable Read tensAndOnes(Pieces p, int at) {
        Integer tens = TimeWords.TENS.get(p.at(at).lower());
        if (tens == null) {
            return null;
        }
        int j = skipHyphen(p, at + 1);
        Integer ones = TimeWords.SMALL_NUMBERS.get(p.at(j).lower());
        int more = ones == null || ones > 9 ? 0 : ones;
        int day = tens * 10 + more;
        return day <= 31 && (more > 0 || day == 30) ? new Read(day, more > 0 ? j + 1 : at + 1) : null;
    }

    static boolean isSuffix(Piece piece) {
        return piece.glued() && (piece.is("st") || piece.is("nd") || piece.is("rd") || piece.is("th"));
    }
}
