package org.demarche.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a sentence that is too long for one reading into windows that overlap, and joins what is read in them. A word's tags and head are those of the window in whose core it stands; the core
 * ends in the middle of each overlap.
 */
final class Windows {

    /** The network saw hardly any sentence of more than 128 pieces. */
    static final int LONGEST = 190, OVERLAP = 50;

    private Windows() {}

    /**
     * Words [start, end) are read together; what is said of words [coreStart, coreEnd) is kept.
     */
    record Window(int start, int end, int coreStart, int coreEnd) {}

    /** @param pieces how many pieces each word has */
    static List<Window> of(int[] pieces) {
        if (Arrays.stream(pieces).sum() <= LONGEST) {
            return List.of(new Window(0, pieces.length, 0, pieces.length));
        }
        List<int[]> ranges = new ArrayList<>();
        int start = 0;
        while (true) {
            int end = start, size = 0;
            while (end < pieces.length && size + pieces[end] <= LONGEST) {
                size += pieces[end++];
            }
            ranges.add(new int[] {start, end});
            if (end == pieces.length) {
                break;
            }
            int next = end, back = 0;
            while (next > start + 1 && back + pieces[next - 1] <= OVERLAP) {
                back += pieces[--next];
            }
            start = next;
        }
        List<Window> out = new ArrayList<>();
        int core = 0;
        for (int i = 0; i < ranges.size(); i++) {
            int end = ranges.get(i)[1];
            int coreEnd = i + 1 == ranges.size() ? end : (ranges.get(i + 1)[0] + end + 1) / 2;
            out.add(new Window(ranges.get(i)[0], end, core, coreEnd));
            core = coreEnd;
        }
        return out;
    }

    /**
     * Makes one tree of heads that come from several windows: the first root stays, later ones and what goes in a circle hang on it.
     *
     * @param heads by word from 0, -1 for a root; changed in place
     * @return the words whose head was changed
     */
    static List<Integer> join(int[] heads) {
        List<Integer> changed = new ArrayList<>();
        int root = -1;
        for (int i = 0; i < heads.length; i++) {
            if (heads[i] < 0 && root < 0) {
                root = i;
            } else if (heads[i] < 0) {
                heads[i] = root;
                changed.add(i);
            }
        }
        if (root < 0) {
            root = 0;
            heads[0] = -1;
            changed.add(0);
        }
        int[] seen = new int[heads.length];
        for (int start = 0; start < heads.length; start++) {
            int i = start;
            while (heads[i] >= 0 && seen[i] == 0) {
                seen[i] = start + 1;
                i = heads[i];
            }
            if (heads[i] >= 0 && seen[i] == start + 1) {
                heads[i] = root;
                changed.add(i);
            }
        }
        return changed;
    }
}
