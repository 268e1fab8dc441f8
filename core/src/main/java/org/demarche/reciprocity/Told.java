package org.demarche.reciprocity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.demarche.model.Citation;
import org.demarche.model.Claim;
import org.demarche.model.Event;
import org.demarche.model.PartialDate;
import org.demarche.model.When;
import org.jspecify.annotations.Nullable;

/** What the reports tell, found again by report, by side and by day, and what two acts have to do with each other. Of one run over one set of events. */
final class Told {
    final Map<String, Claim> claims = new LinkedHashMap<>();
    final List<Event> events;
    private final Map<String, Event> eventOf = new HashMap<>();
    private final Map<String, List<Claim>> told = new HashMap<>();
    private final Map<String, Event> byId = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, List<Event>>> deedsOf = new HashMap<>();
    private final Map<String, Set<String>> doers = new HashMap<>();
    private final Map<String, Set<String>> victims = new HashMap<>();
    private final Map<String, Map<String, String>> names = new HashMap<>();

    Told(List<Claim> claims, List<Event> events) {
        claims.stream().sorted(Comparator.comparing(Claim::id)).forEach(c -> this.claims.put(c.id(), c));
        this.claims
                .values()
                .forEach(c -> told.computeIfAbsent(c.document(), d -> new ArrayList<>())
                        .add(c));
        this.events = events.stream().filter(e -> !e.claims().isEmpty()).toList();
        events.forEach(e -> e.claims().forEach(c -> eventOf.put(c, e)));
        claims.forEach(c -> {
            Map<String, String> mine = names.computeIfAbsent(c.document(), d -> new TreeMap<>());
            name(c.actors(), mine);
            name(c.recipients(), mine);
        });
        events.forEach(e -> {
            doers.put(e.id(), mostly(e, Claim::actors));
            victims.put(e.id(), mostly(e, Claim::recipients));
            byId.put(e.id(), e);
        });
        this.events.stream()
                .filter(Told::isMaterial)
                .forEach(e -> doers.getOrDefault(e.id(), Set.of()).forEach(d -> {
                    LocalDate day = day(e);
                    if (day != null) {
                        deedsOf.computeIfAbsent(d, k -> new TreeMap<>())
                                .computeIfAbsent(day, k -> new ArrayList<>())
                                .add(e);
                    }
                }));
    }

    /** The event of a claim; null where it is of none. */
    @Nullable
    Event eventOf(Claim claim) {
        return eventOf.get(claim.id());
    }

    /** The sides that most claims of an event name as its doers. */
    Set<String> doers(Event e) {
        return doers.getOrDefault(e.id(), Set.of());
    }

    /** The sides that most claims of an event name as those it was done to. */
    Set<String> victims(Event e) {
        return victims.getOrDefault(e.id(), Set.of());
    }

    /** The parties that a report names, by their names in it. */
    Map<String, String> names(String document) {
        return names.getOrDefault(document, Map.of());
    }

    /** What a report calls a party, where it begins with a capital. */
    private static void name(List<Claim.Party> parties, Map<String, String> names) {
        for (Claim.Party p : parties) {
            Citation words = p.citation();
            boolean itself = p.actor().id().equals(p.actor().principal());
            if (itself && words != null && words.quote().length() > 1) {
                String quote = words.quote().startsWith("the ") ? words.quote().substring(4) : words.quote();
                if (Character.isUpperCase(quote.codePointAt(0))) {
                    names.putIfAbsent(quote, p.actor().principal());
                }
            }
        }
    }

    /** The side that most claims name; all of those that are named equally often. */
    private Set<String> mostly(Event e, Function<Claim, List<Claim.Party>> parties) {
        Map<String, Integer> votes = new TreeMap<>();
        for (String id : e.claims()) {
            Claim c = claims.get(id);
            if (c != null) {
                Claim.Party.principals(parties.apply(c)).forEach(p -> votes.merge(p, 1, Integer::sum));
            }
        }
        int most = votes.values().stream().max(Comparator.naturalOrder()).orElse(0);
        Set<String> out = new TreeSet<>();
        votes.forEach((p, n) -> {
            if (n * 4 > most * 3) {
                out.add(p);
            }
        });
        return out;
    }

    static boolean isReal(Event e) {
        return e.factuality().stands();
    }

    /** What the report of a claim tells. */
    List<Claim> in(Claim claim) {
        return told.getOrDefault(claim.document(), List.of());
    }

    /** The deeds of some parties that are known to the day, by party and day; only those so many days from one where that is known. */
    List<Event> deedsOf(Set<String> parties, @Nullable LocalDate day, int from, int to) {
        Set<Event> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Event> ordered = new ArrayList<>();
        for (String party : parties) {
            NavigableMap<LocalDate, List<Event>> all = deedsOf.getOrDefault(party, Collections.emptyNavigableMap());
            NavigableMap<LocalDate, List<Event>> near =
                    day == null ? all : all.subMap(day.plusDays(from), true, day.plusDays(to), true);
            near.values().forEach(deeds -> deeds.stream().filter(seen::add).forEach(ordered::add));
        }
        return ordered;
    }

    Event event(String id) {
        return Objects.requireNonNull(byId.get(id));
    }

    static boolean isMaterial(Event e) {
        return e.act().quad() != null && e.act().quad() == 4 && isReal(e);
    }

    static boolean isMaterial(Claim c) {
        return c.act().quad() != null && c.act().quad() == 4;
    }

    static boolean isHostile(Claim c) {
        return c.act().quad() != null && c.act().quad() > 2;
    }

    boolean sameDoer(Event a, Event b) {
        return Objects.equals(doers.get(a.id()), doers.get(b.id()));
    }

    /** Whether the second is done by whom the first was done to, and to whom it was done by. */
    boolean reversed(Event first, Event second) {
        Set<String> hit = victims(first);
        Set<String> answerers = doers(second);
        Set<String> answered = victims(second);
        Set<String> began = doers(first);
        return answerers.stream().anyMatch(hit::contains)
                && answerers.stream().noneMatch(began::contains)
                && (answered.isEmpty() || answered.stream().anyMatch(began::contains));
    }

    /** Whether the second is done to whom a deed was done by, by somebody who did not do it, though it was not done to him. */
    boolean sidesAgainst(Event deed, Event second) {
        Set<String> began = doers(deed);
        return isMaterial(deed)
                && victims(second).stream().anyMatch(began::contains)
                && !doers(second).isEmpty()
                && doers(second).stream().noneMatch(began::contains);
    }

    static @Nullable LocalDate first(When when) {
        PartialDate p = when.start();
        return p == null ? null : p.first().orElse(null);
    }

    static @Nullable LocalDate last(When when) {
        PartialDate p = when.end();
        return p == null ? null : p.last().orElse(null);
    }

    /** The day of an event that is known to a week or better. */
    static @Nullable LocalDate day(Event e) {
        LocalDate a = first(e.date());
        LocalDate b = last(e.date());
        return a != null && b != null && ChronoUnit.DAYS.between(a, b) <= 7 ? a : null;
    }

    /** Whether the first was certainly over before the second can have begun: then it cannot answer it. */
    static boolean before(Event first, Event second) {
        LocalDate end = last(first.date());
        LocalDate start = first(second.date());
        return end != null && start != null && end.isBefore(start);
    }

    static boolean strictly(Event first, Event second) {
        return Objects.requireNonNull(day(first)).isBefore(Objects.requireNonNull(day(second)));
    }

    static boolean near(Event a, Event b, int days) {
        LocalDate x = first(a.date());
        LocalDate y = first(b.date());
        return x == null || y == null || Math.abs(ChronoUnit.DAYS.between(x, y)) <= days;
    }

    static boolean sameDay(Event a, Event b) {
        LocalDate x = day(a);
        LocalDate y = day(b);
        return x != null && y != null && Math.abs(ChronoUnit.DAYS.between(x, y)) <= 1;
    }

    /** Whether the second is done to whom the first was done by, by somebody else. */
    static boolean provoked(Claim first, Claim second) {
        Set<String> doers = Claim.Party.principals(first.actors());
        Set<String> answerers = Claim.Party.principals(second.actors());
        boolean back = Claim.Party.principals(second.recipients()).stream().anyMatch(doers::contains)
                || Claim.Party.principals(first.recipients()).stream().anyMatch(answerers::contains);
        return !doers.isEmpty() && back && answerers.stream().noneMatch(doers::contains);
    }
}
