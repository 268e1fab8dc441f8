package org.demarche.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.Dossier;
import org.demarche.model.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --as-of} and {@code --known-as-of}: the day a state is asked for, and the day whose knowledge counts. */
final class AsOf {
    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day whose states are asked for; default: the last day that the reports tell of.")
    @Nullable
    String date;

    @Option(names = "--known-as-of", paramLabel = "DATE", description = "Count only reports published up to this day.")
    @Nullable
    String known;

    /** The day asked for. */
    LocalDate day(Dossier dossier) {
        return date == null ? dossier.lastDay() : Dates.last("--as-of", date);
    }

    /** The day whose knowledge counts, or null for all. */
    @Nullable
    LocalDate knownDay() {
        return known == null ? null : Dates.last("--known-as-of", known);
    }

    /** Whether every report counts for the answer: for the last day that any tells of, and for what was known on a day. */
    boolean needsAll() {
        return date == null || known != null;
    }

    List<State> states(Dossier dossier) {
        LocalDate valid = day(dossier);
        LocalDate knownOn = knownDay();
        return Engine.pipeline().states(dossier, valid, knownOn);
    }

    /** What the user asked, for a manifest. */
    Map<String, String> said() {
        Map<String, String> out = new TreeMap<>();
        if (date != null) {
            out.put("as_of", date);
        }
        if (known != null) {
            out.put("known_as_of", known);
        }
        return out;
    }
}
