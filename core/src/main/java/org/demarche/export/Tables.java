package org.demarche.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Dossier;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.State;

/** All tables of a dossier. */
public final class Tables {
    private final Dossier dossier;
    private final Map<String, Document> documents;
    private final Map<String, String> eventOf = new HashMap<>();

    public Tables(Dossier dossier) {
        this.dossier = dossier;
        this.documents = dossier.byId();
        for (Event event : dossier.events()) {
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
            case DOCUMENTS ->
                dossier.documents().stream().map(DocumentRows::row).toList();
            case CLAIMS -> claims();
            case EVENTS -> dossier.events().stream().map(EventRows::row).toList();
            case STATES -> states(states);
            case DISAGREEMENTS ->
                dossier.disagreements().stream()
                        .map(d -> DisagreementRows.row(d, documents))
                        .toList();
            case ANSWERS ->
                dossier.answers().stream()
                        .map(a -> AnswerRows.row(a, documents))
                        .toList();
            case QUOTES -> quotes();
            case NOTICES ->
                dossier.coded().stream()
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
        for (Claim claim : dossier.claims()) {
            Document document = documents.get(claim.document());
            if (document != null) {
                out.add(ClaimRows.row(claim, document, eventOf.get(claim.id())));
            }
        }
        return out;
    }

    private List<Row> quotes() {
        List<Row> out = new ArrayList<>();
        dossier.coded().forEach(c -> out.addAll(QuoteRows.rows(c, eventOf)));
        return out;
    }
}
