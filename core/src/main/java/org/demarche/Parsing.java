package org.demarche;

/** Which sentences of a report the engine parses: that is where the time goes. It is chosen by the report alone, so results do not depend on what else is read. */
public enum Parsing {
    /** Reports that speak of diplomacy are parsed whole, others as {@link #NEEDED}. */
    AUTO,
    /** Only sentences whose words may tell an act, those that say who is meant in them, and the first one. */
    NEEDED,
    /** Every sentence that can carry an act. */
    ALL
}
