package org.demarche.store;

/** Another process writes to the ledger. */
public final class LockedLedger extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LockedLedger(String location, String holder) {
        super("DEM-503 the ledger " + location + " is locked by " + holder
                + ". Commands that only read still work; wait for it, or end that process.");
    }
}
