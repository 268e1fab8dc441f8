package org.demarche.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.demarche.model.Attested;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Subject;
import org.demarche.model.Together;
import org.jspecify.annotations.Nullable;

/** Rows of the events table. */
public final class EventRows {
    private EventRows() {}

    public static Row row(Event event) {
        return new Row()
                .with("id", event.id())
                .with("type", event.act().type())
                .with("mode", event.act().mode())
                .with("act", event.act().code())
                .with("cameo", event.act().cameo())
                .with("quad", event.act().quad())
                .with("goldstein", Cells.number(event.act().goldstein()))
                .with("actors", parties(event.actors()))
                .with(
                        "recipients",
                        parties(Together.recipients(event.act(), event.actors(), event.recipients(), event.subjects())))
                .with("date", Cells.when(event.date()))
                .with("effective", Cells.when(event.effective()))
                .with("factuality", Cells.word(event.factuality()))
                .with("place", place(event))
                .with("quantities", quantities(event.quantities()))
                .with("parent", event.parent())
                .with("subjects", event.subjects().stream().map(Subject::id).toList())
                .with("claims", event.claims())
                .with("documents", event.documents())
                .with("sources", event.sources())
                .with("readings", readings(event));
    }

    /** As in a claim, and the document that the words are from. */
    private static List<Row> parties(List<Claim.Party> parties) {
        List<Row> out = new ArrayList<>();
        for (Claim.Party party : parties) {
            Citation citation = party.citation();
            out.add(Cells.actor(party.actor(), citation)
                    .with("document", citation == null ? null : citation.document()));
        }
        return out;
    }

    private static List<Row> quantities(List<Claim.Quantity> quantities) {
        return quantities.stream()
                .map(q -> Cells.quantity(q).with("document", q.citation().document()))
                .toList();
    }

    private static @Nullable Row place(Event event) {
        Claim.Place place = event.place();
        Row row = Cells.place(place);
        return row == null || place == null
                ? null
                : row.with("document", place.citation().document());
    }

    private static Row readings(Event event) {
        Row out = new Row();
        for (Map.Entry<String, Attested<String>> field : event.readings().entrySet()) {
            List<Row> values = new ArrayList<>();
            for (Attested.Reading<String> reading : field.getValue().readings()) {
                TreeSet<String> documents = new TreeSet<>();
                reading.citations().forEach(c -> documents.add(c.document()));
                values.add(new Row()
                        .with("value", reading.value())
                        .with("claims", reading.claims())
                        .with("documents", List.copyOf(documents)));
            }
            out.with(field.getKey(), values);
        }
        return out;
    }
}
