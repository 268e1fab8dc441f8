package org.demarche.export;

import java.util.Map;
import org.demarche.model.Answer;
import org.demarche.model.Document;

/** Rows of the answers table: which act answered which. */
public final class AnswerRows {
    private AnswerRows() {}

    public static Row row(Answer answer, Map<String, Document> documents) {
        int colon = answer.basis().indexOf(':');
        return new Row()
                .with("id", answer.id())
                .with("stimulus", answer.stimulus())
                .with("response", answer.response())
                .with("responder", answer.responder())
                .with("lag_days", new Row().with("low", answer.lagLow()).with("high", answer.lagHigh()))
                .with("symmetry", Cells.word(answer.symmetry()))
                .with("basis", colon < 0 ? answer.basis() : answer.basis().substring(0, colon))
                .with("citations", Cells.citations(answer.citations(), documents))
                .with(
                        "rule",
                        colon < 0 ? null : answer.basis().substring(colon + 1).strip());
    }
}
