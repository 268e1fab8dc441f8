package org.demarche.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.demarche.store.Entry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who decides, and why: {@code --by} and {@code --why}. */
final class Author {
    @Option(names = "--by", paramLabel = "NAME", description = "Who decides; default: the name of the account.")
    String name = System.getProperty("user.name", "unknown");

    @Option(names = "--why", paramLabel = "REASON", description = "The reason.")
    @Nullable
    String reason;

    Entry.Draft draft(String kind, String target, @Nullable String field, @Nullable String value) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Entry.Draft(now, name, kind, target, field, value, reason);
    }
}
