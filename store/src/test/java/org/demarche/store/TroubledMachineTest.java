package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that gives no room, no right or the wrong time: a clear message, and the ledger is whole. */
class TroubledMachineTest {
    private static final String FAKE_TIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

    @TempDir
    Path folder;

    @Test
    @Tag("services")
    void onAFullDiskWhatWasCommittedIsSafeAndTheMessageSaysWhatToDo() throws IOException, InterruptedException {
        Path small = Files.createDirectory(folder.resolve("small"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()) == 0,
                "this account may not mount a small disk: skipped");
        try {
            String ledger = small.resolve("ledger").toString();
            List<String> safe = new ArrayList<>();
            LedgerStore store = Ledgers.open(ledger, LedgerStore.Access.WRITE);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100_000; i++) {
                            Posting posting = Samples.report(i);
                            store.post(List.of(posting));
                            safe.add(posting.read().id());
                        }
                    })
                    .isInstanceOf(LedgerFault.class)
                    .hasMessageContaining("DEM-506");
            store.close();

            try (LedgerStore again = Ledgers.open(ledger, LedgerStore.Access.READ)) {
                assertThat(safe).isNotEmpty();
                assertThat(again.ids()).containsExactlyInAnyOrderElementsOf(safe);
                assertThat(again.coded().toList()).hasSameSizeAs(safe);
            }
        } finally {
            run("umount", small.toString());
        }
    }

    @Test
    void inAFolderThatMayNotBeWrittenReadingWorksAndWritingSaysWhy() throws IOException, InterruptedException {
        Path ledger = folder.resolve("ledger");
        try (LedgerStore store = Ledgers.open(ledger.toString(), LedgerStore.Access.WRITE)) {
            store.post(List.of(Samples.report(1)));
        }
        Files.setPosixFilePermissions(ledger, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            if (Files.isWritable(ledger)) {
                Path drop = Path.of("/usr/bin/setpriv");
                Assumptions.assumeTrue(Files.isExecutable(drop), "a superuser may write anywhere: skipped");
                assertThat(output(
                                drop.toString(),
                                "--bounding-set=-dac_override,-dac_read_search",
                                "--inh-caps=-all",
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Attempt.class.getName(),
                                ledger.toString()))
                        .containsExactly("read 1", "DEM-507");
            } else {
                assertThat(Attempt.at(ledger.toString())).containsExactly("read 1", "DEM-507");
            }
        } finally {
            Files.setPosixFilePermissions(ledger, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aClockThatWasSetBackBreaksNoChain() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(Path.of(FAKE_TIME)), "no libfaketime: skipped");
        String ledger = folder.resolve("ledger").toString();
        decide(ledger, "clm:1", null);
        decide(ledger, "clm:2", "-3650d");

        try (LedgerStore store = Ledgers.open(ledger, LedgerStore.Access.READ)) {
            List<Entry> log = store.log();
            assertThat(log).hasSize(2).allMatch(Entry::holds);
            assertThat(log.get(1).at()).isLessThan(log.get(0).at());
            assertThat(log.get(1).previous()).isEqualTo(log.get(0).hash());
            assertThat(new Decisions(log).standing()).hasSize(2);
        }
    }

    @Test
    void aSecondWriterIsToldTheProcessThatWritesAndHarmsNothing() throws IOException, InterruptedException {
        String ledger = folder.resolve("ledger").toString();
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledIngestTest.Endless.class.getName(),
                        ledger)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = new java.io.BufferedReader(
                new java.io.InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            String first = lines.readLine();

            assertThatThrownBy(() -> Ledgers.open(ledger, LedgerStore.Access.WRITE))
                    .isInstanceOf(LockedLedger.class)
                    .hasMessageContaining("pid " + writer.pid());
            assertThat(lines.readLine()).isNotNull();
            try (LedgerStore reader = Ledgers.open(ledger, LedgerStore.Access.READ)) {
                assertThat(reader.ids()).contains(first);
            }
        } finally {
            writer.destroyForcibly();
        }
    }

    private static void decide(String ledger, String target, @org.jspecify.annotations.Nullable String clock)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Decider.class.getName(),
                        ledger,
                        target)
                .inheritIO();
        if (clock != null) {
            builder.environment().put("LD_PRELOAD", FAKE_TIME);
            builder.environment().put("FAKETIME", clock);
            builder.environment().put("DONT_FAKE_MONOTONIC", "1");
        }
        assertThat(builder.start().waitFor()).isZero();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }

    private static List<String> output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }

    /** Reads a ledger, then tries to write to it; says what came of both. */
    static final class Attempt {
        private Attempt() {}

        public static void main(String[] arguments) {
            at(arguments[0]).forEach(System.out::println);
        }

        static List<String> at(String ledger) {
            List<String> out = new ArrayList<>();
            try (LedgerStore store = Ledgers.open(ledger, LedgerStore.Access.READ)) {
                out.add("read " + store.coded().toList().size());
            }
            try (LedgerStore store = Ledgers.open(ledger, LedgerStore.Access.WRITE)) {
                out.add("written " + store.post(List.of(Samples.report(2))));
            } catch (LedgerFault fault) {
                out.add(String.valueOf(fault.getMessage()).substring(0, 7));
            }
            return out;
        }
    }

    /** Puts one decision on record, at what the machine takes for now. */
    static final class Decider {
        private Decider() {}

        public static void main(String[] arguments) {
            try (LedgerStore store = Ledgers.open(arguments[0], LedgerStore.Access.WRITE)) {
                String now = java.time.Instant.now().toString();
                store.append(new Entry.Draft(now, "ana", "accept", arguments[1], null, null, null));
            }
        }
    }
}
