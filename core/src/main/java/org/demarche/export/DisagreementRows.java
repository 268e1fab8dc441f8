package org.demarche.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demarche.model.Disagreement;
import org.demarche.model.Document;

/** Rows of the disagreements table. */
public final class DisagreementRows {
    private DisagreementRows() {}

    public static Row row(Disagreement disagreement, Map<String, Document> documents) {
        List<Row> readings = new ArrayList<>();
        for (Disagreement.Reading reading : disagreement.readings()) {
            Row row = new Row().with("value", reading.value());
            Cells.citation(reading.citation(), documents).cells().forEach(row::with);
            readings.add(row);
        }
        boolean event = disagreement.about().startsWith("evt:");
        return new Row()
                .with("id", disagreement.id())
                .with("about", new Row().with(event ? "event" : "subject", disagreement.about()))
                .with("field", disagreement.field())
                .with("kind", Cells.word(disagreement.kind()))
                .with("readings", readings);
    }
}
