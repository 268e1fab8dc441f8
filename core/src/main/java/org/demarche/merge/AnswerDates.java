package org.demarche.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.model.Answer;
import org.demarche.model.Days;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Bounds for an act that no report dates, where a sentence says what it answered: it was not done before that, nor after the first report
 * of it was published. Inferred, and said in the event's {@code why}.
 */
public final class AnswerDates {
    /** What was answered must be known to so many days, or it bounds nothing. */
    private static final int KNOWN_TO_DAYS = 7;

    private AnswerDates() {}

    /** The same with the dates of such events. */
    public static Merged bound(Merged merged, List<Answer> answers) {
        Map<String, Event> events = new HashMap<>();
        merged.events().forEach(e -> events.put(e.id(), e));
        Map<String, Document> documents = new HashMap<>();
        merged.documents().forEach(d -> documents.put(d.id(), d));
        Map<String, Event> stimulusOf = new HashMap<>();
        for (Answer a : answers) {
            Event stimulus = events.get(a.stimulus());
            if (a.basis().equals("stated")
                    && stimulus != null
                    && Days.of(stimulus.date()).length() <= KNOWN_TO_DAYS) {
                stimulusOf.merge(a.response(), stimulus, AnswerDates::later);
            }
        }
        List<Event> out = new ArrayList<>();
        for (Event e : merged.events()) {
            Event stimulus = e.date().isKnown() ? null : stimulusOf.get(e.id());
            out.add(stimulus == null ? e : dated(e, stimulus, documents));
        }
        out.sort(EventBuilder.BY_DATE);
        return new Merged(merged.documents(), merged.claims(), out);
    }

    private static Event later(Event a, Event b) {
        LocalDate x = Days.of(a.date()).first();
        LocalDate y = Days.of(b.date()).first();
        return x != null && y != null && y.isAfter(x) ? b : a;
    }

    private static Event dated(Event e, Event stimulus, Map<String, Document> documents) {
        LocalDate from = Days.of(stimulus.date()).first();
        LocalDate to = null;
        for (String id : e.documents()) {
            Document report = documents.get(id);
            to = report == null
                    ? to
                    : Days.earlier(to, Days.of(report.published()).last());
        }
        Days days = new Days(from, to != null && from != null && to.isBefore(from) ? null : to);
        When when = new When(date(from), date(days.last()), days.precision(), When.Basis.INFERRED, null);
        return e.withDate(when, "not before " + stimulus.id() + ", which it is said to answer");
    }

    private static @Nullable PartialDate date(@Nullable LocalDate day) {
        return day == null ? null : PartialDate.of(day);
    }
}
