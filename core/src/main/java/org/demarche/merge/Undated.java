package org.demarche.merge;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * The day of a report that prints no more than its day of the week, from reports of the same sides that are dated. Each such day that it can be of is
 * tried: counted from it, the days of the week that the report names fall on days of which the others tell too, and its news is of that day or the one
 * before. The day on which most agrees is the report's.
 */
final class Undated {
    /** Points of agreement without which nothing is inferred. */
    private static final int ENOUGH = 2;

    /** Points that outweigh bounds. */
    private static final int MUCH = 4;

    /** More days than these are not tried. */
    private static final int MOST = 100;

    /** So many days ahead a day without its year is that of the year before. */
    private static final int FAR = 60;

    /** What a dated report tells of a day. */
    private record Deed(String document, Set<String> sides, Family family, LocalDate day) {}

    private final Map<String, List<Claim>> claims;
    private final Map<String, Document> documents;
    private final DayReader days;
    private @Nullable Map<String, List<Deed>> bySide;

    Undated(Map<String, List<Claim>> claims, Map<String, Document> documents, DayReader days) {
        this.days = days;
        this.claims = claims;
        this.documents = documents;
    }

    /**
     * The day of a report at whose head a day of the week stands; null where its siblings do not tell.
     *
     * @param own its claims, with the years that others gave their days
     * @param bounds between which days it was published, as far as the acts tell that it seems to share with others; much agreement outweighs them
     */
    @Nullable
    LocalDate day(List<Claim> own, DayOfWeek head, Days bounds) {
        Map<LocalDate, List<Deed>> told = beside(own);
        Map<LocalDate, Integer> counted = new HashMap<>();
        ToIntFunction<LocalDate> points = d -> counted.computeIfAbsent(d, k -> points(k, own, told));
        LocalDate day = best(candidates(told.keySet(), head, bounds), points, ENOUGH);
        return day != null ? day : best(candidates(told.keySet(), head, Days.ANY), points, MUCH);
    }

    /** The day with most points, if they are enough and no other has as many. */
    private static @Nullable LocalDate best(Set<LocalDate> days, ToIntFunction<LocalDate> pointsOf, int enough) {
        int most = enough - 1;
        LocalDate best = null;
        for (LocalDate day : days) {
            int points = pointsOf.applyAsInt(day);
            best = points > most ? day : points == most ? null : best;
            most = Math.max(points, most);
        }
        return best;
    }

    /** Such days of the week in the week before and after those of which the others tell. */
    private static Set<LocalDate> candidates(Set<LocalDate> told, DayOfWeek head, Days bounds) {
        Set<LocalDate> out = new TreeSet<>();
        for (LocalDate day : told) {
            for (LocalDate near :
                    List.of(day.with(TemporalAdjusters.previousOrSame(head)), day.with(TemporalAdjusters.next(head)))) {
                if (bounds.gap(new Days(near, near)) == 0) {
                    out.add(near);
                }
            }
        }
        return out.size() > MOST ? Set.of() : out;
    }

    /** Whether a report of a day can tell all that it claims. */
    static boolean canTell(List<Claim> own, LocalDate published) {
        return own.stream().allMatch(c -> canTell(c, published));
    }

    /** Whether a report of a day can tell a claim: not of a day to come as done, and not of its own month by name. */
    private static boolean canTell(Claim claim, LocalDate published) {
        PartialDate date = claim.date().start();
        if (claim.factuality() != Factuality.ASSERTED || date == null || date.month() == 0) {
            return true;
        }
        if (date.day() == 0) {
            boolean thisYear = !date.hasYear() || date.year() == published.getYear();
            return !thisYear || date.month() != published.getMonthValue();
        }
        Optional<LocalDate> day = date.withYear(date.hasYear() ? date.year() : published.getYear())
                .first();
        return day.isEmpty()
                || !day.get().isAfter(published)
                || !date.hasYear() && day.get().isAfter(published.plusDays(FAR));
    }

    /** How many days agree if the report is of a day, none if it cannot be; those on which deeds of the same kind fall count twice. */
    private int points(LocalDate published, List<Claim> own, Map<LocalDate, List<Deed>> told) {
        if (!canTell(own, published)) {
            return 0;
        }
        Map<LocalDate, Integer> agreed = new HashMap<>();
        for (Claim claim : own) {
            Set<String> sides = Siblings.sides(List.of(claim));
            Family family = Family.of(claim);
            for (LocalDate day : named(claim, published)) {
                for (Deed deed : told.getOrDefault(day, List.of())) {
                    if (isShared(deed, sides)) {
                        agreed.merge(day, deed.family() == family ? 2 : 1, Math::max);
                    }
                }
            }
            boolean news = claim.sentenceIndex() <= Dating.LEAD
                    && claim.factuality() == Factuality.ASSERTED
                    && claim.date().citation() == null
                    && family != Family.WORDS
                    && family != Family.OTHER;
            for (LocalDate day : news ? List.of(published, published.minusDays(1)) : List.<LocalDate>of()) {
                for (Deed deed : told.getOrDefault(day, List.of())) {
                    if (deed.family() == family && isShared(deed, sides)) {
                        agreed.merge(day, 1, Math::max);
                    }
                }
            }
        }
        return agreed.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static boolean isShared(Deed deed, Set<String> sides) {
        return deed.sides().stream().filter(sides::contains).count() > 1;
    }

    /** The days that the words of a claim mean if its report is of a day. */
    private List<LocalDate> named(Claim claim, LocalDate published) {
        List<LocalDate> out = new ArrayList<>();
        When done = claim.date();
        When force = claim.effective();
        for (When when : force == null ? List.of(done) : List.of(done, force)) {
            LocalDate day = when.isKnown() ? null : day(Days.of(days.read(claim, when, published)), true);
            if (day != null) {
                out.add(day);
            }
        }
        return out;
    }

    /** The one day, or the last one where words give no other. */
    private static @Nullable LocalDate day(Days days, boolean named) {
        return days.isDay() || named && days.first() == null ? days.last() : null;
    }

    /** What dated reports tell of two sides of a report, by day. */
    private Map<LocalDate, List<Deed>> beside(List<Claim> own) {
        Map<Deed, Integer> shared = new HashMap<>();
        for (String side : Siblings.sides(own)) {
            index().getOrDefault(side, List.of()).forEach(d -> shared.merge(d, 1, Integer::sum));
        }
        return shared.entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.groupingBy(Deed::day));
    }

    private Map<String, List<Deed>> index() {
        if (bySide == null) {
            Map<String, List<Deed>> found = new HashMap<>();
            claims.forEach((id, own) -> {
                Document document = documents.get(id);
                if (document != null && Days.of(document.published()).isBounded()) {
                    own.forEach(c -> deeds(c).forEach(d -> d.sides()
                            .forEach(s -> found.computeIfAbsent(s, k -> new ArrayList<>())
                                    .add(d))));
                }
            });
            bySide = found;
        }
        return bySide;
    }

    private static Set<Deed> deeds(Claim claim) {
        Set<Deed> out = new LinkedHashSet<>();
        Set<String> sides = Siblings.sides(List.of(claim));
        LocalDate done = claim.factuality() == Factuality.ASSERTED
                ? day(Days.of(claim.date()), claim.date().citation() != null)
                : null;
        LocalDate force = claim.effective() == null ? null : day(Days.of(claim.effective()), true);
        for (LocalDate day : new LocalDate[] {done, force}) {
            if (day != null) {
                out.add(new Deed(claim.document(), sides, Family.of(claim), day));
            }
        }
        return out;
    }
}
