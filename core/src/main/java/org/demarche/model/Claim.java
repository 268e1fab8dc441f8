package org.demarche.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one sentence of one document says was done: by whom, to whom, when, how sure, on whose word.
 *
 * @param id {@code clm:} and twelve hex digits of document, trigger and act
 * @param sentenceIndex index of the sentence in its document
 * @param sentence the sentence
 * @param trigger the words that name the act
 * @param actors who did it; several where the sentence names several, or both sides of a mutual act
 * @param recipients to whom
 * @param date when it was done or announced
 * @param effective when it bites, or null where nothing tells it apart from {@code date}
 * @param attribution on whose word, innermost first; empty where the report itself says so
 * @param subjects what it is about
 * @param changes what it does to the state of subjects
 * @param cues words by which the sentence ties this act to another ("in response to", "retaliated by")
 * @param rule id of the rule that made it
 * @param score of the classifier that proposed it; null for a rule's claim
 * @param correction what its own report says of it was wrong, or null
 */
public record Claim(
        String id,
        String document,
        int sentenceIndex,
        Citation sentence,
        Citation trigger,
        Act act,
        List<Party> actors,
        List<Party> recipients,
        When date,
        @Nullable When effective,
        @Nullable Place place,
        List<Quantity> quantities,
        Factuality factuality,
        List<Attribution> attribution,
        List<Subject> subjects,
        List<Change> changes,
        List<ResponseCue> cues,
        String rule,
        @Nullable Double score,
        @Nullable Correction correction) {

    private static final int SURE_DAYS = 2;

    /** A claim of which its report takes nothing back. */
    public Claim(
            String id,
            String document,
            int sentenceIndex,
            Citation sentence,
            Citation trigger,
            Act act,
            List<Party> actors,
            List<Party> recipients,
            When date,
            @Nullable When effective,
            @Nullable Place place,
            List<Quantity> quantities,
            Factuality factuality,
            List<Attribution> attribution,
            List<Subject> subjects,
            List<Change> changes,
            List<ResponseCue> cues,
            String rule,
            @Nullable Double score) {
        this(
                id,
                document,
                sentenceIndex,
                sentence,
                trigger,
                act,
                actors,
                recipients,
                date,
                effective,
                place,
                quantities,
                factuality,
                attribution,
                subjects,
                changes,
                cues,
                rule,
                score,
                null);
    }

    /** Whether no rule found it and a model proposes it. */
    public boolean isProposed() {
        return score != null;
    }

    /** A side of the act. {@code citation} is null where the side follows from context (an agentless passive). */
    public record Party(Actor actor, @Nullable Citation citation) {

        /** For whom the parties of one side act, each once, in an order of their own; a set to add to. */
        public static Set<String> principals(List<Party> parties) {
            Set<String> out = new TreeSet<>();
            parties.forEach(p -> out.add(p.actor().principal()));
            return out;
        }
    }

    /** Where it was done. {@code country} is ISO 3166 alpha-3, or null. */
    public record Place(String name, @Nullable String country, Citation citation) {}

    /** An amount of the act; as {@link Mention.OfQuantity}. */
    public record Quantity(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String unit,
            Mention.OfQuantity.Role role,
            Citation citation) {}

    /** On whose word. {@code holder} is an actor's name, or the words of the source where it resolves to none. */
    public record Attribution(
            String holder,
            @Nullable Actor actor,
            String verb,
            @Nullable Citation citation) {}

    /**
     * The sentence says that this act answers another, or was answered.
     *
     * @param answers true where this act is the answer, false where it is what was answered
     * @param other trigger of the other act where it is coded from the same document, or null where only "the move" is named
     * @param symmetry whether the words call it like for like ("mirror", "asymmetrically"); unclear where they do not say
     * @param citation the words that say so
     */
    public record ResponseCue(
            boolean answers,
            @Nullable Citation other,
            @Nullable String symmetry,
            Citation citation) {}

    /**
     * What a report takes back, and what it says instead: "an earlier version said that six had gone. There were five."
     *
     * @param wrong the words that are taken back
     * @param wrongValue the number that is taken back, or null where it is no number
     * @param right the words that say how it was
     * @param rightValue the number in its place, or null
     */
    public record Correction(
            Citation wrong,
            @Nullable Double wrongValue,
            Citation right,
            @Nullable Double rightValue) {}

    public Claim {
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
        quantities = List.copyOf(quantities);
        attribution = List.copyOf(attribution);
        subjects = List.copyOf(subjects);
        changes = List.copyOf(changes);
        cues = List.copyOf(cues);
    }

    /** The same act as told by other words; the id is of those. */
    public Claim withTrigger(String otherId, Citation words) {
        Draft draft = new Draft(this);
        draft.id = otherId;
        draft.trigger = words;
        return draft.claim();
    }

    public Claim withActors(List<Party> others) {
        Draft draft = new Draft(this);
        draft.actors = others;
        return draft.claim();
    }

    public Claim withRecipients(List<Party> others) {
        Draft draft = new Draft(this);
        draft.recipients = others;
        return draft.claim();
    }

    /** The same act on the word of others; of nobody where the report itself says so. */
    public Claim withAttribution(List<Attribution> others) {
        Draft draft = new Draft(this);
        draft.attribution = others;
        return draft.claim();
    }

    /** The same act by others to others, as a claim of its own. */
    public Claim withSides(String otherId, List<Party> by, List<Party> to) {
        Draft draft = new Draft(this);
        draft.id = otherId;
        draft.actors = by;
        draft.recipients = to;
        return draft.claim();
    }

    public Claim withDates(When done, @Nullable When inForce) {
        Draft draft = new Draft(this);
        draft.date = done;
        draft.effective = inForce;
        return draft.claim();
    }

    /** The same doing on another day what it did on one; what it does on other days stays. */
    public Claim withBeginning(@Nullable When before, When after) {
        return withChanges(changes.stream()
                .map(c -> c.from().equals(before) ? c.withDates(after, c.until()) : c)
                .toList());
    }

    /**
     * When it was done, seen with the date of its report: what is told of as done, where no words say when, was done no later than that. A report that
     * is not dated to a day or two bounds nothing.
     *
     * @param published date of the report
     */
    public When dateIn(Dateline published) {
        if (!date.equals(When.BY_REPORT)) {
            return date;
        }
        PartialDate end = published.end();
        boolean began = effective != null && effective.start() != null && !isAfter(effective.start(), end);
        boolean lasts = began && (end == null || !ends(effective, end));
        boolean dated = end != null && end.hasYear() && Days.of(published).length() <= SURE_DAYS;
        return dated && !lasts ? new When(null, end, When.Precision.VAGUE, When.Basis.INFERRED, null) : When.UNKNOWN;
    }

    /** "Within 48 hours": a term that is over some time after that day. */
    private static boolean ends(@Nullable When term, PartialDate day) {
        return term != null && term.end() != null && isAfter(term.end(), day);
    }

    private static boolean isAfter(PartialDate day, @Nullable PartialDate other) {
        return other != null
                && day.first().isPresent()
                && other.last().isPresent()
                && day.first().get().isAfter(other.last().get());
    }

    public Claim withQuantities(List<Quantity> others) {
        Draft draft = new Draft(this);
        draft.quantities = others;
        return draft.claim();
    }

    public Claim withFactuality(Factuality other) {
        Draft draft = new Draft(this);
        draft.factuality = other;
        return draft.claim();
    }

    /** The same about other subjects, doing other things to them. */
    public Claim withSubjects(List<Subject> others, List<Change> done) {
        Draft draft = new Draft(this);
        draft.subjects = others;
        draft.changes = done;
        return draft.claim();
    }

    public Claim withChanges(List<Change> others) {
        return withSubjects(subjects, others);
    }

    /** The same, of which its report takes something back. */
    public Claim withCorrection(Correction other) {
        Draft draft = new Draft(this);
        draft.correction = other;
        return draft.claim();
    }

    /** The bare act by the same parties at the same time: nothing of place, amounts, subjects and cues. */
    public Claim bare() {
        Draft draft = new Draft(this);
        draft.place = null;
        draft.quantities = List.of();
        draft.subjects = List.of();
        draft.changes = List.of();
        draft.cues = List.of();
        return draft.claim();
    }

    /** A claim in the making: what may differ from another. */
    private static final class Draft {
        private final Claim like;
        private String id;
        private Citation trigger;
        private List<Party> actors;
        private List<Party> recipients;
        private When date;
        private @Nullable When effective;
        private @Nullable Place place;
        private List<Quantity> quantities;
        private Factuality factuality;
        private List<Attribution> attribution;
        private List<Subject> subjects;
        private List<Change> changes;
        private List<ResponseCue> cues;
        private @Nullable Correction correction;

        Draft(Claim like) {
            this.like = like;
            id = like.id;
            trigger = like.trigger;
            actors = like.actors;
            recipients = like.recipients;
            date = like.date;
            effective = like.effective;
            place = like.place;
            quantities = like.quantities;
            factuality = like.factuality;
            attribution = like.attribution;
            subjects = like.subjects;
            changes = like.changes;
            cues = like.cues;
            correction = like.correction;
        }

        Claim claim() {
            return new Claim(
                    id,
                    like.document,
                    like.sentenceIndex,
                    like.sentence,
                    trigger,
                    like.act,
                    actors,
                    recipients,
                    date,
                    effective,
                    place,
                    quantities,
                    factuality,
                    attribution,
                    subjects,
                    changes,
                    cues,
                    like.rule,
                    like.score,
                    correction);
        }
    }
}
