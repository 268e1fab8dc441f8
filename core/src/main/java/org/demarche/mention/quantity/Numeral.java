package org.demarche.mention.quantity;

/**
 * A number as it is written, before anything is known of what it counts.
 *
 * @param first index of its first piece
 * @param next index of the piece after its last
 * @param low least it can be; equal to {@code high} for a number, less for "hundreds" or "several hundred"
 * @param scale what it was multiplied by ("million"), 1 for none
 * @param part whether it is a part of a whole ("a third")
 * @param figures whether it is written in figures
 */
record Numeral(int first, int next, double low, double high, double scale, boolean part, boolean figures) {

    static Numeral of(int first, int next, double value, boolean figures) {
        return new Numeral(first, next, value, value, 1, false, figures);
    }

    boolean isExact() {
        return low == high;
    }

    Numeral scaled(double by, int end) {
        return new Numeral(first, end, low * by, high * by, scale * by, part, figures);
    }

    Numeral negated(int from) {
        return new Numeral(from, next, -high, -low, scale, part, figures);
    }
}
