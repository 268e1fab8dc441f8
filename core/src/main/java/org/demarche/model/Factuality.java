package org.demarche.model;

/** How the report presents an act. A threat is an asserted THREATEN, an offer an asserted AGREE. */
public enum Factuality {
    ASSERTED,
    PLANNED,
    DEMANDED,
    HYPOTHETICAL,
    ALLEGED,
    DENIED,
    RETRACTED;

    /** Whether a status may follow from it. */
    public boolean counts() {
        return this == ASSERTED || this == PLANNED || this == DEMANDED;
    }

    /** Whether the act is let stand: neither denied nor taken back. */
    public boolean stands() {
        return this != DENIED && this != RETRACTED;
    }
}
