package org.demarche.mention.quantity;

import java.util.List;
import java.util.Set;

/** Numbers that count nothing: years and days, clock times, ordinals, parts of names, scores of games. */
final class NotCounted {
    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th", "s");
    private static final Set<String> CLOCK =
            Set.of("am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "o’clock", "gmt", "utc", "hrs");
    private static final Set<String> NOT_BEFORE_ONE = Set.of(
            "the", "this", "that", "each", "every", "no", "any", "which", "another", "some", "good", "other", "big",
            "new", "first", "last", "loved", "latest", "only");

    private final List<Piece> pieces;
    private final QuantityWords words;

    NotCounted(List<Piece> pieces, QuantityWords words) {
        this.pieces = pieces;
        this.words = words;
    }

    boolean test(Amount amount) {
        Numeral number = amount.number();
        if (!number.figures()) {
            return isOne(amount) || isNumberedInWords(amount);
        }
        if (amount.unit() != null && !amount.unit().equals("metre")) {
            return isGluedToLetters(amount)
                    && !words.currencyBefore.containsValue(amount.unit())
                    && pieces.get(amount.first()).isFigure();
        }
        return isItem(amount)
                || isOrdinal(amount)
                || isClock(amount)
                || isDay(amount)
                || isChain(amount)
                || isLabelled(amount)
                || isGluedToLetters(amount)
                || isName(amount)
                || isYear(amount);
    }

    /** "one" as a pronoun, or in "one another", "one day". */
    private boolean isOne(Amount amount) {
        if (amount.number().low() != 1 || amount.next() - amount.first() != 1) {
            return lower(amount.first()).equals("zero") && isDash(amount.next());
        }
        String next = lower(amount.next());
        String previous = lower(amount.first() - 1);
        if (next.equals("of") || next.equals("more") || amount.unit() != null) {
            return false;
        }
        return NOT_BEFORE_ONE.contains(previous)
                || next.isEmpty()
                || !isWord(amount.next())
                || words.function.contains(next)
                || next.equals("day")
                || next.equals("thing")
                || isDash(amount.first() - 1);
    }

    private boolean isNumberedInWords(Amount amount) {
        String previous = lower(amount.first() - 1);
        boolean numbered = words.nameBefore.contains(previous)
                && amount.unit() == null
                && pieces.get(amount.first() - 1).isWord()
                && !words.isPlural(lower(amount.next()));
        return numbered
                || (isDash(amount.first() - 1)
                        && pieces.get(amount.first() - 1).glued()
                        && pieces.get(amount.first()).glued()
                        && isWord(amount.first() - 2)
                        && !isNumberWord(amount.first() - 2))
                || CLOCK.contains(lower(amount.next()));
    }

    private boolean isNumberWord(int at) {
        return lower(at).equals("to") || lower(at).equals("sub") || lower(at).equals("minus");
    }

    /** "3. The Council decides …", "(3) …": the number of a paragraph. */
    private boolean isItem(Amount amount) {
        int first = amount.first();
        boolean bracket = first == 1 && sign(0, "(") && sign(amount.next(), ")");
        return bracket
                || first == 0
                        && (sign(amount.next(), ".") || sign(amount.next(), ")"))
                        && glued(amount.next())
                        && !glued(amount.next() + 1);
    }

    private boolean isOrdinal(Amount amount) {
        int at = amount.next();
        return isWord(at)
                        && pieces.get(at).glued()
                        && ORDINAL_ENDINGS.contains(pieces.get(at).lower())
                || (at + 1 < pieces.size()
                        && isApostrophe(at)
                        && lower(at + 1).equals("s")
                        && pieces.get(at).glued());
    }

    private boolean isApostrophe(int at) {
        return sign(at, "'") || sign(at, "’");
    }

    private boolean isClock(Amount amount) {
        int after = amount.next();
        boolean colon = sign(after, ":") && glued(after) && isFigure(after + 1) && glued(after + 1);
        boolean afterColon = sign(amount.first() - 1, ":") && glued(amount.first()) && isFigure(amount.first() - 2);
        return colon
                || afterColon
                || CLOCK.contains(lower(after))
                || (lower(after).equals("hours") && isClockFigure(amount));
    }

    private boolean isClockFigure(Amount amount) {
        String text = pieces.get(amount.first()).text();
        return text.length() == 4 && text.startsWith("0");
    }

    /** "March 29", "29 March", "Sept. 20-24", "the 29 of March". */
    private boolean isDay(Amount amount) {
        double value = amount.number().low();
        if (value < 1 || value > 31 || value != Math.rint(value)) {
            return false;
        }
        int before = amount.first() - 1;
        if (sign(before, ".")) {
            before--;
        }
        if ((isDash(before) || lower(before).equals("and") || lower(before).equals("or")) && isFigure(before - 1)) {
            before -= 2;
            if (sign(before, ".")) {
                before--;
            }
        }
        if (isMonth(before)) {
            return true;
        }
        int after = amount.next();
        if (isDash(after) && isFigure(after + 1)) {
            after += 2;
        } else if (lower(after).equals("and") && isFigure(after + 1)) {
            after += 2;
        }
        return isMonth(after) || (lower(after).equals("of") && isMonth(after + 1));
    }

    /** May and March are months only with a capital. */
    private boolean isMonth(int at) {
        return at >= 0
                && at < pieces.size()
                && pieces.get(at).isCapitalised()
                && words.months.contains(pieces.get(at).lower());
    }

    /** "9/11", "2-1", "3888-2", "10/21/2020", "1.2.3": figures tied by signs that are no range. */
    private boolean isChain(Amount amount) {
        int after = amount.next();
        int before = amount.first() - 1;
        boolean slash = sign(after, "/") && glued(after) && isFigure(after + 1) && glued(after + 1)
                || sign(before, "/") && glued(before) && glued(amount.first()) && isFigure(before - 1);
        boolean score = isDash(after)
                        && glued(after)
                        && isFigure(after + 1)
                        && glued(after + 1)
                        && pieces.get(after + 1).value() <= amount.number().low()
                        && !hasUnit(after + 2)
                || isDash(before)
                        && glued(before)
                        && glued(amount.first())
                        && isFigure(before - 1)
                        && pieces.get(before - 1).value() >= amount.number().low();
        boolean iso =
                isDash(before) && glued(before) && glued(amount.first()) && isFigure(before - 1) && isDash(before - 2);
        boolean version = sign(after, ".") && glued(after) && isFigure(after + 1) && glued(after + 1)
                || sign(before, ".") && glued(before) && isFigure(before - 1) && glued(amount.first());
        return slash || score || version || iso;
    }

    private boolean hasUnit(int at) {
        return sign(at, "%") || words.percent.contains(lower(at)) || words.units.containsKey(lower(at));
    }

    /** "Volume: 18", "Issue: 160". */
    private boolean isLabelled(Amount amount) {
        return sign(amount.first() - 1, ":") && words.nameBefore.contains(lower(amount.first() - 2));
    }

    /** "RAV4", "G7", "F-16", "COVID-19", "S8". */
    private boolean isGluedToLetters(Amount amount) {
        int first = amount.first();
        if (!pieces.get(first).isFigure() || !glued(first) || first == 0) {
            return false;
        }
        Piece before = pieces.get(first - 1);
        if (before.isWord()) {
            return true;
        }
        if (before.isDash() && before.glued() && first >= 2) {
            Piece word = pieces.get(first - 2);
            return word.isWord()
                    && !isNumberWord(first - 2)
                    && !(amount.unit() != null && words.isChange(word.lower()));
        }
        return before.text().equals("&")
                || before.text().equals("@")
                || before.text().equals("#");
    }

    /** "Article 5", "Resolution 2254", "Group of 20", "iPhone 12", "Model 3". */
    private boolean isName(Amount amount) {
        int at = amount.first() - 1;
        if (sign(at, ".")) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        Piece before = pieces.get(at);
        String two = at > 0 ? lower(at - 1) + " " + before.lower() : "";
        if (words.nameBefore.contains(two)) {
            return true;
        }
        boolean counted = words.isPlural(lower(amount.next()))
                && !pieces.get(amount.next()).isCapitalised();
        if (words.nameBefore.contains(before.lower())) {
            return !counted;
        }
        if (!before.isCapitalised() || sign(amount.first() - 1, ".") || isShare(amount)) {
            return false;
        }
        boolean opening = at == 0 || (at == 1 && !pieces.get(0).isWord());
        boolean function = words.function.contains(before.lower())
                || words.before.containsKey(before.lower())
                || words.isChange(before.lower());
        return !function
                && !counted
                && !(opening && isWord(amount.next()))
                && !words.months.contains(before.lower())
                && !words.weekdays.contains(before.lower());
    }

    /** "Germany expelled 40 envoys, France 35 and the Netherlands 30": the share of each in a list that begins with what is counted. */
    private boolean isShare(Amount amount) {
        int name = amount.first() - 1;
        while (name > 1
                && pieces.get(name - 1).isCapitalised()
                && pieces.get(name - 1).isWord()) {
            name--;
        }
        int link = lower(name - 1).equals("the") ? name - 2 : name - 1;
        boolean listed = sign(link, ",") || lower(link).equals("and") || sign(link, ";");
        int next = amount.next();
        boolean ends = next >= pieces.size()
                || sign(next, ",")
                || sign(next, ".")
                || sign(next, ";")
                || lower(next).equals("and")
                || lower(next).equals("each");
        boolean begun = false;
        for (int i = 0; i < name - 2 && !begun; i++) {
            begun = (pieces.get(i).isFigure() || NumeralReader.isSmall(lower(i)))
                    && (isWord(i + 1)
                            || sign(i + 1, ",") && i > 0 && !pieces.get(i - 1).isCapitalised())
                    && !words.months.contains(lower(i + 1))
                    && !(i > 0 && words.months.contains(lower(i - 1)));
        }
        return listed && ends && begun;
    }

    private boolean isYear(Amount amount) {
        Piece figure = pieces.get(amount.first());
        double value = amount.number().low();
        if (!figure.isFigure()
                || figure.text().length() != 4
                || value < 1000
                || value > 2199
                || amount.number().scale() != 1) {
            return false;
        }
        String before = lower(amount.first() - 1);
        boolean round = value % 100 == 0;
        boolean counted = words.isPlural(lower(amount.next()))
                && !pieces.get(amount.next()).isCapitalised();
        boolean bounded =
                words.before.containsKey(before) && !words.yearBefore.contains(before) || before.equals("than");
        if (bounded) {
            return false;
        }
        if (value < 1800 || round) {
            boolean preposition = words.yearBefore.contains(before) && !before.equals("of") && !before.equals("the");
            return !counted
                    && (preposition
                            || words.months.contains(before)
                            || isDash(amount.next())
                            || (value >= 1800
                                    && before.equals("of")
                                    && !lower(amount.first() - 2).equals("average")));
        }
        return true;
    }

    private boolean isDash(int at) {
        return at >= 0 && at < pieces.size() && pieces.get(at).isDash();
    }

    private boolean isWord(int at) {
        return at >= 0 && at < pieces.size() && pieces.get(at).isWord();
    }

    private boolean isFigure(int at) {
        return at >= 0 && at < pieces.size() && pieces.get(at).isFigure();
    }

    private boolean glued(int at) {
        return at >= 0 && at < pieces.size() && pieces.get(at).glued();
    }

    private boolean sign(int at, String form) {
        return at >= 0 && at < pieces.size() && pieces.get(at).text().equals(form);
    }

    private String lower(int at) {
        return at >= 0 && at < pieces.size() ? pieces.get(at).lower() : "";
    }
}
