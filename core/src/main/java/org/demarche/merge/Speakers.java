package org.demarche.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Disagreement;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * Who acted or announced for one side: reports name a person here, the state or an organ of it there. Said once for all acts of one side against another on
 * one day, about the act that most reports tell.
 */
final class Speakers {
    /** Pronouns name nobody. */
    private static final int SHORTEST_NAME = 3;

    /** Where but two reports tell an act, that one names the person and one the state says nothing. */
    private static final int FEWEST_REPORTS = 3;

    private Speakers() {}

    static List<Disagreement> find(Merged merged, Map<String, Claim> claims) {
        Map<String, List<Event>> packages = new LinkedHashMap<>();
        for (Event e : merged.events()) {
            Days date = Days.of(e.date());
            boolean dated = date.length() <= 62;
            if (!e.claims().isEmpty() && e.documents().size() > 1 && (dated || !date.isKnown())) {
                packages.computeIfAbsent(
                                Claim.Party.principals(e.actors()) + ">" + Claim.Party.principals(e.recipients()) + "@"
                                        + (dated ? date.first() : e.id()),
                                k -> new ArrayList<>())
                        .add(e);
            }
        }
        List<Disagreement> out = new ArrayList<>();
        packages.values().forEach(events -> {
            Event most = events.stream()
                    .max(Comparator.comparingInt((Event e) -> e.documents().size())
                            .thenComparing(Event::id))
                    .orElseThrow();
            Disagreement d = of(
                    most,
                    most.claims().stream()
                            .map(claims::get)
                            .filter(Objects::nonNull)
                            .toList());
            if (d != null) {
                out.add(d);
            }
        });
        return out;
    }

    private static @Nullable Disagreement of(Event e, List<Claim> own) {
        DisagreementFinder.Values values = new DisagreementFinder.Values();
        Set<String> principals = new TreeSet<>();
        boolean person = false;
        for (Claim c : own) {
            if (c.actors().size() != 1) {
                continue;
            }
            Claim.Party p = c.actors().get(0);
            Citation words = p.citation();
            if (words != null && words.quote().length() > SHORTEST_NAME) {
                person |= p.actor().kind() == Actor.Kind.PERSON;
                principals.add(p.actor().principal());
                values.put(p.actor().name(), words);
            }
        }
        return person && principals.size() == 1 && values.documents().size() >= FEWEST_REPORTS
                ? values.of(e.id(), "actors", Disagreement.Kind.ATTRIBUTION)
                : null;
    }
}
