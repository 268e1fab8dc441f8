package org.demarche.mention.actor;

import java.util.Arrays;

/** Folded words to numbers, by open addressing, so that looking a word up makes no object. */
final class WordIds {
    static final int NONE = -1;
    private String[] words = new String[1 << 12];
    private int[] ids = new int[1 << 12];
    private int size;

    int add(String folded) {
        if (size * 2 >= words.length) {
            grow();
        }
        int slot = slot(folded);
        while (words[slot] != null) {
            if (words[slot].equals(folded)) {
                return ids[slot];
            }
            slot = (slot + 1) & (words.length - 1);
        }
        words[slot] = folded;
        ids[slot] = size;
        return size++;
    }

    int find(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + Fold.of(text.charAt(i));
        }
        int slot = spread(hash);
        while (words[slot] != null) {
            if (same(words[slot], text, start, end)) {
                return ids[slot];
            }
            slot = (slot + 1) & (words.length - 1);
        }
        return NONE;
    }

    private static boolean same(String word, String text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (word.charAt(i - start) != Fold.of(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int slot(String folded) {
        return spread(folded.hashCode());
    }

    private int spread(int hash) {
        return (hash ^ (hash >>> 15)) & (words.length - 1);
    }

    private void grow() {
        String[] old = words;
        int[] oldIds = ids;
        words = Arrays.copyOf(new String[0], old.length * 2);
        ids = new int[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                int slot = slot(old[i]);
                while (words[slot] != null) {
                    slot = (slot + 1) & (words.length - 1);
                }
                words[slot] = old[i];
                ids[slot] = oldIds[i];
            }
        }
    }
}
