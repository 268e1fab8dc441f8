package org.demarche.mention.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Phrases in a trie over words; finds the longest one that starts at a word in time linear in its length. */
final class Gazetteer {
    private final WordIds ids = new WordIds();
    private final List<@Nullable List<Entry>> entries = new ArrayList<>();
    private long[] keys = new long[1 << 14];
    private int[] nodes = new int[1 << 14];
    private int edges;

    /** A phrase found: words {@code from} to {@code to}, exclusive. */
    record Match(int from, int to, List<Entry> entries) {}

    Gazetteer() {
        Arrays.fill(keys, -1);
        entries.add(null);
    }

    void add(Entry entry) {
        Words words = Words.of(entry.phrase(), 0, entry.phrase().length());
        if (words.size() == 0) {
            throw new IllegalArgumentException("no word in " + entry);
        }
        int node = 0;
        for (int i = 0; i < words.size(); i++) {
            node = step(node, ids.add(words.folded(i)), true);
        }
        List<Entry> here = entries.get(node);
        if (here == null) {
            here = new ArrayList<>(1);
            entries.set(node, here);
        }
        here.add(entry);
    }

    /** Every entry, in the order of the phrases' last words. */
    Stream<Entry> entries() {
        return entries.stream().filter(Objects::nonNull).flatMap(List::stream);
    }

    /** The longest phrase that starts at a word and is written as it must be, or null. */
    @Nullable
    Match longest(Words words, int from) {
        String text = words.text();
        int node = 0;
        Match best = null;
        for (int i = from; i < words.size(); i++) {
            if (i > from && !mayJoin(words, i - 1)) {
                break;
            }
            int id = ids.find(text, words.start(i), words.end(i));
            node = id == WordIds.NONE ? -1 : step(node, id, false);
            if (node < 0) {
                break;
            }
            List<Entry> here = entries.get(node);
            if (here != null) {
                List<Entry> fitting = fitting(here, text, words.start(from), words.end(i));
                if (!fitting.isEmpty()) {
                    best = new Match(from, i + 1, fitting);
                }
            }
        }
        return best;
    }

    private static List<Entry> fitting(List<Entry> here, String text, int start, int end) {
        boolean comma = hasComma(text, start, end);
        List<Entry> out = new ArrayList<>(here.size());
        for (Entry e : here) {
            if (e.isWrittenIn(text, start, end) && (!comma || e.phrase().indexOf(',') >= 0)) {
                out.add(e);
            }
        }
        return out;
    }

    private static boolean hasComma(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == ',') {
                return true;
            }
        }
        return false;
    }

    private static boolean mayJoin(Words words, int i) {
        CharSequence gap = words.gap(i);
        if (gap.length() > 3) {
            return false;
        }
        int breaks = 0;
        for (int k = 0; k < gap.length(); k++) {
            char c = gap.charAt(k);
            breaks += c == '\n' ? 1 : 0;
            boolean joins = Character.isWhitespace(c)
                    || c == '\u00A0'
                    || c == '.'
                    || c == ','
                    || c == '&'
                    || c == '/'
                    || c == '('
                    || Words.isHyphen(c)
                    || Words.isApostrophe(c);
            if (!joins) {
                return false;
            }
        }
        return breaks < 2;
    }

    private int step(int node, int word, boolean grow) {
        long key = ((long) node << 32) | word;
        int slot = slot(key);
        while (keys[slot] != -1) {
            if (keys[slot] == key) {
                return nodes[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        if (!grow) {
            return -1;
        }
        keys[slot] = key;
        nodes[slot] = entries.size();
        entries.add(null);
        if (++edges * 2 > keys.length) {
            rehash();
        }
        return entries.size() - 1;
    }

    private int slot(long key) {
        long h = key * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 40) & (keys.length - 1);
    }

    private void rehash() {
        long[] oldKeys = keys;
        int[] oldNodes = nodes;
        keys = new long[oldKeys.length * 2];
        nodes = new int[keys.length];
        Arrays.fill(keys, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != -1) {
                int slot = slot(oldKeys[i]);
                while (keys[slot] != -1) {
                    slot = (slot + 1) & (keys.length - 1);
                }
                keys[slot] = oldKeys[i];
                nodes[slot] = oldNodes[i];
            }
        }
    }
}
