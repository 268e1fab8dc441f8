package org.demarche.mention.time;

/** A phrase that points to a stretch of the calendar from somewhere else: "yesterday", "next week", "the same day". */
interface Pointer {
    /** What it points to from a place; a moment without a year where there is nothing to count from. */
    Anchors.Dated from(Place place);

    /** "last", "next": counted from the report, so many steps. */
    static Pointer report(Grain grain, int step, String clock) {
        return place -> place.anchors().fromReport(grain, step, clock);
    }

    /** "the following", "the previous", "that": counted from the date spoken of last. */
    static Pointer act(Grain grain, int step, String clock) {
        return place -> place.anchors().fromAct(grain, step, clock, place.sentence());
    }
}
