package org.demarche.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.Pipeline;
import org.demarche.export.JsonLines;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.language.OnnxSentenceParser;
import org.demarche.model.Document;
import org.demarche.read.Read;
import org.demarche.read.ReadOptions;
import org.demarche.read.Reader;

/**
 * The tables as one machine gives them, and as they lie in a folder: each table's lines, sorted.
 *
 * @param codedIn nanoseconds until all was coded, {@code mergedIn} and for the rest
 */
record OneMachine(Map<Table, List<String>> tables, Dossier dossier, long codedIn, long mergedIn) {

    static OneMachine run(List<String> input, int threads) {
        Pipeline pipeline = new Pipeline(OnnxSentenceParser.load());
        long began = System.nanoTime();
        List<Coded> coded;
        try (Stream<Read> read = new Reader(ReadOptions.DEFAULT).read(input)) {
            Stream<Document> documents = read.filter(Read.Of.class::isInstance).map(r -> ((Read.Of) r).document());
            coded = pipeline.code(documents, threads).map(Coded::withoutTokens).toList();
        }
        long then = System.nanoTime();
        Dossier dossier = pipeline.merge(coded);
        Tables rows = new Tables(dossier);
        Map<Table, List<String>> out = new TreeMap<>();
        for (Table table : Table.values()) {
            out.put(
                    table,
                    rows.rows(table, pipeline.states(dossier, dossier.lastDay(), null)).stream()
                            .map(JsonLines::line)
                            .sorted()
                            .toList());
        }
        return new OneMachine(out, dossier, then - began, System.nanoTime() - then);
    }

    static Map<Table, List<String>> written(Path out) throws IOException {
        Map<Table, List<String>> tables = new TreeMap<>();
        for (Table table : Table.values()) {
            try (Stream<String> lines = Files.lines(out.resolve("tables").resolve(table.key() + ".jsonl"))) {
                tables.put(table, lines.sorted().toList());
            }
        }
        return tables;
    }
}
