package org.demarche.coding;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * The day that a text has got to in its telling, and who was seen acting then. Acts that are told next without a day of their own are of that day where
 * the same side goes on acting, and otherwise lie between it and the report.
 *
 * @param when the day; only its words where it cannot be told which day they mean ("on Saturday" in a report without a date)
 * @param sentence index of the sentence that names it
 * @param sides principals of those who act in that sentence
 */
record Scene(When when, int sentence, Set<String> sides) {
    private static final int NEWS_DAYS = 31;
    private static final int WEEK = 7;

    Scene {
        sides = Set.copyOf(sides);
    }

    boolean hasAny(Set<String> others) {
        return others.stream().anyMatch(sides::contains);
    }

    Scene with(Claim claim) {
        Set<String> all = new TreeSet<>(sides);
        claim.actors().forEach(p -> all.add(p.actor().principal()));
        return new Scene(when, sentence, all);
    }

    /** The same day, for another act. */
    When same() {
        return new When(
                when.start(),
                when.end(),
                when.precision(),
                when.isKnown() ? When.Basis.RELATIVE_ACT : When.Basis.UNKNOWN,
                when.isKnown() ? null : when.citation());
    }

    /** Whether this is a day of the week before another. */
    boolean isShortlyBefore(Scene other) {
        PartialDate day = when.end();
        PartialDate news = other.when().start();
        if (when.precision() != When.Precision.DAY
                || other.when().precision() != When.Precision.DAY
                || day == null
                || news == null) {
            return false;
        }
        Optional<LocalDate> from = day.last();
        Optional<LocalDate> to = news.first();
        return from.isPresent()
                && to.isPresent()
                && from.get().isBefore(to.get())
                && ChronoUnit.DAYS.between(from.get(), to.get()) <= WEEK;
    }

    boolean isDay() {
        return when.precision() == When.Precision.DAY || !when.isKnown();
    }

    /** From this day to the report; unknown where the report is much later, or where the day cannot be told. */
    When since(Dateline published) {
        PartialDate end = published.end();
        PartialDate start = when.start();
        if (start == null || when.precision() != When.Precision.DAY || !isNews(published)) {
            return When.UNKNOWN;
        }
        if (end != null && (end.hasYear() != start.hasYear() || before(end, start))) {
            return When.UNKNOWN;
        }
        return new When(start, end, When.Precision.VAGUE, When.Basis.INFERRED, null);
    }

    /** Up to this day: what had been done by then. */
    When until(Dateline published) {
        return when.end() == null || when.precision() != When.Precision.DAY || !isNews(published)
                ? When.UNKNOWN
                : new When(null, when.end(), When.Precision.VAGUE, When.Basis.INFERRED, null);
    }

    private static boolean before(PartialDate a, PartialDate b) {
        return a.last().isPresent()
                && b.first().isPresent()
                && a.last().get().isBefore(b.first().get());
    }

    /** Whether the report tells of its own days. */
    boolean isNews(Dateline published) {
        PartialDate report = published.start() != null ? published.start() : published.end();
        @Nullable PartialDate day = when.start();
        if (report == null || day == null || !report.hasYear() || !day.hasYear()) {
            return report != null && day != null && report.hasYear() == day.hasYear();
        }
        LocalDate of = report.first().orElseThrow();
        return Math.abs(ChronoUnit.DAYS.between(day.first().orElseThrow(), of)) <= NEWS_DAYS;
    }
}
