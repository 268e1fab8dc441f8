package org.demarche.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence merged from its claims.
 *
 * @param id {@code evt:} and twelve hex digits, derived from its claims' content
 * @param parent the package it is part of, or null
 * @param claims ids, sorted
 * @param documents ids, sorted
 * @param sources number of independent outlets (of documents, where outlets are unknown)
 * @param readings every distinct value of every field ({@code act}, {@code date}, {@code actors} …) as text, with claims and citations
 * @param why why its claims are one event: one line a link, for {@code explain}
 */
public record Event(
        String id,
        Act act,
        List<Claim.Party> actors,
        List<Claim.Party> recipients,
        When date,
        @Nullable When effective,
        Factuality factuality,
        Claim.@Nullable Place place,
        List<Claim.Quantity> quantities,
        @Nullable String parent,
        List<Subject> subjects,
        List<String> claims,
        List<String> documents,
        int sources,
        SortedMap<String, Attested<String>> readings,
        List<String> why) {
    public Event {
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
        quantities = List.copyOf(quantities);
        subjects = List.copyOf(subjects);
        claims = List.copyOf(claims);
        documents = List.copyOf(documents);
        why = List.copyOf(why);
    }

    public Event withAct(Act other) {
        return with(other, actors, date, factuality, quantities, parent, why);
    }

    public Event withActors(List<Claim.Party> others) {
        return with(act, others, date, factuality, quantities, parent, why);
    }

    public Event withDate(When other) {
        return with(act, actors, other, factuality, quantities, parent, why);
    }

    /** The same with another date, and why. */
    public Event withDate(When other, String reason) {
        List<String> reasons = new ArrayList<>(why);
        reasons.add(reason);
        return with(act, actors, other, factuality, quantities, parent, reasons);
    }

    public Event withFactuality(Factuality other) {
        return with(act, actors, date, other, quantities, parent, why);
    }

    public Event withQuantities(List<Claim.Quantity> others) {
        return with(act, actors, date, factuality, others, parent, why);
    }

    /** The same as part of a package. */
    public Event withParent(String other) {
        return with(act, actors, date, factuality, quantities, other, why);
    }

    private Event with(
            Act newAct,
            List<Claim.Party> newActors,
            When newDate,
            Factuality newFactuality,
            List<Claim.Quantity> newQuantities,
            @Nullable String newParent,
            List<String> newWhy) {
        return new Event(
                id,
                newAct,
                newActors,
                recipients,
                newDate,
                effective,
                newFactuality,
                place,
                newQuantities,
                newParent,
                subjects,
                claims,
                documents,
                sources,
                readings,
                newWhy);
    }
}
