package org.demarche.mention.time;

import java.util.List;
import java.util.Optional;
import org.demarche.model.Citation;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.When;

/**
 * Finds when a report was published: what is known already, else what is printed at its head, else what its text bounds.
 *
 * <p>A report is not older than the last thing it tells of or quotes with a date, and not younger than the first thing it foretells. Where the text
 * gives no year for these days, the bounds have none either. A weekday alone dates nothing; one at the head
 * of a report that goes by weekdays is cited for those who know its week. Captions and what the page has around the article are not read.
 * Stateless.
 */
public final class DatelineFinder {

    /** The date of publication; {@link Dateline#UNKNOWN} where nothing tells. */
    public Dateline find(Document document, List<Sentence> sentences) {
        if (document.published().basis() != Dateline.Basis.UNKNOWN) {
            return document.published();
        }
        List<Sentence> own = sentences.stream()
                .filter(s -> s.kind() != Sentence.Kind.FURNITURE && s.kind() != Sentence.Kind.CAPTION)
                .toList();
        Optional<Dateline> printed = PrintedDate.find(document, own);
        if (printed.map(Dateline::start).filter(PartialDate::hasYear).isPresent()) {
            return printed.get();
        }
        List<Mention.OfTime> times = new TimeFinder().find(document, own);
        return printed.map(p -> ReportBounds.withYear(p, times).orElse(p))
                .orElseGet(() -> weekday(document, own, times, ReportBounds.of(document, own, times)));
    }

    /** Bounds, and in place of what they are taken from the day of the week at the head, which other reports may give its week. */
    private static Dateline weekday(
            Document document, List<Sentence> own, List<Mention.OfTime> times, Dateline bounds) {
        return HeadWeekday.find(document, own, times)
                .map(day -> new Dateline(
                        bounds.start(), bounds.end(), bounds.precision(), bounds.basis(), document.cite(day)))
                .orElse(bounds);
    }

    static Dateline dated(Document document, Span span, PartialDate date, Dateline.Basis basis) {
        Citation citation = document.cite(span);
        When.Precision precision =
                date.day() > 0 ? When.Precision.DAY : date.month() > 0 ? When.Precision.MONTH : When.Precision.YEAR;
        return new Dateline(date, date, precision, basis, citation);
    }
}
