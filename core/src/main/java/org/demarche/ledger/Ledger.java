package org.demarche.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.model.Attribute;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Days;
import org.demarche.model.Document;
import org.demarche.model.Event;
import org.demarche.model.Retractions;
import org.demarche.model.State;
import org.demarche.model.Subject;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/**
 * What all reports together say of the state of things, for any day, as known on any other. An immutable value: two ledgers of the same
 * reports are equal in every answer, in whatever order the reports came.
 *
 * <p>Valid time is when something held; known time is when the report that says so was published.
 */
public final class Ledger {
    /** Reads reports together: groups claims into events, dates what only other reports date. */
    public interface Grouping {
        /** The same claims as read together with these reports alone. */
        Grouped group(List<Document> documents, List<Claim> claims);
    }

    /** Reports, claims and events that belong together. */
    public record Grouped(List<Document> documents, List<Claim> claims, List<Event> events) {
        public Grouped {
            documents = List.copyOf(documents);
            claims = List.copyOf(claims);
            events = List.copyOf(events);
        }
    }

    private final List<Document> documents;
    private final List<Claim> claims;
    private final Grouping grouping;
    private final Grouped grouped;
    private final List<Story> stories;
    private final Map<String, List<Story>> statusOf = new TreeMap<>();

    private Ledger(List<Document> documents, List<Claim> claims, Grouping grouping) {
        this.documents = List.copyOf(documents);
        this.claims = List.copyOf(claims);
        this.grouping = grouping;
        this.grouped = grouping.group(this.documents, this.claims);
        this.stories = stories(grouped, ownerless(this.claims));
        for (Story story : stories) {
            if (story.attribute() == Attribute.STATUS) {
                statusOf.computeIfAbsent(story.subject().id(), k -> new ArrayList<>())
                        .add(story);
                if (story.subject().kind() == Subject.Kind.MISSION) {
                    statusOf.computeIfAbsent(place(story.subject()), k -> new ArrayList<>())
                            .add(story);
                }
            }
        }
    }

    /** The ledger of some reports; {@code grouping} is asked again for what fewer of them would have told. */
    public static Ledger of(List<Document> documents, List<Claim> claims, Grouping grouping) {
        return new Ledger(documents, claims, grouping);
    }

    /** The reports with the dates that they give each other, the claims and the events of this ledger. */
    public Grouped grouped() {
        return grouped;
    }

    /**
     * What was so.
     *
     * @param validOn the day asked about
     * @param knownOn only reports published by that day count (for one dated by bounds, its latest; one without a latest day is left out),
     *     or null for all
     * @return a row for every subject and attribute that the reports speak of, ordered by subject and attribute; the value is {@code unknown}
     *     where they do not say
     */
    public List<State> asOf(LocalDate validOn, @Nullable LocalDate knownOn) {
        return knownOn == null ? asOf(validOn) : knownBy(knownOn).asOf(validOn);
    }

    /** This ledger as one would have had it on a day. */
    public Ledger knownBy(LocalDate day) {
        Set<String> known = grouped.documents().stream()
                .filter(d -> {
                    LocalDate last = Days.of(d.published()).last();
                    return last != null && !last.isAfter(day);
                })
                .map(Document::id)
                .collect(Collectors.toSet());
        return new Ledger(
                documents.stream().filter(d -> known.contains(d.id())).toList(),
                claims.stream().filter(c -> known.contains(c.document())).toList(),
                grouping);
    }

    private List<State> asOf(LocalDate day) {
        List<State> out = new ArrayList<>();
        for (Story story : stories) {
            Turn creation = story.attribute() == Attribute.STATUS ? null : creationAfter(story.subject(), day);
            out.add(
                    creation != null
                            ? notYet(story, creation)
                            : story.attribute() == Attribute.HEAD ? whoIsThere(story.on(day), day) : story.on(day));
        }
        return List.copyOf(out);
    }

    /** Who was sent away or called home is not in charge any more, even where a report still calls him by his title. */
    private State whoIsThere(State head, LocalDate day) {
        for (Story story : statusOf.getOrDefault(head.subject().id(), List.of())) {
            State post = story.on(day);
            boolean appointed = head.basis() == State.Basis.EVENT
                    && Days.of(head.since())
                            .earliest()
                            .isAfter(Days.of(post.since()).earliest());
            if ("vacant".equals(post.value()) && head.value() != null && !appointed) {
                return new State(
                        head.subject(),
                        head.attribute(),
                        "unknown",
                        null,
                        null,
                        When.UNKNOWN,
                        null,
                        null,
                        State.Basis.UNKNOWN,
                        false,
                        head.readings(),
                        post.citations(),
                        "the post is vacant; who is in charge meanwhile is not told");
            }
        }
        return head;
    }

    /** Nothing is to be counted at what does not exist yet. */
    private static State notYet(Story story, Turn creation) {
        boolean count = story.attribute() == Attribute.HEADCOUNT;
        List<Citation> words = creation.readings().get(0).citations();
        String value = count ? "0" : "none";
        Double zero = count ? 0.0 : null;
        return new State(
                story.subject(),
                story.attribute(),
                value,
                zero,
                zero,
                When.UNKNOWN,
                creation.inForce().when(When.Basis.STATED),
                null,
                State.Basis.EVENT,
                false,
                List.of(new State.Reading(value, zero, zero, words)),
                words,
                "what it belongs to did not exist yet");
    }

    private @Nullable Turn creationAfter(Subject subject, LocalDate day) {
        List<Story> wholes = new ArrayList<>(statusOf.getOrDefault(subject.id(), List.of()));
        wholes.addAll(statusOf.getOrDefault(place(subject), List.of()));
        for (Story story : wholes) {
            if (isOf(subject, story.subject())) {
                Turn creation = story.creationAfter(day);
                if (creation != null) {
                    return creation;
                }
            }
        }
        return null;
    }

    private static String place(Subject subject) {
        return subject.parties() + "@" + subject.location();
    }

    /** Whether an attribute of one subject presupposes another: its own, or for staff and posts the mission of the same parties and place. */
    private static boolean isOf(Subject part, Subject whole) {
        if (part.id().equals(whole.id())) {
            return true;
        }
        boolean attached = part.kind() == Subject.Kind.STAFF || part.kind() == Subject.Kind.POST;
        return attached
                && whole.kind() == Subject.Kind.MISSION
                && !part.parties().isEmpty()
                && part.parties().equals(whole.parties())
                && Objects.equals(part.location(), whole.location());
    }

    private static List<Story> stories(Grouped grouped, Set<String> ownerless) {
        Map<String, Document> documents = new HashMap<>();
        grouped.documents().forEach(d -> documents.put(d.id(), d));
        Map<String, Event> eventOf = new HashMap<>();
        grouped.events().forEach(e -> e.claims().forEach(c -> eventOf.put(c, e)));
        Set<String> takenBack = takenBack(grouped, documents);
        Map<String, List<Posting>> byFact = new TreeMap<>();
        for (Claim claim : grouped.claims()) {
            Document document = documents.get(claim.document());
            if (document != null && !takenBack.contains(claim.id())) {
                for (Posting p : Posting.of(claim, eventOf.get(claim.id()), document, ownerless.contains(claim.id()))) {
                    byFact.computeIfAbsent(
                                    p.subject().id() + "|" + p.attribute().ordinal(), k -> new ArrayList<>())
                            .add(p);
                }
            }
        }
        Map<String, Story> out = new LinkedHashMap<>();
        byFact.forEach((key, postings) -> {
            postings.sort(Comparator.comparing(Posting::citation));
            Story story = new Story(postings.get(0).subject(), postings.get(0).attribute(), postings);
            if (!story.isEmpty()) {
                out.put(key, story);
            }
        });
        return List.copyOf(out.values());
    }

    /** Claims whose own report does not say whose the mission or office is. */
    private static Set<String> ownerless(List<Claim> claims) {
        Set<String> out = new TreeSet<>();
        for (Claim claim : claims) {
            if (claim.changes().stream().anyMatch(c -> c.subject().parties().isEmpty())) {
                out.add(claim.id());
            }
        }
        return out;
    }

    /** Claims that their own outlet corrected; the ledger of what was known before the correction has them still. */
    private static Set<String> takenBack(Grouped grouped, Map<String, Document> documents) {
        Map<String, Claim> byId = new HashMap<>();
        grouped.claims().forEach(c -> byId.put(c.id(), c));
        Set<String> out = new TreeSet<>();
        for (Event event : grouped.events()) {
            out.addAll(Retractions.of(
                    event.claims().stream()
                            .map(byId::get)
                            .filter(Objects::nonNull)
                            .toList(),
                    documents));
        }
        return out;
    }
}
