package org.demarche.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Factuality;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells twice, and dates once: a headline and its body, a deed and the noun that takes it up. Where no words date the one and those of the
 * other name its day, it is of that day, which is inferred.
 */
final class Retold {
    private Retold() {}

    /** The same claims, those that their own report dates elsewhere with that day. */
    static List<Claim> dated(List<Group> groups, List<Claim> claims) {
        Map<String, Claim> byId = new HashMap<>();
        claims.forEach(c -> byId.put(c.id(), c));
        Map<String, When> found = new HashMap<>();
        for (Group group : groups) {
            if (group.members.size() < 2) {
                continue;
            }
            List<Claim> own = new ArrayList<>();
            group.members.forEach(p -> own.add(byId.getOrDefault(p.claim().id(), p.claim())));
            for (Claim claim : own) {
                When day = isSilent(claim) ? day(claim, own) : null;
                if (day != null) {
                    found.put(claim.id(), day);
                }
            }
        }
        return claims.stream()
                .map(c -> {
                    When day = found.get(c.id());
                    return day == null ? c : c.withDates(day, c.effective());
                })
                .toList();
    }

    private static boolean isSilent(Claim claim) {
        When date = claim.date();
        boolean open =
                !date.isKnown() || date.precision() == When.Precision.VAGUE && date.basis() == When.Basis.INFERRED;
        return open
                && date.citation() == null
                && claim.effective() == null
                && claim.factuality() == Factuality.ASSERTED;
    }

    /** The one day that the other claims of the report name; null where they name none or more than one. */
    private static @Nullable When day(Claim claim, List<Claim> others) {
        Days found = null;
        for (Claim other : others) {
            Days days = Days.of(other.date());
            boolean same = other.document().equals(claim.document()) && other.factuality() == Factuality.ASSERTED;
            if (!same || !days.isDay()) {
                continue;
            }
            if (found != null && !found.equals(days)) {
                return null;
            }
            found = days;
        }
        return found == null || found.gap(Days.of(claim.date())) > 0 ? null : found.when(When.Basis.INFERRED);
    }
}
