package org.demarche.reciprocity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * How third parties answer a deed that was not done to them: what they say of it, taking it up by a noun ("condemned the raid"), and the
 * measures that they take against who did it, "in solidarity with" whom it was done to or within two weeks of a use of force that the same
 * report tells.
 */
final class Bystanders {
    /** So long after a use of force a third party's measure against who used it is told with it because it answers it. */
    private static final int SOON_DAYS = 14;

    /** How many sentences back the act lies that a noun takes up which names no kind of act. */
    private static final int NEAR_SENTENCES = 2;

    private static final Set<String> WORDS =
            Set.of("criticise", "protest-note", "summon-ambassador", "reject", "demand");

    private static final List<String> SOLIDARITY = List.of(
            "in solidarity with ", "out of solidarity with ", "in support of ", "in sympathy with ", "siding with ");

    /** Within so many letters behind the cue stands with whom. */
    private static final int NAME_WITHIN = 40;

    private static final Pattern FRIEND = Pattern.compile(
            "^(its|their|the|his|her) (\\p{L}+ )?(neighbou?rs?|allies|ally|partners?|friends?|capital)\\b");

    /** What goes back to what the same sentence took up before. */
    private static final Set<String> PRONOUNS = Set.of("it", "this", "them", "these");

    private static final int PRONOUN_WITHIN = 6;

    private final Told told;
    private final Found found;
    private final Map<String, Event> saidOf = new HashMap<>();

    Bystanders(Told told, Found found) {
        this.told = told;
        this.found = found;
    }

    void find() {
        for (Claim claim : told.claims.values()) {
            Event response = told.eventOf(claim);
            if (response != null && Told.isReal(response)) {
                solidarity(claim, response);
                measure(claim, response);
                words(claim, response);
            }
        }
        for (Claim claim : told.claims.values()) {
            Event response = told.eventOf(claim);
            if (response != null && WORDS.contains(claim.act().code()) && !saidOf.containsKey(claim.id())) {
                sameBreath(claim, response);
            }
        }
    }

    /** "Condemned the raid": by a side that neither did it nor had it done to itself. */
    private void words(Claim claim, Event response) {
        if (!WORDS.contains(claim.act().code())) {
            return;
        }
        List<Reference> references = Reference.in(claim);
        Event stimulus = inReport(claim, response, references);
        if (stimulus == null && references.stream().anyMatch(Reference::isTelling)) {
            stimulus = elsewhere(response, references);
        }
        if (stimulus != null) {
            saidOf.put(claim.id(), stimulus);
            found.put(stimulus, response, "inferred: third party's reaction", List.of(claim.trigger()), null);
        }
    }

    /** The deed of such a kind that the report tells before: the one that most is told of, then the last. */
    private @Nullable Event inReport(Claim claim, Event response, List<Reference> references) {
        Event best = null;
        Claim nearest = null;
        for (Claim c : told.in(claim)) {
            Event e = told.eventOf(c);
            int back = claim.sentenceIndex() - c.sentenceIndex();
            if (e != null
                    && e != response
                    && c.trigger().start() < claim.trigger().start()
                    && Told.isHostile(c)
                    && (!told.victims(e).isEmpty() || !claim.act().code().equals("demand"))
                    && isOpenTo(e, response)
                    && (isNamed(claim, c)
                            || Told.isMaterial(c)
                                    && Told.isMaterial(e)
                                    && references.stream()
                                            .anyMatch(
                                                    r -> r.canBe(e.act()) && (r.isTelling() || back <= NEAR_SENTENCES)))
                    && (best == null
                            || nearest == null
                            || weight(e, c, references) > weight(best, nearest, references)
                            || (weight(e, c, references) == weight(best, nearest, references)
                                    && c.trigger().compareTo(nearest.trigger()) > 0))) {
                best = e;
                nearest = c;
            }
        }
        return best;
    }

    /** "Put it on a list", "condemned the list": what is said of it names it, and it was not said by the same. */
    private static boolean isNamed(Claim claim, Claim act) {
        return Reference.isByItsThing(claim, act)
                && !act.act().code().equals(claim.act().code());
    }

    /** What most is told of is what a noun for its kind takes up; one that names no kind takes up the last. */
    private static int weight(Event e, Claim c, List<Reference> references) {
        boolean telling = references.stream().anyMatch(r -> r.isTelling() && r.canBe(c.act()));
        return telling ? e.claims().size() : 0;
    }

    /** The deed of such a kind that other reports date before it, if there is but one. */
    private @Nullable Event elsewhere(Event response, List<Reference> references) {
        Set<String> sides = new TreeSet<>(told.victims(response));
        LocalDate at = Told.last(response.date());
        if (at == null || sides.isEmpty() || response.act().code().equals("demand")) {
            return null;
        }
        Event best = null;
        for (Event e : told.deedsOf(sides, at, -AnswerFinder.TIT_FOR_TAT_DAYS, 0)) {
            if (e != response
                    && Told.isMaterial(e)
                    && isOpenTo(e, response)
                    && references.stream().anyMatch(r -> r.isTelling() && r.canBe(e.act()))) {
                if (best != null) {
                    return null;
                }
                best = e;
            }
        }
        return best;
    }

    /** Whether a third side can answer a deed so: it did not do it, nobody did it to it, and it speaks to one of the two, if to anybody. */
    private boolean isOpenTo(Event deed, Event response) {
        Set<String> sides = told.doers(response);
        Set<String> began = told.doers(deed);
        Set<String> hit = told.victims(deed);
        Set<String> addressed = told.victims(response);
        return Told.isReal(deed)
                && !sides.isEmpty()
                && sides.stream().noneMatch(s -> began.contains(s) || hit.contains(s))
                && (addressed.isEmpty() || addressed.stream().anyMatch(s -> began.contains(s) || hit.contains(s)))
                && !Told.before(response, deed)
                && Told.near(deed, response, AnswerFinder.CUE_DAYS);
    }

    /** "One condemned the raid, while another was alarmed by it": what the same sentence took up before. */
    private void sameBreath(Claim claim, Event response) {
        if (!hasPronoun(claim)) {
            return;
        }
        Optional<Claim> before = told.in(claim).stream()
                .filter(c -> c.sentenceIndex() == claim.sentenceIndex()
                        && c.trigger().start() < claim.trigger().start()
                        && saidOf.containsKey(c.id()))
                .max(Comparator.comparing(Claim::trigger));
        before.map(c -> Objects.requireNonNull(saidOf.get(c.id())))
                .filter(e -> e != response && isOpenTo(e, response))
                .ifPresent(e ->
                        found.put(e, response, "inferred: third party's reaction", List.of(claim.trigger()), null));
    }

    private static boolean hasPronoun(Claim claim) {
        String[] words = claim.sentence()
                .quoteFrom(claim.trigger().start())
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}]+", PRONOUN_WITHIN + 2);
        for (int i = 0; i < Math.min(words.length, PRONOUN_WITHIN); i++) {
            if (PRONOUNS.contains(words[i])) {
                return true;
            }
        }
        return false;
    }

    /** "Recalled its envoy in solidarity with Ruritania": for the last deed against that side by whom the measure is taken against. */
    private void solidarity(Claim claim, Event response) {
        Citation sentence = claim.sentence();
        String text = sentence.quote().toLowerCase(Locale.ROOT);
        for (String cue : SOLIDARITY) {
            int at = text.length() == sentence.quote().length() ? text.indexOf(cue) : -1;
            if (at < 0 || !Told.isHostile(claim)) {
                continue;
            }
            int end = at + cue.length();
            String behind = sentence.quote().substring(end, Math.min(text.length(), end + NAME_WITHIN));
            Set<String> friends = new TreeSet<>();
            told.names(claim.document()).forEach((name, principal) -> {
                if (behind.startsWith(name) || behind.startsWith("the " + name)) {
                    friends.add(principal);
                }
            });
            boolean unnamed = friends.isEmpty() && FRIEND.matcher(behind).find();
            Set<String> against = new TreeSet<>(told.victims(response));
            against.removeAll(friends);
            int start = sentence.start() + sentence.quote().codePointCount(0, at);
            String words = sentence.quote().substring(at, end).strip();
            Event stimulus = unnamed ? alike(claim, response) : against(claim, response, against, friends);
            if (stimulus != null) {
                found.put(
                        stimulus,
                        response,
                        "stated",
                        List.of(new Citation(
                                sentence.document(), start, start + words.codePointCount(0, words.length()), words)),
                        null);
            }
        }
    }

    /** "In solidarity with its neighbour": what another did before to the same side in the same way. */
    private @Nullable Event alike(Claim claim, Event response) {
        return told.in(claim).stream()
                .filter(c -> c.trigger().start() < claim.trigger().start())
                .sorted(Comparator.comparing(Claim::trigger).reversed())
                .map(told::eventOf)
                .filter(e -> e != null
                        && e != response
                        && Told.isMaterial(e)
                        && Found.kind(e).equals(Found.kind(response))
                        && told.victims(e).equals(told.victims(response))
                        && told.doers(e).stream().noneMatch(told.doers(response)::contains)
                        && !Told.before(response, e)
                        && Told.near(e, response, AnswerFinder.TIT_FOR_TAT_DAYS))
                .findFirst()
                .orElse(null);
    }

    /** The last deed of one side against another before an act: that the report tells, or that is known to the day. */
    private @Nullable Event against(Claim claim, Event response, Set<String> doers, Set<String> victims) {
        Event best = null;
        for (Claim c : told.in(claim)) {
            Event e = told.eventOf(c);
            if (e != null && c.trigger().start() < claim.trigger().start() && isDeed(e, response, doers, victims)) {
                best = best == null || later(e, best) ? e : best;
            }
        }
        LocalDate at = Told.last(response.date());
        for (Event e : best != null || at == null
                ? List.<Event>of()
                : told.deedsOf(doers, at, -AnswerFinder.TIT_FOR_TAT_DAYS, 0)) {
            if (isDeed(e, response, doers, victims)) {
                best = best == null || later(e, best) ? e : best;
            }
        }
        return best;
    }

    private boolean isDeed(Event e, Event response, Set<String> doers, Set<String> victims) {
        return e != response
                && Told.isMaterial(e)
                && told.doers(e).stream().anyMatch(doers::contains)
                && told.victims(e).stream().anyMatch(victims::contains)
                && !Told.before(response, e)
                && Told.near(e, response, AnswerFinder.TIT_FOR_TAT_DAYS);
    }

    private static boolean later(Event a, Event b) {
        LocalDate x = Told.day(a);
        LocalDate y = Told.day(b);
        return x != null && (y == null || x.isAfter(y));
    }

    /** A third party's measure within two weeks of a use of force, told by a report that told the use of force before. */
    private void measure(Claim claim, Event response) {
        LocalDate at = Told.day(response);
        if (!"SANCTION".equals(claim.act().type()) || at == null) {
            return;
        }
        Event best = null;
        for (Claim c : told.in(claim)) {
            Event e = told.eventOf(c);
            LocalDate day = e == null ? null : Told.day(e);
            if (e != null
                    && day != null
                    && c.trigger().start() < claim.trigger().start()
                    && ("ASSAULT".equals(e.act().type())
                            || "COERCE".equals(e.act().type()))
                    && Told.isMaterial(e)
                    && isOpenTo(e, response)
                    && told.victims(response).stream().anyMatch(told.doers(e)::contains)
                    && !told.doers(e).containsAll(told.victims(e))
                    && !day.isAfter(at)
                    && ChronoUnit.DAYS.between(day, at) <= SOON_DAYS) {
                best = best == null || e.claims().size() > best.claims().size() ? e : best;
            }
        }
        if (best != null) {
            found.put(best, response, "inferred: third party's measure", List.of(claim.trigger()), null);
        }
    }
}
