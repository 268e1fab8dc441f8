package org.demarche.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.demarche.store.LedgerBook;
import org.demarche.store.LockedLedger;

/** One writer at a time: who comes while another user or process writes waits for its turn. */
final class Turns {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Turns() {}

    /**
     * The ledger for writing, at once or a moment later.
     *
     * @throws LockedLedger where another goes on writing
     */
    static LedgerBook write(Books books) {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return books.write();
            } catch (LockedLedger busy) {
                if (System.nanoTime() > patience) {
                    throw busy;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
