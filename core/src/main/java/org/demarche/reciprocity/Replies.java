package org.demarche.reciprocity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Claim;
import org.demarche.model.Denials;
import org.demarche.model.Event;

/**
 * Words that reply: what is asked, offered or laid on somebody is refused or accepted; an accusation or a deed is denied; a suit is answered by
 * a counter-suit or by the court.
 */
final class Replies {
    /** A denial so many sentences behind an accusation is of that one. */
    private static final int NEAR_SENTENCES = 3;

    /** A court takes its time. */
    private static final int RULING_DAYS = 400;

    private static final Set<String> REFUSABLE = Set.of("REQUEST", "AGREE", "ACCUSE", "THREATEN", "CONSULT");

    /** What is not said to somebody but done with him. */
    private static final Set<String> SUMMONS = Set.of("summon-ambassador", "investigate");

    /** What a side is said to have done and denies. */
    private static final Set<String> FORCE = Set.of("ASSAULT", "COERCE", "MOBILIZE");

    private static final Set<String> ACCEPTABLE = Set.of("REQUEST", "AGREE", "THREATEN");

    private static final List<String> ACCEPTS =
            List.of("accept", "agree", "consent", "comply", "complied", "yield", "bow", "concede", "oblige", "took up");

    private final Told told;
    private final Found found;

    Replies(Told told, Found found) {
        this.told = told;
        this.found = found;
    }

    void refusals() {
        for (Claim claim : told.claims.values()) {
            Event response = told.eventOf(claim);
            if (response != null && "REJECT".equals(claim.act().type())) {
                beside(claim, response, REFUSABLE).ifPresent(s -> put(s, response, "refusal", claim));
            }
        }
    }

    /** "Offered to represent both; the one accepted on Monday". */
    void acceptances() {
        for (Claim claim : told.claims.values()) {
            Event response = told.eventOf(claim);
            String words = claim.trigger().quote().toLowerCase(Locale.ROOT);
            boolean accepts = "AGREE".equals(claim.act().type())
                    || "CONCEDE".equals(claim.act().type());
            if (response != null && accepts && ACCEPTS.stream().anyMatch(words::contains)) {
                beside(claim, response, ACCEPTABLE).ifPresent(s -> put(s, response, "acceptance", claim));
            }
            if (response != null && claim.act().code().equals("apologise")) {
                beside(claim, response, Set.of("REQUEST"))
                        .filter(this::isForApology)
                        .ifPresent(s -> put(s, response, "acceptance", claim));
            }
        }
    }

    private boolean isForApology(Event request) {
        return request.claims().stream()
                .map(told.claims::get)
                .filter(Objects::nonNull)
                .anyMatch(c -> c.sentence().quote().toLowerCase(Locale.ROOT).contains("apolog"));
    }

    /** The last thing said by the other side before it, in its sentence or the one before. */
    private Optional<Event> beside(Claim claim, Event response, Set<String> types) {
        return told.in(claim).stream()
                .filter(c -> c.trigger().start() < claim.trigger().start()
                        && claim.sentenceIndex() - c.sentenceIndex() <= 1
                        && types.contains(String.valueOf(c.act().type()))
                        && !SUMMONS.contains(c.act().code()))
                .max(Comparator.comparing(Claim::trigger))
                .map(told::eventOf)
                .filter(s -> s != response && told.reversed(s, response) && !Told.before(response, s));
    }

    /** A denial answers the accusation shortly before it, or the last one of the report where it says that it denies one. */
    void denials() {
        Set<String> answering = new TreeSet<>();
        found.soFar().forEach(a -> answering.add(a.response()));
        for (Claim claim : told.claims.values()) {
            Event response = told.eventOf(claim);
            if (response == null || !"deny".equals(claim.act().code()) || answering.contains(response.id())) {
                continue;
            }
            boolean far = Denials.takesUp(claim);
            Optional<Event> accusation = told.in(claim).stream()
                    .filter(c -> c.trigger().start() < claim.trigger().start()
                            && (far || claim.sentenceIndex() - c.sentenceIndex() <= reach(claim))
                            && "ACCUSE".equals(c.act().type())
                            && !SUMMONS.contains(c.act().code())
                            && Denials.canBeOf(claim, c))
                    .sorted(Comparator.comparing(Claim::trigger).reversed())
                    .map(told::eventOf)
                    .filter(Objects::nonNull)
                    .filter(s -> s != response && told.reversed(s, response) && !Told.before(response, s))
                    .findFirst();
            accusation.or(() -> deed(claim, response)).ifPresent(s -> put(s, response, "denial", claim));
        }
    }

    /** "Said that it had not" denies what was said just before; "denied it" reaches further back. */
    private static int reach(Claim claim) {
        String words = claim.trigger().quote().toLowerCase(Locale.ROOT);
        return words.startsWith("said") || words.startsWith("say") || words.startsWith("told") ? 1 : NEAR_SENTENCES;
    }

    /** What the side that denies is said to have done, told just before. */
    private Optional<Event> deed(Claim claim, Event response) {
        Set<String> sides = told.doers(response);
        return told.in(claim).stream()
                .filter(c -> c.trigger().start() < claim.trigger().start()
                        && claim.sentenceIndex() - c.sentenceIndex() <= reach(claim)
                        && FORCE.contains(String.valueOf(c.act().type())))
                .sorted(Comparator.comparing(Claim::trigger).reversed())
                .map(told::eventOf)
                .filter(Objects::nonNull)
                .filter(e -> e != response
                        && told.doers(e).stream().anyMatch(sides::contains)
                        && told.victims(e).stream().noneMatch(sides::contains)
                        && !Told.before(response, e))
                .findFirst();
    }

    /** "Countersued": the last act of that kind by the other side; what a court says to the last suit between those that it speaks to. */
    void suits() {
        for (Event response : told.events) {
            boolean suit = response.act().code().equals("investigate");
            boolean court = isCourt(response) && !suit;
            LocalDate at = Told.first(response.date());
            if (at == null || !(suit || court)) {
                continue;
            }
            Event best = null;
            for (Event e : told.events) {
                LocalDate day = Told.first(e.date());
                boolean tied = e != response
                        && e.act().code().equals("investigate")
                        && Told.isReal(e)
                        && (suit ? told.reversed(e, response) : isParty(e, response));
                if (tied
                        && day != null
                        && day.isBefore(at)
                        && ChronoUnit.DAYS.between(day, at) <= (suit ? AnswerFinder.CUE_DAYS : RULING_DAYS)
                        && (best == null || day.isAfter(Objects.requireNonNull(Told.first(best.date()))))) {
                    best = e;
                }
            }
            if (best != null) {
                found.put(best, response, suit ? "inferred: counter-suit" : "inferred: ruling", List.of(), null);
            }
        }
    }

    private static boolean isCourt(Event e) {
        return !e.actors().isEmpty()
                && e.actors().stream()
                        .allMatch(p -> "JUD".equals(p.actor().sector())
                                || p.actor().id().equals("ICJ")
                                || p.actor().id().equals("ICC"));
    }

    private boolean isParty(Event suit, Event ruling) {
        Set<String> sides = new TreeSet<>(told.doers(suit));
        sides.addAll(told.victims(suit));
        return told.victims(ruling).isEmpty() || told.victims(ruling).stream().anyMatch(sides::contains);
    }

    private void put(Event stimulus, Event response, String rule, Claim claim) {
        found.put(stimulus, response, "inferred: " + rule, List.of(claim.trigger()), null);
    }
}
