package org.demarche.dialect;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.export.Row;
import org.demarche.model.Event;
import org.jspecify.annotations.Nullable;

/**
 * Our events beside those of another data set. Two are the same candidate where a side that acts and a side that is acted upon agree (in either direction for what both
 * only call mutual) and the days are no further apart than asked; of several, the pair that agrees in more, then the nearer in time, is taken, each event once. What one of the two
 * lacks is a row too. A judgement about which is right is not made.
 *
 * @param rows by date, then by id of ours, then by id of theirs
 */
public record Comparison(List<Line> rows) {
    /** The columns of the flat form. */
    public static final List<String> COLUMNS = List.of(
            "relation",
            "date",
            "theirs_date",
            "days",
            "actor",
            "recipient",
            "ours",
            "act",
            "type",
            "mode",
            "cameo",
            "quad",
            "source",
            "theirs",
            "theirs_type",
            "theirs_mode",
            "theirs_cameo",
            "theirs_quad",
            "differ");

    /**
     * One row: an event of ours, of theirs, or both.
     *
     * @param days how many days lie between the two dates; 0 where they can be the same day, or where one event is alone
     */
    public record Line(@Nullable Event ours, @Nullable ForeignEvent theirs, long days) {

        /** {@code same} (nothing differs), {@code differs}, {@code ours-only}, {@code theirs-only}. */
        public String relation() {
            if (theirs == null) {
                return "ours-only";
            }
            if (ours == null) {
                return "theirs-only";
            }
            return differ().isEmpty() ? "same" : "differs";
        }

        /** The fields that both have and that differ: {@code date}, {@code type}, {@code mode}, {@code cameo}, {@code quad}. */
        public List<String> differ() {
            List<String> out = new ArrayList<>();
            if (ours != null && theirs != null) {
                add(out, "date", days == 0 ? null : "a", "b");
                add(out, "type", ours.act().type(), theirs.type());
                add(out, "mode", theirs.type() == null ? null : ours.act().mode(), theirs.mode());
                add(out, "cameo", ours.act().cameo(), theirs.cameo());
                add(out, "quad", ours.act().quad(), theirs.quad());
            }
            return out;
        }

        private static void add(List<String> out, String field, @Nullable Object one, @Nullable Object other) {
            if (one != null && other != null && !one.equals(other)) {
                out.add(field);
            }
        }

        public Row row() {
            Row row = new Row().with("relation", relation()).with("date", ours == null ? null : shown(ours));
            row.with("theirs_date", theirs == null ? null : theirs.first().toString())
                    .with("days", days);
            row.with("actor", ours == null ? theirSides(true) : List.copyOf(sides(ours, true)))
                    .with("recipient", ours == null ? theirSides(false) : List.copyOf(sides(ours, false)))
                    .with("ours", ours == null ? null : ours.id())
                    .with("act", ours == null ? null : ours.act().code())
                    .with("type", ours == null ? null : ours.act().type())
                    .with("mode", ours == null ? null : ours.act().mode())
                    .with("cameo", ours == null ? null : ours.act().cameo())
                    .with("quad", ours == null ? null : ours.act().quad());
            return row.with("source", theirs == null ? null : theirs.source())
                    .with("theirs", theirs == null ? null : theirs.id())
                    .with("theirs_type", theirs == null ? null : theirs.type())
                    .with("theirs_mode", theirs == null ? null : theirs.mode())
                    .with("theirs_cameo", theirs == null ? null : theirs.cameo())
                    .with("theirs_quad", theirs == null ? null : theirs.quad())
                    .with("differ", differ());
        }

        private List<String> theirSides(boolean acting) {
            return theirs == null ? List.of() : acting ? theirs.actors() : theirs.recipients();
        }

        private static @Nullable String shown(Event event) {
            return event.date().start() == null
                    ? null
                    : String.valueOf(event.date().start());
        }
    }

    public Comparison {
        rows = List.copyOf(rows);
    }

    /**
     * Compares.
     *
     * @param apart how many days two dates of the same event may differ
     */
    public static Comparison of(List<Event> ours, List<ForeignEvent> theirs, int apart) {
        Map<LocalDate, List<ForeignEvent>> byDay = new HashMap<>();
        for (ForeignEvent event : theirs) {
            byDay.computeIfAbsent(event.first(), d -> new ArrayList<>()).add(event);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Event event : ours) {
            Optional<Days> days = Days.of(event.date());
            if (days.isPresent()) {
                LocalDate from = days.get().first().minusDays(apart);
                long length = ChronoUnit.DAYS.between(from, days.get().last()) + apart;
                // A date wider than a month names no day of another data set.
                for (long i = 0; i <= Math.min(length, 31L + 2L * apart); i++) {
                    for (ForeignEvent other : byDay.getOrDefault(from.plusDays(i), List.of())) {
                        Candidate.of(event, other, days.get()).ifPresent(candidates::add);
                    }
                }
            }
        }
        candidates.sort(Candidate.ORDER);
        Set<String> taken = new HashSet<>();
        Set<ForeignEvent> used = new HashSet<>();
        List<Line> out = new ArrayList<>();
        for (Candidate c : candidates) {
            if (!taken.contains(c.ours.id()) && !used.contains(c.theirs)) {
                taken.add(c.ours.id());
                used.add(c.theirs);
                out.add(new Line(c.ours, c.theirs, c.days));
            }
        }
        ours.stream().filter(e -> !taken.contains(e.id())).forEach(e -> out.add(new Line(e, null, 0)));
        theirs.stream().filter(e -> !used.contains(e)).forEach(e -> out.add(new Line(null, e, 0)));
        out.sort(Comparator.comparing(Comparison::day)
                .thenComparing(l -> l.ours() == null ? "~" : l.ours().id())
                .thenComparing(l -> l.theirs() == null ? "" : l.theirs().id())
                .thenComparing(l -> l.theirs() == null ? 0 : l.theirs().line()));
        return new Comparison(out);
    }

    private static String day(Line line) {
        Event ours = line.ours();
        ForeignEvent theirs = line.theirs();
        if (ours != null) {
            return ours.date().start() == null
                    ? "~"
                    : String.valueOf(ours.date().start());
        }
        return theirs == null ? "~" : theirs.first().toString();
    }

    static Set<String> sides(Event event, boolean acting) {
        Set<String> out = new TreeSet<>();
        (acting ? event.actors() : event.recipients())
                .forEach(p -> out.add(p.actor().principal()));
        return out;
    }

    private record Candidate(Event ours, ForeignEvent theirs, int agreement, long days) {
        static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::agreement)
                .reversed()
                .thenComparing(Candidate::days)
                .thenComparing(c -> c.ours().id())
                .thenComparing(c -> c.theirs().id())
                .thenComparing(c -> c.theirs().line());

        static Optional<Candidate> of(Event ours, ForeignEvent theirs, Days days) {
            if (!samePair(ours, theirs)) {
                return Optional.empty();
            }
            int agreement = 0;
            agreement += equal(ours.act().quad(), theirs.quad()) ? 1 : 0;
            agreement += equal(ours.act().type(), theirs.type())
                            || sameRoot(ours.act().cameo(), theirs.cameo())
                    ? 2
                    : 0;
            agreement +=
                    equal(ours.act().mode(), theirs.mode()) || equal(ours.act().cameo(), theirs.cameo()) ? 4 : 0;
            long before = ChronoUnit.DAYS.between(theirs.last(), days.first());
            long after = ChronoUnit.DAYS.between(days.last(), theirs.first());
            return Optional.of(new Candidate(ours, theirs, agreement, Math.max(0, Math.max(before, after))));
        }

        private static boolean samePair(Event ours, ForeignEvent theirs) {
            Set<String> actors = sides(ours, true);
            Set<String> recipients = sides(ours, false);
            if (recipients.isEmpty() && actors.size() > 1) {
                return meets(actors, theirs.actors())
                        && (theirs.recipients().isEmpty() || meets(actors, theirs.recipients()));
            }
            return meets(actors, theirs.actors())
                    && (recipients.isEmpty()
                            || theirs.recipients().isEmpty()
                            || meets(recipients, theirs.recipients()));
        }

        private static boolean meets(Set<String> one, List<String> other) {
            return other.stream().anyMatch(one::contains);
        }

        private static boolean sameRoot(@Nullable String one, @Nullable String other) {
            return one != null && other != null && one.startsWith(other.substring(0, 2));
        }

        private static boolean equal(@Nullable Object one, @Nullable Object other) {
            return one != null && one.equals(other);
        }
    }
}
