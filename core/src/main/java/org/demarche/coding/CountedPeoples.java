package org.demarche.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.model.Change;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Ids;
import org.demarche.model.Span;
import org.demarche.model.Subject;
import org.demarche.model.Upos;

/** What is done to so many of one people and so many of another is two claims: "expelled 15 Danish and four Finnish envoys". */
final class CountedPeoples {
    private final Document document;
    private final Tree tree;
    private final Parties parties;

    CountedPeoples(Reading reading) {
        this.document = reading.document();
        this.tree = reading.tree();
        this.parties = reading.parties();
    }

    /** @param things what it is done to */
    List<Claim> apart(Claim claim, List<Integer> things) {
        Map<String, Claim.Quantity> counts = things.size() == 1 ? counts(claim, things.get(0)) : Map.of();
        boolean each = counts.size() > 1
                && claim.recipients().stream()
                        .allMatch(p -> counts.containsKey(p.actor().principal()));
        if (!each) {
            return List.of(claim);
        }
        List<Claim> out = new ArrayList<>();
        counts.forEach((side, count) -> {
            List<Claim.Party> to = claim.recipients().stream()
                    .filter(p -> p.actor().principal().equals(side))
                    .toList();
            List<Subject> about = claim.subjects().stream()
                    .filter(s -> s.parties().contains(side))
                    .toList();
            List<Change> changes = claim.changes().stream()
                    .filter(c -> about.contains(c.subject()))
                    .toList();
            if (!to.isEmpty()) {
                out.add(claim.withSides(Ids.of("clm", claim.id(), side), claim.actors(), to)
                        .withQuantities(List.of(count))
                        .withSubjects(about, changes));
            }
        });
        return out;
    }

    /** The number just before each adjective of a noun, by the side that the adjective names. */
    private Map<String, Claim.Quantity> counts(Claim claim, int noun) {
        Map<String, Claim.Quantity> out = new LinkedHashMap<>();
        for (int people : tree.children(noun, "amod")) {
            if (people == 0 || tree.upos(people - 1) != Upos.NUM) {
                continue;
            }
            Span number = tree.token(people - 1).span();
            for (Claim.Quantity quantity : claim.quantities()) {
                if (document.span(quantity.citation()).overlaps(number)) {
                    parties.adjective(List.of(people)).stream()
                            .limit(1)
                            .forEach(p -> out.put(p.actor().principal(), quantity));
                }
            }
        }
        return out;
    }
}
