package org.demarche.server;

import org.demarche.store.LedgerBook;

/** Opens the ledger that is served; whoever opens a book closes it. */
public interface Books {
    /** The ledger for reading. */
    LedgerBook read();

    /** Whether decisions and reports may be added. */
    default boolean isWritable() {
        return false;
    }

    /**
     * The ledger for writing.
     *
     * @throws org.demarche.store.LockedLedger where another process writes
     * @throws UnsupportedOperationException where it is served for reading only
     */
    default LedgerBook write() {
        throw new UnsupportedOperationException("DEM-610 this ledger is served for reading only");
    }
}
