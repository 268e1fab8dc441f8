package org.demarche.dialect;

import java.time.LocalDate;
import java.util.Optional;
import org.demarche.model.PartialDate;
import org.demarche.model.When;

/**
 * A date as formats want it that have no word for "some time in October".
 *
 * @param first first possible day
 * @param last last possible day
 */
record Days(LocalDate first, LocalDate last) {

    /** The days that a date can mean; empty where it is open at an end or its year is unsaid. */
    static Optional<Days> of(When when) {
        PartialDate start = when.start();
        PartialDate end = when.end();
        if (start == null || end == null) {
            return Optional.empty();
        }
        return start.first().flatMap(s -> end.last().map(e -> new Days(s, e))).filter(d -> !d.last.isBefore(d.first));
    }

    /** The one day that a date means; empty where it can be several. */
    static Optional<LocalDate> one(When when) {
        return of(when).filter(Days::isOne).map(Days::first);
    }

    boolean isOne() {
        return first.equals(last);
    }

    /** {@code 20211006}. */
    static String digits(LocalDate day) {
        return day.toString().replace("-", "");
    }
}
