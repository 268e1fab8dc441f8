package org.demarche.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.export.JsonLines;
import org.demarche.export.Row;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Ids;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Reports, sides and events as FollowTheMoney entities, one JSON object a line, to load into Aleph: {@code Article}, {@code Person},
 * {@code PublicBody}, {@code Organization}, {@code Event}. Schemata and properties as the FollowTheMoney model defines them.
 */
final class FtmEntities {
    static final Conventions CONVENTIONS = new Conventions(
            "our acts; PLOVER 2.0 and CAMEO 1.1b3 among the keywords",
            "none",
            "none",
            "the property is left out",
            "direction beyond organizer (who acts) and involved (to whom); numbers, readings, offsets of citations");

    private FtmEntities() {}

    static Exported write(Source source) {
        Tally tally = new Tally();
        List<Row> rows = new ArrayList<>();
        for (Document document : source.dossier().documents()) {
            rows.add(article(source, document));
        }
        TreeMap<String, Actor> actors = new TreeMap<>();
        for (Event event : source.events()) {
            event.actors().forEach(p -> actors.putIfAbsent(p.actor().id(), p.actor()));
            event.recipients().forEach(p -> actors.putIfAbsent(p.actor().id(), p.actor()));
        }
        actors.values().forEach(a -> rows.add(actor(a)));
        for (Event event : source.events()) {
            rows.add(event(source, event, tally));
        }
        ExportFile file =
                new ExportFile("demarche.ftm.json", rows.size(), out -> JsonLines.write(rows.iterator(), out));
        return new Exported(List.of(file), tally.losses());
    }

    private static Row article(Source source, Document document) {
        Properties properties = new Properties()
                .add("title", document.title())
                .add("fileName", document.file())
                .add("author", document.author())
                .add("publisher", document.outlet())
                .add("sourceUrl", web(document.url()))
                .add("language", document.language().equals("und") ? null : language(document.language()));
        PartialDate published = document.published().start();
        if (published != null
                && published.hasYear()
                && published.equals(document.published().end())) {
            properties.add("publishedAt", published.toString());
        }
        if (document.title() == null) {
            properties.add("title", document.file());
        }
        return entity(id("doc", document.id()), "Article", properties.add("name", source.file(document.id())));
    }

    private static Row actor(Actor actor) {
        String schema = switch (actor.kind()) {
            case PERSON -> "Person";
            case STATE, PLACE -> "PublicBody";
            case ORGANISATION -> actor.sector() != null && actor.sector().equals("GOV") ? "PublicBody" : "Organization";
            case PEOPLE -> "LegalEntity";
        };
        return entity(
                id("act", actor.id()),
                schema,
                new Properties().add("name", actor.name()).add("country", alpha2(actor.country())));
    }

    private static Row event(Source source, Event event, Tally tally) {
        List<Claim> claims = source.claims(event);
        Properties properties = new Properties()
                .add("name", caption(event))
                .add("recordId", event.id())
                .add("summary", claims.isEmpty() ? null : source.sentence(claims.get(0)));
        date(event, properties, tally);
        event.actors()
                .forEach(p -> properties.add("organizer", id("act", p.actor().id())));
        event.recipients()
                .forEach(p -> properties.add("involved", id("act", p.actor().id())));
        event.documents().forEach(d -> properties.add("proof", id("doc", d)));
        claims.forEach(c -> {
            Document document = source.document(c.document());
            properties.add("sourceUrl", document == null ? null : web(document.url()));
            properties.add("publisher", document == null ? null : document.outlet());
        });
        Claim.Place place = event.place();
        if (place != null) {
            properties.add("location", place.name()).add("country", alpha2(place.country()));
        }
        properties.add("keywords", event.act().code());
        String type = event.act().type();
        if (type != null) {
            String mode = event.act().mode();
            properties.add("keywords", "PLOVER " + type + (mode == null ? "" : "-" + mode));
        }
        String cameo = event.act().cameo();
        properties.add("keywords", cameo == null ? null : "CAMEO " + cameo);
        properties.add("notes", "factuality: " + Words.of(event.factuality()));
        return entity(id("evt", event.id()), "Event", properties);
    }

    private static void date(Event event, Properties properties, Tally tally) {
        When date = event.date();
        PartialDate start = date.start();
        PartialDate end = date.end();
        if (start != null && start.equals(end) && start.hasYear()) {
            properties.add("date", start.toString());
        } else {
            properties.add("startDate", start == null || !start.hasYear() ? null : start.toString());
            properties.add("endDate", end == null || !end.hasYear() ? null : end.toString());
            tally.loseIf(!date.isKnown(), "events without a date: the entity has none");
        }
    }

    private static String caption(Event event) {
        StringBuilder out = new StringBuilder();
        event.actors()
                .forEach(p ->
                        out.append(out.isEmpty() ? "" : ", ").append(p.actor().name()));
        out.append(out.isEmpty() ? "" : ": ").append(Words.act(event.act().code()));
        TreeSet<String> whom = new TreeSet<>();
        event.recipients().forEach(p -> whom.add(p.actor().name()));
        return whom.isEmpty() ? out.toString() : out + " (" + String.join(", ", whom) + ")";
    }

    private static Row entity(String id, String schema, Properties properties) {
        Row values = new Row();
        properties.values.forEach((key, list) -> values.with(key, List.copyOf(list)));
        return new Row().with("id", id).with("schema", schema).with("properties", values);
    }

    /** FollowTheMoney ids have no colon, and those of other makers are told from ours by the prefix. */
    private static String id(String kind, String id) {
        return "dem-" + kind + "-" + Ids.sha256(id).substring(0, 16);
    }

    private static @Nullable String web(@Nullable String url) {
        return url != null && (url.startsWith("http://") || url.startsWith("https://")) ? url : null;
    }

    /** Countries in the model's own codes: ISO 3166 alpha-2 in lower case, {@code eu}, {@code xk}. */
    private static @Nullable String alpha2(@Nullable String iso3) {
        return iso3 == null ? null : ALPHA2.get(iso3);
    }

    /** Languages in ISO 639-3, as the model has them. */
    private static @Nullable String language(String iso639) {
        try {
            return Locale.forLanguageTag(iso639).getISO3Language();
        } catch (MissingResourceException unknown) {
            return null;
        }
    }

    private static final Map<String, String> ALPHA2 = alpha2();

    private static Map<String, String> alpha2() {
        Map<String, String> out = new TreeMap<>(Map.of("KOS", "xk", "SUN", "suhh", "EUR", "eu"));
        for (String two : Locale.getISOCountries()) {
            out.put(new Locale.Builder().setRegion(two).build().getISO3Country(), two.toLowerCase(Locale.ROOT));
        }
        return out;
    }

    /** Values by property, each once, in the order given. */
    private static final class Properties {
        private final Map<String, List<String>> values = new LinkedHashMap<>();

        Properties add(String key, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                List<String> list = values.computeIfAbsent(key, k -> new ArrayList<>());
                if (!list.contains(value)) {
                    list.add(value);
                }
            }
            return this;
        }
    }
}
