package org.demarche.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Citation;
import org.demarche.model.Claim;

/** A number as a report gives it: exact, or with the bounds that its words leave. */
record Amount(double low, double high) implements Comparable<Amount> {
    /** Words that make the number after them a round one; it may be off by this share. */
    private static final double ROUND = 0.15;

    /** A number that is taken back is off by no more than this. */
    private static final double MOST_WRONG = 3;

    private static final Set<String> ABOUT = Set.of(
            "some",
            "about",
            "around",
            "roughly",
            "nearly",
            "almost",
            "approximately",
            "over",
            "more",
            "least",
            "dozen",
            "dozens",
            "up");

    private static final Set<String> TIMES = Set.of(
            "day",
            "days",
            "week",
            "weeks",
            "month",
            "months",
            "year",
            "years",
            "hour",
            "hours",
            "countrie",
            "country",
            "government",
            "nation",
            "state",
            "capital",
            "side",
            "partie");

    /** Words after a number that leave out those who were named before it: "Silva and five others"; "one another" is no number. */
    private static final Set<String> BESIDE = Set.of("another", "other", "others", "more", "further", "additional");

    /** The amount of a claim's quantity; empty too where it counts only those beside others. */
    static Optional<Amount> of(Claim claim, Claim.Quantity q) {
        Citation sentence = claim.sentence();
        String text = sentence.quote();
        int after = q.citation().end() - sentence.start();
        boolean inside = after > 0 && after <= text.codePointCount(0, text.length());
        List<String> next = inside ? Words.split(text.substring(text.offsetByCodePoints(0, after))) : List.of();
        return !next.isEmpty() && BESIDE.contains(next.get(0)) ? Optional.empty() : of(q);
    }

    /** The amount of a quantity; empty for lengths of time, counts of the parties, and where no number is said. */
    static Optional<Amount> of(Claim.Quantity q) {
        Double value = q.value();
        Double low = q.low();
        Double high = q.high();
        if (q.unit() != null && TIMES.contains(q.unit())) {
            return Optional.empty();
        }
        if (low != null || high != null) {
            return Optional.of(new Amount(low == null ? -1e18 : low, high == null ? 1e18 : high));
        }
        if (value == null) {
            return Optional.empty();
        }
        boolean round = Words.split(q.citation().quote()).stream().anyMatch(ABOUT::contains);
        return Optional.of(round ? new Amount(value * (1 - ROUND), value * (1 + ROUND)) : new Amount(value, value));
    }

    boolean isExact() {
        return low == high;
    }

    boolean meets(Amount other) {
        return low <= other.high && other.low <= high;
    }

    /** Whether a slip could make one of the other: ten for seven, not ten for a hundred and thirty. */
    boolean isOfOneSize(Amount other) {
        return low <= other.high * MOST_WRONG && other.low <= high * MOST_WRONG;
    }

    @Override
    public int compareTo(Amount other) {
        return Comparator.comparingDouble(Amount::low)
                .thenComparingDouble(Amount::high)
                .compare(this, other);
    }

    /** In digits; bounds with two dots. */
    @Override
    public String toString() {
        return isExact() ? number(low) : (low < -1e17 ? "" : number(low)) + ".." + (high > 1e17 ? "" : number(high));
    }

    /** A number as people write it: whole without a point, others to the hundredth. */
    static String number(double n) {
        double r = Math.rint(n);
        return Math.abs(n - r) < 1e-9 ? Long.toString((long) r) : Double.toString(Math.round(n * 100) / 100.0);
    }
}
