package org.demarche.mention.time;

import org.demarche.model.When;

/** How long the stretch of calendar is that a phrase names, from longest to shortest. */
enum Grain {
    CENTURY(When.Precision.VAGUE),
    DECADE(When.Precision.DECADE),
    YEAR(When.Precision.YEAR),
    HALF(When.Precision.SEASON),
    SEASON(When.Precision.SEASON),
    QUARTER(When.Precision.SEASON),
    MONTH(When.Precision.MONTH),
    WEEK(When.Precision.WEEK),
    WEEKEND(When.Precision.WEEK),
    DAY(When.Precision.DAY);

    private final When.Precision precision;

    Grain(When.Precision precision) {
        this.precision = precision;
    }

    When.Precision precision() {
        return precision;
    }

    boolean finerThan(Grain other) {
        return ordinal() > other.ordinal();
    }
}
