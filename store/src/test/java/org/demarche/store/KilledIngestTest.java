package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer that is killed without warning: what it acknowledged is there, and the next writer goes on. */
class KilledIngestTest {
    private static final int KILLS = Integer.getInteger("demarche.kills", 25);
    private static final int REPORTS = 120;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesTheKillAndTheLockIsFree() throws IOException, InterruptedException {
        String ledger = folder.resolve("ledger").toString();
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        ledger)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Set<String> acknowledged = new TreeSet<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == 5) {
                    writer.toHandle().destroyForcibly(); // not through the process: that would close its output
                }
            }
        }

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(5);
        try (LedgerStore store = Ledgers.open(ledger, LedgerStore.Access.WRITE)) {
            assertThat(store.ids()).containsAll(acknowledged);
            assertThat(store.coded().toList()).hasSameSizeAs(store.ids());
            Posting next = Samples.posting("next.txt", "Norway expelled one more envoy.");
            assertThat(store.post(List.of(next))).isEqualTo(1);
        }
    }

    /** As many kills as a build has time for; {@link Killings} by hand for a thousand. */
    @Test
    @Tag("services")
    void afterTwentyFiveKillsAtRandomMomentsTheTablesAreThoseOfAnUndisturbedIngest()
            throws IOException, InterruptedException {
        Killings killings = new Killings(REPORTS, folder, folder.resolve("kills.log"), 7, null);

        killings.run(KILLS);

        assertThat(killings.counted()).isEqualTo(KILLS);
    }

    @Test
    @Tag("services")
    void afterKillsOfClientAndServerTheTablesOnPostgresqlAreThoseOfAnUndisturbedIngest()
            throws IOException, InterruptedException {
        Optional<Path> installed = LocalPostgresql.installed();
        Assumptions.assumeTrue(installed.isPresent(), "no PostgreSQL server under /usr/lib/postgresql: skipped");
        LocalPostgresql server = LocalPostgresql.start(installed.orElseThrow());
        try {
            Killings killings = new Killings(REPORTS, folder, folder.resolve("kills.log"), 7, server);

            killings.run(KILLS);

            assertThat(killings.counted()).isEqualTo(KILLS);
        } finally {
            server.close();
        }
    }

    /** Posts one document after the other and prints the id of each that is safe. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) {
            try (LedgerStore store = Ledgers.open(arguments[0], LedgerStore.Access.WRITE)) {
                for (int i = 0; ; i++) {
                    Posting posting = Samples.posting(i + ".txt", "Norway expelled envoy number " + i + ".");
                    store.post(List.of(posting));
                    System.out.println(posting.read().id());
                }
            }
        }
    }
}
