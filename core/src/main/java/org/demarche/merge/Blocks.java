package org.demarche.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Days;

/**
 * Cuts claims into blocks that have nothing to do with each other: no claim of one block is ever compared with one of another, so each block
 * can be grouped by itself, anywhere, and nothing changes.
 *
 * <p>Two claims are of one block where they are of one kind of act, share a party (for what is established: a thing), and are told by one
 * report or can be of months that touch; or where others join them so. A claim whose days have an open end, or none that anything bounds, is of one block
 * with all of its kind and party, because what it joins may take on any month.
 */
final class Blocks {
    private final int[] root;
    private final Map<String, Integer> first = new HashMap<>();

    private Blocks(int n) {
        root = new int[n];
        for (int i = 0; i < n; i++) {
            root[i] = i;
        }
    }

    /** The blocks, each in the order given, in the order of their first claims. */
    static List<List<Profile>> of(List<Profile> profiles) {
        Blocks blocks = new Blocks(profiles.size());
        Map<String, List<Integer>> everywhere = new LinkedHashMap<>();
        Set<String> open = new HashSet<>();
        for (int i = 0; i < profiles.size(); i++) {
            Profile p = profiles.get(i);
            Collection<Integer> months = GroupIndex.times(p.date(), p);
            boolean wanders = months.isEmpty() || isOpen(p.date()) || isOfNoDay(p);
            for (String place : GroupIndex.places(p)) {
                String base = GroupIndex.kind(p) + "|" + place + "|";
                everywhere.computeIfAbsent(base, k -> new ArrayList<>()).add(i);
                blocks.meet(base + "doc " + p.document().id(), i);
                if (wanders) {
                    open.add(base);
                }
                for (int month : months) {
                    blocks.meet(base + month, i);
                }
            }
        }
        for (String base : open) {
            List<Integer> all = everywhere.getOrDefault(base, List.of());
            all.forEach(i -> blocks.join(all.get(0), i));
        }
        Map<Integer, List<Profile>> out = new LinkedHashMap<>();
        for (int i = 0; i < profiles.size(); i++) {
            out.computeIfAbsent(blocks.find(i), k -> new ArrayList<>()).add(profiles.get(i));
        }
        return List.copyOf(out.values());
    }

    /** A measure without a day may be one of any time. */
    private static boolean isOfNoDay(Profile p) {
        boolean measure = p.family() == Family.EXPEL || p.family() == Family.STOP || p.family() == Family.RESUME;
        return measure && (!p.date().isKnown() || p.claim().date().citation() == null);
    }

    private static boolean isOpen(Days days) {
        return days.isKnown() && (!days.isBounded() || days.length() > GroupIndex.LONGEST_DAYS);
    }

    private void meet(String key, int i) {
        Integer other = first.putIfAbsent(key, i);
        if (other != null) {
            join(other, i);
        }
    }

    private void join(int a, int b) {
        int x = find(a);
        int y = find(b);
        root[Math.max(x, y)] = Math.min(x, y);
    }

    private int find(int i) {
        int at = i;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
