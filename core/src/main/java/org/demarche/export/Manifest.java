package org.demarche.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demarche.Dossier;
import org.demarche.Version;
import org.demarche.model.Document;

/** What lies in an export folder and what it was made from, so that it can be made again. */
public final class Manifest {
    private Manifest() {}

    /**
     * The manifest as JSON.
     *
     * @param counts rows by table
     * @param asked what the user asked for ({@code as_of} ...)
     */
    public static String of(Dossier dossier, Map<String, Integer> counts, Map<String, String> asked) {
        List<Row> inputs = new ArrayList<>();
        for (Document document : dossier.documents()) {
            inputs.add(new Row()
                    .with("id", document.id())
                    .with("file", document.file())
                    .with("sha256", document.sha256()));
        }
        Row tables = new Row();
        counts.forEach(tables::with);
        Row options = new Row();
        asked.forEach(options::with);
        Row manifest = new Row()
                .with("program", new Row().with("name", "demarche").with("version", Version.program()))
                .with("options", options)
                .with("tables", tables)
                .with("inputs", inputs);
        return JsonLines.line(manifest) + "\n";
    }
}
