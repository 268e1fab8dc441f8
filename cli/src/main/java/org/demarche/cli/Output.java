package org.demarche.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.demarche.export.Csv;
import org.demarche.export.JsonLines;
import org.demarche.export.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How rows are written: {@code --format} and {@code -o}. */
final class Output {
    /** The forms that every table has. */
    enum Form {
        text,
        jsonl,
        csv
    }

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "text (for people; the default on a terminal for views), jsonl or csv.")
    @Nullable
    Form format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write here instead of to standard output.")
    @Nullable
    Path file;

    @Option(
            names = "--raw-csv",
            description = "Leave CSV cells that begin with = + - @ as they are (they get an apostrophe otherwise).")
    boolean raw;

    /** The form asked for, or the usual one of the verb. */
    Form form(Form usual) {
        return format == null ? usual : format;
    }

    /** The form of a view: a person at a terminal gets text, a program JSON Lines. */
    Form viewForm() {
        return form(file == null && Console.isTerminal() ? Form.text : Form.jsonl);
    }

    /** Writes to the file asked for, whole or not at all, or to standard output. */
    void write(WholeFile.Text text) throws IOException {
        if (file != null) {
            WholeFile.writeText(file, text);
            return;
        }
        try (Writer out = Console.data()) {
            text.write(out);
        }
    }

    /**
     * Writes rows.
     *
     * @param columns what a CSV has, dotted paths
     * @param text what a person gets
     */
    void write(Form form, Iterator<Row> rows, List<String> columns, TextView text) throws IOException {
        write(out -> {
            switch (form) {
                case jsonl -> JsonLines.write(rows, out);
                case csv -> new Csv(columns, raw).write(rows, out);
                case text -> text.write(rows, out);
            }
        });
    }

    /** Rows as a person reads them. */
    interface TextView {
        void write(Iterator<Row> rows, Writer out) throws IOException;
    }
}
