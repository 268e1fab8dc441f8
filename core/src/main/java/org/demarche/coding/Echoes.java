package org.demarche.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Document;
import org.demarche.model.Factuality;
import org.demarche.model.Ids;
import org.demarche.model.Sentence;
import org.demarche.model.Subject;
import org.demarche.model.Subjects;
import org.demarche.model.Upos;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** Acts that are told by pointing at one told before: "followed suit", "answered in kind", "sent him back". */
final class Echoes {
    private static final Set<String> ECHOES = Set.of("follow-suit", "answer-in-kind");

    /** So many sentences back "them" are looked for who were called home. */
    private static final int REACH = 6;

    private final Reading reading;
    private final ActLexicon lexicon;
    private final Document document;
    private final Sentence sentence;
    private final Discourse discourse;
    private final Tree tree;
    private final Realis realis;
    private final ClaimDates dates;
    private final StoryDates story;
    private final Triggers triggers;

    Echoes(Reading reading, StoryDates story, Triggers triggers) {
        this.reading = reading;
        this.lexicon = reading.lexicon();
        this.document = reading.document();
        this.sentence = reading.sentence();
        this.discourse = reading.discourse();
        this.tree = reading.tree();
        this.realis = reading.realis();
        this.dates = reading.dates();
        this.story = story;
        this.triggers = triggers;
    }

    static boolean isEcho(Found found) {
        return ECHOES.contains(found.code());
    }

    /** "Followed suit", "answered in kind": the act told before, done by another to the same side, or back to who did it. */
    @Nullable
    Claim of(Found found, List<Integer> heads) {
        boolean back = found.act().code().equals("answer-in-kind");
        Claim last = back ? discourse.lastSanction(sentence.index()) : discourse.firstMove(sentence.index());
        int head = found.head();
        Factuality factuality = realis.of(head);
        boolean told = factuality == Factuality.ASSERTED || factuality == Factuality.DENIED;
        if (last == null || found.actors().isEmpty() || !told) {
            return null;
        }
        if (back && Sides.anyOf(last.actors(), Sides.principals(found.actors()))) {
            // "Chad expelled two, matching a step of Niger": nobody answers himself.
            return null;
        }
        Citation trigger = document.cite(triggers.of(found.match(), List.of()));
        ClaimDates.Dates times = dates.of(head, heads, found.match().words());
        When date = times.date();
        if (date == null) {
            date = story.of(head, found.actors(), List.of(), Factuality.ASSERTED, times, true);
        }
        When day = date.isKnown() ? date : story.dayBefore();
        When later = day == null || times.date() != null ? null : dates.terms().after(head, day);
        if (later != null) {
            date = later;
        }
        List<Claim.Party> to = (back ? last.actors() : last.recipients())
                .stream()
                        .map(p -> new Claim.Party(discourse.principal(p.actor()), null))
                        .toList();
        List<Subject> subjects = relations(last, found.actors(), to);
        ActDefinition act = lexicon.act(last.act().code());
        Citation whole = document.cite(sentence.span());
        return new Claim(
                Ids.of(
                        "clm",
                        document.id(),
                        trigger.start() + "-" + trigger.end(),
                        last.act().code(),
                        ""),
                document.id(),
                sentence.index(),
                whole,
                trigger,
                last.act(),
                found.actors(),
                to,
                date,
                times.effective(),
                reading.place(head),
                List.of(),
                factuality,
                reading.attribution(head),
                subjects,
                act == null ? List.of() : act.changes(subjects, List.of(), date, trigger, whole, factuality),
                back ? List.of(new Claim.ResponseCue(true, last.trigger(), "symmetric", trigger)) : List.of(),
                found.match().frame().rule(),
                null);
    }

    /** "Mali cut ties with Kyiv. Niger followed suit": the same relations, of those who follow. */
    private List<Subject> relations(Claim last, List<Claim.Party> actors, List<Claim.Party> to) {
        boolean same = last.subjects().stream()
                .anyMatch(s -> s.kind() == Subject.Kind.RELATIONS
                        && Sides.anyOf(last.actors(), s.parties())
                        && Sides.anyOf(last.recipients(), s.parties()));
        List<Subject> out = new ArrayList<>();
        for (Claim.Party one : same ? actors : List.<Claim.Party>of()) {
            for (Claim.Party other : to) {
                Actor first = discourse.principal(one.actor()), second = discourse.principal(other.actor());
                if (!first.id().equals(second.id())) {
                    out.add(Subjects.relations(Subjects.Party.of(first), Subjects.Party.of(second)));
                }
            }
        }
        return out;
    }

    /** "Chile recalled its envoy in May and sent him back in June": one's own, told of before, and no expulsion; else null. */
    @Nullable
    Found sentBack(Found found) {
        ActDefinition returning = lexicon.act("return-ambassador");
        boolean sent = returning != null
                && "expel".equals(found.act().act().mode())
                && tree.is(found.head(), "send", "return")
                && !found.match().things().isEmpty()
                && found.match().things().stream().allMatch(this::isPronoun);
        Claim last = sent ? discourse.last("recall-ambassador", sentence.index(), REACH) : null;
        if (returning == null || last == null) {
            return null;
        }
        boolean same = found.actors().isEmpty()
                || last.actors().stream()
                        .anyMatch(p -> p.actor()
                                .principal()
                                .equals(found.actors().get(0).actor().principal()));
        return same ? new Found(found.match(), returning, last.actors(), found.byContext()) : null;
    }

    /** "Expelled thirteen": of the people told of before. */
    private boolean isPronoun(int thing) {
        return tree.upos(thing) == Upos.PRON;
    }
}
