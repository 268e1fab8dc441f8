package org.demarche.server;

import static j2html.TagCreator.a;
import static j2html.TagCreator.span;

import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.demarche.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Nearer, farther, earlier, later: links that change the days a timeline shows, and nothing else. */
final class Zoom {
    private static final String PATH = "/timeline";
    private static final int LEAST_DAYS = 7;
    private static final int MOST_DAYS = 400 * 366;

    private final Query query;
    private final Range range;

    /** Days that are shown, both inclusive. */
    record Range(LocalDate begin, LocalDate end) {
        long days() {
            return ChronoUnit.DAYS.between(begin, end) + 1;
        }
    }

    Zoom(Query query, Range range) {
        this.query = query;
        this.range = range;
    }

    DomContent links() {
        long days = range.days();
        long half = Math.max(1, days / 2);
        List<DomContent> out = new ArrayList<>();
        out.add(span(Say.range(PartialDate.of(range.begin()), PartialDate.of(range.end()))));
        if (days > LEAST_DAYS) {
            LocalDate begin = center().minusDays(half / 2);
            out.add(link("+ nearer", begin, begin.plusDays(Math.max(LEAST_DAYS, half) - 1))
                    .withRel("zoom-in"));
        }
        if (days < MOST_DAYS) {
            out.add(link(
                            "\u2212 farther",
                            range.begin().minusDays(half),
                            range.end().plusDays(half))
                    .withRel("zoom-out"));
        }
        out.add(link(
                "\u2039 days before", range.begin().minusDays(half), range.end().minusDays(half)));
        out.add(link(
                "days after \u203A", range.begin().plusDays(half), range.end().plusDays(half)));
        LocalDate middle = center();
        out.add(link("day", middle, middle));
        out.add(link("week", middle.with(ChronoField.DAY_OF_WEEK, 1), middle.with(ChronoField.DAY_OF_WEEK, 7)));
        out.add(link("month", middle.withDayOfMonth(1), middle.withDayOfMonth(middle.lengthOfMonth())));
        out.add(link("year", middle.withDayOfYear(1), middle.withDayOfYear(middle.lengthOfYear())));
        if (query.since() != null || query.until() != null) {
            out.add(a("all days").withHref(query.same(PATH, "since", null, "until", null, "from", null)));
        }
        return Frame.chips("Days that are shown", out);
    }

    /** The day that is asked about where it is in sight, else the middle. */
    private LocalDate center() {
        @Nullable LocalDate asOf = query.asOf();
        return asOf != null && !asOf.isBefore(range.begin()) && !asOf.isAfter(range.end())
                ? asOf
                : range.begin().plusDays(range.days() / 2);
    }

    private ATag link(String name, LocalDate since, LocalDate until) {
        return a(name).withHref(query.same(
                PATH, "since", since.toString(), "until", until.toString(), "from", null, "event", null));
    }
}
