package org.demarche.cli;

import java.util.Locale;
import org.demarche.Parsing;
import picocli.CommandLine.Option;

/** {@code --parse}, {@code --rules-only}: how much of each report the engine reads, and whether it guesses. */
final class ReadingOptions {
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

    @Option(
            names = "--rules-only",
            description =
                    "No claims that only a model proposes (rule model/..., with a score), where no rule finds the act.")
    boolean rulesOnly;

    Parsing parsing() {
        return Parsing.valueOf(wanted.name().toUpperCase(Locale.ROOT));
    }
}
