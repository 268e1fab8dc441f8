package org.demarche.mention.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demarche.model.Citation;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Bounds for the date of a report that prints none: not before what it tells or quotes, not after what it foretells. */
final class ReportBounds {
    /** How far from a date with a year one without may lie to share it. */
    private static final int NEAR_MONTHS = 2;

    private record Told(PartialDate date, PartialDate last, Lean lean, boolean source, Citation citation) {}

    private ReportBounds() {}

    static Dateline of(Document document, List<Sentence> sentences, List<Mention.OfTime> times) {
        List<Told> told = told(document, sentences, times);
        Optional<Dateline> full = bounds(years(told), true);
        Optional<Dateline> yearless =
                bounds(told.stream().filter(t -> !t.date().hasYear()).toList(), false);
        boolean close = full.map(f -> f.start() != null && f.end() != null).orElse(false);
        if (close || yearless.isEmpty() || (full.isPresent() && yearsGiven(told))) {
            return full.orElse(Dateline.UNKNOWN);
        }
        return yearless.get();
    }

    /** Whether every date without a year got one from a date near it. */
    private static boolean yearsGiven(List<Told> told) {
        return years(told).stream().allMatch(t -> t.date().hasYear())
                && years(told).size() == told.size();
    }

    private static List<Told> told(Document document, List<Sentence> sentences, List<Mention.OfTime> times) {
        List<Told> out = new ArrayList<>();
        for (Mention.OfTime time : times) {
            Sentence sentence = sentences.stream()
                    .filter(s -> s.index() == time.sentence())
                    .findFirst()
                    .orElse(null);
            When when = time.when();
            PartialDate date = when.start() != null ? when.start() : when.end();
            PartialDate last = when.end() != null ? when.end() : when.start();
            boolean counted = when.basis() == When.Basis.STATED || when.basis() == When.Basis.RELATIVE_ACT;
            if (sentence == null
                    || date == null
                    || last == null
                    || date.month() == 0
                    || last.month() == 0
                    || !counted
                    || !when.isKnown()) {
                continue;
            }
            Pieces p = Pieces.of(document.text(), sentence.span());
            int from = indexOf(p, time.span().start());
            int to = indexOf(p, time.span().end());
            boolean source = isSource(p, from, to);
            Lean lean = source ? Lean.BACK : Lean.at(p, from, to);
            if (p.at(from - 1).is("from") && lean == Lean.BACK) {
                // What was announced to begin then need not have begun.
                continue;
            }
            if (lean == Lean.NONE && date.hasYear()) {
                lean = Lean.BACK;
            }
            boolean limit = when.start() == null;
            if (limit && lean == Lean.BACK) {
                continue;
            }
            out.add(new Told(date, last, lean, source, document.cite(time.span())));
        }
        return out;
    }

    private static int indexOf(Pieces p, int offset) {
        for (int i = 0; i < p.size(); i++) {
            if (p.at(i).start() >= offset) {
                return i;
            }
        }
        return p.size();
    }

    /** "(Gazette, October 21)": what is quoted must have been out. */
    private static boolean isSource(Pieces p, int from, int to) {
        if (!p.at(to).is(")") && !p.at(to).is(";")) {
            return false;
        }
        for (int i = from - 1; i >= Math.max(0, from - 12); i--) {
            if (p.at(i).is("(")) {
                return i + 1 < from && p.at(i + 1).capital() && p.at(from - 1).is(",");
            }
        }
        return false;
    }

    /** Gives dates without a year the year of the nearest full date of the text, if it is near. */
    private static List<Told> years(List<Told> told) {
        List<Told> out = new ArrayList<>();
        Optional<LocalDate> latest = told.stream()
                .filter(t -> t.date().hasYear())
                .map(t -> t.last().first().orElse(LocalDate.MIN))
                .max(Comparator.naturalOrder());
        for (Told t : told) {
            if (t.date().hasYear()) {
                out.add(t);
            } else if (latest.isPresent()) {
                year(t.date(), latest.get())
                        .ifPresent(year -> out.add(new Told(
                                t.date().withYear(year), t.last().withYear(year), t.lean(), t.source(), t.citation())));
            }
        }
        return out;
    }

    private static Optional<Integer> year(PartialDate date, LocalDate near) {
        for (int year : new int[] {near.getYear(), near.getYear() - 1, near.getYear() + 1}) {
            LocalDate there = LocalDate.of(year, date.month(), Math.max(1, Math.min(28, date.day())));
            if (!there.isBefore(near.minusMonths(NEAR_MONTHS)) && !there.isAfter(near.plusMonths(NEAR_MONTHS))) {
                return Optional.of(year);
            }
        }
        return Optional.empty();
    }

    private static Optional<Dateline> bounds(List<Told> told, boolean full) {
        boolean winter = !full
                && told.stream().anyMatch(t -> t.date().month() >= 10)
                && told.stream().anyMatch(t -> t.date().month() <= 3);
        Comparator<PartialDate> order = Comparator.comparingInt(d -> rank(d, winter, 0));
        Told after = null;
        for (Told t : told) {
            if (t.lean() == Lean.BACK && (after == null || order.compare(t.date(), after.date()) > 0)) {
                after = t;
            }
        }
        Told before = null;
        for (Told t : told) {
            boolean later = after == null || rank(t.last(), winter, 31) >= rank(after.date(), winter, 0);
            if (t.lean() == Lean.FORWARD
                    && later
                    && (before == null || rank(t.last(), winter, 31) < rank(before.last(), winter, 31))) {
                before = t;
            }
        }
        if (after == null && before == null) {
            return Optional.empty();
        }
        @Nullable PartialDate start = after == null ? null : after.date();
        @Nullable PartialDate end = before == null ? null : before.last();
        return Optional.of(new Dateline(
                start,
                end,
                precision(start, end),
                Dateline.Basis.INFERRED,
                after != null ? after.citation() : before == null ? null : before.citation()));
    }

    /** Order in time; a day that is not said counts as the given one. */
    private static int rank(PartialDate d, boolean winter, int unsaid) {
        int year = winter && d.month() <= 6 ? d.year() + 1 : d.year();
        return year * 400 + d.month() * 32 + (d.day() == 0 ? unsaid : d.day());
    }

    private static When.Precision precision(@Nullable PartialDate start, @Nullable PartialDate end) {
        if (start == null || end == null || !start.hasYear()) {
            return When.Precision.VAGUE;
        }
        LocalDate first = start.first().orElseThrow();
        LocalDate last = end.last().orElseThrow();
        if (!last.isAfter(first.plusDays(2))) {
            return When.Precision.DAY;
        }
        return !last.isAfter(first.plusDays(7))
                ? When.Precision.WEEK
                : !last.isAfter(first.plusDays(31)) ? When.Precision.MONTH : When.Precision.VAGUE;
    }

    /** A printed date without a year, with the year of the full date nearest to it in the text. */
    static Optional<Dateline> withYear(Dateline printed, List<Mention.OfTime> times) {
        PartialDate date = printed.start();
        if (date == null) {
            return Optional.empty();
        }
        return times.stream()
                .filter(t -> t.when().basis() == When.Basis.STATED)
                .map(t -> t.when().start())
                .filter(d -> d != null && d.hasYear() && d.month() > 0)
                .flatMap(d -> year(date, d.first().orElseThrow()).stream())
                .max(Comparator.naturalOrder())
                .map(year -> new Dateline(
                        date.withYear(year),
                        date.withYear(year),
                        printed.precision(),
                        Dateline.Basis.INFERRED,
                        printed.citation()));
    }
}
