package org.demarche.spark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.demarche.model.Ids;
import org.demarche.read.Piece;
import org.demarche.read.ReadOptions;
import org.demarche.read.Reader;

/** Parquet files of articles: laid out as JSON Lines beside the parts, a row a line under the names of its columns, and read as these. */
final class ParquetArticles {
    private ParquetArticles() {}

    /** The pieces of a file; it is laid out once, however often the run is begun anew. */
    static List<Piece> lines(Cluster cluster, Piece parquet, Path folder, int articles) throws IOException {
        Files.createDirectories(folder);
        String mark = Ids.sha256(parquet.toString()).substring(0, 16);
        String name = Path.of(parquet.path()).getFileName() + "-" + mark + ".jsonl";
        Path lines = folder.resolve(name);
        if (!Files.isRegularFile(lines)) {
            Path draft = Files.createTempFile(folder, ".", ".draft");
            Iterator<String> rows = cluster.session()
                    .read()
                    .parquet(parquet.path())
                    .toJSON()
                    .toJavaRDD()
                    .toLocalIterator();
            try (Writer out = Files.newBufferedWriter(draft)) {
                while (rows.hasNext()) {
                    out.write(rows.next());
                    out.write('\n');
                }
            }
            Files.move(draft, lines, StandardCopyOption.ATOMIC_MOVE);
        }
        return new ArrayList<>(new Reader(ReadOptions.DEFAULT)
                .pieces(List.of(lines.toString()), articles)
                .all());
    }
}
