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
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
    /** Reports of one ingest. */
    static final int REPORTS = 240;

    /** Longest time that a writer is left alone, in milliseconds; short against a whole ingest, so that one takes many kills. */
    private static final int LONGEST = 220;

    private final Path log;
    private final Random random;
    private final @Nullable LocalPostgresql server;

    Killings(Path log, long seed, @Nullable LocalPostgresql server) {
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
            Killings killings = new Killings(log, System.nanoTime(), server);
            int done = killings.counted();
            System.out.println(killings.run(kills - done, folder) + " ingests were whole; log: " + log);
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

    /**
     * Kills so many times, each time in the midst of an ingest.
     *
     * @return how many ingests came to their end and were compared
     * @throws IllegalStateException where one differs from the undisturbed
     */
    int run(int kills, Path folder) throws IOException, InterruptedException {
        String expected = undisturbed(folder.resolve("undisturbed").toString());
        int whole = 0;
        for (int killed = 0, round = 0; killed < kills; round++) {
            String ledger = ledger(folder, round);
            boolean through = false;
            while (!through && killed < kills) {
                boolean both = server != null && random.nextInt(4) == 0;
                through = killed(ledger, both);
                if (!through) {
                    killed++;
                    note("kill " + (both ? "server" : "client") + " round " + round);
                }
            }
            whole++;
            compare(ledger, expected, round);
        }
        return whole;
    }

    private String ledger(Path folder, int round) {
        if (server == null) {
            return folder.resolve("round-" + round).toString();
        }
        server.empty();
        return server.address();
    }

    /** One writer, left alone for a while, then killed; true where it was through before. */
    private boolean killed(String ledger, boolean withServer) throws IOException, InterruptedException {
        Process writer = start(ledger);
        boolean through;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            String said = lines.readLine();
            if (!"open".equals(said)) {
                throw new IllegalStateException("the next writer could not begin: " + said);
            }
            Thread.sleep(random.nextInt(LONGEST));
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

    private void compare(String ledger, String expected, int round) throws IOException, InterruptedException {
        Process last = start(ledger);
        last.getInputStream().readAllBytes();
        if (last.waitFor() != 0) {
            throw new IllegalStateException("the last writer of round " + round + " failed");
        }
        String found = tables(ledger);
        note("whole round " + round + " " + found.substring(0, 12));
        if (!found.equals(expected)) {
            throw new IllegalStateException("round " + round + " differs from the undisturbed ingest");
        }
    }

    private static String undisturbed(String ledger) {
        KilledWriter.main(new String[] {ledger, String.valueOf(REPORTS)});
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

    private static Process start(String ledger) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        ledger,
                        String.valueOf(REPORTS))
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
