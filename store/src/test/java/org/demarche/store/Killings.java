package org.demarche.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.export.JsonLines;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.model.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Kills writers (and the database server) at random moments of an ingest, lets the next writer go on, and after a few kills lets one finish and
 * compares the tables with those of an undisturbed ingest. A moment is so much processor time of the writer, so that a busy machine does
 * not drive all kills to one place. Keeps a log, and goes on from it; a kill counts once the ingest that it struck was compared.
 *
 * <p>By hand, with the test class path: {@code java org.demarche.store.Killings sqlite 1000 kills.log}, or {@code postgresql}.
 */
final class Killings {
    /** Reports of one ingest by hand. */
    private static final int REPORTS = 300;

    /** What Unix says of a process that was killed with -9. */
    private static final int KILLED = 128 + 9;

    /** At most so many kills strike one ingest. */
    private static final int MOST = 5;

    /** One of so many writers is killed while it starts and opens the ledger. */
    private static final int OPENING = 10;

    /** A writer that waits for the database uses no processor time: after its share of it, it is left alone for up to so many milliseconds. */
    private static final int WAIT = 20;

    private final int reports;
    private final Path folder;
    private final Path log;
    private final Random random;
    private final @Nullable LocalPostgresql server;

    Killings(int reports, Path folder, Path log, long seed, @Nullable LocalPostgresql server) {
        this.reports = reports;
        this.folder = folder;
        this.log = log;
        this.random = new Random(seed);
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = Integer.parseInt(arguments[1]);
        Path log = Path.of(arguments[2]);
        LocalPostgresql server = arguments[0].equals("postgresql")
                ? LocalPostgresql.start(LocalPostgresql.installed().orElseThrow())
                : null;
        Path folder = Files.createTempDirectory("demarche-killings");
        try {
            Killings killings = new Killings(REPORTS, folder, log, System.nanoTime(), server);
            int done = killings.counted();
            killings.run(kills - done);
            System.out.println(killings.summary());
        } finally {
            if (server != null) {
                server.close();
            }
            delete(folder);
        }
    }

    /** Kills of ingests that were through and compared, by the log. */
    int counted() throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(l -> l.startsWith("equal"))
                    .mapToInt(l -> Integer.parseInt(l.split(" ")[2]))
                    .sum();
        }
    }

    /** What the log tells: kills by whom, ingests that came to their end and were compared. */
    String summary() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            Map<String, Long> kinds = lines.collect(Collectors.groupingBy(
                    l -> l.startsWith("kill") ? l.substring(0, l.indexOf(' ', 5)) : l.substring(0, l.indexOf(' ')),
                    TreeMap::new,
                    Collectors.counting()));
            return counted() + " kills compared equal: " + kinds + " of " + reports + " reports each; log: " + log;
        }
    }

    /** Processor time of a writer that nobody kills, in milliseconds: until it opens the ledger, stores reports, has done. */
    private record Length(long open, long stored, long done) {}

    /**
     * Kills so many times, each time at a random moment of an ingest, which the next writer takes up.
     *
     * @return how many ingests came to their end and were compared
     * @throws IllegalStateException where a report was lost, or an ingest differs from the undisturbed
     */
    int run(int kills) throws IOException, InterruptedException {
        String expected = undisturbed(folder.resolve("undisturbed").toString());
        Length length = length(ledger(-1));
        note("undisturbed " + expected.substring(0, 12) + " in " + length);
        int whole = 0;
        for (int killed = 0, round = 0; killed < kills; round++) {
            String ledger = ledger(round);
            int wanted = Math.min(kills - killed, 1 + random.nextInt(MOST));
            int struck = 0;
            boolean through = false;
            int stored = 0;
            while (!through && struck < wanted) {
                boolean both = server != null && random.nextInt(4) == 0;
                long after = moment(length, stored);
                through = killed(ledger, after, both);
                if (!through) {
                    struck++;
                    int now = stored(ledger);
                    note("kill " + (both ? "server" : "client") + " round " + round + " after " + after + " ms, " + now
                            + " reports");
                    if (now < stored) {
                        throw new IllegalStateException("of " + stored + " stored reports there are " + now);
                    }
                    stored = now;
                }
            }
            if (!through) {
                finish(ledger);
            }
            whole++;
            compare(ledger, expected, struck);
            killed += struck;
            if (server == null) {
                delete(Path.of(ledger));
            }
        }
        return whole;
    }

    /** Half of the kills strike while reports are stored, where any are left to store. */
    private long moment(Length length, int stored) {
        if (random.nextInt(OPENING) == 0) {
            return 1 + random.nextLong(length.open);
        }
        long storing = Math.max(1, length.stored - length.open);
        long merging = Math.max(1, length.done - length.stored);
        return stored == reports
                ? length.open + random.nextLong(merging)
                : random.nextBoolean()
                        ? length.open + random.nextLong(storing)
                        : length.stored + random.nextLong(merging);
    }

    /** How many reports are in a ledger that was left in the lurch; each with what it says. */
    private static int stored(String ledger) {
        try (LedgerStore store = Ledgers.open(ledger, LedgerStore.Access.READ)) {
            int documents = store.ids().size();
            if (store.coded().toList().size() != documents) {
                throw new IllegalStateException("a report is stored without what it says");
            }
            return documents;
        } catch (NoLedger notYet) {
            return 0;
        }
    }

    private Length length(String ledger) throws IOException {
        Process writer = start(ledger);
        try (BufferedReader lines = said(writer)) {
            lines.readLine();
            long open = used(writer);
            lines.readLine();
            long stored = used(writer);
            lines.readLine();
            long done = used(writer);
            return new Length(open, stored, done < Long.MAX_VALUE ? Math.max(stored, done) : 2 * stored - open);
        }
    }

    /** Processor time of a process, in milliseconds; without end where it is gone. */
    private static long used(Process process) {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(Long.MAX_VALUE);
    }

    private String ledger(int round) {
        if (server == null) {
            return folder.resolve("round-" + round).toString();
        }
        server.empty();
        return server.address();
    }

    /** One writer, left alone for so much processor time, then killed; true where it was through before. */
    private boolean killed(String ledger, long after, boolean withServer) throws IOException, InterruptedException {
        Process writer = start(ledger);
        List<String> said;
        try (BufferedReader lines = said(writer)) {
            while (writer.isAlive() && used(writer) < after) {
                Thread.sleep(2);
            }
            Thread.sleep(random.nextInt(WAIT));
            if (withServer && server != null) {
                server.kill();
            }
            writer.toHandle().destroyForcibly(); // not through the process: that would close its output
            said = lines.lines().toList();
        }
        boolean ended = writer.waitFor(20, TimeUnit.SECONDS);
        if (withServer && server != null) {
            server.restart();
        }
        boolean through = said.contains("done");
        boolean byItself = ended && !through && !withServer && writer.exitValue() != KILLED;
        if (byItself) {
            throw new IllegalStateException("the next writer could not go on: it said " + said + " and ended with "
                    + writer.exitValue() + "; its errors: " + Files.readString(errors()));
        }
        return through;
    }

    private static BufferedReader said(Process writer) {
        return new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8));
    }

    private void finish(String ledger) throws IOException, InterruptedException {
        Process last = start(ledger);
        last.getInputStream().readAllBytes();
        if (last.waitFor() != 0) {
            throw new IllegalStateException("the last writer failed: " + Files.readString(errors()));
        }
    }

    private void compare(String ledger, String expected, int kills) throws IOException {
        String found = tables(ledger);
        boolean equal = found.equals(expected);
        note((equal ? "equal after " : "other after ") + kills + " kills " + found.substring(0, 12));
        if (!equal) {
            throw new IllegalStateException("after " + kills + " kills the ledger differs from the undisturbed");
        }
    }

    private String undisturbed(String ledger) {
        KilledWriter.main(new String[] {ledger, String.valueOf(reports)});
        return tables(ledger);
    }

    /** Hash over every table and every stored document. */
    static String tables(String ledger) {
        Pipeline pipeline = new Pipeline(sentences -> {
            throw new IllegalStateException("nothing is to be parsed");
        });
        try (LedgerBook book = new LedgerBook(Ledgers.open(ledger, LedgerStore.Access.READ), pipeline)) {
            StringWriter out = new StringWriter();
            Dossier dossier = book.dossier();
            Tables tables = new Tables(dossier);
            for (Table table : Table.values()) {
                JsonLines.write(
                        tables.rows(table, pipeline.states(dossier, dossier.lastDay(), null))
                                .iterator(),
                        out);
            }
            book.store().documents().forEach(d -> out.write(Packed.json(d)));
            book.store().coded().forEach(c -> out.write(Packed.json(c)));
            return Ids.sha256(out.toString());
        }
    }

    private Process start(String ledger) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Dorg.sqlite.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        ledger,
                        String.valueOf(reports))
                .redirectError(errors().toFile())
                .start();
    }

    /** What the writer that was started last says of its faults. */
    private Path errors() {
        return folder.resolve("writer.errors");
    }

    private void note(String line) throws IOException {
        Files.writeString(
                log, String.format(Locale.ROOT, "%s%n", line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
