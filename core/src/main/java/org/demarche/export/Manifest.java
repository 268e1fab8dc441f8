package org.demarche.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demarche.ContentHash;
import org.demarche.Dossier;
import org.demarche.Version;
import org.demarche.lexicon.Lexicon;
import org.demarche.model.Document;
import org.jspecify.annotations.Nullable;

/**
 * What lies in an export folder and what it was made from, so that it can be made again.
 *
 * @param options what the user asked for ({@code as_of} ...)
 * @param model SHA-256 of the sentence model's files
 * @param format the format of the files, with its conventions, or null for our own tables
 * @param files in the order written
 * @param losses what the format could not hold, counted
 */
public record Manifest(
        Map<String, String> options, String model, @Nullable Row format, List<File> files, List<Lost> losses) {

    /**
     * A file of the folder.
     *
     * @param sha256 of its bytes, hex
     */
    public record File(String name, String table, int rows, String sha256) {}

    /** What could not be held, in words, and how many rows or events it concerns. */
    public record Lost(String what, int count) {}

    public Manifest {
        files = List.copyOf(files);
        losses = List.copyOf(losses);
    }

    /** The manifest as one JSON object. */
    public String of(Dossier dossier) {
        Row tables = new Row();
        List<Row> written = new ArrayList<>();
        for (File file : files) {
            tables.with(file.table(), file.rows());
            written.add(new Row()
                    .with("name", file.name())
                    .with("rows", file.rows())
                    .with("sha256", file.sha256()));
        }
        List<Row> lost = new ArrayList<>();
        losses.forEach(l -> lost.add(new Row().with("what", l.what()).with("count", l.count())));
        Row asked = new Row();
        options.forEach(asked::with);
        return JsonLines.line(new Row()
                        .with("program", program())
                        .with(
                                "rules",
                                new Row()
                                        .with("lexicon", ContentHash.of(Lexicon.class))
                                        .with("model", model))
                        .with("options", asked)
                        .with("format", format)
                        .with("files", written)
                        .with("tables", tables)
                        .with("ledger", counts(dossier))
                        .with("losses", lost)
                        .with("inputs", inputs(dossier)))
                + "\n";
    }

    private static Row program() {
        return new Row()
                .with("name", "demarche")
                .with("version", Version.program())
                .with("commit", Version.commit());
    }

    private static Row counts(Dossier dossier) {
        return new Row()
                .with("documents", dossier.documents().size())
                .with("claims", dossier.acts().size())
                .with("events", dossier.happenings().size())
                .with("disagreements", dossier.disagreements().size())
                .with("answers", dossier.answers().size());
    }

    private static List<Row> inputs(Dossier dossier) {
        List<Row> out = new ArrayList<>();
        for (Document document : dossier.documents()) {
            out.add(new Row()
                    .with("id", document.id())
                    .with("file", document.file())
                    .with("sha256", document.sha256()));
        }
        return out;
    }
}
