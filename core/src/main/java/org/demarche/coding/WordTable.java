package org.demarche.coding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Values of words, found by a stretch of a text whatever its letter case, without making an object for it. Filled first, read by several threads after.
 *
 * @param <V> what is known of a word
 */
final class WordTable<V> {
    private final String[] words;
    private final Object[] values;

    /** @param most how many words it will hold */
    WordTable(int most) {
        int slots = Integer.highestOneBit(Math.max(8, most)) << 2;
        words = new String[slots];
        values = new Object[slots];
    }

    void put(String word, V value) {
        String key = word.toLowerCase(Locale.ROOT);
        int slot = spread(hash(key, 0, key.length()));
        while (words[slot] != null && !words[slot].equals(key)) {
            slot = (slot + 1) & (words.length - 1);
        }
        words[slot] = key;
        values[slot] = value;
    }

    /** The value of the word that stands there, or null. */
    @SuppressWarnings("unchecked") // only put() writes
    @Nullable
    V find(String text, int start, int end) {
        int slot = spread(hash(text, start, end));
        while (words[slot] != null) {
            if (same(words[slot], text, start, end)) {
                return (V) values[slot];
            }
            slot = (slot + 1) & (words.length - 1);
        }
        return null;
    }

    private static int hash(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + lower(text.charAt(i));
        }
        return hash;
    }

    private static boolean same(String word, String text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (word.charAt(i - start) != lower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' ? (char) (c + 32) : c : Character.toLowerCase(c);
    }

    private int spread(int hash) {
        return (hash ^ (hash >>> 15)) & (words.length - 1);
    }
}
