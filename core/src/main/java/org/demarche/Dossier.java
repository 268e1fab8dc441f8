package org.demarche;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.model.Answer;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * What several documents say together: the result of grouping their claims.
 *
 * @param coded the documents with what each gives by itself, dates from their siblings filled in; by file, then by id
 * @param events by date, then by id
 * @param disagreements by what they are about, then by id
 * @param answers by id of the stimulus, then of the response
 */
public record Dossier(List<Coded> coded, List<Event> events, List<Disagreement> disagreements, List<Answer> answers) {

    /** Of no documents. */
    public static final Dossier NOTHING = new Dossier(List.of(), List.of(), List.of(), List.of());

    public Dossier {
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

    /** The last day that the reports tell of: of an act, of its coming into force, or of publication. 1970-01-01 where no day is told. */
    public LocalDate lastDay() {
        LocalDate last = LocalDate.EPOCH;
        for (Event event : events) {
            last = later(last, event.date().end());
            When effective = event.effective();
            last = effective == null ? last : later(last, effective.end());
        }
        for (Document document : documents()) {
            last = later(last, document.published().end());
        }
        return last;
    }

    private static LocalDate later(LocalDate day, @Nullable PartialDate other) {
        return other == null ? day : other.last().filter(d -> d.isAfter(day)).orElse(day);
    }
}
