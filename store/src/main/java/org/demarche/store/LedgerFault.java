package org.demarche.store;

/** The database failed; says which ledger. */
public final class LedgerFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerFault(String location, Exception cause) {
        super(message(location, String.valueOf(cause.getMessage())), cause);
    }

    private static String message(String location, String why) {
        return why.startsWith("DEM-") ? why : "DEM-505 the ledger " + location + " could not be used: " + why;
    }
}
