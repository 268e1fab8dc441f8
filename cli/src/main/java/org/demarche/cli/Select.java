package org.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import org.demarche.view.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --party}, {@code --since}, {@code --until}. */
final class Select {
    @Option(
            names = "--party",
            paramLabel = "ID",
            description = "Only what this state or organisation has a part in (RUS, NATO, a name); twice for a pair.")
    List<String> parties = new ArrayList<>();

    @Option(names = "--since", paramLabel = "DATE", description = "From this day, month or year on.")
    @Nullable
    String since;

    @Option(names = "--until", paramLabel = "DATE", description = "Up to this day, month or year.")
    @Nullable
    String until;

    Selection selection() {
        return new Selection(
                parties,
                since == null ? null : Dates.first("--since", since),
                until == null ? null : Dates.last("--until", until));
    }
}
