package org.demarche.mention.time;

import org.jspecify.annotations.Nullable;

/** A unit of duration, with its letters in a TIMEX3 duration (ISO 8601, and {@code DE}, {@code CE} of TIMEX3 for what ISO lacks). */
enum Unit {
    SECOND("S", true, null),
    MINUTE("M", true, null),
    HOUR("H", true, null),
    DAY("D", false, Grain.DAY),
    WEEK("W", false, Grain.WEEK),
    FORTNIGHT("W", false, Grain.WEEK),
    WEEKEND("WE", false, Grain.WEEKEND),
    MONTH("M", false, Grain.MONTH),
    QUARTER("Q", false, Grain.QUARTER),
    YEAR("Y", false, Grain.YEAR),
    DECADE("DE", false, Grain.DECADE),
    CENTURY("CE", false, Grain.CENTURY);

    private final String letters;
    private final boolean clock;
    private final @Nullable Grain grain;

    Unit(String letters, boolean clock, @Nullable Grain grain) {
        this.letters = letters;
        this.clock = clock;
        this.grain = grain;
    }

    /** The TIMEX3 value of so many of it; {@code X} for a number that is not said. */
    String duration(Amount amount) {
        Amount counted = this == FORTNIGHT ? amount.times(2) : amount;
        if (this == HOUR && amount.number() == 0.5) {
            return "PT30M";
        }
        return (clock ? "PT" : "P") + counted + letters;
    }

    /** The grain of a date counted in it, or null for parts of a day. */
    @Nullable
    Grain grain() {
        return grain;
    }
}
