package org.demarche.mention.time;

/**
 * A calendar phrase before it has its year: "the 6th of October", "July last year", "spring", "Tuesday, October 6, 2021".
 *
 * @param moment what it names; year 0 unless stated
 * @param era how it says the year
 * @param weekday ISO number of a weekday that it names besides, or 0
 */
record Calendar(Moment moment, Era era, int weekday) {
    static Calendar of(Moment moment) {
        return new Calendar(moment, moment.hasYear() ? Era.STATED : Era.UNSAID, 0);
    }

    Calendar withWeekday(int other) {
        return new Calendar(moment, era, other);
    }
}
