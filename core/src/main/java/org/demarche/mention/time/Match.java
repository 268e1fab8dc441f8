package org.demarche.mention.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link Phrase} found: the values that its parts read, by name. Not thread-safe; lives for one attempt. */
final class Match {
    private record Part(String name, @Nullable Object value, int from, int to) {}

    private final List<Part> parts = new ArrayList<>();
    final Pieces pieces;
    final int from;
    int to = -1;

    Match(Pieces pieces, int from) {
        this.pieces = pieces;
        this.from = from;
    }

    int mark() {
        return parts.size();
    }

    void backTo(int mark) {
        while (parts.size() > mark) {
            parts.remove(parts.size() - 1);
        }
    }

    void add(String name, @Nullable Object value, int start, int end) {
        parts.add(new Part(name, value, start, end));
    }

    boolean has(String name) {
        return find(name) != null;
    }

    private @Nullable Part find(String name) {
        for (Part part : parts) {
            if (part.name.equals(name)) {
                return part;
            }
        }
        return null;
    }

    /** The value of a part; empty where the phrase was found without it. */
    <T> Optional<T> get(String name, Class<T> type) {
        Part part = find(name);
        return part == null ? Optional.empty() : Optional.ofNullable(part.value).map(type::cast);
    }

    /** The value of a part that the pattern makes sure of. */
    <T> T need(String name, Class<T> type) {
        return get(name, type).orElseThrow(() -> new IllegalStateException("no " + name));
    }

    int number(String name) {
        return get(name, Integer.class).orElse(0);
    }

    /** The word as matched, in lower case, or "". */
    String word(String name) {
        Part part = find(name);
        return part == null ? "" : pieces.at(part.from).lower();
    }

    int start(String name) {
        Part part = find(name);
        return part == null ? from : part.from;
    }

    int end(String name) {
        Part part = find(name);
        return part == null ? to : part.to;
    }
}
