package org.demarche.mention.time;

import java.math.BigDecimal;

/**
 * How many units: a number, or unsaid ("several").
 *
 * @param number negative where it is unsaid
 */
record Amount(double number) {
    static final Amount UNSAID = new Amount(-1);
    static final Amount ONE = new Amount(1);

    boolean isSaid() {
        return number >= 0;
    }

    /** The number as an integer; what is unsaid or broken gives -1. */
    int whole() {
        return isSaid() && number == Math.rint(number) && number < 1_000_000 ? (int) number : -1;
    }

    Amount plus(double more) {
        return isSaid() ? new Amount(number + more) : this;
    }

    Amount times(int factor) {
        return isSaid() ? new Amount(number * factor) : this;
    }

    @Override
    public String toString() {
        return isSaid() ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString() : "X";
    }
}
