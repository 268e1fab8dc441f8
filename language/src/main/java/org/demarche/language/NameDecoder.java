package org.demarche.language;

import java.util.List;

/** The best sequence of BIO tags in which every {@code I-X} follows {@code B-X} or {@code I-X}: Viterbi over the tags' scores. Immutable. */
final class NameDecoder {

    private static final float IMPOSSIBLE = -1e9f;

    private final List<String> tags;
    private final boolean[][] mayFollow;

    NameDecoder(List<String> tags) {
        this.tags = tags;
        mayFollow = new boolean[tags.size()][tags.size()];
        for (int before = 0; before < tags.size(); before++) {
            for (int after = 0; after < tags.size(); after++) {
                mayFollow[before][after] = !isInside(after)
                        || tags.get(before).length() > 2
                                && tags.get(before)
                                        .substring(2)
                                        .equals(tags.get(after).substring(2));
            }
        }
    }

    private boolean isInside(int tag) {
        return tags.get(tag).startsWith("I-");
    }

    /** @param scores log-probabilities, by word and tag */
    int[] decode(float[][] scores) {
        int words = scores.length, size = tags.size();
        int[][] from = new int[words][size];
        float[] best = new float[size];
        for (int i = 0; i < words; i++) {
            float[] next = new float[size];
            for (int tag = 0; tag < size; tag++) {
                float top = i == 0 ? isInside(tag) ? IMPOSSIBLE : 0 : IMPOSSIBLE;
                int source = 0;
                for (int before = 0; i > 0 && before < size; before++) {
                    if (mayFollow[before][tag] && best[before] > top) {
                        top = best[before];
                        source = before;
                    }
                }
                from[i][tag] = source;
                next[tag] = top + scores[i][tag];
            }
            best = next;
        }
        int[] out = new int[words];
        for (int tag = 1; words > 0 && tag < size; tag++) {
            if (best[tag] > best[out[words - 1]]) {
                out[words - 1] = tag;
            }
        }
        for (int i = words - 1; i > 0; i--) {
            out[i - 1] = from[i][out[i]];
        }
        return out;
    }
}
