package org.demarche.merge;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
import org.demarche.model.Factuality;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Reports of the same sides, which date each other. What they are is worked out when the first report asks. */
final class Siblings {
    /** A report that prints its day is of an act of the days before it. */
    private static final int NEWS_OF_DEED = 10;

    /** An agency's "on Monday" is today, yesterday or the day before. */
    private static final int WEEKDAY_DAYS = 2;

    private final Map<String, List<Claim>> claims;
    private final Map<String, Document> documents;
    private final Map<String, Set<String>> sidesOf = new HashMap<>();

    /** For each side the first days of the dated reports that tell of it. */
    private final Map<String, List<Dated>> bySide = new HashMap<>();

    /** By family, month and side, what reports date to the month or better. */
    private final Map<String, List<Told>> deedsOf = new HashMap<>();

    private record Dated(String id, LocalDate published) {}

    private record Told(String document, Set<String> sides, Days days) {}

    Siblings(Map<String, List<Claim>> claims, Map<String, Document> documents) {
        this.claims = claims;
        this.documents = documents;
    }

    /**
     * The day that a report gives without its year, where one year only is left by the dated reports that tell of two of its sides and were
     * published within two months of it, and by the deeds of the same kind between them that others date shortly before it.
     */
    Optional<Dateline> date(Document document) {
        MonthDay printed = printed(document);
        if (printed == null) {
            return Optional.empty();
        }
        if (sidesOf.isEmpty()) {
            read();
        }
        Map<Dated, Integer> shared = new HashMap<>();
        for (String side : sidesOf.getOrDefault(document.id(), Set.of())) {
            bySide.getOrDefault(side, List.of()).forEach(d -> shared.merge(d, 1, Integer::sum));
        }
        Set<Integer> years = new TreeSet<>(deeds(document, printed));
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
        years.removeIf(y -> !canBeOf(document, y));
        if (years.size() != 1) {
            return Optional.empty();
        }
        Dateline there = Dating.withYear(document.published(), years.iterator().next());
        return Optional.of(
                new Dateline(there.start(), there.end(), there.precision(), Dateline.Basis.INFERRED, there.citation()));
    }

    /** Years in which another report dates, shortly before the day that a report prints, a deed of the kind and between the sides that it tells of. */
    private Set<Integer> deeds(Document document, MonthDay printed) {
        Set<Integer> out = new TreeSet<>();
        for (Claim own : claims.getOrDefault(document.id(), List.of())) {
            Set<String> sides = sides(List.of(own));
            Family family = Family.of(own);
            if (sides.size() < 2 || family == Family.WORDS || family == Family.OTHER) {
                continue;
            }
            Set<Told> known = new LinkedHashSet<>();
            for (String side : sides) {
                for (Month month :
                        List.of(printed.getMonth(), printed.getMonth().minus(1))) {
                    known.addAll(deedsOf.getOrDefault(family + " " + month + " " + side, List.of()));
                }
            }
            for (Told deed : known) {
                int year = deed.days.first() == null ? 0 : deed.days.first().getYear();
                LocalDate there = printed.isValidYear(year) ? printed.atYear(year) : null;
                boolean news = there != null
                        && deed.days.last() != null
                        && !there.isBefore(deed.days.first())
                        && !there.isAfter(deed.days.last().plusDays(NEWS_OF_DEED));
                long shared = deed.sides.stream().filter(sides::contains).count();
                boolean same = shared > 1 && 3 * shared >= 2L * Math.min(sides.size(), deed.sides.size());
                if (news && same && !deed.document.equals(document.id())) {
                    out.add(year);
                }
            }
        }
        return out;
    }

    /** The day that a report prints without its year; null where it prints a year or no day. */
    static @Nullable MonthDay printed(Document document) {
        PartialDate day = document.published().start();
        boolean exact = day != null && day.equals(document.published().end());
        return day == null || !exact || day.hasYear() || day.month() == 0 || day.day() == 0
                ? null
                : MonthDay.of(day.month(), day.day());
    }

    /**
     * Whether a report that prints a day without its year can be of a year: not before a year that it tells of as past, and where the first
     * act that it dates by the day of the week is of that day of the week, a few days before it at most.
     */
    boolean canBeOf(Document document, int year) {
        MonthDay printed = printed(document);
        if (printed == null || !printed.isValidYear(year)) {
            return false;
        }
        LocalDate day = printed.atYear(year);
        DayOfWeek first = null;
        for (Claim own : claims.getOrDefault(document.id(), List.of())) {
            When date = own.date();
            boolean past = own.factuality() == Factuality.ASSERTED
                    && date.basis() == When.Basis.STATED
                    && date.start() != null
                    && date.start().hasYear()
                    && date.start().year() > year;
            if (past) {
                return false;
            }
            DayOfWeek named = own.factuality() == Factuality.ASSERTED && !date.isKnown() ? Dating.weekdayOf(own) : null;
            first = first == null ? named : first;
        }
        // What only bounds a report need not be near its news.
        return first == null
                || document.published().basis() == Dateline.Basis.INFERRED
                || ChronoUnit.DAYS.between(day.with(TemporalAdjusters.previousOrSame(first)), day) <= WEEKDAY_DAYS;
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
            own.forEach(c -> tell(id, c));
        });
    }

    private void tell(String document, Claim claim) {
        Days days = Days.of(claim.date());
        LocalDate first = days.first();
        if (first != null && days.length() <= Dating.NEWS && claim.factuality() == Factuality.ASSERTED) {
            Set<String> sides = sides(List.of(claim));
            String kind = Family.of(claim) + " " + first.getMonth() + " ";
            sides.forEach(s ->
                    deedsOf.computeIfAbsent(kind + s, k -> new ArrayList<>()).add(new Told(document, sides, days)));
        }
    }

    /** For whom those act and to whom it is done that claims tell of. */
    static Set<String> sides(List<Claim> claims) {
        Set<String> out = new TreeSet<>();
        for (Claim claim : claims) {
            claim.actors().forEach(p -> out.add(p.actor().principal()));
            claim.recipients().forEach(p -> out.add(p.actor().principal()));
        }
        return out;
    }
}
