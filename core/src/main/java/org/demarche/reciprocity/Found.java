package org.demarche.reciprocity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.demarche.model.Answer;
import org.demarche.model.Answer.Symmetry;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Ids;
import org.demarche.model.Mention.OfQuantity.Role;
import org.jspecify.annotations.Nullable;

/** The answers found so far, each once; what was found first stays. */
final class Found {
    private static final List<String> THINGS = List.of(
            "ceiling",
            "posts",
            "office",
            "consulate",
            "mission",
            "embassy",
            "staff",
            "ambassador",
            "relations",
            "body",
            "cooperation",
            "contacts");

    private final Map<String, Answer> found = new LinkedHashMap<>();

    List<Answer> all() {
        return found.values().stream().sorted(Comparator.comparing(Answer::id)).toList();
    }

    /** In the order in which they were found. */
    List<Answer> soFar() {
        return List.copyOf(found.values());
    }

    void put(Event stimulus, Event response, String basis, List<Citation> words, @Nullable String symmetry) {
        String id = Ids.of("ans", stimulus.id(), response.id());
        if (found.containsKey(id) || found.containsKey(Ids.of("ans", response.id(), stimulus.id()))) {
            return;
        }
        Integer low = null;
        Integer high = null;
        LocalDate s1 = Told.first(stimulus.date());
        LocalDate s2 = Told.last(stimulus.date());
        LocalDate r1 = Told.first(response.date());
        LocalDate r2 = Told.last(response.date());
        if (s1 != null
                && s2 != null
                && r1 != null
                && r2 != null
                && ChronoUnit.DAYS.between(s1, s2) <= 366
                && ChronoUnit.DAYS.between(r1, r2) <= 366) {
            low = (int) Math.max(0, ChronoUnit.DAYS.between(s2, r1));
            high = (int) Math.max(0, ChronoUnit.DAYS.between(s1, r2));
        }
        String responder = response.actors().isEmpty()
                ? "unknown"
                : response.actors().get(0).actor().principal();
        found.put(
                id,
                new Answer(
                        id,
                        stimulus.id(),
                        response.id(),
                        responder,
                        low,
                        high,
                        symmetry(stimulus, response, symmetry),
                        basis,
                        words));
    }

    private static Symmetry symmetry(Event stimulus, Event response, @Nullable String said) {
        if (said != null && !said.equals("unclear")) {
            return Symmetry.valueOf(said.toUpperCase(Locale.ROOT));
        }
        if (!Told.isMaterial(stimulus) || !Told.isMaterial(response)) {
            return Symmetry.UNCLEAR;
        }
        if (!kind(stimulus).equals(kind(response))) {
            return Symmetry.ASYMMETRIC;
        }
        Double a = count(stimulus);
        Double b = count(response);
        return a == null || b == null
                ? (kind(stimulus).endsWith(":expel") ? Symmetry.UNCLEAR : Symmetry.SYMMETRIC)
                : a.equals(b) ? Symmetry.SYMMETRIC : Symmetry.ASYMMETRIC;
    }

    private static @Nullable Double count(Event e) {
        return e.quantities().stream()
                .filter(q -> q.role() == Role.COUNT)
                .map(Claim.Quantity::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What is done, so that like can be told from unlike: persons made to go, numbers cut, houses shut, relations cut. */
    static String kind(Event e) {
        String code = e.act().code();
        for (String thing : THINGS) {
            if (code.contains(thing)) {
                return thing.equals("consulate") || thing.equals("mission") || thing.equals("embassy")
                        ? "office"
                        : thing;
            }
        }
        return e.act().type() + ":" + e.act().mode();
    }
}
