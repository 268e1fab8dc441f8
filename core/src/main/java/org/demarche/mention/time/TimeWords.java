package org.demarche.mention.time;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The English words that dates are made of. */
final class TimeWords {
    static final Map<String, Integer> MONTHS =
            numbered("january february march april may june july august september october november december");
    static final Map<String, Integer> SHORT_MONTHS = numbered("jan feb mar apr - jun jul aug sep oct nov dec");
    static final Map<String, Integer> WEEKDAYS = numbered("monday tuesday wednesday thursday friday saturday sunday");
    static final Map<String, Integer> SHORT_WEEKDAYS = numbered("mon tue wed thu fri sat sun");
    static final Map<String, Integer> SMALL_NUMBERS = numbered(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
    static final Map<String, Integer> TENS = numbered("- twenty thirty forty fifty sixty seventy eighty ninety");
    static final Map<String, Integer> ORDINALS = numbered(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth");
    static final Map<String, Integer> SEASONS = numbered("spring summer autumn winter");
    static final Map<String, Unit> UNITS = new HashMap<>();
    static final Map<String, String> DAY_PARTS = new HashMap<>();
    static final Map<String, Integer> DECADES = new HashMap<>();

    /** Words for an amount that is not said. */
    static final Set<String> VAGUE_AMOUNTS =
            Set.of("several", "few", "many", "some", "multiple", "numerous", "various");

    static {
        SHORT_MONTHS.put("sept", 9);
        SHORT_WEEKDAYS.putAll(Map.of("tues", 2, "weds", 3, "thur", 4, "thurs", 4));
        SEASONS.put("fall", 3);
        TENS.put("fourty", 4);
        for (Unit unit : Unit.values()) {
            String name = unit.name().toLowerCase(Locale.ROOT);
            UNITS.put(name, unit);
            UNITS.put(name + "s", unit);
        }
        UNITS.remove("quarter");
        UNITS.remove("quarters");
        UNITS.put("centuries", Unit.CENTURY);
        UNITS.remove("centurys");
        UNITS.putAll(Map.of(
                "hr",
                Unit.HOUR,
                "hrs",
                Unit.HOUR,
                "min",
                Unit.MINUTE,
                "mins",
                Unit.MINUTE,
                "sec",
                Unit.SECOND,
                "secs",
                Unit.SECOND,
                "yr",
                Unit.YEAR,
                "yrs",
                Unit.YEAR));
        // Parts of a day have two letters in TIMEX3: morning, midday, afternoon, evening, night, daytime.
        DAY_PARTS.putAll(Map.of(
                "morning",
                "TMO",
                "afternoon",
                "TAF",
                "evening",
                "TEV",
                "night",
                "TNI",
                "mornings",
                "TMO",
                "afternoons",
                "TAF",
                "evenings",
                "TEV",
                "nights",
                "TNI"));
        DAY_PARTS.putAll(Map.of(
                "dawn",
                "TMO",
                "dusk",
                "TEV",
                "sunrise",
                "TMO",
                "sunset",
                "TEV",
                "daybreak",
                "TMO",
                "nightfall",
                "TNI"));
        String[] decades = {"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"
        };
        for (int i = 0; i < decades.length; i++) {
            DECADES.put(decades[i], 1920 + 10 * i);
        }
        DECADES.put("noughties", 2000);
    }

    /** Words that begin or fill a phrase but mean no time alone. */
    private static final Set<String> WEAK = new HashSet<>(List.of(
            ("the of in on a an and to at this that last next early late about around by from or for until till through "
                            + "between same following previous preceding subsequent ensuing prior coming very latter first final part end start beginning middle mid "
                            + "every each per other some few several many multiple numerous various more less than just only almost nearly over exactly barely roughly "
                            + "approximately full long whole old age after before s e not th st nd rd half couple dozen dozens hundred hundreds thousand single good "
                            + "another rest remainder course height close outset onset turn opening closing later earlier d o ' ( ) , . - / & :")
                    .split(" ")));

    /** Every word that a phrase can begin with, besides numbers and the words that patterns spell out. */
    static final Set<String> VOCABULARY = vocabulary();

    private TimeWords() {}

    private static Set<String> vocabulary() {
        Set<String> out = new HashSet<>(WEAK);
        out.addAll(VAGUE_AMOUNTS);
        for (Map<String, ?> map : List.of(
                MONTHS,
                SHORT_MONTHS,
                WEEKDAYS,
                SHORT_WEEKDAYS,
                SMALL_NUMBERS,
                TENS,
                ORDINALS,
                SEASONS,
                UNITS,
                DAY_PARTS,
                DECADES)) {
            out.addAll(map.keySet());
        }
        out.addAll(Set.of("noon", "midday", "midnight", "ad", "bc", "bce", "b", "decades", "tens", "thousands"));
        return Set.copyOf(out);
    }

    /** Whether a piece alone can make a phrase a time: a number, a month, a unit, "now"; not an article, a number word or "last". */
    static boolean isStrong(Piece piece) {
        String w = piece.lower();
        return piece.isNumber()
                || w.equals("nineteen")
                || w.equals("thousand")
                || (piece.isWord()
                        && !WEAK.contains(w)
                        && !SMALL_NUMBERS.containsKey(w)
                        && !TENS.containsKey(w)
                        && !ORDINALS.containsKey(w)
                        && !VAGUE_AMOUNTS.contains(w)
                        && RuleBook.knows(piece));
    }

    /** Gives each word its place in the list, from 1; a dash holds a place. */
    private static Map<String, Integer> numbered(String words) {
        Map<String, Integer> out = new HashMap<>();
        int i = 0;
        for (String word : words.split(" ")) {
            i++;
            if (!word.equals("-")) {
                out.put(word, i);
            }
        }
        return out;
    }
}
