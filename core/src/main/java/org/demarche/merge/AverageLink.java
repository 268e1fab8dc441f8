package org.demarche.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Average-link clustering by chains of nearest neighbours (Murtagh 1983): the same tree as joining the most alike pair first, in quadratic
 * time, cut where the mean likeness falls below a bound. Deterministic for members in a fixed order.
 */
final class AverageLink {
    private AverageLink() {}

    static List<List<Integer>> group(
            List<Integer> members, ToDoubleBiFunction<Integer, Integer> likeness, double enough) {
        int n = members.size();
        float[][] alike = new float[n][];
        for (int x = 0; x < n; x++) {
            alike[x] = new float[x];
            for (int y = 0; y < x; y++) {
                alike[x][y] = (float) likeness.applyAsDouble(members.get(x), members.get(y));
            }
        }
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            groups.add(new ArrayList<>(List.of(members.get(i))));
        }
        boolean[] gone = new boolean[n];
        List<List<Integer>> done = new ArrayList<>();
        List<Integer> chain = new ArrayList<>();
        int left = n;
        while (left > 0) {
            if (chain.isEmpty()) {
                for (int i = 0; i < n && chain.isEmpty(); i++) {
                    if (!gone[i]) {
                        chain.add(i);
                    }
                }
            }
            int top = chain.get(chain.size() - 1);
            int before = chain.size() > 1 ? chain.get(chain.size() - 2) : -1;
            int nearest = nearest(top, before, alike, gone);
            if (nearest < 0 || at(alike, top, nearest) < enough) {
                done.add(groups.get(top));
                gone[top] = true;
                left--;
                chain.remove(chain.size() - 1);
            } else if (nearest == before) {
                join(top, before, alike, groups, gone);
                gone[before] = true;
                left--;
                chain.remove(chain.size() - 1);
                chain.remove(chain.size() - 1);
            } else {
                chain.add(nearest);
            }
        }
        return done;
    }

    /** The most alike of those left; the one before on the chain where several are. */
    private static int nearest(int x, int before, float[][] alike, boolean[] gone) {
        int best = before;
        for (int i = 0; i < gone.length; i++) {
            if (i != x && !gone[i] && (best < 0 || at(alike, x, i) > at(alike, x, best))) {
                best = i;
            }
        }
        return best;
    }

    private static void join(int into, int from, float[][] alike, List<List<Integer>> groups, boolean[] gone) {
        float a = groups.get(into).size();
        float b = groups.get(from).size();
        for (int i = 0; i < gone.length; i++) {
            if (i != into && i != from && !gone[i]) {
                float mean = (at(alike, into, i) * a + at(alike, from, i) * b) / (a + b);
                if (into > i) {
                    alike[into][i] = mean;
                } else {
                    alike[i][into] = mean;
                }
            }
        }
        groups.get(into).addAll(groups.get(from));
    }

    private static float at(float[][] alike, int x, int y) {
        return x > y ? alike[x][y] : alike[y][x];
    }
}
