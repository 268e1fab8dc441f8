package org.demarche.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.demarche.export.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of a cluster is what comes out of one machine, whatever dies on the way. */
class SparkIngestTest {
    private static final int REPORTS = 120;
    private static final int PART = 10;
    private static final long PATIENCE_SECONDS = 600;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aClusterThatLosesAnExecutorGivesWhatOneMachineGivesAndGoesOnWhereItWasBrokenOff() throws Exception {
        List<String> input = input();
        Map<Table, List<String>> expected = onOneMachine(input);
        Path out = folder.resolve("out");
        try (LocalCluster cluster = new LocalCluster(folder.resolve("home"), 2)) {
            Process run = cluster.ingest("run", arguments(input, out));
            boolean killed = false;
            while (run.isAlive()) {
                if (!killed && finished(out) >= 2 && cluster.executors().size() == 2) {
                    killed = cluster.executors().get(0).destroyForcibly();
                }
                run.waitFor(50, TimeUnit.MILLISECONDS);
            }
            assertThat(run.exitValue()).as(cluster.said("run")).isEqualTo(3);
            assertThat(killed).as("an executor died while parts were open").isTrue();
            assertThat(cluster.said("run")).contains("DEM-241 executor", "DEM-109", "could not be read");
            assertThat(OneMachine.written(out)).isEqualTo(expected);

            int parts = finished(out);
            try (Stream<Path> facts = Files.list(out.resolve("parts"))) {
                for (Path one : facts.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .limit(2)
                        .toList()) {
                    Files.delete(one);
                }
            }
            Process again = cluster.alone("again", arguments(input, out));
            assertThat(again.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(again.exitValue()).as(cluster.said("again")).isEqualTo(3);
            assertThat(cluster.said("again")).contains("DEM-240 " + (parts - 2) + " of " + parts + " parts");
            assertThat(OneMachine.written(out)).isEqualTo(expected);
        }
    }

    private static String[] arguments(List<String> input, Path out) {
        List<String> all = new ArrayList<>(List.of("--out", out.toString(), "--part", String.valueOf(PART)));
        input.forEach(path -> all.addAll(List.of("--in", path)));
        return all.toArray(new String[0]);
    }

    /** Generated rows with one that is none and one report twice, and the sample's reports. */
    private List<String> input() throws IOException {
        List<String> rows = new ArrayList<>(GeneratedReports.rows(REPORTS));
        rows.add(3, "{\"id\": \"broken\"");
        rows.add(rows.get(10));
        Path lines = folder.resolve("news.jsonl");
        Files.write(lines, rows);
        return List.of(lines.toString(), sample().toString());
    }

    private static Path sample() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path sample = at.resolve("samples/nato-russia-2021/reports");
            if (Files.isDirectory(sample)) {
                return sample;
            }
        }
        throw new IllegalStateException("the sample's reports are missing");
    }

    private static Map<Table, List<String>> onOneMachine(List<String> input) {
        OneMachine alone = OneMachine.run(input, 1);
        assertThat(alone.dossier().events()).hasSizeGreaterThan(50);
        assertThat(alone.dossier().answers()).isNotEmpty();
        assertThat(alone.dossier().disagreements()).isNotEmpty();
        return alone.tables();
    }

    private static int finished(Path out) throws IOException {
        Path parts = out.resolve("parts");
        if (!Files.isDirectory(parts)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(parts)) {
            return (int) files.filter(f -> f.toString().endsWith(".json")).count();
        }
    }
}
