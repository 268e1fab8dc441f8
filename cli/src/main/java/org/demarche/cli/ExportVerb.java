package org.demarche.cli;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Dossier;
import org.demarche.export.Csv;
import org.demarche.export.JsonLines;
import org.demarche.export.Manifest;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.model.State;
import org.demarche.store.LedgerBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description =
                "Write tables for other tools: one to standard output, or all of them into a folder with a manifest.",
        footer = {
            "",
            "Examples:",
            "  demarche export --table events --format csv > events.csv",
            "  demarche export --table claims | jq .act",
            "  demarche export -o ./out --format csv --as-of 2021-11-02"
        })
final class ExportVerb extends Verb {
    @Mixin
    LedgerOption ledger = new LedgerOption();

    @Mixin
    AsOf asOf = new AsOf();

    @Option(
            names = "--table",
            paramLabel = "T",
            description =
                    "documents, claims, events, states, disagreements, answers, quotes or notices; with -o, all by default.")
    @Nullable
    String table;

    @Option(names = "--format", paramLabel = "FORM", description = "jsonl (default) or csv.")
    Output.Form format = Output.Form.jsonl;

    @Option(names = "--raw-csv", description = "Leave CSV cells that begin with = + - @ as they are.")
    boolean raw;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Write files and a manifest.json into this folder.")
    @Nullable
    Path folder;

    @Override
    public Integer call() throws Exception {
        if (folder == null && table == null) {
            throw new IllegalArgumentException("say which table with --table, or where all of them go with -o DIR");
        }
        if (format == Output.Form.text) {
            throw new IllegalArgumentException(
                    "export writes jsonl or csv; the views (`timeline`, `status` ...) write text");
        }
        List<Table> wanted = table == null ? List.of(Table.values()) : List.of(Table.parse(table));
        try (LedgerBook book = ledger.read()) {
            Dossier dossier = book.dossier();
            Tables tables = new Tables(dossier);
            List<State> states = asOf.states(dossier);
            if (folder == null) {
                try (Writer out = Console.data()) {
                    write(wanted.get(0), tables.rows(wanted.get(0), states), out);
                }
                return Exit.DONE;
            }
            Files.createDirectories(folder);
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (Table each : wanted) {
                List<Row> rows = new ArrayList<>(tables.rows(each, states));
                try (Writer out = Files.newBufferedWriter(folder.resolve(each.key() + "." + format))) {
                    write(each, rows, out);
                }
                counts.put(each.key(), rows.size());
            }
            Files.writeString(folder.resolve("manifest.json"), Manifest.of(dossier, counts, asOf.said()));
        }
        return Exit.DONE;
    }

    private void write(Table which, List<Row> rows, Writer out) {
        if (format == Output.Form.csv) {
            new Csv(which.columns(), raw).write(rows.iterator(), out);
        } else {
            JsonLines.write(rows.iterator(), out);
        }
    }
}
