package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.demarche.coding.FrameMatcher.Match;
import org.demarche.model.Claim;
import org.demarche.model.Dateline;
import org.demarche.model.Factuality;
import org.demarche.model.Sentence;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** When an act was done and when it bites, from its own words, else from what the text has told. */
final class ActTimes {
    private final Reading reading;
    private final Sentence sentence;
    private final Discourse discourse;
    private final Realis realis;
    private final ClaimDates dates;
    private final StoryDates story;

    ActTimes(Reading reading, StoryDates story) {
        this.reading = reading;
        this.sentence = reading.sentence();
        this.discourse = reading.discourse();
        this.realis = reading.realis();
        this.dates = reading.dates();
        this.story = story;
    }

    /** @param effective from when it is in force, or null */
    record Two(When date, @Nullable When effective) {}

    /**
     * @param heads every word of the sentence that carries an act
     * @param repeated acts on "them" that only say again what the sentence has said of those whom it names
     */
    Two of(Found found, List<Claim.Party> actors, Factuality factuality, List<Integer> heads, List<Found> repeated) {
        Match match = found.match();
        int head = found.head();
        ClaimDates.Dates times = dates.of(head, heads, match.words());
        When date = times.date();
        When bites = times.second() && !(factuality == Factuality.PLANNED && isAhead(times.effective()))
                ? null
                : times.effective();
        if (date != null && bites == null && factuality == Factuality.PLANNED && dates.isAtTheEarliest(date)) {
            bites = dates.atTheEarliest(date);
            When told = announced(head);
            date = told == null || Objects.equals(told.citation(), date.citation()) ? null : told;
        }
        if (date != null && bites == null && factuality == Factuality.PLANNED && isAhead(date)) {
            // "Will close it on 3 May": the day on which it is to come, not that on which it was announced.
            bites = date;
            date = times.second() && !isAhead(times.effective()) ? times.effective() : announced(head);
        }
        if (date == null && discourse.lastDated(sentence.index()) != null) {
            date = dates.beforeTold(
                    head,
                    Objects.requireNonNull(discourse.lastDated(sentence.index()))
                            .date());
        }
        if (date == null) {
            date = story.of(
                    head,
                    actors,
                    reading.attribution(head),
                    factuality,
                    times,
                    !found.act().spoken());
        }
        if (bites == null) {
            When day = date.precision() == When.Precision.DAY ? date : story.dayBefore();
            When later = factuality == Factuality.ASSERTED && realis.isPast(head) && day != null
                    ? dates.terms().after(head, day)
                    : null;
            if (later != null && times.date() == null) {
                date = later;
            } else {
                bites = dates.terms().term(head, date);
                for (Found again : bites == null ? repeated : List.<Found>of()) {
                    if (again.head() > head
                            && Objects.equals(
                                    again.act().act().mode(), found.act().act().mode())) {
                        bites = dates.terms().term(again.head(), date);
                    }
                }
            }
        }
        When done = isAhead(date, head, factuality) ? When.UNKNOWN : date;
        return new Two(done.equals(When.UNKNOWN) && isTold(found, factuality) ? When.BY_REPORT : done, bites);
    }

    /** Whether a clause tells of it, not a noun in passing, as done or said by the time of the report. */
    private boolean isTold(Found found, Factuality factuality) {
        return factuality != Factuality.HYPOTHETICAL
                && factuality != Factuality.RETRACTED
                && !found.isNominal(reading.tree());
    }

    /** The day on which a plan was told, from the verb of saying above or beside it; null where that has none. */
    private @Nullable When announced(int head) {
        Tree tree = reading.tree();
        int clause = tree.clause(head);
        List<Integer> verbs = new ArrayList<>(tree.children(clause, "parataxis"));
        if (tree.head(clause) >= 0 && tree.relation(clause).matches("ccomp|parataxis")) {
            verbs.add(tree.head(clause));
        }
        for (int verb : verbs) {
            When when = tree.isVerbal(verb)
                    ? dates.of(verb, List.of(verb), List.of()).date()
                    : null;
            if (when != null && !isAhead(when)) {
                return when;
            }
        }
        return null;
    }

    private boolean isAhead(@Nullable When date) {
        Dateline published = reading.document().published();
        return date != null
                && date.start() != null
                && published.end() != null
                && date.start().first().isPresent()
                && published.end().last().isPresent()
                && date.start().first().get().isAfter(published.end().last().get());
    }

    /** Whether what is told as done would be dated after the report that tells it: then the day was reckoned from the wrong one. */
    private boolean isAhead(When date, int head, Factuality factuality) {
        Dateline published = reading.document().published();
        return factuality == Factuality.ASSERTED
                && isAhead(date)
                && published.basis() != Dateline.Basis.INFERRED
                && published.basis() != Dateline.Basis.UNKNOWN
                && (date.citation() == null
                        || date.citation().quote().codePoints().noneMatch(Character::isDigit))
                && realis.isPast(head);
    }
}
