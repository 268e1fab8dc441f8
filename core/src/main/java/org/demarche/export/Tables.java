package org.demarche.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Coded;
import org.demarche.Merged;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.State;

/** All tables of a merged ledger. */
public final class Tables {
    private final Merged merged;
    private final Map<String, Document> documents;
    private final Map<String, String> eventOf = new HashMap<>();

    public Tables(Merged merged) {
        this.merged = merged;
        this.documents = merged.byId();
        for (Event event : merged.events()) {
            for (String claim : event.claims()) {
                eventOf.put(claim, event.id());
            }
        }
    }

    /**
     * The rows of a table, in its order.
     *
     * @param states what {@link Table#STATES} shows: the states as of a day
     */
    public List<Row> rows(Table table, List<State> states) {
        return switch (table) {
            case DOCUMENTS -> merged.documents().stream().map(DocumentRows::row).toList();
            case CLAIMS -> claims();
            case EVENTS -> merged.events().stream().map(EventRows::row).toList();
            case STATES -> states(states);
            case DISAGREEMENTS ->
                merged.disagreements().stream()
                        .map(d -> DisagreementRows.row(d, documents))
                        .toList();
            case ANSWERS ->
                merged.answers().stream().map(a -> AnswerRows.row(a, documents)).toList();
            case QUOTES -> quotes();
            case NOTICES ->
                merged.coded().stream()
                        .flatMap(c -> c.notices().stream())
                        .map(NoticeRows::row)
                        .toList();
        };
    }

    public List<Row> states(List<State> states) {
        return states.stream().map(s -> StateRows.row(s, documents)).toList();
    }

    private List<Row> claims() {
        List<Row> out = new ArrayList<>();
        for (Coded coded : merged.coded()) {
            coded.claims().forEach(c -> out.add(ClaimRows.row(c, coded.document(), eventOf.get(c.id()))));
        }
        return out;
    }

    private List<Row> quotes() {
        List<Row> out = new ArrayList<>();
        merged.coded().forEach(c -> out.addAll(QuoteRows.rows(c, eventOf)));
        return out;
    }
}
