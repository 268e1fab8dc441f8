package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Actor;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.Ids;
import org.demarche.model.Subject;

/** What two sides do to one another is two claims: "both sides expelled diplomats", "Oslo and Lima expelled two envoys each". */
final class Crosswise {
    private static final int HARM = 3;

    private final Tree tree;
    private final Map<String, Actor> known;

    /** @param known every actor of the document by id */
    Crosswise(Tree tree, Map<String, Actor> known) {
        this.tree = tree;
        this.known = known;
    }

    /**
     * The claim, or one for each direction.
     *
     * @param claim an act that is not the doing of both together
     * @param head its word
     * @param eachOther whether the words say "each other"
     */
    List<Claim> of(Claim claim, int head, boolean eachOther) {
        Set<String> sides = new TreeSet<>();
        claim.actors().forEach(p -> sides.add(p.actor().principal()));
        Integer quad = claim.act().quad();
        boolean sanction = "SANCTION".equals(claim.act().type());
        boolean crossed = quad != null
                && quad >= HARM
                && sides.size() == 2
                && claim.recipients().isEmpty()
                && (eachOther || sanction && (isTogether(claim.actors()) || each(head)));
        if (!crossed) {
            return List.of(claim);
        }
        List<Claim> out = new ArrayList<>();
        for (String side : sides) {
            List<Claim.Party> own = new ArrayList<>(claim.actors());
            List<Claim.Party> others = new ArrayList<>(claim.actors());
            own.removeIf(p -> !p.actor().principal().equals(side));
            others.removeIf(p -> p.actor().principal().equals(side));
            out.add(claim.withSides(Ids.of("clm", claim.id(), side), own, others));
        }
        return out;
    }

    /** "The missions in Rome and Lima were closed": a claim for each pair of sides whose missions or offices one phrase names. */
    List<Claim> byHouse(Claim claim) {
        Map<List<String>, List<Subject>> houses = new LinkedHashMap<>();
        for (Subject subject : claim.subjects()) {
            if (subject.kind() != Subject.Kind.MISSION && subject.kind() != Subject.Kind.OFFICE) {
                return List.of(claim);
            }
            houses.computeIfAbsent(subject.parties(), k -> new ArrayList<>()).add(subject);
        }
        if (houses.size() < 2) {
            return List.of(claim);
        }
        List<Claim> out = new ArrayList<>();
        houses.forEach((sides, subjects) -> {
            List<Claim.Party> to = claim.recipients().stream()
                    .filter(p -> sides.contains(p.actor().principal())
                            || p.actor().country() != null
                                    && sides.contains(p.actor().country()))
                    .toList();
            // Who is not named closes his own, or the other's on his soil.
            boolean unnamed = claim.actors().stream().allMatch(p -> p.citation() == null);
            boolean own = "withdraw".equals(claim.act().mode());
            Actor actor = unnamed && sides.size() == 2 ? known.get(sides.get(own ? 0 : 1)) : null;
            Actor other = actor == null ? null : known.get(sides.get(own ? 1 : 0));
            List<Claim.Party> by =
                    actor == null || other == null ? claim.actors() : List.of(new Claim.Party(actor, null));
            List<Claim.Party> toWhom = actor == null || other == null
                    ? to.isEmpty() ? claim.recipients() : to
                    : List.of(new Claim.Party(other, null));
            List<Change> changes = claim.changes().stream()
                    .filter(c -> subjects.contains(c.subject()))
                    .toList();
            out.add(claim.withSides(Ids.of("clm", claim.id(), String.join(" ", sides)), by, toWhom)
                    .withSubjects(subjects, changes));
        });
        return out;
    }

    /** Whether the same words tell both: "both sides", "the two countries". */
    private static boolean isTogether(List<Claim.Party> actors) {
        return actors.get(0).citation() != null
                && actors.stream().map(Claim.Party::citation).distinct().count() == 1;
    }

    private boolean each(int head) {
        return tree.hasChild(head, "each")
                || tree.children(head, "obj").stream().anyMatch(o -> tree.hasChild(o, "each"));
    }
}
