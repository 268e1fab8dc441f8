package org.demarche.export;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Subject;
import org.demarche.model.Together;
import org.jspecify.annotations.Nullable;

/** Rows of the claims table. */
public final class ClaimRows {
    private ClaimRows() {}

    /**
     * One claim.
     *
     * @param event id of the event it was merged into, or null while it is not merged
     */
    public static Row row(Claim claim, Document document, @Nullable String event) {
        List<Row> attribution = new ArrayList<>();
        for (Claim.Attribution word : claim.attribution()) {
            attribution.add(
                    Cells.span(new Row().with("holder", word.holder()).with("verb", word.verb()), word.citation()));
        }
        return new Row()
                .with("id", claim.id())
                .with("document", claim.document())
                .with("file", document.file())
                .with(
                        "sentence",
                        new Row()
                                .with("index", claim.sentenceIndex())
                                .with("start", claim.sentence().start())
                                .with("end", claim.sentence().end()))
                .with("trigger", Cells.span(new Row(), claim.trigger()))
                .with("act", claim.act().code())
                .with("type", claim.act().type())
                .with("mode", claim.act().mode())
                .with("contexts", claim.act().contexts())
                .with("cameo", claim.act().cameo())
                .with("quad", claim.act().quad())
                .with("goldstein", Cells.number(claim.act().goldstein()))
                .with("actors", Cells.parties(claim.actors()))
                .with(
                        "recipients",
                        Cells.parties(
                                Together.recipients(claim.act(), claim.actors(), claim.recipients(), claim.subjects())))
                .with("date", Cells.when(claim.dateIn(document.published())))
                .with("effective", Cells.when(claim.effective()))
                .with("place", Cells.place(claim.place()))
                .with("quantities", Cells.quantities(claim.quantities()))
                .with("factuality", Cells.word(claim.factuality()))
                .with("attribution", attribution)
                .with("subjects", claim.subjects().stream().map(Subject::id).toList())
                .with("event", event)
                .with("rule", claim.rule())
                .with("score", claim.score());
    }
}
