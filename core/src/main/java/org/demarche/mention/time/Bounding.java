package org.demarche.mention.time;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Citation;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.PartialDate;
import org.demarche.model.Span;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** From a finding to the days that an act can have been on, its preposition taken in. */
final class Bounding {
    private static final Set<String> ASIDE = Set.of("until", "till", "since", "than", "for", "through");
    private static final Set<String> ASIDE_YEAR =
            Set.of("until", "till", "since", "by", "before", "after", "from", "to", "the", "-", "than", "for");

    private Bounding() {}

    /** What a date does for those after it that have no year. */
    static Anchors.Part part(Finding finding, Line line, Anchors anchors) {
        Moment moment = finding.moment();
        if (moment == null || !moment.hasYear()) {
            return Anchors.Part.ASIDE;
        }
        if (line.heading()) {
            return Anchors.Part.HEADING;
        }
        if (!anchors.narrative() && finding.basis() == When.Basis.RELATIVE_REPORT) {
            return Anchors.Part.ASIDE;
        }
        String before = line.pieces().at(finding.from() - 1).lower();
        if (Grain.YEAR.equals(moment.grain()) || moment.grain() == Grain.SEASON) {
            boolean opens = finding.from() <= 2;
            boolean mustOpen = anchors.narrative()
                    ? moment.grain() == Grain.YEAR
                    : anchors.report().isPresent();
            boolean aside = (mustOpen && !opens) || (!anchors.narrative() && ASIDE_YEAR.contains(before));
            return aside || ASIDE.contains(before) || finding.basis() != When.Basis.STATED
                    ? Anchors.Part.ASIDE
                    : Anchors.Part.SCENE;
        }
        boolean named = before.equals("the") && moment.grain() == Grain.MONTH;
        return named || ASIDE.contains(before) ? Anchors.Part.ASIDE : Anchors.Part.SCENE;
    }

    /** Whether a date is only a limit for something ("until the Saturday"), so that "the next day" is not the one after it. */
    static boolean isLimit(Finding finding, Pieces pieces) {
        String before = pieces.at(finding.from() - 1).lower();
        return before.equals("until")
                || before.equals("till")
                || (before.equals("by") && Lean.at(pieces, finding.from(), finding.to()) == Lean.FORWARD);
    }

    /** The report's date as a moment to count from; empty where it has no year or is bounded on one side only. Of bounds some days apart, the first. */
    static Optional<Moment> moment(Dateline published) {
        PartialDate from = published.start();
        PartialDate to = published.end();
        if (from == null || to == null || !from.hasYear() || !to.hasYear()) {
            return Optional.empty();
        }
        LocalDate first = from.first().orElseThrow();
        LocalDate last = to.last().orElseThrow();
        if (last.isBefore(first.plusDays(7))) {
            return Optional.of(Moment.day(first));
        }
        if (first.getYear() != last.getYear()) {
            return Optional.empty();
        }
        return Optional.of(
                first.getMonth() == last.getMonth()
                        ? Moment.month(last.getYear(), last.getMonthValue())
                        : Moment.year(last.getYear()));
    }

    static When when(Document document, Span span, Finding finding, Pieces pieces, Anchors anchors) {
        Citation citation = document.cite(span);
        Finding.Bounds bounds = finding.bounds();
        if (bounds != null) {
            return new When(bounds.first(), bounds.last(), bounds.precision(), finding.basis(), citation);
        }
        Moment moment = finding.moment();
        if (moment == null || finding.basis() == When.Basis.UNKNOWN) {
            return new When(null, null, When.Precision.NONE, When.Basis.UNKNOWN, citation);
        }
        PartialDate start = start(moment, finding.mod());
        PartialDate end = end(moment, finding.mod());
        if (start == null && end == null) {
            return new When(null, null, When.Precision.NONE, When.Basis.UNKNOWN, citation);
        }
        String before = pieces.at(finding.from() - 1).lower();
        PartialDate report = anchors.reportDay().map(PartialDate::of).orElse(null);
        switch (before) {
            case "by", "until", "till", "before" -> {
                start = null;
                end = moment.grain() == Grain.MONTH && finding.mod() == Mod.WHOLE ? eve(moment) : end;
            }
            case "since" -> end = report != null && start != null && start.hasYear() ? report : null;
            case "from", "after" -> end = null;
            default -> {}
        }
        return new When(start, end, moment.grain().precision(), finding.basis(), citation);
    }

    /** The last day before a month: "by November" is by the end of October. */
    private static @Nullable PartialDate eve(Moment month) {
        if (month.part() == 0) {
            return null;
        }
        LocalDate eve = LocalDate.of(month.year() > 0 ? month.year() : 2021, month.part(), 1)
                .minusDays(1);
        if (month.year() <= 0) {
            return month.year() < 0 || eve.getYear() != 2021 || month.part() == 3
                    ? null
                    : new PartialDate(0, eve.getMonthValue(), eve.getDayOfMonth());
        }
        return PartialDate.of(eve);
    }

    private static @Nullable PartialDate start(Moment moment, Mod mod) {
        PartialDate plain = moment.start().orElse(null);
        if (plain == null || mod == Mod.WHOLE || mod == Mod.START || !plain.hasYear()) {
            return plain;
        }
        return switch (moment.grain()) {
            case MONTH -> new PartialDate(plain.year(), plain.month(), mod == Mod.MID ? 10 : 20);
            case YEAR -> new PartialDate(plain.year(), mod == Mod.MID ? 5 : 9, 0);
            case WEEK -> moved(plain, mod == Mod.MID ? 1 : 3);
            case DECADE -> new PartialDate(plain.year() + (mod == Mod.MID ? 3 : 6), 0, 0);
            default -> plain;
        };
    }

    /** A week's early days are its first three, its late ones the last four, those between them from Tuesday to Friday. */
    private static PartialDate moved(PartialDate day, int days) {
        return PartialDate.of(day.first().orElseThrow().plusDays(days));
    }

    private static @Nullable PartialDate end(Moment moment, Mod mod) {
        PartialDate plain = moment.end().orElse(null);
        if (plain == null || mod == Mod.WHOLE || mod == Mod.END || !plain.hasYear()) {
            return plain;
        }
        return switch (moment.grain()) {
            case MONTH -> new PartialDate(plain.year(), plain.month(), mod == Mod.MID ? 20 : 10);
            case YEAR -> new PartialDate(plain.year(), mod == Mod.MID ? 8 : 4, 0);
            case WEEK -> moved(plain, mod == Mod.MID ? -2 : -4);
            case DECADE -> new PartialDate(plain.year() - (mod == Mod.MID ? 3 : 6), 0, 0);
            default -> plain;
        };
    }
}
