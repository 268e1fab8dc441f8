package org.demarche.cli;

import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.demarche.Dossier;
import org.demarche.dialect.Decided;
import org.demarche.dialect.Dialect;
import org.demarche.dialect.ExportFile;
import org.demarche.dialect.Exported;
import org.demarche.dialect.Loss;
import org.demarche.dialect.Source;
import org.demarche.export.Csv;
import org.demarche.export.JsonLines;
import org.demarche.export.Manifest;
import org.demarche.export.Row;
import org.demarche.export.Table;
import org.demarche.export.Tables;
import org.demarche.model.State;
import org.demarche.parquet.ParquetTable;
import org.demarche.store.Entry;
import org.demarche.store.LedgerBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Write the ledger for other tools: one table to standard output, or files into a folder with a manifest.",
            "Our own tables as jsonl, csv or parquet; the events in the formats of other projects, which say what they cannot hold."
        },
        footer = {
            "",
            "Examples:",
            "  demarche export --table events --format csv > events.csv",
            "  demarche export --format gdelt -o ./gdelt",
            "  demarche export -o ./out --format parquet --as-of 2021-11-02"
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

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "Our tables: jsonl (default), csv, parquet. Formats of others: plover, polecat, icews, gdelt,"
                    + " phoenix, timelinejs, gexf, webannotation, prov, ftm.")
    String format = "jsonl";

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
        String form = format.strip().toLowerCase(Locale.ROOT);
        boolean own = form.equals("jsonl") || form.equals("csv") || form.equals("parquet");
        check(form, own);
        try (LedgerBook book = ledger.read()) {
            if (own) {
                writeTables(book.dossier(), form);
            } else {
                writeDialect(book, Dialect.parse(form));
            }
        }
        return Exit.DONE;
    }

    private void check(String form, boolean own) {
        if (form.equals("text")) {
            throw new IllegalArgumentException(
                    "export writes for programs; the views (`timeline`, `status` ...) write text");
        }
        if (!own) {
            try {
                Dialect.parse(form);
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException("no such format: '" + format + "'; there are jsonl, csv, parquet, "
                        + Arrays.stream(Dialect.values()).map(Dialect::key).collect(Collectors.joining(", ")));
            }
            if (table != null) {
                throw new IllegalArgumentException(form + " has tables of its own; leave out --table");
            }
        } else if (folder == null && table == null) {
            throw new IllegalArgumentException("say which table with --table, or where all of them go with -o DIR");
        } else if (folder == null && form.equals("parquet")) {
            throw new IllegalArgumentException("Parquet is written to files; say where with -o DIR");
        }
    }

    private void writeTables(Dossier dossier, String form) throws Exception {
        List<Table> wanted = table == null ? List.of(Table.values()) : List.of(Table.parse(table));
        Tables tables = new Tables(dossier);
        List<State> states = asOf.states(dossier);
        if (folder == null) {
            try (Writer out = Console.data()) {
                write(form, wanted.get(0), tables.rows(wanted.get(0), states), out);
            }
            return;
        }
        ExportFolder files = new ExportFolder(folder);
        for (Table each : wanted) {
            List<Row> rows = tables.rows(each, states);
            files.add(each.key() + "." + form, each.key(), rows.size(), file -> {
                if (form.equals("parquet")) {
                    ParquetTable.write(each, rows, file);
                    return;
                }
                try (Writer out = Files.newBufferedWriter(file)) {
                    write(form, each, rows, out);
                }
            });
        }
        files.close(dossier, asOf.said(), null, List.of());
    }

    private void write(String form, Table which, List<Row> rows, Writer out) {
        if (form.equals("csv")) {
            new Csv(which.columns(), raw).write(rows.iterator(), out);
        } else {
            JsonLines.write(rows.iterator(), out);
        }
    }

    private void writeDialect(LedgerBook book, Dialect dialect) throws Exception {
        Dossier dossier = book.dossier();
        List<Decided> decisions =
                book.store().log().stream().map(ExportVerb::decided).toList();
        Exported exported = dialect.export(new Source(dossier, decisions));
        if (folder == null) {
            try (Writer out = Console.data()) {
                exported.files().get(0).content().write(out);
            }
        } else {
            ExportFolder files = new ExportFolder(folder);
            files.add(dialect, exported);
            files.close(
                    dossier,
                    asOf.said(),
                    dialect,
                    exported.losses().stream()
                            .map(l -> new Manifest.Lost(l.what(), l.count()))
                            .toList());
        }
        say(dialect, exported);
    }

    private void say(Dialect dialect, Exported exported) {
        PrintStream messages = messages();
        List<ExportFile> files = exported.files();
        for (Loss loss : exported.losses()) {
            messages.println("DEM-230 " + dialect.key() + ": " + loss.what() + ": " + loss.count() + ".");
        }
        messages.println("DEM-231 " + dialect.key() + " never carries: "
                + dialect.conventions().never() + ".");
        if (folder == null && files.size() > 1) {
            messages.println(
                    "DEM-232 " + dialect.key() + " has more files than standard output can take; -o DIR also writes "
                            + files.stream().skip(1).map(ExportFile::name).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static Decided decided(Entry entry) {
        return new Decided(entry.id(), entry.at(), entry.by(), entry.kind(), entry.target(), entry.why());
    }
}
