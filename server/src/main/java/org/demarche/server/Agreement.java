package org.demarche.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.store.Decisions;
import org.demarche.store.Entry;
import org.jspecify.annotations.Nullable;

/**
 * How far reviewers agree who accepted or rejected the same claims: Cohen's kappa for two of them, Krippendorff's alpha (nominal) for all.
 * Of each reviewer the last verdict on a claim counts; who was unsure gave none.
 */
final class Agreement {
    private final Map<String, Map<String, Boolean>> verdicts = new TreeMap<>();

    Agreement(Decisions decisions) {
        for (Entry entry : decisions.standing()) {
            Map<String, Boolean> ofClaim = verdicts.computeIfAbsent(entry.target(), k -> new TreeMap<>());
            switch (entry.kind()) {
                case "accept" -> ofClaim.put(entry.by(), true);
                case "reject" -> ofClaim.put(entry.by(), false);
                case "unsure" -> ofClaim.remove(entry.by());
                default -> {
                    // no verdict
                }
            }
        }
    }

    /**
     * Two reviewers.
     *
     * @param both how many claims both have judged
     * @param same how many of these alike
     * @param kappa null where chance alone would have them agree: both gave but one verdict
     */
    record Pair(
            String one,
            String other,
            int both,
            int same,
            @Nullable Double kappa) {}

    /** Every two who judged a claim in common, by name. */
    List<Pair> pairs() {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (Map<String, Boolean> ofClaim : verdicts.values()) {
            List<String> names = List.copyOf(ofClaim.keySet());
            for (int i = 0; i < names.size(); i++) {
                for (int j = i + 1; j < names.size(); j++) {
                    boolean first = Boolean.TRUE.equals(ofClaim.get(names.get(i)));
                    boolean second = Boolean.TRUE.equals(ofClaim.get(names.get(j)));
                    counts.computeIfAbsent(names.get(i) + "\0" + names.get(j), k -> new int[4])[
                            (first ? 2 : 0) + (second ? 1 : 0)]++;
                }
            }
        }
        List<Pair> out = new ArrayList<>();
        for (String key : new TreeSet<>(counts.keySet())) {
            int[] n = counts.getOrDefault(key, new int[4]);
            String[] names = key.split("\0", -1);
            int both = n[0] + n[1] + n[2] + n[3];
            out.add(new Pair(names[0], names[1], both, n[0] + n[3], kappa(n, both)));
        }
        return out;
    }

    private static @Nullable Double kappa(int[] n, int both) {
        double observed = (n[0] + n[3]) / (double) both;
        double first = (n[2] + n[3]) / (double) both;
        double second = (n[1] + n[3]) / (double) both;
        double chance = first * second + (1 - first) * (1 - second);
        return chance >= 1 ? null : (observed - chance) / (1 - chance);
    }

    /** Over all reviewers; null where no claim has two verdicts, or all verdicts are the same. */
    @Nullable
    Double alpha() {
        double[] totals = new double[2];
        double apart = 0;
        for (Map<String, Boolean> ofClaim : verdicts.values()) {
            int m = ofClaim.size();
            if (m > 1) {
                double yes = ofClaim.values().stream().filter(v -> v).count();
                totals[1] += yes;
                totals[0] += m - yes;
                apart += 2 * yes * (m - yes) / (m - 1);
            }
        }
        double n = totals[0] + totals[1];
        double expected = 2 * totals[0] * totals[1];
        return n < 2 || expected == 0 ? null : 1 - (n - 1) * apart / expected;
    }
}
