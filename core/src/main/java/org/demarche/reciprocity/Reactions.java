package org.demarche.reciprocity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/** What is said of a deed. */
final class Reactions {
    /** How many sentences back the act lies that a reaction takes up by a noun. */
    private static final int FAR_SENTENCES = 6;

    private static final int NEAR_SENTENCES = 3;

    /** What is said of an act by the side that it was done to. */
    private static final Set<String> REACTIONS =
            Set.of("criticise", "protest", "condemn", "deplore", "regret", "reject", "threaten", "demand");

    private static final List<String> WELCOMES =
            List.of("welcom", "prais", "applaud", "hail", "thank", "salut", "congratulat", "appreciat", "commend");

    private static final List<String> UNDO = List.of(
            "reconsider", "reverse", "rescind", "revoke", "take back", "withdraw", "lift", "cancel", "undo", "revisit");

    private static final Set<Subject.Kind> THINGS_WITH_NAMES = Set.of(
            Subject.Kind.MISSION,
            Subject.Kind.OFFICE,
            Subject.Kind.BODY,
            Subject.Kind.AGREEMENT,
            Subject.Kind.PROGRAMME);

    private final Told told;
    private final Found found;

    Reactions(Told told, Found found) {
        this.told = told;
        this.found = found;
    }

    void find() {
        reactions();
        welcomes();
    }

    /** What a side says of an act against it, in a sentence that names the thing that the act was done to. */
    private void reactions() {
        for (Claim claim : told.claims.values()) {
            Event response = told.eventOf(claim);
            if (response == null || !isReaction(claim)) {
                continue;
            }
            String sentence = claim.sentence().quote().toLowerCase(Locale.ROOT);
            Event stimulus = null;
            Set<String> hit = told.victims(response);
            for (Event e :
                    told.deedsOf(hit, Told.first(response.date()), -AnswerFinder.CUE_DAYS, AnswerFinder.CUE_DAYS)) {
                boolean known = Told.day(e) != null
                        && (stimulus == null
                                || Objects.requireNonNull(Told.day(e))
                                        .isAfter(Objects.requireNonNull(Told.day(stimulus))));
                if (known
                        && Told.isMaterial(e)
                        && told.reversed(e, response)
                        && !Told.before(response, e)
                        && Told.near(e, response, AnswerFinder.CUE_DAYS)
                        && e.subjects().stream().anyMatch(s -> isNamedIn(sentence, s))) {
                    stimulus = e;
                }
            }
            if (stimulus == null) {
                stimulus = takenUp(claim, response);
            }
            if (stimulus != null) {
                found.put(stimulus, response, "inferred: reaction", List.of(claim.trigger()), null);
            }
        }
    }

    /** "Welcomed the gesture": the friendly act of another side that the report tells of before. */
    private void welcomes() {
        for (Claim claim : told.claims.values()) {
            Event response = told.eventOf(claim);
            String words = claim.trigger().quote().toLowerCase(Locale.ROOT);
            Integer quad = claim.act().quad();
            boolean friendly = quad != null && quad <= 2;
            List<Reference> references =
                    response == null || !friendly || WELCOMES.stream().noneMatch(words::contains)
                            ? List.of()
                            : Reference.in(claim);
            told.in(claim).stream()
                    .filter(c ->
                            !references.isEmpty() && isWelcome(c, claim, Objects.requireNonNull(response), references))
                    .max(Comparator.comparing(Claim::trigger))
                    .map(told::eventOf)
                    .ifPresent(s -> found.put(
                            s, Objects.requireNonNull(response), "inferred: reaction", List.of(claim.trigger()), null));
        }
    }

    private boolean isWelcome(Claim act, Claim claim, Event response, List<Reference> references) {
        Event e = told.eventOf(act);
        Integer quad = act.act().quad();
        int back = claim.sentenceIndex() - act.sentenceIndex();
        Set<String> sides = told.doers(response);
        return e != null
                && e != response
                && quad != null
                && quad <= 2
                && Told.isReal(e)
                && act.trigger().start() < claim.trigger().start()
                && references.stream()
                        .anyMatch(r -> r.canBe(e.act()) && back <= (r.isTelling() ? FAR_SENTENCES : NEAR_SENTENCES))
                && !told.doers(e).isEmpty()
                && told.doers(e).stream().noneMatch(sides::contains)
                && (told.victims(response).isEmpty()
                        || told.victims(response).stream().anyMatch(told.doers(e)::contains))
                && !Told.before(response, e)
                && Told.near(e, response, AnswerFinder.CUE_DAYS);
    }

    /** Something is said of an act; what is only asked for is so where it is asked to be undone. */
    private static boolean isReaction(Claim claim) {
        String code = claim.act().code();
        String sentence = claim.sentence().quote().toLowerCase(Locale.ROOT);
        return REACTIONS.contains(code)
                && (!code.equals("demand")
                        || UNDO.stream().anyMatch(sentence::contains)
                        || !Reference.toUndo(claim).isEmpty());
    }

    /** "Called the expulsion a provocation": the deed of the other side that the report tells of just before. */
    private @Nullable Event takenUp(Claim claim, Event response) {
        List<Reference> references = new ArrayList<>(Reference.in(claim));
        if (claim.act().code().equals("demand")) {
            references.addAll(Reference.toUndo(claim));
        }
        Event best = null;
        Claim nearest = null;
        for (Claim c : told.in(claim)) {
            Event e = told.eventOf(c);
            int back = claim.sentenceIndex() - c.sentenceIndex();
            if (e != null
                    && e != response
                    && back >= 0
                    && back <= FAR_SENTENCES
                    && c.trigger().start() < claim.trigger().start()
                    && told.reversed(e, response)
                    && !Told.before(response, e)
                    && Told.near(e, response, AnswerFinder.CUE_DAYS)
                    && (Told.isMaterial(e)
                                    && Told.isMaterial(c)
                                    && references.stream().anyMatch(r -> r.canBe(e.act()))
                            || Told.isHostile(c) && Told.isReal(e) && Reference.isByItsThing(claim, c))
                    && (nearest == null || c.trigger().compareTo(nearest.trigger()) > 0)) {
                best = e;
                nearest = c;
            }
        }
        return best;
    }

    /** Whether a sentence has one of the names of a house, a body, a programme: two words at least. */
    private static boolean isNamedIn(String sentence, Subject subject) {
        if (!THINGS_WITH_NAMES.contains(subject.kind())) {
            return false;
        }
        List<String> all = new ArrayList<>(subject.aliases());
        all.add(subject.name());
        return all.stream()
                .map(n -> n.toLowerCase(Locale.ROOT))
                .map(n -> n.startsWith("the ") ? n.substring(4) : n.startsWith("its ") ? "" : n)
                .anyMatch(n -> n.indexOf(' ') > 0 && sentence.contains(n));
    }
}
