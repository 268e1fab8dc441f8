package org.demarche.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/**
 * Reports that leave one subject in different states at one time: what one says was ended, another says goes on.
 *
 * <p>A report that tells both tells of a change, not of a conflict; so does one that saw the state before the end. Only what was seen when
 * the end was in force, or within weeks of it, is set against it.
 */
final class Standings {
    /** What is seen so many days after an end is told of the same situation; later it may have begun again. */
    private static final int SAME_SITUATION_DAYS = 60;

    private static final Set<String> ENDED = Set.of("closed", "suspended", "none");

    private record Seen(Claim claim, Change change, Days days) {}

    private Standings() {}

    static List<Disagreement> find(Merged merged) {
        Map<String, Event> eventOf = merged.eventOf();
        Map<String, List<Seen>> bySubject = new TreeMap<>();
        for (Claim c : merged.claims()) {
            for (Change change : c.changes()) {
                if (change.attribute() == Attribute.STATUS
                        && change.value() != null
                        && c.factuality() == Factuality.ASSERTED) {
                    bySubject
                            .computeIfAbsent(change.subject().id(), k -> new ArrayList<>())
                            .add(new Seen(c, change, days(c, change, eventOf.get(c.id()))));
                }
            }
        }
        List<Disagreement> out = new ArrayList<>();
        bySubject.forEach((subject, seen) -> {
            Disagreement d = of(subject, seen);
            if (d != null) {
                out.add(d);
            }
        });
        return out;
    }

    private static Days days(Claim claim, Change change, @Nullable Event event) {
        if (change.nature() == Change.Nature.HOLDS) {
            return Days.of(change.from());
        }
        Days force = Days.inForce(claim.effective());
        Days own = event == null ? Days.of(claim.date()) : Days.of(event.date());
        return force.isKnown() ? force : own;
    }

    private static @Nullable Disagreement of(String subject, List<Seen> seen) {
        DisagreementFinder.Values values = new DisagreementFinder.Values();
        Set<String> tellEnd = new TreeSet<>();
        seen.stream().filter(Standings::ends).forEach(s -> tellEnd.add(s.claim.document()));
        for (Seen open : seen) {
            boolean holds = open.change.nature() == Change.Nature.HOLDS && "open".equals(open.change.value());
            if (!holds || tellEnd.contains(open.claim.document())) {
                continue;
            }
            List<Seen> against = seen.stream()
                    .filter(s -> ends(s) && together(s.days, open.days))
                    .toList();
            if (!against.isEmpty()) {
                values.put("open", words(open));
                against.forEach(s -> values.put(String.valueOf(s.change.value()), words(s)));
            }
        }
        return values.of(subject, "status", Kind.CONTRADICTION);
    }

    private static Citation words(Seen seen) {
        return seen.change.citation();
    }

    private static boolean ends(Seen s) {
        return s.change.nature() == Change.Nature.BEGINS && ENDED.contains(String.valueOf(s.change.value()));
    }

    /** Whether the second is seen when the first is in force, and not long after. */
    private static boolean together(Days ended, Days open) {
        return ended.first() != null
                && ended.isBounded()
                && ended.length() <= 62
                && open.first() != null
                && open.isBounded()
                && !open.first().isBefore(ended.first())
                && !open.first().isAfter(ended.first().plusDays(SAME_SITUATION_DAYS));
    }
}
