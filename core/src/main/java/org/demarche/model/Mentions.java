package org.demarche.model;

import java.util.List;

/** All that was found in a document, each list in text order. */
public record Mentions(
        List<Mention.OfActor> actors,
        List<Mention.OfTime> times,
        List<Mention.OfQuantity> quantities,
        List<Mention.OfSubject> subjects,
        List<Quote> quotes) {

    public static final Mentions NONE = new Mentions(List.of(), List.of(), List.of(), List.of(), List.of());

    public Mentions {
        actors = List.copyOf(actors);
        times = List.copyOf(times);
        quantities = List.copyOf(quantities);
        subjects = List.copyOf(subjects);
        quotes = List.copyOf(quotes);
    }

    public Mentions withQuotes(List<Quote> others) {
        return new Mentions(actors, times, quantities, subjects, others);
    }
}
