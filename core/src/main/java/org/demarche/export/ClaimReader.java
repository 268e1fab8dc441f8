package org.demarche.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.demarche.model.Act;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.Together;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads rows of the claims table back. What a row does not hold (the sentence's words, names of subjects, changes of state) is not there
 * afterwards: enough to merge claims, not to fold states.
 */
public final class ClaimReader {
    private final TreeMap<String, Document> documents = new TreeMap<>();

    /** Whether a row is one of the claims table, and no bare mention. */
    public static boolean isClaim(JsonNode row) {
        return row.path("act").isString()
                && row.path("actors").isArray()
                && row.path("trigger").isObject();
    }

    /** The documents of the claims read so far, known by id and file only. */
    public List<Document> documents() {
        return List.copyOf(documents.values());
    }

    /**
     * The claim of a row.
     *
     * @throws IllegalArgumentException if the row lacks what a claim must have
     */
    public Claim read(JsonNode row) {
        String document = text(row, "document");
        String file = row.path("file").asString(document);
        documents.computeIfAbsent(
                document, id -> new Document(id, file, file, "", null, null, null, null, "en", Dateline.UNKNOWN, ""));
        JsonNode sentence = row.path("sentence");
        Citation trigger = cite(document, row.path("trigger"));
        if (trigger == null) {
            throw new IllegalArgumentException("a claim without the words of its act: " + row.path("id"));
        }
        String quote = sentence.path("quote").asString(trigger.quote());
        Citation around = sentence.path("start").isInt()
                        && sentence.path("end").asInt() > sentence.path("start").asInt()
                ? new Citation(
                        document,
                        sentence.path("start").asInt(),
                        sentence.path("end").asInt(),
                        quote)
                : trigger;
        When date = when(row.path("date"));
        List<Claim.Party> actors = parties(document, row.path("actors"));
        List<Claim.Party> recipients = parties(document, row.path("recipients"));
        return new Claim(
                text(row, "id"),
                document,
                sentence.path("index").asInt(0),
                around,
                trigger,
                new Act(
                        text(row, "act"),
                        row.path("type").asString(null),
                        row.path("mode").asString(null),
                        words(row.path("contexts")),
                        row.path("cameo").asString(null),
                        row.path("quad").isInt()
                                ? Integer.valueOf(row.path("quad").asInt())
                                : null,
                        number(row.path("goldstein"))),
                actors,
                Together.isTold(actors, recipients) ? List.of() : recipients,
                date == null ? When.UNKNOWN : date,
                when(row.path("effective")),
                place(document, row.path("place")),
                quantities(document, row.path("quantities")),
                constant(Factuality.values(), row.path("factuality"), Factuality.ASSERTED),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                row.path("rule").asString("read"),
                number(row.path("score")));
    }

    private static String text(JsonNode row, String key) {
        String value = row.path(key).asString("");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a claim without " + key + ": " + row.path("id"));
        }
        return value;
    }

    private static @Nullable Citation cite(String document, JsonNode span) {
        String quote = span.path("quote").asString("");
        int start = span.path("start").asInt(-1);
        int end = span.path("end").asInt(-1);
        return start < 0 || end <= start || quote.isEmpty() ? null : new Citation(document, start, end, quote);
    }

    private static List<Claim.Party> parties(String document, JsonNode actors) {
        List<Claim.Party> out = new ArrayList<>();
        for (JsonNode actor : actors) {
            String id = actor.path("id").asString("");
            if (!id.isEmpty()) {
                Actor.Kind kind = constant(Actor.Kind.values(), actor.path("kind"), Actor.Kind.ORGANISATION);
                Actor who = new Actor(
                        id,
                        kind,
                        actor.path("name").asString(id),
                        actor.path("country").asString(null),
                        actor.path("sector").asString(null));
                out.add(new Claim.Party(who, cite(document, actor)));
            }
        }
        return out;
    }

    private static @Nullable When when(JsonNode date) {
        if (!date.isObject()) {
            return null;
        }
        PartialDate partial =
                PartialDate.parse(date.path("partial").asString("")).orElse(null);
        PartialDate start = PartialDate.parse(date.path("start").asString("")).orElse(partial);
        PartialDate end = PartialDate.parse(date.path("end").asString("")).orElse(partial);
        return new When(
                start,
                end,
                constant(When.Precision.values(), date.path("precision"), When.Precision.NONE),
                constant(When.Basis.values(), date.path("basis"), When.Basis.UNKNOWN),
                null);
    }

    private static Claim.@Nullable Place place(String document, JsonNode place) {
        Citation citation = cite(document, place);
        return citation == null
                ? null
                : new Claim.Place(
                        place.path("name").asString(citation.quote()),
                        place.path("country").asString(null),
                        citation);
    }

    private static List<Claim.Quantity> quantities(String document, JsonNode quantities) {
        List<Claim.Quantity> out = new ArrayList<>();
        for (JsonNode q : quantities) {
            Citation citation = cite(document, q);
            if (citation != null) {
                out.add(new Claim.Quantity(
                        number(q.path("value")),
                        number(q.path("low")),
                        number(q.path("high")),
                        q.path("unit").asString(null),
                        constant(Mention.OfQuantity.Role.values(), q.path("role"), Mention.OfQuantity.Role.COUNT),
                        citation));
            }
        }
        return out;
    }

    private static List<String> words(JsonNode list) {
        List<String> out = new ArrayList<>();
        list.forEach(w -> out.add(w.asString("")));
        return out;
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNumber() ? value.asDouble() : null;
    }

    private static <E extends Enum<E>> E constant(E[] all, JsonNode word, E otherwise) {
        String name = word.asString("").toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(all).filter(e -> e.name().equals(name)).findFirst().orElse(otherwise);
    }
}
