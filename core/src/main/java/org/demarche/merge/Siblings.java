package org.demarche.merge;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Days;
import org.demarche.model.Document;
import org.demarche.model.PartialDate;

/** Reports of the same sides, which date each other. What they are is worked out when the first report asks. */
final class Siblings {
    private final Map<String, List<Claim>> claims;
    private final Map<String, Document> documents;
    private final Map<String, Set<String>> sidesOf = new HashMap<>();

    /** For each side the first days of the dated reports that tell of it. */
    private final Map<String, List<Dated>> bySide = new HashMap<>();

    private record Dated(String id, LocalDate published) {}

    Siblings(Map<String, List<Claim>> claims, Map<String, Document> documents) {
        this.claims = claims;
        this.documents = documents;
    }

    /**
     * The day that a report gives without its year, where the dated reports that tell of two of its sides leave one year only in which it was
     * published within two months of any of them.
     */
    Optional<Dateline> date(Document document) {
        PartialDate day = document.published().start();
        if (day == null || day.hasYear() || day.month() == 0 || day.day() == 0) {
            return Optional.empty();
        }
        if (sidesOf.isEmpty()) {
            read();
        }
        MonthDay printed = MonthDay.of(day.month(), day.day());
        Map<Dated, Integer> shared = new HashMap<>();
        for (String side : sidesOf.getOrDefault(document.id(), Set.of())) {
            bySide.getOrDefault(side, List.of()).forEach(d -> shared.merge(d, 1, Integer::sum));
        }
        Set<Integer> years = new TreeSet<>();
        shared.forEach((sibling, sides) -> {
            LocalDate of = sibling.published();
            for (int year = of.getYear() - 1; sides > 1 && year <= of.getYear() + 1; year++) {
                boolean near = printed.isValidYear(year)
                        && Math.abs(ChronoUnit.DAYS.between(of, printed.atYear(year))) <= 2 * Dating.NEWS;
                if (near) {
                    years.add(year);
                }
            }
        });
        if (years.size() != 1) {
            return Optional.empty();
        }
        Dateline there = Dating.withYear(document.published(), years.iterator().next());
        return Optional.of(
                new Dateline(there.start(), there.end(), there.precision(), Dateline.Basis.INFERRED, there.citation()));
    }

    private void read() {
        new TreeMap<>(claims).forEach((id, own) -> {
            Set<String> sides = sides(own);
            sidesOf.put(id, sides);
            Document document = documents.get(id);
            Days published = document == null ? Days.ANY : Days.of(document.published());
            LocalDate first = published.first();
            if (first != null && published.isBounded()) {
                sides.forEach(
                        s -> bySide.computeIfAbsent(s, k -> new ArrayList<>()).add(new Dated(id, first)));
            }
        });
    }

    /** For whom those act and to whom it is done that claims tell of. */
    private static Set<String> sides(List<Claim> claims) {
        Set<String> out = new TreeSet<>();
        for (Claim claim : claims) {
            claim.actors().forEach(p -> out.add(p.actor().principal()));
            claim.recipients().forEach(p -> out.add(p.actor().principal()));
        }
        return out;
    }
}
