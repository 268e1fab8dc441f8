package org.demarche.server;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.Subject;
import org.jspecify.annotations.Nullable;

/** Which other events may be the same as one: of the same parties, act or subject, at about the same time. */
final class Likeness {
    private static final int MOST = 8;
    private static final int ENOUGH = 4;
    private static final int CLOSE_DAYS = 4;
    private static final int NEAR_DAYS = 45;

    private final List<Event> events;

    Likeness(List<Event> events) {
        this.events = events;
    }

    /** The likeliest first. */
    List<Event> of(Event event) {
        Map<String, Integer> scores = new HashMap<>();
        for (Event other : events) {
            if (!other.id().equals(event.id()) && !other.claims().isEmpty()) {
                scores.put(other.id(), score(event, other));
            }
        }
        return events.stream()
                .filter(e -> scores.getOrDefault(e.id(), 0) >= ENOUGH)
                .sorted(Comparator.comparingInt((Event e) -> -scores.getOrDefault(e.id(), 0))
                        .thenComparing(Event::id))
                .limit(MOST)
                .toList();
    }

    private static int score(Event a, Event b) {
        int out = a.act().code().equals(b.act().code()) ? 3 : 0;
        out += a.act().type() != null && a.act().type().equals(b.act().type()) ? 1 : 0;
        out += meets(Claim.Party.principals(a.actors()), Claim.Party.principals(b.actors())) ? 1 : 0;
        out += meets(Claim.Party.principals(a.recipients()), Claim.Party.principals(b.recipients())) ? 1 : 0;
        out += meets(subjects(a), subjects(b)) ? 2 : 0;
        Long apart = apart(a, b);
        return out + (apart == null || apart > NEAR_DAYS ? 0 : apart > CLOSE_DAYS ? 1 : 2);
    }

    private static Set<String> subjects(Event event) {
        Set<String> out = new HashSet<>();
        event.subjects().stream().map(Subject::id).forEach(out::add);
        return out;
    }

    private static boolean meets(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains);
    }

    private static @Nullable Long apart(Event a, Event b) {
        LocalDate one = Shelf.first(a.date());
        LocalDate other = Shelf.first(b.date());
        return one == null || other == null ? null : Math.abs(ChronoUnit.DAYS.between(one, other));
    }
}
