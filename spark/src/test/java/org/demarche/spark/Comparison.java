package org.demarche.spark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demarche.export.Table;

/**
 * One machine against clusters of some executors, on any input: what each takes, and whether their tables are the same. By {@code spark/compare.sh}.
 */
public final class Comparison {
    private static final double SECOND = 1e9;

    private Comparison() {}

    /** Arguments: the input, a folder for results, then numbers of executors. Ends with status 1 where a table differs. */
    public static void main(String[] arguments) throws Exception {
        Path input = Path.of(arguments[0]).toAbsolutePath();
        Path work = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        OneMachine alone = OneMachine.run(List.of(input.toString()), 1);
        System.out.printf(
                Locale.ROOT,
                "one thread: %d documents, %d claims, %d events; coded in %.1f s, merged and written in %.1f s%n",
                alone.dossier().documents().size(),
                alone.dossier().acts().size(),
                alone.dossier().happenings().size(),
                alone.codedIn() / SECOND,
                alone.mergedIn() / SECOND);
        boolean same = true;
        for (int i = 2; i < arguments.length; i++) {
            int executors = Integer.parseInt(arguments[i]);
            Path out = work.resolve("out" + executors);
            try (LocalCluster cluster = new LocalCluster(work.resolve("home" + executors), executors)) {
                long began = System.nanoTime();
                Process run = cluster.ingest("run", "--in", input.toString(), "--out", out.toString(), "--part", "100");
                int status = run.waitFor();
                System.out.printf(
                        Locale.ROOT,
                        "%d executors: status %d, %.1f s with Spark's start%n%s%n",
                        executors,
                        status,
                        (System.nanoTime() - began) / SECOND,
                        cluster.said("run")
                                .lines()
                                .filter(l -> !l.startsWith("DEM-1"))
                                .toList());
                same &= report(alone.tables(), OneMachine.written(out));
            }
        }
        System.exit(same ? 0 : 1);
    }

    private static boolean report(Map<Table, List<String>> expected, Map<Table, List<String>> found) {
        boolean same = true;
        for (Table table : Table.values()) {
            boolean equal = expected.get(table).equals(found.get(table));
            same &= equal;
            System.out.println("  " + table.key() + ": " + expected.get(table).size() + " rows, "
                    + (equal ? "the same" : "DIFFERENT (" + found.get(table).size() + ")"));
        }
        return same;
    }
}
