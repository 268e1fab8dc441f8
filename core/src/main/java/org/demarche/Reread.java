package org.demarche;

import java.time.LocalDate;
import java.util.List;
import org.demarche.mention.time.TimeFinder;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Document;
import org.demarche.model.Mention;
import org.demarche.model.PartialDate;
import org.demarche.model.Sentence;
import org.demarche.model.Span;
import org.demarche.model.When;

/** The reader of days that merging asks ({@link org.demarche.merge.DayReader}): the finder of times, put to one sentence. */
public final class Reread {
    private Reread() {}

    /** What the words of a date mean in a report of a day, marked as inferred; the date itself where it is known, has no words or they mean no day. */
    public static When of(Claim claim, When date, LocalDate published) {
        Citation words = date.isKnown() ? null : date.citation();
        String text = claim.sentence().quote();
        int from = words == null ? -1 : text.indexOf(words.quote());
        if (words == null || from < 0 || text.indexOf(words.quote(), from + 1) >= 0) {
            return date;
        }
        Span span = new Span(from, from + words.quote().length());
        PartialDate day = PartialDate.of(published);
        Dateline dateline = new Dateline(day, day, When.Precision.DAY, Dateline.Basis.SUPPLIED, null);
        Document alone = new Document(claim.document(), "", "", "", null, null, null, null, "en", dateline, text);
        Sentence sentence = new Sentence(0, new Span(0, text.length()), Sentence.Kind.BODY, List.of());
        for (Mention.OfTime time : new TimeFinder().find(alone, List.of(sentence))) {
            When when = time.when();
            if (time.span().overlaps(span) && when.isKnown()) {
                return new When(when.start(), when.end(), when.precision(), When.Basis.INFERRED, words);
            }
        }
        return date;
    }
}
