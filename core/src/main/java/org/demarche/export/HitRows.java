package org.demarche.export;

import java.util.List;
import org.demarche.model.Citation;

/** Rows of {@code search}: a sentence and what was coded from it. */
public final class HitRows {
    /** The columns of the flat form. */
    public static final List<String> COLUMNS =
            List.of("document", "file", "sentence", "start", "end", "quote", "claims", "events");

    private HitRows() {}

    public static Row row(String file, int sentence, Citation at, List<String> claims, List<String> events) {
        Row row = new Row().with("document", at.document()).with("file", file).with("sentence", sentence);
        return Cells.span(row, at).with("claims", claims).with("events", events);
    }
}
