package org.demarche.mention.time;

/** How a phrase says which year it means. */
enum Era {
    /** Not at all: "October 6". */
    UNSAID,
    /** By its number. */
    STATED,
    /** "last year", counted from the report. */
    LAST,
    /** "this year". */
    THIS,
    /** "next year". */
    NEXT,
    /** "that year", the last one spoken of. */
    SAME,
    /** "the following year". */
    AFTER,
    /** "the previous year". */
    BEFORE
}
