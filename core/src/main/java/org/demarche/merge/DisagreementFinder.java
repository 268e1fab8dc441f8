package org.demarche.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.model.Attribute;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Disagreement;
import org.demarche.model.Disagreement.Kind;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.Ids;
import org.demarche.model.Mention.OfQuantity.Role;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Finds where sources differ on one field of an event: the act itself, its date, its numbers, who did it, whether it answers in kind.
 *
 * <p>Values that can all be so (a day and the month around it told in passing, eight revoked and two abolished of ten) are no
 * disagreement, nor is what one report leaves out. Each reading cites the words for its value, once for each report.
 */
public final class DisagreementFinder {
    /** Cues of acts so many days apart are about one exchange. */
    private static final int ONE_EXCHANGE_DAYS = 45;

    private static final int ROUGH_DAYS = 31;

    /** The disagreements of what was merged, in order of the event's date, then of field. */
    public List<Disagreement> find(Merged merged) {
        Map<String, Claim> claims = new HashMap<>();
        merged.claims().forEach(c -> claims.put(c.id(), c));
        List<Disagreement> out = new ArrayList<>();
        for (Event e : merged.events()) {
            List<Claim> own = e.claims().stream()
                    .map(claims::get)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(Claim::trigger))
                    .toList();
            if (own.size() > 1) {
                add(out, act(e, own));
                add(out, date(e, own));
                add(out, effective(e, own));
                add(out, Deadlines.find(e, own));
                out.addAll(Counts.find(e, own));
                add(out, unit(e, own));
                add(out, Ranks.find(e, own));
                add(out, sides(e, own));
                add(out, doers(e, own));
                add(out, denial(e, own));
            }
        }
        out.addAll(Speakers.find(merged, claims));
        out.addAll(symmetry(merged, claims));
        out.addAll(counts(merged));
        out.addAll(Standings.find(merged));
        out.addAll(Accusations.find(merged, claims));
        out.addAll(Lawfulness.find(merged));
        out.addAll(Corrections.find(merged, claims));
        return once(out);
    }

    /** Of two about one field of one thing the correction, or else the first. */
    private static List<Disagreement> once(List<Disagreement> all) {
        Map<String, Disagreement> out = new LinkedHashMap<>();
        all.forEach(d -> out.merge(
                d.id(),
                d,
                (one, other) -> other.kind() == Kind.CORRECTION && one.kind() != Kind.CORRECTION ? other : one));
        return new ArrayList<>(out.values());
    }

    private static void add(List<Disagreement> out, @Nullable Disagreement d) {
        if (d != null) {
            out.add(d);
        }
    }

    /** The words for each value, once a report; built up, then made a disagreement if two values remain. */
    static final class Values {
        private final Map<String, Map<String, Citation>> values = new LinkedHashMap<>();

        void put(String value, Citation words) {
            values.computeIfAbsent(value, v -> new LinkedHashMap<>()).putIfAbsent(words.document(), words);
        }

        int size() {
            return values.size();
        }

        /** Takes a value from those reports that have the other too: there the one only goes on from the other. */
        void giveWay(String value, String other) {
            Set<String> both = values.getOrDefault(other, Map.of()).keySet();
            Map<String, Citation> own = values.get(value);
            if (own != null) {
                own.keySet().removeAll(both);
                if (own.isEmpty()) {
                    values.remove(value);
                }
            }
        }

        /** Whether these two are all that there are. */
        boolean isOnly(String one, String other) {
            return values.keySet().equals(Set.of(one, other));
        }

        boolean isOfOneReport() {
            return documents().size() == 1;
        }

        Set<String> documents() {
            Set<String> out = new TreeSet<>();
            values.values().forEach(v -> out.addAll(v.keySet()));
            return out;
        }

        @Nullable
        Disagreement of(String about, String field, Kind kind) {
            if (values.size() < 2) {
                return null;
            }
            List<Disagreement.Reading> readings = new ArrayList<>();
            values.entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<String, Map<String, Citation>> e) ->
                                    -e.getValue().size())
                            .thenComparing(Map.Entry::getKey))
                    .forEach(e -> e.getValue().values().stream()
                            .sorted()
                            .forEach(c -> readings.add(new Disagreement.Reading(e.getKey(), c))));
            return new Disagreement(Ids.of("dis", about, field), about, field, kind, readings);
        }
    }

    /** What was done: reports name different acts, or leave a subject in different states. */
    private static @Nullable Disagreement act(Event e, List<Claim> own) {
        Family family = Family.of(own.get(0));
        if (family == Family.MEET || family == Family.OTHER || family == Family.RESUME) {
            return null;
        }
        Values wordings = new Values();
        Map<String, Set<String>> outcomes = new TreeMap<>();
        for (Claim c : own) {
            if (!c.factuality().stands()) {
                continue;
            }
            String sense = Wording.isEcho(c) ? null : Wording.telling(c);
            if (sense != null) {
                wordings.put(sense, Wording.phrase(c));
            }
            for (Change change : c.changes()) {
                if (change.attribute() == Attribute.STATUS && change.value() != null) {
                    outcomes.computeIfAbsent(change.subject().id(), k -> new TreeSet<>())
                            .add(change.value());
                }
            }
        }
        wordings.giveWay("order to leave", "expel");
        if (wordings.isOnly("order to leave", "expel")) {
            return null;
        }
        boolean outcome = outcomes.values().stream().anyMatch(v -> v.size() > 1);
        if (wordings.documents().size() < 2) {
            return outcome ? wordings.of(e.id(), "act", Kind.INTERNAL) : null;
        }
        return wordings.of(e.id(), "act", outcome ? Kind.CONTRADICTION : Kind.WORDING);
    }

    /** When it was done; what was seen on several days was so on each of them. */
    private static @Nullable Disagreement date(Event e, List<Claim> own) {
        Values values = new Values();
        if (!own.get(0).changes().isEmpty()
                && own.get(0).changes().stream().allMatch(c -> c.nature() == Change.Nature.HOLDS)) {
            return null;
        }
        boolean apart = false;
        List<Days> seen = new ArrayList<>();
        for (Claim c : exactFirst(own)) {
            When when = c.date();
            Citation words = when.citation();
            boolean counted = when.basis() == When.Basis.STATED
                    || when.basis() == When.Basis.RELATIVE_ACT
                    || when.basis() == When.Basis.RELATIVE_REPORT
                    || when.basis() == When.Basis.INFERRED;
            if (words == null || !counted || !Days.of(when).isBounded()) {
                continue;
            }
            Days days = Days.of(when);
            if (isRough(when) && seen.stream().anyMatch(d -> d.gap(days) <= ROUGH_DAYS)) {
                continue;
            }
            if (seen.contains(days)
                    || seen.stream().noneMatch(d -> d.gap(days) == 0 && !coarser(d, days) && !coarser(days, d))) {
                values.put(text(days), words);
                apart |= seen.stream().anyMatch(d -> d.gap(days) > 0);
                seen.add(days);
            }
        }
        return values.of(e.id(), "date", apart ? Kind.CONTRADICTION : Kind.GRANULARITY);
    }

    /** From when on: days that reports name and that exclude each other. */
    private static @Nullable Disagreement effective(Event e, List<Claim> own) {
        Values values = new Values();
        List<Days> seen = new ArrayList<>();
        boolean apart = false;
        for (Claim c : own) {
            When when = c.effective();
            Citation words = when == null ? null : when.citation();
            Days days = Days.inForce(when);
            if (words == null
                    || !days.isBounded()
                    || days.length() > ROUGH_DAYS
                    || !c.factuality().stands()) {
                continue;
            }
            if (seen.isEmpty() || seen.contains(days) || seen.stream().allMatch(d -> d.gap(days) > 0)) {
                values.put(text(days), words);
                apart |= seen.stream().anyMatch(d -> d.gap(days) > 0);
                seen.add(days);
            }
        }
        return apart && values.documents().size() > 1 ? values.of(e.id(), "effective", Kind.CONTRADICTION) : null;
    }

    private static List<Claim> exactFirst(List<Claim> own) {
        List<Claim> out =
                new ArrayList<>(own.stream().filter(c -> !isRough(c.date())).toList());
        own.stream().filter(c -> isRough(c.date())).forEach(out::add);
        return out;
    }

    /** Counted in months from another act: a month more or less is no other date. */
    private static boolean isRough(When when) {
        long length = Days.of(when).length();
        return when.basis() == When.Basis.RELATIVE_ACT && length >= 28 && length <= ROUGH_DAYS;
    }

    /** A year against a month or a day: told apart because each is all that its report knows. */
    private static boolean coarser(Days wide, Days narrow) {
        return wide.length() >= 300 && narrow.length() <= 31;
    }

    private static String text(Days days) {
        LocalDate first = days.first();
        LocalDate last = days.last();
        if (first != null && first.equals(last)) {
            return first.toString();
        }
        return (first == null ? ".." : first) + "/" + (last == null ? ".." : last);
    }

    /** The same number of whom: diplomats, employees, members. */
    private static @Nullable Disagreement unit(Event e, List<Claim> own) {
        Values values = new Values();
        for (Claim c : own) {
            for (Claim.Quantity q : c.quantities()) {
                if (q.role() == Role.COUNT
                        && !Counts.isOfRelatives(q)
                        && q.unit() != null
                        && Amount.of(c, q).isPresent()
                        && isMany(q)) {
                    values.put(q.unit(), q.citation());
                }
            }
        }
        return values.documents().size() > 1 ? values.of(e.id(), "who", Kind.GRANULARITY) : null;
    }

    private static boolean isMany(Claim.Quantity q) {
        return q.value() != null && q.value() > 1;
    }

    /** One report that lays an act on one side here and on both there, in so many words. */
    private static @Nullable Disagreement sides(Event e, List<Claim> own) {
        Map<String, Values> byDocument = new LinkedHashMap<>();
        for (Claim c : own) {
            Set<String> who = new TreeSet<>();
            c.actors().forEach(p -> who.add(p.actor().principal()));
            Citation words = named(c);
            if (words != null && Family.of(c) == Family.STOP) {
                byDocument.computeIfAbsent(c.document(), d -> new Values()).put(String.join(" and ", who), words);
            }
        }
        for (Values values : byDocument.values()) {
            if (values.size() > 1) {
                return values.of(e.id(), "actors", Kind.INTERNAL);
            }
        }
        return null;
    }

    /** One report lays an act on one side, another on the other. */
    private static @Nullable Disagreement doers(Event e, List<Claim> own) {
        Values values = new Values();
        Set<String> sides = new TreeSet<>();
        for (Claim c : own) {
            Citation words = c.actors().size() == 1 ? c.actors().get(0).citation() : null;
            Family family = Family.of(c);
            boolean told = family == Family.STOP || family == Family.CEILING;
            if (words != null
                    && told
                    && c.factuality().stands()
                    && c.actors().get(0).actor().country() != null) {
                String side = c.actors().get(0).actor().principal();
                sides.add(side);
                values.put(side, words);
            }
        }
        return sides.size() > 1 && values.documents().size() > 1
                ? values.of(e.id(), "actors", Kind.CONTRADICTION)
                : null;
    }

    /** The words for all who act, from the first of them to the last; null where none is named. */
    private static @Nullable Citation named(Claim c) {
        List<Citation> all = c.actors().stream()
                .map(Claim.Party::citation)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        Citation sentence = c.sentence();
        Citation first = all.isEmpty() ? null : all.get(0);
        int end = all.stream().mapToInt(Citation::end).max().orElse(0);
        if (first == null || first.start() < sentence.start() || end > sentence.end()) {
            return first;
        }
        String text = sentence.quote();
        int from = text.offsetByCodePoints(0, first.start() - sentence.start());
        int to = text.offsetByCodePoints(0, end - sentence.start());
        return new Citation(first.document(), first.start(), end, text.substring(from, to));
    }

    private static @Nullable Disagreement denial(Event e, List<Claim> own) {
        Values values = new Values();
        for (Claim c : own) {
            values.put(c.factuality() == Factuality.DENIED ? "denied" : "asserted", Wording.phrase(c));
        }
        boolean internal = values.isOfOneReport() && !Tellers.areTwo(own);
        return values.of(e.id(), "factuality", internal ? Kind.INTERNAL : Kind.CONTRADICTION);
    }

    /** Whether an answer was in kind: what reports call it. */
    private static List<Disagreement> symmetry(Merged merged, Map<String, Claim> claims) {
        record Cue(Event event, String value, Citation words, Days date) {}
        List<Cue> cues = new ArrayList<>();
        for (Event e : merged.events()) {
            for (String id : e.claims()) {
                Claim c = claims.get(id);
                if (c != null) {
                    c.cues().stream()
                            .filter(x -> x.symmetry() != null && !x.symmetry().equals("unclear"))
                            .forEach(x -> cues.add(
                                    new Cue(e, Objects.requireNonNull(x.symmetry()), x.citation(), Days.of(e.date()))));
                }
            }
        }
        Map<String, Values> exchanges = new LinkedHashMap<>();
        Map<String, Event> about = new HashMap<>();
        Map<Set<String>, List<String>> ofParties = new HashMap<>();
        for (Cue cue : cues) {
            Set<String> parties = new TreeSet<>();
            cue.event.actors().forEach(p -> parties.add(p.actor().principal()));
            cue.event.recipients().forEach(p -> parties.add(p.actor().principal()));
            List<String> theirs = ofParties.computeIfAbsent(parties, k -> new ArrayList<>());
            String key = theirs.stream()
                    .filter(x ->
                            Days.of(Objects.requireNonNull(about.get(x)).date()).gap(cue.date) <= ONE_EXCHANGE_DAYS)
                    .findFirst()
                    .orElse(parties + "|" + cue.event.id());
            if (about.putIfAbsent(key, cue.event) == null) {
                theirs.add(key);
            }
            exchanges.computeIfAbsent(key, k -> new Values()).put(cue.value, cue.words);
        }
        List<Disagreement> out = new ArrayList<>();
        exchanges.forEach((key, values) -> add(
                out,
                values.of(
                        Objects.requireNonNull(about.get(key)).id(),
                        "symmetry",
                        values.isOfOneReport() ? Kind.INTERNAL : Kind.CONTRADICTION)));
        return out;
    }

    /** Numbers that were seen of one subject at one time and exclude each other. */
    private static List<Disagreement> counts(Merged merged) {
        Map<String, List<Change>> seen = new TreeMap<>();
        for (Claim c : merged.claims()) {
            for (Change change : c.changes()) {
                if (change.attribute() == Attribute.HEADCOUNT
                        && change.nature() == Change.Nature.HOLDS
                        && c.factuality() == Factuality.ASSERTED) {
                    seen.computeIfAbsent(change.subject().id(), k -> new ArrayList<>())
                            .add(change);
                }
            }
        }
        List<Disagreement> out = new ArrayList<>();
        seen.forEach((subject, changes) -> {
            Values values = new Values();
            List<Amount> seenAmounts = new ArrayList<>();
            for (Change change : changes) {
                Amount amount = amount(change);
                if (seenAmounts.isEmpty() || seenAmounts.stream().anyMatch(a -> !a.meets(amount))) {
                    seenAmounts.add(amount);
                    values.put(amount.toString(), change.citation());
                }
            }
            add(out, values.of(subject, "headcount", values.isOfOneReport() ? Kind.INTERNAL : Kind.CONTRADICTION));
        });
        return out;
    }

    private static Amount amount(Change change) {
        Double low = change.low();
        Double high = change.high();
        if (low == null
                && high == null
                && change.value() != null
                && change.value().matches("\\d{1,9}")) {
            double n = Double.parseDouble(change.value());
            return new Amount(n, n);
        }
        return new Amount(low == null ? -1e18 : low, high == null ? 1e18 : high);
    }
}
