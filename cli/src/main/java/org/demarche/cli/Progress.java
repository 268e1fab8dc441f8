package org.demarche.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.demarche.Coded;
import org.demarche.store.LedgerBook;

/** How far a long run is: one line on a terminal, a line every ten seconds elsewhere, nothing where it is over at once. */
final class Progress implements LedgerBook.Progress {
    private static final long SECOND = 1_000_000_000L;

    private final String what;
    private final PrintStream out;
    private final boolean terminal = Console.isTerminal();
    private final long began = System.nanoTime();
    private long shown = began;
    private int documents;
    private int claims;
    private boolean open;

    Progress(String what, PrintStream out) {
        this.what = what;
        this.out = out;
    }

    @Override
    public void coded(Coded coded) {
        documents++;
        claims += coded.claims().size();
        long now = System.nanoTime();
        if (now - shown >= (terminal ? SECOND / 4 : 10 * SECOND)) {
            shown = now;
            double seconds = (now - began) / (double) SECOND;
            String line = String.format(
                    Locale.ROOT,
                    "%s %,d docs | %.1f docs/s | %,d claims",
                    what,
                    documents,
                    documents / seconds,
                    claims);
            if (terminal) {
                out.print("\r" + line + "   ");
                out.flush();
                open = true;
            } else {
                out.println(line);
            }
        }
    }

    /** Ends the line on a terminal. */
    void end() {
        if (open) {
            out.print("\r" + " ".repeat(78) + "\r");
            out.flush();
        }
    }
}
