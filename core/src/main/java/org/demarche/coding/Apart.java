package org.demarche.coding;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * "A year after …", "two weeks before …": how long the act of a clause lies from that of the clause that it hangs on.
 *
 * @param governor verb of the clause that it hangs on
 * @param length the words for the time between
 * @param earlier whether it came before, as what "after" introduces did
 * @param most whether the length is the most it can be ("less than two days after")
 * @param about whether the length is only about right ("nearly two weeks after")
 */
record Apart(int governor, Mention.OfTime length, boolean earlier, boolean most, boolean about) {
    private static final Pattern LENGTH = Pattern.compile("P(T?)(\\d{1,4}|X)([HDWMY])");
    private static final int REACH = 4;

    /** "Hours", "days", "weeks": no more than would be called by the next longer unit. */
    private static final Map<String, Integer> FEW = Map.of("H", 24, "D", 7, "W", 4);

    /**
     * The clause of a verb, or null where no such length stands before its "after" or "before".
     *
     * @param lengths the durations of the sentence
     */
    static @Nullable Apart of(Tree tree, int head, List<Mention.OfTime> lengths) {
        int at = head;
        for (int steps = 0; at >= 0 && steps < REACH; steps++) {
            boolean marked = false;
            for (int mark : tree.children(at, "mark")) {
                marked |= tree.is(mark, "after", "before");
                Mention.OfTime length = tree.is(mark, "after", "before") ? endingBefore(tree, mark, lengths) : null;
                int governor = length == null ? -1 : governor(tree, at);
                if (length != null && governor >= 0) {
                    int first = tree.words(length.span()).get(0);
                    return new Apart(
                            governor, length, tree.is(mark, "after"), isMost(tree, first), isAbout(tree, first));
                }
            }
            boolean purpose = tree.relation(at).equals("advcl") && tree.hasChild(at, "to");
            if (marked || !purpose && !tree.relation(at).matches("xcomp|ccomp|conj")) {
                return null;
            }
            at = tree.head(at);
        }
        return null;
    }

    private static Mention.@Nullable OfTime endingBefore(Tree tree, int mark, List<Mention.OfTime> lengths) {
        for (Mention.OfTime length : lengths) {
            if (mark > 0 && length.span().overlaps(tree.token(mark - 1).span())) {
                return length;
            }
        }
        return null;
    }

    /** "Less than", "within", "not even". */
    private static boolean isMost(Tree tree, int first) {
        return tree.is(first, "less", "under", "within", "fewer", "barely")
                || tree.is(first - 1, "than") && tree.is(first - 2, "less", "few", "fewer", "little")
                || tree.is(first - 1, "under", "within", "barely", "even", "inside");
    }

    private static boolean isAbout(Tree tree, int first) {
        return tree.is(first, "about", "around", "nearly", "almost", "some", "roughly", "just", "more", "over")
                || tree.is(first - 1, "about", "around", "nearly", "almost", "some", "roughly", "just", "than", "over");
    }

    private static int governor(Tree tree, int clause) {
        int up = tree.head(clause);
        for (int steps = 0; up >= 0 && steps < REACH; steps++) {
            if (tree.isVerbal(up)) {
                return up;
            }
            up = tree.head(up);
        }
        return -1;
    }

    /** The day, month or year so long from another; null where the one is not known or too coarse for the length. */
    @Nullable
    When from(@Nullable When other) {
        Matcher m = LENGTH.matcher(length.value());
        PartialDate start = other == null ? null : other.start();
        PartialDate end = other == null ? null : other.end();
        if (start == null || end == null || !start.hasYear() || !end.hasYear() || !m.matches()) {
            return null;
        }
        String unit = m.group(3);
        boolean clock = !m.group(1).isEmpty();
        if (clock != unit.equals("H")) {
            return null;
        }
        boolean some = m.group(2).equals("X");
        int count = some ? FEW.getOrDefault(unit, 1) : Integer.parseInt(m.group(2));
        if (clock) {
            count = (count + 23) / 24;
            unit = "D";
        }
        boolean span = some || clock || most || about && unit.equals("D");
        int least = !span ? count : unit.equals("D") && count > 1 && !some ? 1 : 0;
        PartialDate first = moved(start, earlier ? -count : least, unit);
        PartialDate last = moved(end, earlier ? -least : count, unit);
        if (first == null || last == null) {
            return null;
        }
        boolean one = first.equals(last);
        When.Precision precision = !one
                ? When.Precision.VAGUE
                : first.day() > 0 ? When.Precision.DAY : first.month() > 0 ? When.Precision.MONTH : When.Precision.YEAR;
        return new When(
                first, last, precision, When.Basis.RELATIVE_ACT, length.when().citation());
    }

    /** Years from a day are a month, months from a day are a month: nobody counts more closely in words. */
    private static @Nullable PartialDate moved(PartialDate date, int count, String unit) {
        switch (unit) {
            case "Y":
                return new PartialDate(date.year() + count, date.month(), 0);
            case "M":
                if (date.month() == 0) {
                    return null;
                }
                int months = date.year() * 12 + date.month() - 1 + count;
                return new PartialDate(Math.floorDiv(months, 12), Math.floorMod(months, 12) + 1, 0);
            default:
                return date.first()
                        .filter(d -> date.day() > 0)
                        .map(d -> PartialDate.of(unit.equals("W") ? d.plusWeeks(count) : d.plusDays(count)))
                        .orElse(null);
        }
    }
}
