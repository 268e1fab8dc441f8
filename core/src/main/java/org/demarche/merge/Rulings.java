package org.demarche.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.demarche.model.Ruling;

/**
 * Follows what people ruled about groups of claims, oldest ruling first. A group that nothing has changed in the end is the very group that
 * the program made, so that a ruling and its opposite leave no trace.
 */
final class Rulings {
    private Rulings() {}

    static List<Group> follow(List<Group> groups, List<Ruling> rulings) {
        if (rulings.isEmpty()) {
            return groups;
        }
        Map<Set<String>, Group> made = new HashMap<>();
        groups.forEach(g -> made.put(ids(g), g));
        List<Group> out = new ArrayList<>(groups);
        Map<String, Group> homes = new HashMap<>();
        groups.forEach(g -> settle(g, homes));
        for (Ruling ruling : rulings) {
            switch (ruling.kind()) {
                case ONE -> join(out, ruling, homes);
                case APART -> part(out, ruling, homes);
                case PREFERRED -> {
                    // about what is shown of a group, not about who is in it
                }
            }
        }
        out.replaceAll(g -> made.getOrDefault(ids(g), g));
        return out;
    }

    private static void settle(Group group, Map<String, Group> homes) {
        group.members.forEach(p -> homes.put(p.claim().id(), group));
    }

    /** The groups that have one of the claims, in their order. */
    private static List<Group> with(List<String> claims, List<Group> groups, Map<String, Group> homes) {
        Set<Group> some = Collections.newSetFromMap(new IdentityHashMap<>());
        claims.stream().map(homes::get).filter(Objects::nonNull).forEach(some::add);
        return some.isEmpty()
                ? List.of()
                : groups.stream().filter(some::contains).toList();
    }

    private static void join(List<Group> groups, Ruling ruling, Map<String, Group> homes) {
        List<Group> touched = with(ruling.claims(), groups, homes);
        if (touched.size() < 2) {
            return;
        }
        List<Profile> members = new ArrayList<>();
        Set<String> why = new LinkedHashSet<>();
        touched.forEach(g -> {
            members.addAll(g.members);
            why.addAll(g.why);
        });
        why.add("one occurrence by decision " + ruling.id() + " of " + ruling.by());
        int at = groups.indexOf(touched.get(0));
        groups.removeAll(touched);
        Group joined = of(members, why);
        groups.add(at, joined);
        settle(joined, homes);
    }

    private static void part(List<Group> groups, Ruling ruling, Map<String, Group> homes) {
        for (Group g : with(ruling.claims(), groups, homes)) {
            if (Collections.disjoint(ids(g), ruling.others())) {
                continue;
            }
            List<Profile> out = new ArrayList<>(g.members);
            List<Profile> stay = new ArrayList<>(g.members);
            out.removeIf(p -> !ruling.claims().contains(p.claim().id()));
            stay.removeIf(p -> ruling.claims().contains(p.claim().id()));
            String reason = "kept apart by decision " + ruling.id() + " of " + ruling.by();
            int at = groups.indexOf(g);
            Group stayed = of(stay, List.of(reason));
            Group left = of(out, List.of(reason));
            groups.set(at, stayed);
            groups.add(at + 1, left);
            settle(stayed, homes);
            settle(left, homes);
        }
    }

    private static Group of(List<Profile> members, Collection<String> why) {
        List<Profile> sorted = new ArrayList<>(members);
        sorted.sort(Profile.BEST_KNOWN_FIRST);
        Group group = new Group(sorted.get(0));
        sorted.subList(1, sorted.size()).forEach(group::add);
        group.why.addAll(why);
        return group;
    }

    private static Set<String> ids(Group g) {
        Set<String> out = new LinkedHashSet<>();
        g.members.forEach(p -> out.add(p.claim().id()));
        return out;
    }
}
