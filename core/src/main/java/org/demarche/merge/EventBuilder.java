package org.demarche.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.demarche.model.Attested;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.Ids;
import org.demarche.model.PartialDate;
import org.demarche.model.Retractions;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Makes the event of each group: its fields from the best known claim, and every reading of every field beside them. */
final class EventBuilder {
    /** Dated ones first, by first day. */
    static final Comparator<Event> BY_DATE = Comparator.comparing((Event e) ->
                    e.date().start() == null ? "9999" : e.date().start().toString())
            .thenComparing(Event::id);

    private final Map<String, Claim> claims;
    private final Map<String, Document> documents;
    private final Map<Group, MergeMemory.Built> before;
    private final Map<Group, MergeMemory.Built> built = new HashMap<>();

    /**
     * Builds of claims as they are known now.
     *
     * @param before what was built already of groups that may come again
     */
    EventBuilder(Map<String, Claim> claims, Map<String, Document> documents, Map<Group, MergeMemory.Built> before) {
        this.claims = claims;
        this.documents = documents;
        this.before = before;
    }

    /** What was built of each group. */
    Map<Group, MergeMemory.Built> built() {
        return built;
    }

    List<Event> build(List<Group> groups) {
        List<Event> out = new ArrayList<>();
        for (Group g : groups) {
            List<Claim> own = g.members.stream()
                    .map(p -> Objects.requireNonNull(claims.get(p.claim().id())))
                    .toList();
            List<Document> reports = own.stream()
                    .map(c -> Objects.requireNonNull(documents.get(c.document())))
                    .toList();
            MergeMemory.Built same = before.get(g);
            if (same == null || !same.claims().equals(own) || !same.reports().equals(reports)) {
                same = new MergeMemory.Built(own, reports, event(g, own));
            }
            built.put(g, same);
            out.add(same.event());
        }
        out.sort(BY_DATE);
        return out;
    }

    private Event event(Group g, List<Claim> own) {
        Claim best = own.get(0);
        List<String> ids = own.stream().map(Claim::id).sorted().toList();
        Set<String> in = new TreeSet<>(g.documents);
        Readings readings = new Readings();
        own.forEach(readings::read);
        return new Event(
                Ids.of("evt", ids.toArray(String[]::new)),
                best.act(),
                parties(own, true),
                parties(own, false),
                date(own, days(own, g), Claim::date),
                effective(own, g),
                factuality(own),
                own.stream()
                        .map(Claim::place)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                quantities(own),
                null,
                subjects(own),
                ids,
                List.copyOf(in),
                Sources.count(own, documents),
                readings.all(),
                g.why);
    }

    /** Asserted if any report asserts it and has not taken it back; retracted where all have; else as the best known claim has it. */
    private Factuality factuality(List<Claim> own) {
        Set<String> takenBack = Retractions.of(own, documents);
        List<Claim> stand =
                own.stream().filter(c -> !takenBack.contains(c.id())).toList();
        if (stand.isEmpty()) {
            return Factuality.RETRACTED;
        }
        return stand.stream().anyMatch(c -> c.factuality() == Factuality.ASSERTED)
                ? Factuality.ASSERTED
                : stand.get(0).factuality();
    }

    /** Those that most claims name first, then in the order of the claims, best known first. */
    private static List<Claim.Party> parties(List<Claim> own, boolean actors) {
        Map<String, Integer> votes = Sides.votes(own, actors ? Claim::actors : Claim::recipients);
        Map<String, Claim.Party> out = new LinkedHashMap<>();
        for (Claim c : own) {
            for (Claim.Party p : actors ? c.actors() : c.recipients()) {
                out.putIfAbsent(p.actor().id(), p);
            }
        }
        return out.values().stream()
                .sorted(Comparator.comparingInt(
                        (Claim.Party p) -> -votes.getOrDefault(p.actor().principal(), 0)))
                .toList();
    }

    private static List<Claim.Quantity> quantities(List<Claim> own) {
        Map<String, Claim.Quantity> out = new LinkedHashMap<>();
        for (Claim c : own) {
            for (Claim.Quantity q : c.quantities()) {
                out.putIfAbsent(q.role() + "|" + q.value() + "|" + q.low() + "|" + q.high(), q);
            }
        }
        return List.copyOf(out.values());
    }

    private static List<Subject> subjects(List<Claim> own) {
        Map<String, Subject> out = new TreeMap<>();
        own.forEach(c -> c.subjects().forEach(s -> out.putIfAbsent(s.id(), s)));
        own.forEach(c -> c.changes().stream().map(Change::subject).forEach(s -> out.putIfAbsent(s.id(), s)));
        return List.copyOf(out.values());
    }

    /** Those of the group; a day that other reports supplied to one of its claims meanwhile, where the group had only a span. */
    private static Days days(List<Claim> own, Group g) {
        DayVote told = new DayVote();
        own.forEach(c -> told.add(c.date(), Days.of(c.date())));
        return !g.date.isDay() && told.days().isDay() ? told.days() : g.date;
    }

    private static @Nullable When effective(List<Claim> own, Group g) {
        if (!g.effective.isKnown()) {
            return own.stream()
                    .map(Claim::effective)
                    .filter(w -> w != null && w.isKnown())
                    .findFirst()
                    .orElse(null);
        }
        return date(own, g.effective, c -> c.effective() == null ? When.UNKNOWN : c.effective());
    }

    /** The claim's own date where one says just these days; else the days themselves, inferred. */
    private static When date(List<Claim> own, Days days, Function<Claim, When> field) {
        When same = null;
        for (Claim c : own) {
            When when = field.apply(c);
            if (when.isKnown()
                    && (Days.of(when).equals(days))
                    && (same == null || (same.citation() == null && when.citation() != null))) {
                same = when;
            }
        }
        if (same != null) {
            return same;
        }
        if (!days.isKnown()) {
            return own.stream().map(field).filter(When::isKnown).findFirst().orElse(When.UNKNOWN);
        }
        return new When(
                days.first() == null ? null : PartialDate.of(days.first()),
                days.last() == null ? null : PartialDate.of(days.last()),
                days.precision(),
                When.Basis.INFERRED,
                null);
    }

    /** Every distinct value of every field, with the claims and words for it. */
    private static final class Readings {
        private final SortedMap<String, Map<String, Map<String, Citation>>> fields = new TreeMap<>();

        void read(Claim c) {
            put("act", c.act().code(), c, c.trigger());
            put("factuality", c.factuality().name().toLowerCase(Locale.ROOT), c, c.trigger());
            c.actors()
                    .forEach(
                            p -> put("actors", p.actor().name(), c, p.citation() == null ? c.trigger() : p.citation()));
            c.recipients()
                    .forEach(p ->
                            put("recipients", p.actor().name(), c, p.citation() == null ? c.trigger() : p.citation()));
            if (c.date().isKnown()) {
                put(
                        "date",
                        text(c.date()),
                        c,
                        c.date().citation() == null ? c.trigger() : c.date().citation());
            }
            When effective = c.effective();
            if (effective != null && effective.isKnown()) {
                put("effective", text(effective), c, effective.citation() == null ? c.trigger() : effective.citation());
            }
            Claim.Place place = c.place();
            if (place != null) {
                put("place", place.name(), c, place.citation());
            }
            c.quantities().forEach(q -> put("quantities", quantity(q), c, q.citation()));
            for (Change change : c.changes()) {
                if (change.value() != null) {
                    String field = change.attribute().name().toLowerCase(Locale.ROOT) + " of "
                            + change.subject().name();
                    put(field, change.value(), c, change.citation());
                }
            }
        }

        private void put(String field, String value, Claim claim, Citation citation) {
            fields.computeIfAbsent(field, f -> new LinkedHashMap<>())
                    .computeIfAbsent(value, v -> new TreeMap<>())
                    .putIfAbsent(claim.id(), citation);
        }

        SortedMap<String, Attested<String>> all() {
            SortedMap<String, Attested<String>> out = new TreeMap<>();
            fields.forEach((field, values) -> {
                List<Attested.Reading<String>> readings = new ArrayList<>();
                values.forEach((value, by) -> readings.add(new Attested.Reading<>(
                        value,
                        List.copyOf(by.keySet()),
                        by.values().stream().distinct().sorted().toList())));
                readings.sort(Comparator.comparingInt(
                                (Attested.Reading<String> r) -> -r.claims().size())
                        .thenComparing(r -> r.citations().get(0))
                        .thenComparing(Attested.Reading::value));
                out.put(field, new Attested<>(readings));
            });
            return out;
        }

        private static String text(When when) {
            String start = when.start() == null ? ".." : when.start().toString();
            String end = when.end() == null ? ".." : when.end().toString();
            return start.equals(end) ? start : start + "/" + end;
        }

        private static String quantity(Claim.Quantity q) {
            String number = q.value() != null
                    ? number(q.value())
                    : (q.low() == null ? "" : number(q.low())) + ".." + (q.high() == null ? "" : number(q.high()));
            return number + (q.unit() == null ? "" : " " + q.unit()) + " "
                    + q.role().name().toLowerCase(Locale.ROOT);
        }

        private static String number(double value) {
            return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
        }
    }
}
