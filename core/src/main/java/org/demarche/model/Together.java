package org.demarche.model;

import java.util.List;
import java.util.Set;

/**
 * Acts that two sides do together ("Peru and Chile restored their relations"). Claims and events name both as actors and nobody as recipient; a table of
 * them, where each row is read by itself, has both on either side, as dyadic data sets have.
 */
public final class Together {
    /** Types of which two who act with nobody else act with each other. */
    private static final Set<String> ALWAYS = Set.of("CONSULT", "COOPERATE");

    private Together() {}

    /** The recipients of an act for a table: both sides of what two do together, else those given. */
    public static List<Claim.Party> recipients(
            Act act, List<Claim.Party> actors, List<Claim.Party> recipients, List<Subject> subjects) {
        return recipients.isEmpty() && isOf(act, actors, subjects) ? actors : recipients;
    }

    /** Whether those who act do it with each other: they meet, or it is about what they share. */
    private static boolean isOf(Act act, List<Claim.Party> actors, List<Subject> subjects) {
        Set<String> sides = Claim.Party.principals(actors);
        return sides.size() > 1
                && (act.type() != null && ALWAYS.contains(act.type())
                        || "ceasefire".equals(act.mode())
                        || subjects.stream().anyMatch(s -> s.parties().containsAll(sides)));
    }

    /** Whether a row names the same on both sides, as a table does for what two do together. */
    public static boolean isTold(List<Claim.Party> actors, List<Claim.Party> recipients) {
        return actors.equals(recipients) && Claim.Party.principals(actors).size() > 1;
    }
}
