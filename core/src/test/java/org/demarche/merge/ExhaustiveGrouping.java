package org.demarche.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.model.Days;
import org.jspecify.annotations.Nullable;

/**
 * Grouping as it is defined: every claim is looked at beside every group of its family that has a party and a month, or a report, in common with it. What
 * {@link GroupIndex} leaves out must change nothing of it.
 */
final class ExhaustiveGrouping {
    private ExhaustiveGrouping() {}

    /** The groups of one block; its profiles best known first. */
    static List<Group> grouped(List<Profile> profiles, Affinity affinity) {
        Index index = new Index();
        List<Profile> alone = new ArrayList<>();
        for (Profile p : profiles) {
            if (!join(p, index, affinity)) {
                index.add(new Group(p));
                alone.add(p);
            }
        }
        reseat(alone, index, affinity);
        coalesce(index, affinity);
        settle(profiles, index, affinity);
        return index.groups.stream().filter(g -> !g.members.isEmpty()).toList();
    }

    /** Those that found nothing at first look again, now that what they belong to is better known. */
    private static void reseat(List<Profile> alone, Index index, Affinity affinity) {
        for (Profile p : alone) {
            Group own = index.of(p);
            if (own != null && own.members.size() == 1) {
                Group best = best(p, index, affinity, own);
                if (best != null) {
                    own.members.clear();
                    index.put(p, best);
                }
            }
        }
    }

    /**
     * Those that name no day, and that no other report was found to tell, join the one act of that kind that other reports know, if there
     * is but one.
     */
    private static void settle(List<Profile> profiles, Index index, Affinity affinity) {
        for (Profile p : profiles) {
            Group own = index.of(p);
            if (own == null || own.documents.size() > 1 || !p.isOfNoDay()) {
                continue;
            }
            List<Group> fitting = index.ever(p).stream()
                    .filter(g -> g != own
                            && !g.members.isEmpty()
                            && (own.members.size() == 1 || !g.documents.equals(own.documents))
                            && affinity.canBe(p, g))
                    .limit(2)
                    .toList();
            if (fitting.size() == 1) {
                Group home = fitting.get(0);
                home.why.add(
                        p.claim().id() + ": no day is named, and no other act of that kind is known before the report");
                index.leave(p, own);
                index.put(p, home);
            }
        }
    }

    /** Groups without a day of their own join the group that all of their claims could join. */
    private static void coalesce(Index index, Affinity affinity) {
        for (Group g : List.copyOf(index.groups)) {
            if (g.members.size() < 2 || g.date.isDay()) {
                continue;
            }
            Group best = null;
            double most = 0;
            Set<Group> near = new LinkedHashSet<>();
            g.members.forEach(p -> near.addAll(index.near(p)));
            for (Group other : near) {
                double points = other == g || other.members.isEmpty() ? -1 : affinity.together(g, other);
                if (points > most + 1e-9) {
                    best = other;
                    most = points;
                }
            }
            if (best != null) {
                Group home = best;
                home.why.addAll(g.why);
                g.members.forEach(p -> index.put(p, home));
                g.members.clear();
            }
        }
    }

    private static boolean join(Profile p, Index index, Affinity affinity) {
        Group best = best(p, index, affinity, null);
        if (best != null) {
            index.put(p, best);
        }
        return best != null;
    }

    private static @Nullable Group best(Profile p, Index index, Affinity affinity, @Nullable Group own) {
        Group best = null;
        Affinity.Verdict how = null;
        for (Group g : index.near(p)) {
            if (g == own || g.members.isEmpty()) {
                continue;
            }
            Affinity.Verdict verdict = affinity.judge(p, g);
            if (verdict.joins(p) && (how == null || verdict.points() > how.points() + 1e-9)) {
                best = g;
                how = verdict;
            }
        }
        if (best != null && how != null) {
            best.why.add(p.claim().id() + ": " + String.join(", ", how.reasons()));
        }
        return best;
    }

    /** Groups by family, party and month, so that a claim meets only what it can belong to. */
    private static final class Index {
        final List<Group> groups = new ArrayList<>();
        private final Map<String, Set<Group>> keys = new TreeMap<>();
        private final Map<String, Group> home = new TreeMap<>();

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
            for (String place : GroupIndex.places(last)) {
                String key = last.family() + "|" + place + "|";
                keys.computeIfAbsent(key + "doc " + last.document().id(), k -> new LinkedHashSet<>())
                        .add(g);
                Set<String> times = months(g.date, last);
                times.addAll(times.isEmpty() ? List.of("ever", "all") : List.of("all"));
                times.forEach(t -> keys.computeIfAbsent(key + t, k -> new LinkedHashSet<>())
                        .add(g));
            }
        }

        Set<Group> near(Profile p) {
            Set<Group> out = new LinkedHashSet<>();
            for (String place : GroupIndex.places(p)) {
                String key = p.family() + "|" + place + "|";
                out.addAll(keys.getOrDefault(key + "doc " + p.document().id(), Set.of()));
                Set<String> times = months(p.date(), p);
                times.add(times.isEmpty() ? "all" : "ever");
                for (String t : times) {
                    out.addAll(keys.getOrDefault(key + t, Set.of()));
                }
            }
            return out;
        }

        /** All that are of the kind and the parties of a claim, whenever they were. */
        Set<Group> ever(Profile p) {
            Set<Group> out = new LinkedHashSet<>();
            for (String place : GroupIndex.places(p)) {
                out.addAll(keys.getOrDefault(p.family() + "|" + place + "|all", Set.of()));
            }
            return out;
        }

        private static Set<String> months(Days date, Profile p) {
            Set<String> out = new LinkedHashSet<>();
            GroupIndex.times(date, p).forEach(m -> out.add("month " + m));
            return out;
        }
    }
}
