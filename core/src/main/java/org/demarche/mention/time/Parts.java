package org.demarche.mention.time;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.demarche.mention.time.PhrasePart.Read;
import org.jspecify.annotations.Nullable;

/** The named parts that phrases may use. */
final class Parts {
    private interface Reader {
        @Nullable
        Read read(Pieces pieces, int at);
    }

    /** Month names that are also verbs or given names. */
    private static final Set<String> RISKY_MONTHS =
            Set.of("may", "march", "mar", "dec", "jan", "sep", "jun", "oct", "nov", "apr", "aug", "feb", "august");

    private static final Set<String> JOINTS = Set.of("to", "until", "till", "through");

    private static final Set<String> BEFORE_SHORT = Set.of("last", "next", "this");

    /** All but {@code CALENDAR}, by name. */
    static final Map<String, PhrasePart> BASIC = new TreeMap<>();

    static {
        add("MONTH", Parts::startsMonth, Parts::month);
        add("YEAR", p -> p.isNumber() || p.is("'") || SpokenYears.canStart(p), Parts::year);
        add("BCYEAR", p -> p.isNumber() || p.is("ad") || p.is("a"), Parts::bcYear);
        add("BC", p -> p.is("b") || p.is("bc") || p.is("bce"), (p, i) -> era(p, i));
        add("DAYNUM", Parts::startsDay, Parts::dayOfMonth);
        add("DAYORD", NumberWords::canStartOrdinal, Parts::dayOrdinal);
        add("ORD", NumberWords::canStartOrdinal, NumberWords::ordinal);
        add("NUM", NumberWords::canStart, NumberWords::amount);
        add(
                "UNIT",
                p -> TimeWords.UNITS.containsKey(p.lower()),
                (p, i) -> of(TimeWords.UNITS.get(p.at(i).lower()), i + 1));
        add(
                "SEASON",
                p -> TimeWords.SEASONS.containsKey(p.lower()),
                (p, i) -> of(TimeWords.SEASONS.get(p.at(i).lower()), i + 1));
        add(
                "DAYPART",
                p -> TimeWords.DAY_PARTS.containsKey(p.lower()),
                (p, i) -> of(TimeWords.DAY_PARTS.get(p.at(i).lower()), i + 1));
        add("WEEKDAY", Parts::startsWeekday, Parts::weekday);
        add(
                "DECADE",
                p -> p.isNumber() || p.is("'") || TimeWords.DECADES.containsKey(p.lower()) || SpokenYears.canStart(p),
                Parts::decade);
        add("NUMERIC", Piece::isNumber, NumericDates::read);
        add("MONTHDAY", Piece::isNumber, NumericDates::monthDay);
        add("SLASHDAY", Piece::isNumber, NumericDates::slashDay);
        add("DAYWORD", NumberWords::canStartTens, NumberWords::tensAndOnes);
        add("MOD", Parts::startsMod, Parts::mod);
        add("CLOCK", Clock::canStart, Clock::read);
    }

    private Parts() {}

    private static void add(String name, Predicate<Piece> starts, Reader reader) {
        BASIC.put(name, new PhrasePart() {
            @Override
            public boolean canStart(Piece piece) {
                return starts.test(piece);
            }

            @Override
            public @Nullable Read read(Pieces pieces, int at) {
                return starts.test(pieces.at(at)) ? reader.read(pieces, at) : null;
            }
        });
    }

    private static @Nullable Read of(@Nullable Object value, int end) {
        return value == null ? null : new Read(value, end);
    }

    private static boolean startsMonth(Piece p) {
        return TimeWords.MONTHS.containsKey(p.lower()) || TimeWords.SHORT_MONTHS.containsKey(p.lower());
    }

    private static @Nullable Read month(Pieces p, int at) {
        Piece word = p.at(at);
        Integer month = TimeWords.MONTHS.get(word.lower());
        boolean isShort = month == null;
        month = isShort ? TimeWords.SHORT_MONTHS.get(word.lower()) : month;
        boolean dashed = (p.at(at + 1).is("-") || p.at(at + 1).is("/"))
                && p.at(at + 1).glued()
                && p.at(at + 2).isNumber()
                && p.at(at + 2).glued();
        boolean numberAfter =
                p.at(at + 1).isNumber() || (p.at(at + 1).is(".") && p.at(at + 2).isNumber()) || dashed;
        boolean nearNumber = numberAfter
                || p.at(at - 1).isNumber()
                || NumberWords.isSuffix(p.at(at - 1))
                || (p.at(at - 1).is(",") && isLong(p.at(at - 2)))
                || NumberWords.canStartTens(p.at(at + 1))
                || BEFORE_SHORT.contains(p.at(at - 1).lower());
        if (!word.capital() && RISKY_MONTHS.contains(word.lower())) {
            boolean afterOrdinal =
                    NumberWords.isSuffix(p.at(at - 1)) || p.at(at - 1).is("of");
            boolean afterIn = Set.of("in", "last", "next", "this", "early", "late", "since", "until")
                    .contains(p.at(at - 1).lower());
            boolean afterYear = isShort && p.at(at - 1).is(",") && isLong(p.at(at - 2));
            if (!numberAfter && !afterOrdinal && !afterIn && !afterYear && !NumberWords.canStartTens(p.at(at + 1))) {
                return null;
            }
        }
        if (!isShort) {
            return of(month, at + 1);
        }
        Piece next = p.at(at + 1);
        boolean stop = next.is(".") && next.glued();
        if (stop && p.at(at + 2).glued() && p.at(at + 2).isWord()) {
            return null;
        }
        return word.capital() || nearNumber || stop ? of(month, stop ? at + 2 : at + 1) : null;
    }

    private static boolean isLong(Piece p) {
        return p.isNumber() && p.lower().length() == 4;
    }

    static boolean brokenNumber(Pieces p, int at, int end) {
        Piece before = p.at(at - 1);
        boolean gluedBefore = p.at(at).glued()
                && (before.is(".")
                        || before.is(",")
                        || before.is("$")
                        || before.is("#")
                        || before.is("£")
                        || before.is("€"))
                && (p.at(at - 2).isNumber() || !(before.is(".") || before.is(",")));
        Piece next = p.at(end);
        boolean gluedAfter = next.glued()
                && (next.is("%")
                        || ((next.is(",") || next.is("."))
                                && p.at(end + 1).glued()
                                && p.at(end + 1).isNumber()));
        return gluedBefore
                || gluedAfter
                || (next.glued() && next.isWord() && !NumberWords.isSuffix(next) && end == at + 1);
    }

    /** Four digits from 1000 to 2199, an apostrophe and two, or words. */
    private static @Nullable Read year(Pieces p, int at) {
        Piece first = p.at(at);
        if (first.isWord()) {
            return SpokenYears.read(p, at);
        }
        if (first.is("'")) {
            Piece two = p.at(at + 1);
            boolean fits = two.glued()
                    && two.isNumber()
                    && two.lower().length() == 2
                    && !(p.at(at + 2).glued() && p.at(at + 2).isWord());
            boolean quoteBefore = first.glued() && p.at(at - 1).isWord();
            return fits && !quoteBefore ? new Read(shortYear(two.number()), at + 2) : null;
        }
        int value = first.number();
        boolean part = (p.at(at + 1).is("q") || p.at(at + 1).is("h"))
                && p.at(at + 1).glued()
                && p.at(at + 2).isNumber()
                && p.at(at + 2).lower().length() == 1;
        boolean whole = part || !brokenNumber(p, at, at + 1);
        boolean fits = first.lower().length() == 4 && value >= 1000 && value < 2200 && whole;
        return fits ? new Read(value, at + 1) : null;
    }

    /** Two digits: up to 29 of this century, else of the last. */
    static int shortYear(int two) {
        return two < 30 ? 2000 + two : 1900 + two;
    }

    /** "490 BC", "490 B.C.", "AD 79", "79 AD". */
    private static @Nullable Read bcYear(Pieces p, int at) {
        Piece first = p.at(at);
        if (first.isNumber()) {
            if (first.lower().length() > 4 || first.number() <= 0) {
                return null;
            }
            Read bc = era(p, at + 1);
            if (bc != null) {
                return new Read(-first.number(), bc.end());
            }
            Piece next = p.at(at + 1);
            return (next.is("ad") || next.is("ce")) && first.number() < 2200 ? new Read(first.number(), at + 2) : null;
        }
        if (first.is("ad")
                && first.capital()
                && p.at(at + 1).isNumber()
                && p.at(at + 1).lower().length() <= 4) {
            return new Read(p.at(at + 1).number(), at + 2);
        }
        return null;
    }

    private static @Nullable Read era(Pieces p, int at) {
        if (p.at(at).is("bc") || p.at(at).is("bce")) {
            return new Read(-1, at + 1);
        }
        if (p.at(at).is("b") && p.at(at + 1).is(".") && p.at(at + 2).is("c")) {
            return new Read(-1, p.at(at + 3).is(".") && p.at(at + 3).glued() ? at + 4 : at + 3);
        }
        return null;
    }

    private static boolean startsDay(Piece p) {
        return (p.isNumber() && p.lower().length() <= 2) || NumberWords.canStartOrdinal(p);
    }

    private static @Nullable Read dayOfMonth(Pieces p, int at) {
        Piece first = p.at(at);
        if (!first.isNumber()) {
            return dayOrdinal(p, at);
        }
        int value = first.number();
        int end = NumberWords.isSuffix(p.at(at + 1)) ? at + 2 : at + 1;
        boolean clock = end == at + 1
                && p.at(end).is(":")
                && p.at(end).glued()
                && p.at(end + 1).isNumber();
        boolean fits = value >= 1 && value <= 31 && !clock && !brokenNumber(p, at, end);
        return fits ? new Read(value, end) : null;
    }

    private static @Nullable Read dayOrdinal(Pieces p, int at) {
        Read read = NumberWords.ordinal(p, at);
        return read != null && (Integer) read.value() >= 1 && (Integer) read.value() <= 31 ? read : null;
    }

    private static boolean startsWeekday(Piece p) {
        return TimeWords.WEEKDAYS.containsKey(p.lower()) || TimeWords.SHORT_WEEKDAYS.containsKey(p.lower());
    }

    private static @Nullable Read weekday(Pieces p, int at) {
        Piece word = p.at(at);
        Integer full = TimeWords.WEEKDAYS.get(word.lower());
        if (full != null) {
            return new Read(full, at + 1);
        }
        Piece next = p.at(at + 1);
        boolean stop = next.is(".") && next.glued() && !p.at(at + 2).glued() && at + 2 < p.size();
        int end = stop ? at + 2 : at + 1;
        Piece after = p.at(end);
        // "sun", "sat", "wed" are words too: an abbreviation needs a date or its stop and comma beside it.
        boolean sure = word.capital()
                && (after.is(",")
                        || startsMonth(after)
                        || (after.isNumber() && after.lower().length() <= 2)
                        || inSpan(p, at, end));
        Integer day = TimeWords.SHORT_WEEKDAYS.get(word.lower());
        return sure && day != null ? new Read(day, end) : null;
    }

    /** "from Tue to Thur": one of two weekdays joined; "Mon-Fri" is every week. */
    private static boolean inSpan(Pieces p, int at, int end) {
        boolean first = p.at(at - 1).is("from") && JOINTS.contains(p.at(end).lower()) && startsWeekday(p.at(end + 1));
        boolean last = p.at(at - 3).is("from") && JOINTS.contains(p.at(at - 1).lower()) && startsWeekday(p.at(at - 2));
        return first || last;
    }

    /** "1990s", "1990's", "'90s", "nineties". */
    private static @Nullable Read decade(Pieces p, int at) {
        Integer word = TimeWords.DECADES.get(p.at(at).lower());
        if (word != null) {
            return new Read(word, at + 1);
        }
        if (SpokenYears.canStart(p.at(at))) {
            return SpokenYears.decade(p, at);
        }
        int i = p.at(at).is("'") ? at + 1 : at;
        Piece digits = p.at(i);
        int value = digits.number();
        if (value < 0 || value % 10 != 0 || (i > at && !digits.glued())) {
            return null;
        }
        int j = p.at(i + 1).is("'") && p.at(i + 1).glued() ? i + 2 : i + 1;
        if (!p.at(j).is("s") || !p.at(j).glued()) {
            return null;
        }
        if (digits.lower().length() == 2) {
            return new Read(value < 20 ? 2000 + value : 1900 + value, j + 1);
        }
        return digits.lower().length() == 4 || digits.lower().length() == 3 ? new Read(value, j + 1) : null;
    }

    private static final Map<String, Mod> MOD_WORDS = Map.ofEntries(
            Map.entry("early", Mod.START),
            Map.entry("late", Mod.END),
            Map.entry("mid", Mod.MID),
            Map.entry("middle", Mod.MID),
            Map.entry("beginning", Mod.START),
            Map.entry("start", Mod.START),
            Map.entry("end", Mod.END),
            Map.entry("close", Mod.END),
            Map.entry("outset", Mod.START),
            Map.entry("onset", Mod.START),
            Map.entry("turn", Mod.START),
            Map.entry("latter", Mod.END),
            Map.entry("earlier", Mod.START),
            Map.entry("later", Mod.END),
            Map.entry("opening", Mod.START),
            Map.entry("closing", Mod.END),
            Map.entry("final", Mod.END),
            Map.entry("rest", Mod.WHOLE),
            Map.entry("remainder", Mod.WHOLE),
            Map.entry("course", Mod.WHOLE),
            Map.entry("height", Mod.MID));
    private static final Set<String> NEED_OF = Set.of(
            "middle", "beginning", "start", "end", "close", "outset", "onset", "turn", "rest", "remainder", "height");

    private static boolean startsMod(Piece p) {
        return p.is("the") || p.is("very") || MOD_WORDS.containsKey(p.lower());
    }

    /** "early", "mid-", "late in", "the beginning of", "the latter part of": all that stands before the name of the stretch but its article. */
    private static @Nullable Read mod(Pieces p, int at) {
        int i = p.at(at).is("the") ? at + 1 : at;
        i = p.at(i).is("very") ? i + 1 : i;
        Mod mod = MOD_WORDS.get(p.at(i).lower());
        if (mod == null) {
            return null;
        }
        boolean needOf = NEED_OF.contains(p.at(i).lower());
        boolean latter = Set.of("latter", "earlier", "later", "opening", "closing", "final", "early", "late")
                        .contains(p.at(i).lower())
                && Set.of("part", "half", "days", "weeks", "months", "years", "stages", "portion")
                        .contains(p.at(i + 1).lower())
                && p.at(i + 2).is("of");
        if (Set.of("latter", "opening", "closing", "final").contains(p.at(i).lower()) && !latter) {
            return null;
        }
        i = latter ? i + 2 : i + 1;
        if (p.at(i).is("-")) {
            i++;
        } else if (p.at(i).is("of") || (p.at(i).is("in") && !needOf)) {
            i++;
        } else if (needOf) {
            return null;
        }
        return new Read(mod, i);
    }
}
