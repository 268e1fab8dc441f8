package org.demarche.language;

import java.util.Arrays;

/**
 * Arc scores to a tree with one root: each word's best head where these make a tree already, else the maximum spanning tree (Chu and Liu 1965, Edmonds 1967).
 *
 * <p>That there is one root and not several is got by making arcs from the root dearer than any sum of the others.
 */
final class TreeDecoder {

    private static final double ROOT_PRICE = 1e7, IMPOSSIBLE = -1e12;

    private TreeDecoder() {}

    /**
     * @param scores by word and head; word 0 is the root and has no head
     * @return the head of every word, that of word 0 being 0
     */
    static int[] decode(float[][] scores) {
        int[] best = new int[scores.length];
        for (int i = 1; i < scores.length; i++) {
            int head = i == 1 && scores.length == 2 ? 0 : i == 1 ? 2 : 1;
            for (int h = 0; h < scores.length; h++) {
                if (h != i && (scores[i][h] > scores[i][head] || scores[i][h] == scores[i][head] && h < head)) {
                    head = h;
                }
            }
            best[i] = head;
        }
        return isTree(best) ? best : maximumTree(scores);
    }

    /** Whether exactly one word hangs on the root, and all words in the end do. */
    static boolean isTree(int[] heads) {
        int roots = 0;
        for (int i = 1; i < heads.length; i++) {
            roots += heads[i] == 0 ? 1 : 0;
        }
        return roots == (heads.length > 1 ? 1 : 0) && findCycle(heads).length == 0;
    }

    private static int[] maximumTree(float[][] scores) {
        double[][] priced = new double[scores.length][scores.length];
        for (int i = 0; i < scores.length; i++) {
            for (int h = 0; h < scores.length; h++) {
                priced[i][h] = i == 0 || h == i ? IMPOSSIBLE : h == 0 ? scores[i][h] - ROOT_PRICE : scores[i][h];
            }
        }
        return contract(priced);
    }

    /** The best heads; where they make a cycle, that of the graph in which the cycle is one node, taken apart again. */
    private static int[] contract(double[][] scores) {
        int size = scores.length;
        int[] heads = new int[size];
        for (int i = 1; i < size; i++) {
            for (int h = 1; h < size; h++) {
                if (scores[i][h] > scores[i][heads[i]]) {
                    heads[i] = h;
                }
            }
        }
        int[] cycle = findCycle(heads);
        if (cycle.length == 0) {
            return heads;
        }
        boolean[] inCycle = new boolean[size];
        for (int i : cycle) {
            inCycle[i] = true;
        }
        int[] rest = new int[size - cycle.length];
        for (int i = 0, k = 0; i < size; i++) {
            if (!inCycle[i]) {
                rest[k++] = i;
            }
        }
        int node = rest.length;
        double[][] smaller = new double[node + 1][node + 1];
        for (double[] row : smaller) {
            Arrays.fill(row, IMPOSSIBLE);
        }
        int[] leaves = new int[node], enters = new int[node];
        for (int k = 0; k < node; k++) {
            int word = rest[k];
            leaves[k] = cycle[0];
            enters[k] = cycle[0];
            for (int c : cycle) {
                if (scores[word][c] > scores[word][leaves[k]]) {
                    leaves[k] = c;
                }
                if (scores[c][word] - scores[c][heads[c]]
                        > scores[enters[k]][word] - scores[enters[k]][heads[enters[k]]]) {
                    enters[k] = c;
                }
            }
            for (int m = 0; m < node; m++) {
                smaller[k][m] = scores[word][rest[m]];
            }
            smaller[k][node] = scores[word][leaves[k]];
            smaller[node][k] = scores[enters[k]][word] - scores[enters[k]][heads[enters[k]]];
        }
        int[] found = contract(smaller);
        for (int k = 1; k < node; k++) {
            heads[rest[k]] = found[k] == node ? leaves[k] : rest[found[k]];
        }
        int entry = found[node];
        heads[enters[entry]] = rest[entry];
        return heads;
    }

    /** The words of a cycle, or none. */
    private static int[] findCycle(int[] heads) {
        int[] seen = new int[heads.length];
        for (int start = 1; start < heads.length; start++) {
            int i = start;
            while (i != 0 && seen[i] == 0) {
                seen[i] = start;
                i = heads[i];
            }
            if (i != 0 && seen[i] == start) {
                int length = 1;
                for (int k = heads[i]; k != i; k = heads[k]) {
                    length++;
                }
                int[] cycle = new int[length];
                for (int k = 0; k < length; k++) {
                    cycle[k] = i;
                    i = heads[i];
                }
                return cycle;
            }
        }
        return new int[0];
    }
}
