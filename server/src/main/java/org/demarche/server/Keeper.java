package org.demarche.server;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.demarche.Dossier;
import org.demarche.store.LedgerBook;
import org.demarche.store.LedgerFault;
import org.demarche.store.LockedLedger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in the ledger what followed from the last decision, once nobody has decided anything for a moment, so that who decides need not
 * wait for it. Where it never comes to that, the next reader works it out. Safe for use by several threads.
 */
final class Keeper implements AutoCloseable {
    private static final long QUIET_MILLISECONDS = 1_500;
    private static final int MOST_TRIES = 20;
    private static final int LONGEST_SECONDS = 30;

    private final Books books;
    private @Nullable ScheduledExecutorService clock;
    private @Nullable Future<?> next;
    private @Nullable Kept waiting;

    /** What follows from all that the ledger holds at a mark. */
    private record Kept(String mark, Dossier dossier, int tries) {}

    Keeper(Books books) {
        this.books = books;
    }

    /** Takes note of what followed last; what was waiting is out of date. */
    synchronized void later(String mark, Dossier dossier) {
        wait(new Kept(mark, dossier, 0));
    }

    private synchronized void wait(Kept kept) {
        ScheduledExecutorService running = clock;
        if (running == null) {
            running = Executors.newSingleThreadScheduledExecutor(r -> {
                Thread thread = new Thread(r, "demarche-keeper");
                thread.setDaemon(true);
                return thread;
            });
            clock = running;
        }
        Future<?> before = next;
        if (before != null) {
            before.cancel(false);
        }
        waiting = kept;
        next = running.schedule(this::keep, QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private synchronized @Nullable Kept taken() {
        Kept kept = waiting;
        waiting = null;
        return kept;
    }

    private void keep() {
        Kept kept = taken();
        if (kept == null) {
            return;
        }
        try (LedgerBook book = books.write()) {
            book.keep(kept.mark, kept.dossier);
        } catch (LockedLedger busy) {
            again(kept);
        } catch (LedgerFault gone) {
            // nothing that was decided is lost; the next reader tells what is wrong with the ledger
        }
    }

    private synchronized void again(Kept kept) {
        if (waiting == null && kept.tries < MOST_TRIES && clock != null) {
            wait(new Kept(kept.mark, kept.dossier, kept.tries + 1));
        }
    }

    /** Keeps what still waits, and ends. */
    @Override
    public void close() {
        ScheduledExecutorService running;
        synchronized (this) {
            running = clock;
            clock = null;
            Future<?> before = next;
            if (before != null) {
                before.cancel(false);
            }
        }
        if (running != null) {
            running.shutdown();
            try {
                if (running.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    keep();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
