package org.demarche.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.Version;
import org.demarche.export.EventRows;
import org.demarche.export.JsonLines;
import org.demarche.export.Row;
import org.demarche.lexicon.Lexicon;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.reciprocity.PloverScore;
import org.jspecify.annotations.Nullable;

/**
 * PLOVER events as JSON Lines. Fields as the manual's chapter on data fields names them; what the ledger has beyond stands under
 * {@code demarche}, as the manual allows providers to add.
 */
final class PloverLines {
    static final Conventions CONVENTIONS = new Conventions(
            "PLOVER 2.0; CAMEO 1.1b3 under demarche",
            "PLOVER 2.0 manual: SANCTION is material conflict",
            "plover",
            "the field is left out",
            "religion, ethnicity, gender and age of actors, which are not coded");

    private static final Map<String, String> WIKIDATA = new TreeMap<>();

    static {
        for (String[] row : Resource.parse(Lexicon.text("actors/organisations.tsv"))) {
            String item = Resource.cell(row, 6);
            if (!item.isEmpty()) {
                WIKIDATA.put(row[0], item);
            }
        }
    }

    private PloverLines() {}

    static Exported write(Source source) {
        Tally tally = new Tally();
        List<Row> rows = new ArrayList<>();
        for (Event event : source.events()) {
            Optional<Days> days = Days.of(event.date());
            if (event.act().type() == null) {
                tally.lose("events outside PLOVER, left out");
            } else if (days.isEmpty()) {
                tally.lose(
                        event.date().isKnown()
                                ? "events with a date open at one end or without a year, left out: the date is required"
                                : "events without a date, left out: the date is required");
            } else if (event.actors().isEmpty()) {
                tally.lose("events by nobody who is named, left out: the actor is required");
            } else {
                rows.add(row(source, event, days.get()));
            }
        }
        ExportFile file =
                new ExportFile("demarche.plover.jsonl", rows.size(), out -> JsonLines.write(rows.iterator(), out));
        return new Exported(List.of(file), tally.losses());
    }

    private static Row row(Source source, Event event, Days days) {
        Row row = new Row()
                .with("id", event.id())
                .with("date", days.first().toString())
                .with("actor", parties(event.actors()))
                .with("event", List.of(String.valueOf(event.act().type())))
                .with("has_event", true);
        if (!days.isOne()) {
            row.with("enddate", days.last().toString());
        }
        if (!event.recipients().isEmpty()) {
            row.with("recipient", parties(event.recipients()));
        }
        Claim.Place place = event.place();
        if (place != null) {
            row.with("event_loc", place.country() == null ? place.name() : place.name() + ", " + place.country());
        }
        List<Claim> claims = source.claims(event);
        Claim first = claims.isEmpty() ? null : claims.get(0);
        if (first != null) {
            row.with("event_text", first.trigger().quote());
        }
        row.with("quad_code", event.act().quad()).with("event_scale", PloverScore.of(event.act()));
        String mode = event.act().mode();
        row.with("mode", mode == null ? List.of() : List.of(mode)).with("context", contexts(event));
        if (first != null) {
            row.with("text", source.sentence(first)).with("text_info", textInfo(first));
            Row cite = cite(source.document(first.document()));
            row.with("cite_info", cite);
        }
        row.with("coder", "demarche").with("demarche", EventRows.row(event));
        Row plain = new Row();
        row.cells().forEach((key, value) -> {
            if (value != null) {
                plain.with(key, value);
            }
        });
        return plain;
    }

    private static List<Row> parties(List<Claim.Party> parties) {
        return parties.stream().map(PloverLines::party).toList();
    }

    private static Row party(Claim.Party party) {
        Actor actor = party.actor();
        Row row = new Row();
        if (actor.country() != null) {
            row.with("code", actor.country());
        }
        if (actor.sector() != null) {
            row.with("sector", actor.sector());
        }
        Citation citation = party.citation();
        if (citation != null) {
            row.with("entity_text", citation.quote());
        }
        String item = WIKIDATA.get(actor.id());
        return row.with("identifier_id", item == null ? actor.id() : item).with("identifier_text", actor.name());
    }

    /** The act's own contexts and the manual's auxiliary ones, which say how real the event is. */
    private static List<String> contexts(Event event) {
        TreeSet<String> out = new TreeSet<>(event.act().contexts());
        Factuality factuality = event.factuality();
        switch (factuality) {
            case PLANNED -> out.add("future");
            case DEMANDED, HYPOTHETICAL, ALLEGED -> out.add("hypothetical");
            case DENIED, RETRACTED -> out.add("negation");
            case ASSERTED -> {}
        }
        return List.copyOf(out);
    }

    private static Row textInfo(Claim claim) {
        return new Row()
                .with("sequence", claim.sentenceIndex() + 1)
                .with("start", claim.sentence().start())
                .with("end", claim.sentence().end());
    }

    private static @Nullable Row cite(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        Row row = new Row().with("corpus", document.file());
        add(row, "title", document.title());
        add(row, "publication", document.outlet());
        add(row, "url", document.url());
        return row.with("language", document.language())
                .with("coder", "demarche")
                .with("codebook", "PLOVER 2.0")
                .with("version", Version.program());
    }

    private static void add(Row row, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            row.with(key, value);
        }
    }
}
