package org.demarche.mention.quantity;

import org.jspecify.annotations.Nullable;

/**
 * One number with its unit and the sign before it, by the pieces it takes up.
 *
 * @param first index of its first piece, the currency sign included
 * @param next index of the piece after its last, the unit included
 * @param unit currency, percent or physical unit, or null where a noun is counted
 */
record Amount(int first, int next, Numeral number, @Nullable String unit) {

    boolean isPercent() {
        return "percent".equals(unit);
    }

    Amount withNumber(Numeral other) {
        return new Amount(first, next, other, unit);
    }

    Amount withUnit(@Nullable String other) {
        return new Amount(first, next, number, other);
    }
}
