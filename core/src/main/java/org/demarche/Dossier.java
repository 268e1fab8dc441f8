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
import org.demarche.model.Ruling;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * What several documents say together: the result of grouping their claims.
 *
 * @param coded what each document says by itself; by file, then by id
 * @param documents the same documents, those without a date of their own with the bounds that their siblings set; in the same order
 * @param claims every claim, years that only siblings tell filled in; in order of the documents and of the text
 * @param events by date, then by id
 * @param disagreements in order of what they are about
 * @param answers which act answered which
 * @param rulings what people ruled about which claims are one occurrence, oldest first
 */
public record Dossier(
        List<Coded> coded,
        List<Document> documents,
        List<Claim> claims,
        List<Event> events,
        List<Disagreement> disagreements,
        List<Answer> answers,
        List<Ruling> rulings) {

    /** Where nobody ruled anything. */
    public Dossier(
            List<Coded> coded,
            List<Document> documents,
            List<Claim> claims,
            List<Event> events,
            List<Disagreement> disagreements,
            List<Answer> answers) {
        this(coded, documents, claims, events, disagreements, answers, List.of());
    }

    /** Of no documents. */
    public static final Dossier NOTHING = new Dossier(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Dossier {
        coded = List.copyOf(coded);
        documents = List.copyOf(documents);
        claims = List.copyOf(claims);
        events = List.copyOf(events);
        disagreements = List.copyOf(disagreements);
        answers = List.copyOf(answers);
        rulings = List.copyOf(rulings);
    }

    /** The claims that tell acts; how things stand is told by the states. */
    public List<Claim> acts() {
        return claims.stream().filter(c -> !c.act().isState()).toList();
    }

    /** The events of those claims. */
    public List<Event> happenings() {
        return events.stream().filter(e -> !e.act().isState()).toList();
    }

    /** Ids of these events by the ids of their claims. */
    public Map<String, String> eventOf() {
        Map<String, String> out = new LinkedHashMap<>();
        happenings().forEach(event -> event.claims().forEach(claim -> out.put(claim, event.id())));
        return Collections.unmodifiableMap(out);
    }

    /** The documents by their ids. */
    public Map<String, Document> byId() {
        Map<String, Document> out = new LinkedHashMap<>();
        for (Document document : documents) {
            out.put(document.id(), document);
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
        for (Document document : documents) {
            last = later(last, document.published().end());
        }
        return last;
    }

    private static LocalDate later(LocalDate day, @Nullable PartialDate other) {
        return other == null ? day : other.last().filter(d -> d.isAfter(day)).orElse(day);
    }
}
