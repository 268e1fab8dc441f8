package org.demarche.cli;

import org.demarche.store.NewClaim;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a claim says that somebody adds: the options of {@code decide REPORT add}. */
final class AddedClaim {
    @Option(names = "--words", paramLabel = "WORDS", description = "add: the words of the report that tell the act.")
    @Nullable
    String words;

    @Option(
            names = "--at",
            paramLabel = "OFFSET",
            description = "add: where they begin, in code points, if they stand there more than once.")
    @Nullable
    Integer at;

    @Option(names = "--act", paramLabel = "ACT", description = "add: the act's code (expel-diplomats).")
    @Nullable
    String act;

    @Option(names = "--actors", paramLabel = "NAMES", description = "add: who did it, with semicolons between them.")
    @Nullable
    String actors;

    @Option(names = "--recipients", paramLabel = "NAMES", description = "add: to whom.")
    @Nullable
    String recipients;

    @Option(names = "--date", paramLabel = "DATE", description = "add: when; unknown where it is left out.")
    @Nullable
    String date;

    @Option(names = "--effective", paramLabel = "DATE", description = "add: from when it is in force.")
    @Nullable
    String effective;

    @Option(
            names = "--factuality",
            paramLabel = "WORD",
            description = "add: asserted (the default), planned, demanded, hypothetical, alleged, denied, retracted.")
    @Nullable
    String factuality;

    @Option(
            names = "--about",
            paramLabel = "SUBJECT",
            description = "add: what of the board it changes, by id or name (`demarche status` lists them).")
    @Nullable
    String about;

    boolean isGiven() {
        return words != null
                || at != null
                || act != null
                || actors != null
                || recipients != null
                || date != null
                || effective != null
                || factuality != null
                || about != null;
    }

    /**
     * The same for a report.
     *
     * @throws IllegalArgumentException if words, act or actors are not said
     */
    NewClaim.Wish of(String document) {
        return new NewClaim.Wish(
                document,
                "",
                at == null ? "" : String.valueOf(at),
                needed("--words", words),
                needed("--act", act),
                needed("--actors", actors),
                text(recipients),
                text(date),
                text(effective),
                text(factuality),
                text(about));
    }

    private static String needed(String option, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("add needs " + option
                    + ": decide REPORT add --words \"expelled two envoys\" --act expel-diplomats --actors Chile");
        }
        return value.strip();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
