package org.demarche;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.model.Answer;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Document;
import org.demarche.model.Event;

/**
 * What several documents say together: the result of grouping their claims.
 *
 * @param coded the documents with what each gives by itself, dates from their siblings filled in; by file, then by id
 * @param events by date, then by id
 * @param disagreements by what they are about, then by id
 * @param answers by id of the stimulus, then of the response
 */
public record Merged(
        List<Coded> coded, List<Event> events, List<Disagreement> disagreements, List<Answer> answers) {

    /** Of no documents. */
    public static final Merged NOTHING = new Merged(List.of(), List.of(), List.of(), List.of());

    public Merged {
        coded = List.copyOf(coded);
        events = List.copyOf(events);
        disagreements = List.copyOf(disagreements);
        answers = List.copyOf(answers);
    }

    public List<Document> documents() {
        return coded.stream().map(Coded::document).toList();
    }

    /** Every claim, document by document, in text order. */
    public List<Claim> claims() {
        return coded.stream().flatMap(c -> c.claims().stream()).toList();
    }

    /** The documents by their ids. */
    public Map<String, Document> byId() {
        Map<String, Document> out = new LinkedHashMap<>();
        for (Coded c : coded) {
            out.put(c.document().id(), c.document());
        }
        return Collections.unmodifiableMap(out);
    }
}
