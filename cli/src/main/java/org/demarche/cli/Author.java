package org.demarche.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who decides, and why: {@code --by} and {@code --why}. */
final class Author {
    @Option(names = "--by", paramLabel = "NAME", description = "Who decides; default: the name of the account.")
    String name = System.getProperty("user.name", "unknown");

    @Option(names = "--why", paramLabel = "REASON", description = "The reason.")
    @Nullable
    String reason;

    /** Adds an entry to the log, and says so where the clock went back since the last one. */
    static Entry append(LedgerBook book, Entry.Draft draft) {
        List<Entry> log = book.store().log();
        String last = log.isEmpty() ? "" : log.get(log.size() - 1).at();
        if (draft.at().compareTo(last) < 0) {
            Console.messages()
                    .println("DEM-212 this machine's clock says " + draft.at() + ", before the last decision (" + last
                            + "). The decision is kept; the order of the log stands.");
        }
        return book.store().append(draft);
    }

    Entry.Draft draft(String kind, String target, @Nullable String field, @Nullable String value) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Entry.Draft(now, name, kind, target, field, value, reason);
    }
}
