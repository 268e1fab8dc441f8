package org.demarche.cli;

import java.util.Locale;
import org.demarche.Parsing;
import picocli.CommandLine.Option;

/** {@code --parse}: how much of each report the engine reads. */
final class ParsingOption {
    /** The forms that a user may give. */
    enum Wanted {
        auto,
        needed,
        all
    }

    @Option(
            names = "--parse",
            paramLabel = "HOW",
            description =
                    "auto (default): reports of diplomacy whole, of others what may tell an act; needed: only that;"
                            + " all: every sentence.")
    Wanted wanted = Wanted.auto;

    Parsing parsing() {
        return Parsing.valueOf(wanted.name().toUpperCase(Locale.ROOT));
    }
}
