package org.demarche.merge;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.model.Days;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one block, found again by what a claim must have in common with them.
 *
 * <p>Which groups a claim is compared with is coarse: its family of acts, a party and a month, or one report. In what order they are looked
 * at is part of the result. Looking each of them up would grow with the square of what is told of one party in one month; so they are
 * found by finer handles (two parties together, the thing, the week), which leave out only what {@link Affinity} rules out anyhow, and are
 * then put in the order of the coarse ones.
 */
final class GroupIndex {
    /** Longer than so many days, a date tells no months. */
    static final int LONGEST_DAYS = 800;

    private static final int MOST_YEARS = 15;

    /** A date of so many days and fewer is found by its weeks. */
    private static final int NARROW_DAYS = 31;

    /** So many days two dates of one act can be apart; see {@link Affinity}. */
    private static final int REACH_DAYS = 3;

    private static final int WEEK_DAYS = 8;

    /** With more parties than these, two at a time are no handle. */
    private static final int MOST_PARTIES = 6;

    /** Beside the months: any time, and none that is known; reports are numbered from there on. */
    private static final int ALL = 1 << 20;

    private static final int EVER = ALL + 1;
    private static final int REPORTS = ALL + 2;

    final List<Group> groups = new ArrayList<>();
    private final Map<String, Group> home = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final IdentityHashMap<Profile, Asked> askedBy = new IdentityHashMap<>();
    private final IdentityHashMap<Group, Entry> entries = new IdentityHashMap<>();
    private final Map<Long, List<Group>> byTime = new HashMap<>();
    private final Map<Long, List<Group>> byTimeAlone = new HashMap<>();
    private final Map<Long, List<Group>> byWeek = new HashMap<>();
    private int registered;
    private int asked;

    /** Where a group is found. */
    private static final class Entry {
        /** The coarse keys, and when the group came to each. */
        final Map<Long, Integer> coarse = new HashMap<>();

        final Set<Integer> handles = new LinkedHashSet<>();
        final Set<Integer> times = new LinkedHashSet<>();
        final Set<Long> weeks = new LinkedHashSet<>();
        final Set<Long> done = new HashSet<>();
        boolean wide;
        int sides = -1;
        int asked;

        int size() {
            return handles.size() + times.size() + weeks.size() + (wide ? 1 : 0);
        }
    }

    /**
     * What a claim looks for, as numbers.
     *
     * @param coarse its places, each with its family
     * @param places the same as handles of groups that it is in
     * @param times its report, its months, then those that have none
     * @param handles by which it finds groups
     */
    private record Asked(int[] coarse, int[] places, int[] times, int[] handles, Set<Long> weeks, boolean narrow) {}

    private Asked asked(Profile p) {
        return askedBy.computeIfAbsent(p, this::number);
    }

    private Asked number(Profile p) {
        Collection<String> places = places(p);
        String kind = kind(p);
        Set<Integer> months = times(p.date(), p);
        int[] times = new int[months.size() + 2];
        int n = 0;
        times[n++] = REPORTS + number("report|" + p.document().id());
        for (int month : months) {
            times[n++] = month;
        }
        times[n] = months.isEmpty() ? ALL : EVER;
        boolean thing = p.family() == Family.START && !p.targets().isEmpty();
        Set<Long> weeks = new LinkedHashSet<>();
        boolean narrow = p.family() != Family.START
                && !p.isRough()
                && isNarrow(p.date())
                && (!p.effective().isKnown() || isNarrow(p.effective()));
        if (narrow) {
            weeks(p.date(), 0, weeks);
            weeks(p.effective(), 0, weeks);
        }
        return new Asked(
                places.stream()
                        .mapToInt(x -> number("coarse|" + p.family() + "|" + x))
                        .toArray(),
                places.stream().mapToInt(x -> number("party|" + kind + "|" + x)).toArray(),
                times,
                (thing ? things(p.targets(), kind) : handles(p))
                        .stream().mapToInt(this::number).toArray(),
                weeks,
                narrow);
    }

    void add(Group g) {
        groups.add(g);
        g.members.forEach(p -> home.put(p.claim().id(), g));
        register(g);
    }

    void put(Profile p, Group g) {
        g.add(p);
        home.put(p.claim().id(), g);
        register(g);
    }

    /** Takes a claim out of its group; what is left is a group of its own. */
    void leave(Profile p, Group g) {
        List<Profile> rest = new ArrayList<>(g.members);
        rest.remove(p);
        g.members.clear();
        if (!rest.isEmpty()) {
            Group left = new Group(rest.get(0));
            left.why.addAll(g.why);
            rest.subList(1, rest.size()).forEach(left::add);
            add(left);
        }
    }

    @Nullable
    Group of(Profile p) {
        return home.get(p.claim().id());
    }

    private void register(Group g) {
        Profile last = g.members.get(g.members.size() - 1);
        Asked own = asked(last);
        Entry entry = entries.computeIfAbsent(g, k -> new Entry());
        Set<Integer> times = times(g.date, last);
        if (times.isEmpty()) {
            times.add(EVER);
        }
        times.add(ALL);
        times.add(own.times[0]);
        for (int coarse : own.coarse) {
            for (int time : times) {
                if (entry.coarse.putIfAbsent(key(coarse, time), registered) == null) {
                    registered++;
                }
            }
        }
        int before = entry.size();
        entry.times.addAll(times);
        for (int place : own.places) {
            entry.handles.add(place);
        }
        if (entry.sides < g.actors.size() + g.recipients.size() + g.targets.size()) {
            entry.sides = g.actors.size() + g.recipients.size() + g.targets.size();
            handles(g, kind(last), entry.handles);
        }
        entry.wide |= last.isRough() || !isNarrow(g.date) || (g.effective.isKnown() && !isNarrow(g.effective));
        weeks(g.date, REACH_DAYS, entry.weeks);
        weeks(g.effective, REACH_DAYS, entry.weeks);
        if (entry.size() > before) {
            spread(g, entry);
        }
    }

    /** Under each handle by each of its times and weeks. */
    private void spread(Group g, Entry entry) {
        for (int handle : entry.handles) {
            for (int time : entry.times) {
                long key = key(handle, time);
                if (entry.done.add(3 * key)) {
                    byTime.computeIfAbsent(key, k -> new ArrayList<>()).add(g);
                }
                if (entry.wide && entry.done.add(3 * key + 1)) {
                    byTimeAlone.computeIfAbsent(key, k -> new ArrayList<>()).add(g);
                }
            }
            for (long week : entry.weeks) {
                long key = key(handle, (int) week);
                if (entry.done.add(3 * key + 2)) {
                    byWeek.computeIfAbsent(key, k -> new ArrayList<>()).add(g);
                }
            }
        }
    }

    /** The groups that a claim is compared with and that nothing coarse rules out, in any order; see {@link #place}. */
    List<Group> near(Profile p) {
        asked++;
        Asked own = asked(p);
        List<Group> out = new ArrayList<>();
        for (int handle : own.handles) {
            for (int time : own.times) {
                take(own.narrow ? byTimeAlone : byTime, key(handle, time), out);
            }
            for (long week : own.weeks) {
                take(byWeek, key(handle, (int) week), out);
            }
        }
        return out;
    }

    private void take(Map<Long, List<Group>> from, long key, List<Group> out) {
        List<Group> found = from.get(key);
        for (Group g : found == null ? List.<Group>of() : found) {
            Entry entry = entries.get(g);
            if (entry != null && entry.asked != asked) {
                entry.asked = asked;
                out.add(g);
            }
        }
    }

    /**
     * Where a group stands among those that a claim is compared with: by what they have in common, then by when it came there; -1 where the
     * claim is not compared with it.
     */
    long place(Profile p, Group g) {
        Entry entry = entries.get(g);
        Asked own = asked(p);
        int rank = 0;
        for (int coarse : own.coarse) {
            for (int time : own.times) {
                Integer when = entry == null ? null : entry.coarse.get(key(coarse, time));
                if (when != null) {
                    return (long) rank << 32 | when;
                }
                rank++;
            }
        }
        return -1;
    }

    /** All of the kind and the parties of a claim, whenever they were, that can have both of its sides. */
    List<Group> ever(Profile p) {
        asked++;
        Asked own = asked(p);
        List<Group> out = new ArrayList<>();
        for (int handle : own.handles) {
            take(byTime, key(handle, ALL), out);
        }
        out.removeIf(g -> !isOfPlace(own, g));
        return out;
    }

    private boolean isOfPlace(Asked own, Group g) {
        Entry entry = entries.get(g);
        for (int coarse : own.coarse) {
            if (entry != null && entry.coarse.containsKey(key(coarse, ALL))) {
                return true;
            }
        }
        return false;
    }

    private int number(String name) {
        return numbers.computeIfAbsent(name, k -> numbers.size());
    }

    /** Two numbers as one, spread over all bits so that tables of them stay flat. */
    private static long key(int handle, int time) {
        return ((long) handle << 32 | time & 0xffffffffL) * 0x9E3779B97F4A7C15L;
    }

    private static boolean isNarrow(Days days) {
        return days.isBounded() && days.length() <= NARROW_DAYS;
    }

    private static void weeks(Days days, int reach, Set<Long> out) {
        LocalDate first = days.first();
        LocalDate last = days.last();
        if (first != null && last != null && isNarrow(days)) {
            long end = Math.floorDiv(last.toEpochDay() + reach, (long) WEEK_DAYS);
            for (long week = Math.floorDiv(first.toEpochDay() - reach, (long) WEEK_DAYS); week <= end; week++) {
                out.add(week);
            }
        }
    }

    /** Names by which a group is found: each party, two parties together, the side of a group that names one alone, each thing. */
    private void handles(Group g, String kind, Set<Integer> out) {
        Set<String> parties = new TreeSet<>(g.actors);
        parties.addAll(g.recipients);
        parties.forEach(p -> out.add(number("party|" + kind + "|" + p)));
        boolean partial = g.actors.isEmpty() || g.recipients.isEmpty() || parties.size() < 2;
        if (partial || parties.size() > MOST_PARTIES) {
            parties.forEach(p -> out.add(number("partial|" + kind + "|" + p)));
        }
        if (parties.size() <= MOST_PARTIES) {
            pairs(parties, kind).forEach(p -> out.add(number(p)));
        }
        if (g.family().isAboutSubject()) {
            things(g.targets, kind).forEach(t -> out.add(number(t)));
        }
    }

    /** Names by which a claim finds the groups that it can be of. */
    private static List<String> handles(Profile p) {
        String kind = kind(p);
        Set<String> parties = p.parties();
        boolean both = !p.actors().isEmpty() && !p.recipients().isEmpty()
                ? Collections.disjoint(p.actors(), p.recipients())
                : p.mutual();
        List<String> out = new ArrayList<>();
        if (!both || parties.size() < 2 || parties.size() > MOST_PARTIES) {
            (parties.isEmpty() ? List.of("?") : parties).forEach(x -> out.add("party|" + kind + "|" + x));
            return out;
        }
        out.addAll(pairs(parties, kind));
        parties.forEach(x -> out.add("partial|" + kind + "|" + x));
        if (p.family().isAboutSubject()) {
            out.addAll(things(p.targets(), kind));
        }
        return out;
    }

    private static List<String> pairs(Set<String> parties, String kind) {
        List<String> all = List.copyOf(parties);
        List<String> sorted = all.stream().sorted().toList();
        List<String> out = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                out.add("pair|" + kind + "|" + sorted.get(i) + "|" + sorted.get(j));
            }
        }
        return out;
    }

    private static List<String> things(Set<String> targets, String kind) {
        return targets.stream().map(t -> "thing|" + kind + "|" + t).toList();
    }

    /** Acts of different kinds are never one occurrence; see {@link Affinity}. */
    static String kind(Profile p) {
        return switch (p.family()) {
            case WORDS, FORCE -> p.family() + " " + p.claim().act().type();
            case OTHER -> p.family() + " " + p.claim().act().code();
            default -> p.family().name();
        };
    }

    static Collection<String> places(Profile p) {
        Set<String> parties = p.parties();
        return p.family() == Family.START && !p.targets().isEmpty()
                ? p.targets()
                : parties.isEmpty() ? List.of("?") : parties;
    }

    /** Months (years times twelve) with their neighbours; a claim without days looks before its report was published; none where that is unknown too. */
    static Set<Integer> times(Days date, Profile p) {
        Set<Integer> out = new LinkedHashSet<>();
        if (p.family() == Family.START || p.family() == Family.FORCE) {
            return out;
        }
        Days days = date.isBounded() && date.length() <= LONGEST_DAYS ? date : null;
        if (days == null && p.yearless() != null) {
            days = window(p.published(), 400);
        } else if (days == null && p.effective().isKnown()) {
            days = window(p.effective(), 120);
        } else if (days == null && date.first() != null && date.last() == null) {
            days = new Days(date.first().minusDays(366), date.first().plusDays(366));
        } else if (days == null) {
            days = window(p.published(), 75);
        }
        if (days == null || days.first() == null || days.last() == null) {
            return out;
        }
        YearMonth month = YearMonth.from(days.first()).minusMonths(1);
        YearMonth end = YearMonth.from(days.last()).plusMonths(1);
        for (int n = 0; n < MOST_YEARS * 12 && !month.isAfter(end); n++, month = month.plusMonths(1)) {
            out.add(Math.floorMod(month.getYear() * 12 + month.getMonthValue(), ALL));
        }
        return out;
    }

    private static @Nullable Days window(Days days, int before) {
        LocalDate end = days.last();
        return end == null ? null : new Days(end.minusDays(before), end.plusDays(3));
    }
}
