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
import java.util.Comparator;
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
 * Kills writers (and the database server) at random moments of an ingest, lets the next writer go on, and compares the tables with those of
 * an undisturbed ingest whenever one is through. Keeps a log, and goes on from it.
 *
 * <p>By hand, with the test class path: {@code java org.demarche.store.Killings sqlite 1000 kills.log}, or {@code postgresql}.
 */
final class Killings {
    /** Reports of one ingest by hand. */
    private static final int REPORTS = 300;

    /** Longest time that a writer is left alone, in milliseconds. */
    private static final int LONGEST = 60_000;

    /** What part of an ingest stores reports; half of the kills fall into it. */
    private static final int STORING = 3;

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

    /** Kills that the log tells of already. */
    int counted() throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(log)) {
            return (int) lines.filter(l -> l.startsWith("kill")).count();
        }
    }

    /** What the log tells: kills by whom, ingests that came to their end and were compared. */
    String summary() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            Map<String, Long> kinds = lines.collect(Collectors.groupingBy(
                    l -> l.startsWith("kill") ? l.substring(0, l.indexOf(' ', 5)) : l.substring(0, l.indexOf(' ')),
                    TreeMap::new,
                    Collectors.counting()));
            return kinds + " of " + reports + " reports each; log: " + log;
        }
    }

    /**
     * Kills so many times, each time at a random moment of an ingest, which the next writer takes up.
     *
     * @return how many ingests came to their end and were compared
     * @throws IllegalStateException where a report was lost, or an ingest differs from the undisturbed
     */
    int run(int kills) throws IOException, InterruptedException {
        String expected = undisturbed(folder.resolve("undisturbed").toString());
        int longest = length(ledger(-1)); // as long as a whole ingest takes; more where the machine gets busier
        int usual = longest;
        note("undisturbed " + expected.substring(0, 12) + " in " + longest + " ms");
        int whole = 0;
        for (int killed = 0, round = 0; killed < kills; round++) {
            String ledger = ledger(round);
            boolean through = false;
            int stored = 0;
            while (!through && killed < kills) {
                boolean both = server != null && random.nextInt(4) == 0;
                int after = random.nextInt(
                        stored == reports || random.nextBoolean() ? longest : Math.max(1, longest / STORING));
                through = killed(ledger, after, both);
                if (!through) {
                    killed++;
                    int now = stored(ledger);
                    note("kill " + (both ? "server" : "client") + " round " + round + " after " + after + " ms, " + now
                            + " reports");
                    if (now < stored) {
                        throw new IllegalStateException("of " + stored + " stored reports there are " + now);
                    }
                    longest = now == stored ? (int) Math.min(LONGEST, longest * 1.2) : longest;
                    stored = now;
                }
            }
            longest = through ? Math.max(usual, longest / 2) : longest;
            if (!through) {
                finish(ledger);
            }
            whole++;
            compare(ledger, expected, round);
            if (server == null) {
                delete(Path.of(ledger));
            }
        }
        return whole;
    }

    /** How many reports are in a ledger that was left in the lurch; each with what it says. */
    private static int stored(String ledger) {
        try (LedgerStore store = Ledgers.open(ledger, LedgerStore.Access.READ)) {
            int documents = store.ids().size();
            if (store.coded().count() != documents) {
                throw new IllegalStateException("a report is stored without what it says");
            }
            return documents;
        }
    }

    /** How long a writer takes that nobody kills, in milliseconds. */
    private int length(String ledger) throws IOException {
        Process writer = start(ledger);
        try (BufferedReader lines = said(writer)) {
            lines.readLine();
            long began = System.nanoTime();
            lines.readLine();
            return (int) ((System.nanoTime() - began) / 1_000_000);
        }
    }

    private String ledger(int round) {
        if (server == null) {
            return folder.resolve("round-" + round).toString();
        }
        server.empty();
        return server.address();
    }

    /** One writer, left alone for a while, then killed; true where it was through before. */
    private boolean killed(String ledger, int after, boolean withServer) throws IOException, InterruptedException {
        Process writer = start(ledger);
        boolean through;
        try (BufferedReader lines = said(writer)) {
            String said = lines.readLine();
            if (!"open".equals(said)) {
                throw new IllegalStateException("the next writer could not begin: " + said);
            }
            Thread.sleep(after);
            if (withServer && server != null) {
                server.kill();
            }
            writer.toHandle().destroyForcibly();
            through = "done".equals(lines.readLine());
        }
        writer.waitFor(20, TimeUnit.SECONDS);
        if (withServer && server != null) {
            server.restart();
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
            throw new IllegalStateException("the last writer failed");
        }
    }

    private void compare(String ledger, String expected, int round) throws IOException {
        String found = tables(ledger);
        note("whole round " + round + " " + found.substring(0, 12));
        if (!found.equals(expected)) {
            throw new IllegalStateException("round " + round + " differs from the undisturbed ingest");
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
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
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
