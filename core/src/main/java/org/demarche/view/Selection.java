package org.demarche.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.demarche.Coded;
import org.demarche.Dossier;
import org.demarche.model.Actor;
import org.demarche.model.Answer;
import org.demarche.model.Claim;
import org.demarche.model.Disagreement;
import org.demarche.model.Event;
import org.demarche.model.PartialDate;
import org.demarche.model.Quote;
import org.demarche.model.State;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a dossier a reader wants.
 *
 * @param parties each must take part, on either side: an id ({@code RUS}, {@code NATO}), a country or a name
 * @param since first day, or null; what certainly was over before it is left out
 * @param until last day, or null; what certainly came after it is left out, and so is what has no date where either is given
 */
public record Selection(
        List<String> parties,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {
    public static final Selection ALL = new Selection(List.of(), null, null);

    public Selection {
        parties = List.copyOf(parties);
    }

    /** The same documents with only the events, disagreements, answers and quotes that are wanted. */
    public Dossier of(Dossier dossier) {
        if (equals(ALL)) {
            return dossier;
        }
        Map<String, Event> events = new HashMap<>();
        Map<String, Subject> subjects = new HashMap<>();
        List<Event> kept = new ArrayList<>();
        for (Event event : dossier.events()) {
            event.subjects().forEach(s -> subjects.put(s.id(), s));
            if (has(event)) {
                kept.add(event);
                events.put(event.id(), event);
            }
        }
        Predicate<Disagreement> wanted =
                d -> events.containsKey(d.about()) || has(subjects.get(d.about())) && since == null && until == null;
        Predicate<Answer> answered = a -> events.containsKey(a.stimulus()) || events.containsKey(a.response());
        return new Dossier(
                dossier.coded().stream().map(this::narrowed).toList(),
                dossier.documents(),
                dossier.claims().stream().filter(this::has).toList(),
                kept,
                dossier.disagreements().stream().filter(wanted).toList(),
                dossier.answers().stream().filter(answered).toList(),
                dossier.rulings());
    }

    private Coded narrowed(Coded coded) {
        List<Quote> quotes = isWithin(
                        coded.document().published().start(),
                        coded.document().published().end())
                ? coded.mentions().quotes().stream().filter(this::has).toList()
                : List.of();
        return new Coded(
                coded.document(),
                coded.sentences(),
                coded.mentions().withQuotes(quotes),
                coded.claims(),
                coded.notices());
    }

    public boolean has(Event event) {
        return isWithin(event.date()) && involves(event.actors(), event.recipients());
    }

    public boolean has(Claim claim) {
        return isWithin(claim.date()) && involves(claim.actors(), claim.recipients());
    }

    /** States of subjects of the parties; the days are those that the states were asked for. */
    public boolean has(State state) {
        return has(state.subject());
    }

    private boolean has(@Nullable Subject subject) {
        return subject != null
                && parties.stream().allMatch(p -> subject.parties().stream().anyMatch(id -> isCalled(id, p)));
    }

    private boolean has(Quote quote) {
        return parties.isEmpty()
                || parties.stream()
                        .anyMatch(p -> quote.chain().stream()
                                .anyMatch(h -> h.actor() == null ? isCalled(h.holder(), p) : is(h.actor(), p)));
    }

    private boolean involves(List<Claim.Party> actors, List<Claim.Party> recipients) {
        return parties.stream()
                .allMatch(p -> actors.stream().anyMatch(a -> is(a.actor(), p))
                        || recipients.stream().anyMatch(a -> is(a.actor(), p)));
    }

    private static boolean is(Actor actor, String party) {
        return isCalled(actor.id(), party)
                || party.equalsIgnoreCase(actor.name())
                || party.equalsIgnoreCase(actor.country());
    }

    /** An id or the principal of one ({@code RUS} for {@code RUS/foreign-ministry}). */
    private static boolean isCalled(String id, String party) {
        String upper = party.toUpperCase(Locale.ROOT);
        return id.equalsIgnoreCase(party) || id.toUpperCase(Locale.ROOT).startsWith(upper + "/");
    }

    private boolean isWithin(When when) {
        return isWithin(when.start(), when.end());
    }

    private boolean isWithin(@Nullable PartialDate start, @Nullable PartialDate end) {
        if (since == null && until == null) {
            return true;
        }
        LocalDate first = start == null ? null : start.first().orElse(null);
        LocalDate last = end == null ? null : end.last().orElse(null);
        if (first == null && last == null) {
            return false;
        }
        return (since == null || last == null || !last.isBefore(since))
                && (until == null || first == null || !first.isAfter(until));
    }
}
