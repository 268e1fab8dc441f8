package org.demarche.merge;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.model.Change;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Days;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * What reports of the same acts tell of each other's dates: the year of a day that a report names without one, and when a report without a
 * date was published. All of it is marked {@code INFERRED}; a stated value is never touched.
 *
 * <p>A report was published on or after the last act that it tells of as done, and not after the day from which an act will be in force that
 * it tells of as to come. One that dates an act by the day of the week alone is of that day or the next.
 */
record Dating(List<Claim> claims, Map<String, Document> documents) {
    /** A report that names the day of the week alone is of that day or the next. */
    private static final int WEEKDAY_REACH = 1;

    /** So many days after the last act of which it tells a report is news of it, whatever it tells first. */
    private static final int FRESH = 2;

    /** The last sentence that can tell what is new in a report. */
    static final int LEAD = 2;

    private static final int WEEK = 7;

    /** So many days after an act a report of it may be printed that does not say its year. */
    static final int NEWS = 31;

    static Dating fill(List<Group> groups, List<Claim> claims, Map<String, Document> documents, DayReader days) {
        Map<String, Group> groupOf = new HashMap<>();
        groups.forEach(g -> g.members.forEach(p -> groupOf.put(p.claim().id(), g)));
        Map<String, List<Claim>> byDocument = new TreeMap<>();
        claims.forEach(c ->
                byDocument.computeIfAbsent(c.document(), k -> new ArrayList<>()).add(c));
        Map<String, Document> dated = new TreeMap<>(documents);
        List<Claim> filled = new ArrayList<>();
        Siblings siblings = new Siblings(byDocument, documents);
        Undated undated = new Undated(byDocument, documents, days);
        byDocument.forEach((id, own) -> {
            Document document = documents.get(id);
            if (document == null) {
                return;
            }
            List<Claim> years = years(own, groupOf, document);
            if (isOpen(document)) {
                Optional<Dateline> told = publication(document, years, groupOf, common(own, years), siblings, undated);
                Document found = told.filter(d -> Days.of(d).isDay())
                        .or(() -> siblings.date(document))
                        .or(() -> told)
                        .map(document::withPublished)
                        .orElse(document);
                dated.put(id, found);
                years = years(own, groupOf, found);
            }
            filled.addAll(years);
        });
        List<Claim> told = filled.stream()
                .map(c -> weekday(c, dated.get(c.document())))
                .map(c -> deadline(c, dated.get(c.document())))
                .map(c -> reread(c, dated.get(c.document()), days))
                .toList();
        return new Dating(told, dated);
    }

    /** Whether the day of a report is to be found: it has no bounds, or bounds and the day of the week. */
    private static boolean isOpen(Document document) {
        Days published = Days.of(document.published());
        return !published.isBounded() || !published.isDay() && headWeekday(document) != null;
    }

    /** "On Saturday", where siblings tell the week of the report: that Saturday. */
    private static Claim weekday(Claim claim, @Nullable Document document) {
        Citation words = claim.date().citation();
        DayOfWeek named = claim.date().isKnown() || words == null ? null : weekdayOf(claim);
        Days published = document == null ? new Days(null, null) : Days.of(document.published());
        LocalDate first = published.first();
        LocalDate last = published.last();
        if (named == null || first == null || last == null || published.length() > WEEK) {
            return claim;
        }
        PartialDate day = PartialDate.of(last.with(TemporalAdjusters.previousOrSame(named)));
        When date = new When(day, day, When.Precision.DAY, When.Basis.INFERRED, words);
        return claim.withDates(date, claim.effective()).withBeginning(claim.date(), date);
    }

    /** "Until Monday", where siblings tell the day of the report: the first Monday after the act, or after the report. */
    private static Claim deadline(Claim claim, @Nullable Document document) {
        When effective = claim.effective();
        Citation words = effective == null || effective.isKnown() ? null : effective.citation();
        DayOfWeek named = words == null ? null : weekdayIn(words.quote());
        Days published = document == null ? new Days(null, null) : Days.of(document.published());
        if (named == null || document == null || document.published().basis() != Dateline.Basis.INFERRED) {
            return claim;
        }
        Days done = Days.of(claim.date());
        LocalDate from = done.isDay() ? done.first() : published.isDay() ? published.last() : null;
        if (from == null) {
            return claim;
        }
        PartialDate day = PartialDate.of(from.with(TemporalAdjusters.next(named)));
        When force = new When(day, day, When.Precision.DAY, When.Basis.INFERRED, words);
        return claim.withDates(claim.date(), force).withBeginning(effective, force);
    }

    /** "Last week", "this Friday", where siblings tell the day of the report: what that means on that day. */
    private static Claim reread(Claim claim, @Nullable Document document, DayReader days) {
        Days published = document == null ? Days.ANY : Days.of(document.published());
        LocalDate day = published.isDay() ? published.last() : null;
        if (day == null || document == null || document.published().basis() != Dateline.Basis.INFERRED) {
            return claim;
        }
        When date = days.read(claim, claim.date(), day);
        When effective = claim.effective() == null ? null : days.read(claim, claim.effective(), day);
        return claim.withDates(date, effective).withBeginning(claim.date(), date);
    }

    /** The claims of one report with the years that its siblings supply. */
    private static List<Claim> years(List<Claim> own, Map<String, Group> groupOf, Document document) {
        Map<Integer, Integer> votes = new TreeMap<>();
        Map<String, Integer> year = new TreeMap<>();
        List<LocalDate> known = new ArrayList<>();
        for (Claim claim : own) {
            MonthDay day = Profile.yearless(claim.date());
            Group g = groupOf.get(claim.id());
            if (day != null && g != null && g.date.first() != null && g.date.length() <= 366) {
                int best = g.date.first().getYear();
                if (g.date.length() <= 31
                        || best == Objects.requireNonNull(g.date.last()).getYear()) {
                    year.put(claim.id(), best);
                    votes.merge(best, 1, Integer::sum);
                    known.add(day.atYear(best));
                }
            }
        }
        for (Claim claim : own) {
            MonthDay force = Profile.yearless(claim.effective());
            Group g = groupOf.get(claim.id());
            LocalDate act = g == null || g.date.length() > 31 ? null : g.date.first();
            if (force != null && act != null && !year.containsKey(claim.id())) {
                int best = force.atYear(act.getYear()).isBefore(act.minusDays(3)) ? act.getYear() + 1 : act.getYear();
                year.put(claim.id(), best);
                votes.merge(best, 1, Integer::sum);
            }
        }
        Days published = Days.of(document.published());
        if (votes.isEmpty() && published.isBounded()) {
            votes.put(Objects.requireNonNull(published.first()).getYear(), 1);
        }
        Integer common = votes.size() == 1 ? votes.keySet().iterator().next() : null;
        List<Claim> out = new ArrayList<>();
        for (Claim claim : own) {
            Integer found = year.get(claim.id());
            if (found == null && common != null) {
                found = nearest(Profile.yearless(claim.date()), known, common);
            }
            if (found == null) {
                out.add(claim);
                continue;
            }
            When date = withYear(claim.date(), found);
            When effective = claim.effective() == null ? null : withYear(claim.effective(), found);
            out.add(
                    date.equals(claim.date()) && Objects.equals(effective, claim.effective())
                            ? claim
                            : withDates(claim, date, effective, found));
        }
        return out;
    }

    /** The year in which a day lies nearest to those of the same report whose year is known: "21 November" beside 6 January 2023 is of 2022. */
    private static int nearest(@Nullable MonthDay day, List<LocalDate> known, int common) {
        int best = common;
        long least = Long.MAX_VALUE;
        if (day == null) {
            return best;
        }
        for (int candidate : new int[] {common, common - 1, common + 1}) {
            for (LocalDate other : known) {
                long gap = Math.abs(ChronoUnit.DAYS.between(day.atYear(candidate), other));
                if (gap < least) {
                    least = gap;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** The one year that siblings supplied to a report's days; null where there is none or more than one. */
    private static @Nullable Integer common(List<Claim> before, List<Claim> after) {
        Integer year = null;
        for (int i = 0; i < before.size(); i++) {
            for (When when : new When[] {after.get(i).date(), after.get(i).effective()}) {
                boolean filled = when != null
                        && when.basis() == When.Basis.INFERRED
                        && !after.get(i).equals(before.get(i));
                PartialDate day = when == null ? null : when.start() == null ? when.end() : when.start();
                if (filled && day != null && day.hasYear()) {
                    if (year != null && year != day.year()) {
                        return null;
                    }
                    year = day.year();
                }
            }
        }
        return year;
    }

    static Dateline withYear(Dateline d, int year) {
        return new Dateline(withYear(d.start(), year), withYear(d.end(), year), d.precision(), d.basis(), d.citation());
    }

    private static When withYear(When when, int year) {
        PartialDate start = withYear(when.start(), year);
        PartialDate end = withYear(when.end(), year);
        boolean same = Objects.equals(start, when.start()) && Objects.equals(end, when.end());
        return same ? when : new When(start, end, when.precision(), When.Basis.INFERRED, when.citation());
    }

    private static @Nullable PartialDate withYear(@Nullable PartialDate date, int year) {
        return date == null || date.hasYear() ? date : date.withYear(year);
    }

    static Claim withDates(Claim c, When date, @Nullable When effective, int year) {
        List<Change> changes = c.changes().stream()
                .map(x -> x.withDates(withYear(x.from(), year), x.until() == null ? null : withYear(x.until(), year)))
                .toList();
        return c.withDates(date, effective).withChanges(changes);
    }

    /** Bounds of a report without a date, from what other reports say of the acts that it tells of. */
    private static Optional<Dateline> publication(
            Document document,
            List<Claim> own,
            Map<String, Group> groupOf,
            @Nullable Integer year,
            Siblings siblings,
            Undated undated) {
        Dateline stated = year == null ? document.published() : withYear(document.published(), year);
        LocalDate from = Days.of(stated).first();
        LocalDate to = Days.of(stated).last();
        LocalDate weekday = null;
        Citation basis = stated.citation();
        int told = Integer.MAX_VALUE;
        for (Claim claim : own) {
            Group g = groupOf.get(claim.id());
            // What is said may have been said again; what is done is done once.
            boolean elsewhere = g != null && g.documents.size() > 1 && Family.of(claim) != Family.WORDS;
            Days date = elsewhere && g != null ? g.date : Days.of(claim.date());
            boolean done = claim.factuality() == Factuality.ASSERTED && claim.trigger() != null;
            if (done && (elsewhere || date.isDay()) && date.first() != null && date.length() <= 31) {
                LocalDate later = Days.later(from, date.first());
                if (!Objects.equals(later, from)) {
                    from = later;
                    basis = claim.trigger();
                    told = claim.sentenceIndex();
                }
            }
            Days effective = Days.of(claim.effective());
            if (claim.factuality() == Factuality.PLANNED
                    && effective.last() != null
                    && (date.last() == null || effective.last().isAfter(date.last()))) {
                to = Days.earlier(to, effective.last());
            }
            DayOfWeek named = weekdayOf(claim);
            if (done && named != null && (elsewhere || date.isDay()) && date.isBounded() && date.length() <= 14) {
                LocalDate at = Objects.requireNonNull(date.last()).with(TemporalAdjusters.previousOrSame(named));
                if (!at.isBefore(Objects.requireNonNull(date.first()))) {
                    weekday = Days.later(weekday, at);
                }
            }
        }
        LocalDate printed = from == null ? null : printed(document, from, year, siblings);
        if (printed != null) {
            return Optional.of(inferred(printed, document.published().citation()));
        }
        DayOfWeek head = headWeekday(document);
        LocalDate tried = head == null ? null : undated.day(own, head, new Days(from, to));
        if (tried != null) {
            return Optional.of(inferred(tried, document.published().citation()));
        }
        if (from == null) {
            return Optional.empty();
        }
        if (head != null) {
            LocalDate day = weekday == null || weekday.isBefore(from) ? from : weekday;
            LocalDate news = day.with(TemporalAdjusters.nextOrSame(head));
            boolean fresh = told <= LEAD || !news.isAfter(day.plusDays(FRESH));
            if (fresh && (to == null || !news.isAfter(to)) && Undated.canTell(own, news)) {
                return Optional.of(inferred(news, document.published().citation()));
            }
        }
        if (weekday != null && !weekday.isBefore(from)) {
            from = weekday;
            to = Days.earlier(to, weekday.plusDays(WEEKDAY_REACH));
        }
        if (to != null && to.isBefore(from)) {
            to = null;
        }
        Days known = Days.of(document.published());
        if (from.equals(known.first()) && Objects.equals(to, known.last())) {
            return Optional.empty();
        }
        Days days = new Days(from, to);
        return Optional.of(new Dateline(
                PartialDate.of(from),
                to == null ? null : PartialDate.of(to),
                days.precision(),
                Dateline.Basis.INFERRED,
                basis));
    }

    private static Dateline inferred(LocalDate published, @Nullable Citation words) {
        PartialDate day = PartialDate.of(published);
        return new Dateline(day, day, When.Precision.DAY, Dateline.Basis.INFERRED, words);
    }

    /** The day that a report prints without its year: of the year that its siblings give its days, or else the first such day after the acts that they date. */
    private static @Nullable LocalDate printed(
            Document document, LocalDate from, @Nullable Integer year, Siblings siblings) {
        MonthDay printed = document.published().basis() == Dateline.Basis.PRINTED ? Siblings.printed(document) : null;
        if (printed == null) {
            return null;
        }
        for (int candidate : year == null ? new int[] {from.getYear(), from.getYear() + 1} : new int[] {year}) {
            LocalDate there = siblings.canBeOf(document, candidate) ? printed.atYear(candidate) : null;
            boolean news = there != null && !there.isBefore(from) && there.isBefore(from.plusDays(NEWS));
            if (there != null && (news || year != null)) {
                return there;
            }
        }
        return null;
    }

    /** The day of the week where a claim names nothing else ("on Saturday"), or where its sentence names one and the claim no date. */
    static @Nullable DayOfWeek weekdayOf(Claim claim) {
        Citation words = claim.date().citation();
        if (words == null && claim.date().isKnown()) {
            return null;
        }
        String text = words == null ? claim.sentence().quote() : words.quote();
        if (words != null && text.chars().anyMatch(Character::isDigit)) {
            return null;
        }
        return weekdayIn(text);
    }

    /** The day of the week that stands at the head of a report in place of a date; null where none does. */
    private static @Nullable DayOfWeek headWeekday(Document document) {
        Citation words = document.published().citation();
        boolean open = document.published().basis() == Dateline.Basis.UNKNOWN
                || document.published().basis() == Dateline.Basis.INFERRED;
        return !open || words == null || words.quote().chars().anyMatch(Character::isDigit)
                ? null
                : Words.split(words.quote()).size() == 1 ? weekdayIn(words.quote()) : null;
    }

    /** The one day of the week that words name, or null. */
    private static @Nullable DayOfWeek weekdayIn(String text) {
        DayOfWeek found = null;
        for (String word : Words.split(text)) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (word.equals(day.name().toLowerCase(Locale.ROOT))) {
                    if (found != null && found != day) {
                        return null;
                    }
                    found = day;
                }
            }
        }
        return found;
    }
}
