package org.demarche.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.demarche.Dossier;
import org.demarche.export.JsonLines;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.model.Notice;
import org.demarche.model.State;
import org.demarche.read.Piece;
import org.demarche.read.Pieces;
import org.demarche.read.Read;
import org.demarche.read.ReadOptions;
import org.demarche.read.Reader;
import org.jspecify.annotations.Nullable;

/** One run: input cut into splits, splits coded into parts, parts grouped into tables. */
final class Ingest {
    private final Cluster cluster;
    private final Path folder;
    private final Settings settings;
    private final int articles;
    private final PrintStream messages;
    private final Parts parts;

    Ingest(Cluster cluster, Path folder, Settings settings, int articles, PrintStream messages) {
        this.cluster = cluster;
        this.folder = folder;
        this.settings = settings;
        this.articles = articles;
        this.messages = messages;
        this.parts = new Parts(folder.resolve("parts").toString());
    }

    /**
     * What came of it.
     *
     * @param lost how many reports could not be read
     */
    record Result(int documents, int claims, int events, int lost, int parts) {
        String line(Path folder) {
            return String.format(
                    Locale.ROOT,
                    "%,d documents, %,d claims, %,d events in %s (%d parts%s).",
                    documents,
                    claims,
                    events,
                    folder.resolve("tables"),
                    parts,
                    lost == 0 ? "" : String.format(Locale.ROOT, "; %,d could not be read", lost));
        }
    }

    /**
     * Runs, or goes on where an earlier run was broken off.
     *
     * @param day the day whose states are asked for, or null for the last that the reports tell of
     */
    Result run(List<String> paths, @Nullable LocalDate day) throws IOException {
        Files.createDirectories(folder);
        Reports reports = new Reports();
        Pieces pieces = pieces(paths);
        int[] unlisted = new int[1];
        pieces.said().forEach(read -> {
            if (read instanceof Read.Said said) {
                reports.say(said.notice());
                unlisted[0] += said.lost() ? 1 : 0;
            }
        });
        List<Split> splits = Split.of(pieces.all(), articles, settings.mark());
        List<PartFacts> facts = code(splits);
        reports.add(cluster.context()
                .parallelize(splits, Math.max(1, splits.size()))
                .flatMap(new Told.From(parts))
                .toLocalIterator());
        Dossier dossier = Engines.withoutModel().merge(reports.coded(), List.of(), new OnCluster(cluster));
        List<State> states = Engines.withoutModel().states(dossier, day == null ? dossier.lastDay() : day, null);
        write(splits, dossier, states, reports);
        say(reports);
        int lost = facts.stream().mapToInt(PartFacts::lost).sum() + unlisted[0];
        return new Result(
                dossier.documents().size(),
                dossier.acts().size(),
                dossier.happenings().size(),
                lost,
                splits.size());
    }

    /** Parquet is laid out as lines first; all else is cut as it lies. */
    private Pieces pieces(List<String> paths) throws IOException {
        Reader reader = new Reader(ReadOptions.DEFAULT);
        List<Piece> all = new ArrayList<>();
        List<Read> said = new ArrayList<>();
        for (String path : paths) {
            Pieces some = reader.pieces(List.of(path), articles);
            said.addAll(some.said());
            for (Piece piece : some.all()) {
                if (isMark(piece)) {
                    continue;
                }
                if (piece.path().endsWith(".parquet")) {
                    all.addAll(ParquetArticles.lines(cluster, piece, folder.resolve("articles"), articles));
                } else {
                    all.add(piece);
                }
            }
        }
        return new Pieces(all, said);
    }

    /** Hadoop's word that a folder is whole ({@code _SUCCESS}) is no report. */
    private static boolean isMark(Piece piece) {
        return piece.size() == 0
                && String.valueOf(Path.of(piece.path()).getFileName()).startsWith("_");
    }

    private List<PartFacts> code(List<Split> splits) {
        List<PartFacts> facts = new ArrayList<>();
        List<Split> open = new ArrayList<>();
        for (Split split : splits) {
            Optional<PartFacts> known = parts.finished(split);
            known.ifPresentOrElse(facts::add, () -> open.add(split));
        }
        if (!facts.isEmpty()) {
            messages.println("DEM-240 " + facts.size() + " of " + splits.size()
                    + " parts were finished by an earlier run; they are used again.");
        }
        if (!open.isEmpty()) {
            Progress progress = new Progress(facts, splits.size(), messages);
            cluster.context().sc().addSparkListener(progress);
            facts.addAll(cluster.context()
                    .parallelize(open, open.size())
                    .map(new Coding(settings, parts))
                    .collect());
            cluster.context().sc().removeSparkListener(progress);
            progress.end();
        }
        facts.sort(Comparator.comparing(PartFacts::part));
        return facts;
    }

    private void write(List<Split> splits, Dossier dossier, List<State> states, Reports reports) throws IOException {
        Path work = folder.resolve(".rows");
        delete(work);
        Broadcast<Together> together = cluster.context().broadcast(Together.of(dossier, reports));
        cluster.context()
                .parallelize(splits, Math.max(1, splits.size()))
                .foreach(new RowsTask(parts, work.toString(), together));
        Path tables = Files.createDirectories(folder.resolve("tables"));
        Tables rows = new Tables(dossier);
        for (Table table : Table.values()) {
            Path draft = tables.resolve("." + table.key() + ".draft");
            if (RowsTask.TABLES.contains(table)) {
                try (OutputStream out = Files.newOutputStream(draft)) {
                    for (Split split : splits) {
                        Files.copy(RowsTask.file(work.toString(), table, split), out);
                    }
                }
            } else {
                List<Row> all = rows.rows(table, states);
                try (Writer out = Files.newBufferedWriter(draft)) {
                    JsonLines.write(all.iterator(), out);
                }
            }
            Files.move(
                    draft,
                    tables.resolve(table.key() + ".jsonl"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        together.destroy();
        delete(work);
    }

    private void say(Reports reports) {
        reports.taken()
                .forEach((url, why) -> messages.println(
                        "DEM-115 " + url + ": taken back by its publisher (" + why + "); its claims do not count."));
        reports.said().forEach((code, some) -> {
            for (Notice notice : some) {
                messages.println(notice.code() + " " + notice.file() + ": " + notice.message()
                        + (notice.repair().isEmpty() ? "" : ". " + notice.repair()));
            }
            int more = reports.count(code) - some.size();
            if (more > 0) {
                messages.println(code + " and " + more + " more of the same kind.");
            }
        });
    }

    private static void delete(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
