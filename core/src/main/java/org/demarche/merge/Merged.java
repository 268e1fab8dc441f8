package org.demarche.merge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;

/**
 * What a set of reports tells once they are read together.
 *
 * @param documents the reports in order of id; those without a date of their own carry the bounds that reports of the same acts set, marked
 *     {@code INFERRED}
 * @param claims the claims in order of report and place; subjects are those that all reports share, and a date of which a report names
 *     month and day alone has the year from reports of the same act, marked {@code INFERRED}. A claim whose report names no day keeps none:
 *     its event has one.
 * @param events in order of date, then of id
 */
public record Merged(List<Document> documents, List<Claim> claims, List<Event> events) {
    public Merged {
        documents = List.copyOf(documents);
        claims = List.copyOf(claims);
        events = List.copyOf(events);
    }

    /** The events by the ids of their claims; gathered anew at every call. */
    Map<String, Event> eventOf() {
        Map<String, Event> out = new LinkedHashMap<>();
        events.forEach(e -> e.claims().forEach(c -> out.put(c, e)));
        return Collections.unmodifiableMap(out);
    }
}
