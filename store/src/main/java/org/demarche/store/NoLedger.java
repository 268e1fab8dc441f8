package org.demarche.store;

/** There is no ledger where one was to be read. */
public final class NoLedger extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoLedger(String location) {
        super("DEM-501 there is no ledger at " + location
                + ". `demarche ingest FOLDER` makes one from your reports; `demarche demo` makes one to try.");
    }
}
