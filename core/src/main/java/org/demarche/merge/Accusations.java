package org.demarche.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Denials;
import org.demarche.model.Disagreement;
import org.demarche.model.Disagreement.Kind;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.jspecify.annotations.Nullable;

/**
 * What one side lays on another, and the other does not own: an accusation or a deed that was told and its denial, or the same reproach made
 * in both directions.
 * Neither is decided; both are shown as what the two sides hold.
 */
final class Accusations {
    /** A denial so many days after an accusation is of that one, where the report names no other. */
    private static final int ONE_MATTER_DAYS = 45;

    /** Codes of words that are said of anything: that both sides use them is no conflict. */
    private static final Set<String> GENERAL =
            Set.of("accuse", "criticise", "protest", "condemn", "summon-ambassador", "blame");

    /** A denial so many sentences from an accusation is of that one. */
    private static final int NEAR_SENTENCES = 3;

    private static final Set<String> DENY = Set.of("deny", "denies", "denied", "denying", "disputes", "disputed");

    private final Map<String, Claim> claims;
    private final List<Event> accusations;
    private final Map<String, List<Event>> byDocument = new HashMap<>();
    private final Map<String, List<Claim>> told = new HashMap<>();
    private final Map<String, Event> eventOf;
    private final Map<String, Set<String>> actorsOf = new HashMap<>();
    private final Map<String, Set<String>> recipientsOf = new HashMap<>();

    private Accusations(Merged merged, Map<String, Claim> claims) {
        this.claims = claims;
        this.eventOf = merged.eventOf();
        this.accusations = merged.events().stream()
                .filter(e -> "ACCUSE".equals(e.act().type())
                        && !"investigate".equals(e.act().mode())
                        && !"summon-ambassador".equals(e.act().code())
                        && e.factuality() != Factuality.DENIED)
                .toList();
        accusations.forEach(e -> e.documents()
                .forEach(d ->
                        byDocument.computeIfAbsent(d, k -> new ArrayList<>()).add(e)));
    }

    private void read(Merged merged) {
        merged.claims()
                .forEach(c -> told.computeIfAbsent(c.document(), k -> new ArrayList<>())
                        .add(c));
    }

    static List<Disagreement> find(Merged merged, Map<String, Claim> claims) {
        Accusations search = new Accusations(merged, claims);
        search.read(merged);
        List<Disagreement> out = new ArrayList<>(search.denied(merged));
        out.addAll(search.thrownBack());
        return out;
    }

    /** All denials of one accusation make one disagreement about it. */
    private List<Disagreement> denied(Merged merged) {
        Map<String, DisagreementFinder.Values> byAccusation = new LinkedHashMap<>();
        for (Event e : merged.events()) {
            if (!"deny".equals(e.act().code())) {
                continue;
            }
            Map<String, Event> byReport = new TreeMap<>();
            e.documents()
                    .forEach(d -> byDocument.getOrDefault(d, List.of()).stream()
                            .filter(a -> isMatter(a, e))
                            .min(Comparator.comparingInt((Event a) -> distance(a, e))
                                    .thenComparing(Event::id))
                            .ifPresent(a -> byReport.put(d, a)));
            if (byReport.isEmpty()) {
                continue;
            }
            Event first = byReport.values().iterator().next();
            for (Claim c : own(e)) {
                Event a = byReport.getOrDefault(c.document(), first);
                DisagreementFinder.Values values =
                        byAccusation.computeIfAbsent(a.id(), k -> new DisagreementFinder.Values());
                own(a).forEach(o -> values.put("accused", o.trigger()));
                values.put("denied", c.trigger());
            }
        }
        for (Event e : merged.events()) {
            deed(e).or(() -> ownDeed(e)).ifPresent(deed -> {
                DisagreementFinder.Values values =
                        byAccusation.computeIfAbsent(deed.id(), k -> new DisagreementFinder.Values());
                own(deed).forEach(c -> values.put("asserted", c.trigger()));
                own(e).forEach(c -> values.put("denied", c.trigger()));
            });
        }
        List<Disagreement> out = new ArrayList<>();
        byAccusation.forEach((id, values) -> {
            Disagreement d = values.of(id, "factuality", Kind.CONTRADICTION);
            if (d != null) {
                out.add(d);
            }
        });
        return out;
    }

    /** "A guard was beaten. The other side disputes that he was hurt": the deed of the side that denies, told just before. */
    private Optional<Event> ownDeed(Event denial) {
        if (!"deny".equals(denial.act().code()) || denial.factuality() != Factuality.ASSERTED) {
            return Optional.empty();
        }
        Set<String> sides = actors(denial);
        for (Claim d : own(denial)) {
            boolean accused = told.getOrDefault(d.document(), List.of()).stream()
                    .anyMatch(c -> "ACCUSE".equals(c.act().type())
                            && c.trigger().start() < d.trigger().start()
                            && d.sentenceIndex() - c.sentenceIndex() <= 1);
            Optional<Event> deed = accused
                    ? Optional.empty()
                    : told.getOrDefault(d.document(), List.of()).stream()
                            .filter(c -> c.trigger().start() < d.trigger().start()
                                    && d.sentenceIndex() - c.sentenceIndex() <= 1
                                    && c.factuality() != Factuality.DENIED
                                    && Set.of("ASSAULT", "COERCE")
                                            .contains(String.valueOf(c.act().type())))
                            .sorted(Comparator.comparing(Claim::trigger).reversed())
                            .map(c -> eventOf.get(c.id()))
                            .filter(e -> e != null
                                    && actors(e).stream().anyMatch(sides::contains)
                                    && recipients(e).stream().noneMatch(sides::contains))
                            .findFirst();
            if (deed.isPresent()) {
                return deed;
            }
        }
        return Optional.empty();
    }

    /** "Goods are held up at the ports. The other side has denied imposing an embargo": the deed, told just before, that a side says it did not do. */
    private Optional<Event> deed(Event denied) {
        boolean hostile = denied.act().quad() != null && denied.act().quad() > 2;
        if (denied.factuality() != Factuality.DENIED || !hostile) {
            return Optional.empty();
        }
        for (Claim d : own(denied)) {
            if (!isDenial(d)) {
                continue;
            }
            Optional<Event> deed = told.getOrDefault(d.document(), List.of()).stream()
                    .filter(c -> c.trigger().start() < d.trigger().start()
                            && d.sentenceIndex() - c.sentenceIndex() <= 1
                            && c.factuality() == Factuality.ASSERTED
                            && Objects.equals(c.act().type(), d.act().type()))
                    .sorted(Comparator.comparing(Claim::trigger).reversed())
                    .map(c -> eventOf.get(c.id()))
                    .filter(e -> e != null
                            && e != denied
                            && actors(e).equals(actors(denied))
                            && recipients(e).stream().anyMatch(recipients(denied)::contains))
                    .findFirst();
            if (deed.isPresent()) {
                return deed;
            }
        }
        return Optional.empty();
    }

    /** Whether its sentence says in so many words that somebody denies. */
    private static boolean isDenial(Claim claim) {
        Citation sentence = claim.sentence();
        String text = sentence.quote();
        int at = claim.trigger().start() - sentence.start();
        boolean inside = at >= 0 && at <= text.codePointCount(0, text.length());
        return inside
                && Words.split(text.substring(0, text.offsetByCodePoints(0, at))).stream()
                        .anyMatch(DENY::contains);
    }

    /** Whether a denial can be of an accusation: made by the accused, not before it, and of what one report at least tells of both. */
    private boolean isMatter(Event accusation, Event denial) {
        Set<String> accused = recipients(accusation);
        Set<String> deniers = actors(denial);
        boolean sides = deniers.stream().anyMatch(accused::contains)
                && actors(accusation).stream().noneMatch(deniers::contains);
        Days a = Days.of(accusation.date());
        Days d = Days.of(denial.date());
        boolean time = a.gap(d) <= ONE_MATTER_DAYS && !d.isBefore(a);
        return sides && time && isNear(accusation, denial);
    }

    /** Told close together by one report, or of an accusation in so many words. */
    private boolean isNear(Event accusation, Event denial) {
        for (Claim d : own(denial)) {
            boolean far = Denials.takesUp(d);
            for (Claim a : own(accusation)) {
                if (a.document().equals(d.document())
                        && Denials.canBeOf(d, a)
                        && (far || Math.abs(a.sentenceIndex() - d.sentenceIndex()) <= NEAR_SENTENCES)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many sentences lie between the two in the report that tells both closest together. */
    private int distance(Event accusation, Event denial) {
        int best = Integer.MAX_VALUE;
        for (Claim a : own(accusation)) {
            for (Claim d : own(denial)) {
                if (a.document().equals(d.document())) {
                    best = Math.min(best, Math.abs(a.sentenceIndex() - d.sentenceIndex()));
                }
            }
        }
        return best;
    }

    /** "It is you who does not want to talk": one reproach in both directions. */
    private List<Disagreement> thrownBack() {
        Map<String, List<Event>> byCode = new TreeMap<>();
        accusations.stream()
                .filter(e -> !GENERAL.contains(e.act().code()))
                .forEach(e -> byCode.computeIfAbsent(e.act().code(), k -> new ArrayList<>())
                        .add(e));
        List<Disagreement> out = new ArrayList<>();
        byCode.values().forEach(events -> {
            Map<String, List<Event>> byAccuser = new TreeMap<>();
            events.forEach(e -> actors(e)
                    .forEach(a ->
                            byAccuser.computeIfAbsent(a, k -> new ArrayList<>()).add(e)));
            Map<String, List<Event>> dyads = new TreeMap<>();
            for (Event e : events) {
                Set<String> targets = recipients(e);
                targets.stream()
                        .flatMap(t -> byAccuser.getOrDefault(t, List.of()).stream())
                        .distinct()
                        .filter(o -> Days.of(e.date()).gap(Days.of(o.date())) <= ONE_MATTER_DAYS)
                        .forEach(o -> {
                            Set<String> theirs = recipients(o);
                            if (theirs.stream().noneMatch(targets::contains)) {
                                Set<String> pair = new TreeSet<>(targets);
                                pair.addAll(theirs);
                                List<Event> both = dyads.computeIfAbsent(pair.toString(), k -> new ArrayList<>());
                                both.add(e);
                                both.add(o);
                            }
                        });
            }
            dyads.values().forEach(both -> {
                Disagreement d = of(both.stream().distinct().toList());
                if (d != null) {
                    out.add(d);
                }
            });
        });
        return out;
    }

    private @Nullable Disagreement of(List<Event> events) {
        DisagreementFinder.Values values = new DisagreementFinder.Values();
        Event most = events.stream()
                .max(Comparator.comparingInt((Event e) -> e.documents().size()).thenComparing(Event::id))
                .orElseThrow();
        for (Event e : events) {
            own(e).forEach(c -> values.put(String.join(" and ", recipients(e)), c.trigger()));
        }
        return values.of(most.id(), "recipients", Kind.CONTRADICTION);
    }

    private Set<String> actors(Event e) {
        return actorsOf.computeIfAbsent(e.id(), id -> Sides.actors(e, claims));
    }

    private Set<String> recipients(Event e) {
        return recipientsOf.computeIfAbsent(e.id(), id -> Sides.recipients(e, claims));
    }

    private List<Claim> own(Event e) {
        return e.claims().stream().map(claims::get).filter(Objects::nonNull).toList();
    }
}
