package org.demarche.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Disagreement.Kind;
import org.demarche.model.Event;
import org.demarche.model.Factuality;
import org.demarche.model.Mention.OfQuantity.Role;
import org.jspecify.annotations.Nullable;

/** Where reports give different numbers for one act: of those that it was about, of their families, of those that voted for it. */
final class Counts {
    private static final Set<String> FAMILY = Set.of(
            "dependant",
            "dependent",
            "relative",
            "family",
            "familie",
            "family member",
            "spouse",
            "child",
            "children",
            "kin");

    private static final Set<String> VOTES =
            Set.of("vote", "member", "country", "countrie", "state", "government", "nation", "capital", "delegation");

    private static final Set<String> HOUSES =
            Set.of("consulate", "embassy", "embassie", "mission", "office", "consulate general", "building");

    private Counts() {}

    static List<Disagreement> find(Event e, List<Claim> own) {
        List<Disagreement> out = new ArrayList<>();
        boolean words = Family.of(own.get(0)) == Family.WORDS;
        for (Role role : List.of(Role.COUNT, Role.TO, Role.CEILING, Role.FROM)) {
            Map<String, List<Told>> classes = new TreeMap<>();
            for (Claim c : own) {
                Map<String, List<Told>> mine = new TreeMap<>();
                for (Claim.Quantity q : c.quantities()) {
                    boolean counts = (q.role() == Role.DELTA ? Role.COUNT : q.role()) == role;
                    String kind = kind(q, words);
                    (words && kind.equals("votes") ? voters(c, q) : Amount.of(c, q))
                            .filter(a -> counts)
                            .ifPresent(a -> mine.computeIfAbsent(kind, k -> new ArrayList<>())
                                    .add(new Told(c, q, a)));
                }
                mine.forEach((kind, told) -> {
                    if (told.size() == 1) {
                        classes.computeIfAbsent(kind, k -> new ArrayList<>()).add(told.get(0));
                    }
                });
            }
            for (Map.Entry<String, List<Told>> same : classes.entrySet()) {
                String field = role.name().toLowerCase(Locale.ROOT)
                        + (same.getKey().isEmpty() || same.getKey().equals("votes") ? "" : " of " + same.getKey());
                Disagreement d = of(e, field, same.getValue());
                if (d != null) {
                    out.add(d);
                }
            }
            if (!out.isEmpty()) {
                return out;
            }
        }
        return out;
    }

    /** Whether it counts the families of those that an act is about. */
    static boolean isOfRelatives(Claim.Quantity q) {
        return q.unit() != null && FAMILY.contains(q.unit().toLowerCase(Locale.ROOT));
    }

    private record Told(Claim claim, Claim.Quantity quantity, Amount amount) {}

    private static @Nullable Disagreement of(Event e, String field, List<Told> told) {
        DisagreementFinder.Values values = new DisagreementFinder.Values();
        boolean apart = false;
        boolean corrected = false;
        List<Amount> seen = new ArrayList<>();
        for (Told t : told) {
            apart |= seen.stream().anyMatch(a -> !a.meets(t.amount));
            corrected |= t.claim.factuality() == Factuality.RETRACTED;
            seen.add(t.amount);
            values.put(t.amount.toString(), t.quantity.citation());
        }
        boolean internal = values.isOfOneReport()
                && !Tellers.areTwo(told.stream().map(Told::claim).toList());
        Kind kind =
                corrected ? Kind.CORRECTION : !apart ? Kind.GRANULARITY : internal ? Kind.INTERNAL : Kind.CONTRADICTION;
        return values.of(e.id(), field, kind);
    }

    /** How many voted: here states are no parties but what is counted. */
    private static Optional<Amount> voters(Claim claim, Claim.Quantity q) {
        return Amount.of(claim, new Claim.Quantity(q.value(), q.low(), q.high(), "vote", q.role(), q.citation()));
    }

    /** What is counted; the persons or things that the act is about where nothing tells them apart. */
    private static String kind(Claim.Quantity q, boolean words) {
        String unit = q.unit() == null ? "" : q.unit().toLowerCase(Locale.ROOT);
        if (FAMILY.contains(unit)) {
            return "relatives";
        }
        if (words && VOTES.contains(unit)) {
            return "votes";
        }
        return HOUSES.contains(unit) ? "houses" : "";
    }
}
