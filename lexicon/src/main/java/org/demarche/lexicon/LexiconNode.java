package org.demarche.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text, a list or a mapping in a file of the lexicon, and the line on which it begins. What lies below it is read when it is asked for, so that what nobody asks for costs nothing. Immutable.
 *
 * <p>In its packed form a node is a letter for what it is, its line, and its length in bytes; then the text, or the nodes of the list, or keys and values in turn. Numbers are written in groups of
 * seven bits, the lowest first, with the eighth bit set on all but the last.
 */
public final class LexiconNode {
    static final char TEXT = 't';
    static final char WIDE_TEXT = 'T';
    static final char WHOLE = 'i';
    static final char REAL = 'f';
    static final char TRUTH = 'b';
    static final char NOTHING = 'n';
    static final char LIST = 'l';
    static final char MAPPING = 'm';

    private final byte[] packed;
    private final char kind;
    private final int line;
    private final int start;
    private final int end;

    private LexiconNode(byte[] packed, int at) {
        this.packed = packed;
        kind = (char) packed[at];
        int next = at + 1;
        line = number(packed, next);
        next += width(packed, next);
        int length = number(packed, next);
        start = next + width(packed, next);
        end = start + length;
    }

    static LexiconNode of(byte[] packed) {
        return new LexiconNode(packed, 0);
    }

    private static int number(byte[] packed, int at) {
        int value = 0;
        for (int i = at, shift = 0; ; i++, shift += 7) {
            value |= (packed[i] & 0x7f) << shift;
            if (packed[i] >= 0) {
                return value;
            }
        }
    }

    private static int width(byte[] packed, int at) {
        int i = at;
        while (packed[i] < 0) {
            i++;
        }
        return i - at + 1;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    public boolean isList() {
        return kind == LIST;
    }

    public boolean isMapping() {
        return kind == MAPPING;
    }

    /** Whether it is a text; a number or a truth value is one too, as it is written. */
    public boolean isText() {
        return !isList() && !isMapping();
    }

    /** A text as it is written. */
    public String text() {
        if (!isText()) {
            throw new IllegalStateException("no text in line " + line);
        }
        return new String(
                packed, start, end - start, kind == WIDE_TEXT ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    /** The nodes of a list; of a mapping, keys and values in turn; none of a text. */
    public List<LexiconNode> nodes() {
        List<LexiconNode> out = new ArrayList<>();
        for (int at = start; !isText() && at < end; ) {
            LexiconNode each = new LexiconNode(packed, at);
            out.add(each);
            at = each.end;
        }
        return out;
    }

    /** What it holds as YAML's JSON schema has it: {@code String}, {@code Integer} or {@code Long}, {@code Double}, {@code Boolean}, {@code List}, {@code Map} or null. */
    public @Nullable Object value() {
        return switch (kind) {
            case WHOLE -> whole(text());
            case REAL -> Double.valueOf(text());
            case TRUTH -> Boolean.valueOf(text());
            case NOTHING -> null;
            case LIST -> {
                List<@Nullable Object> out = new ArrayList<>();
                nodes().forEach(each -> out.add(each.value()));
                yield out;
            }
            case MAPPING -> {
                Map<@Nullable Object, @Nullable Object> out = new LinkedHashMap<>();
                List<LexiconNode> nodes = nodes();
                for (int i = 0; i < nodes.size(); i += 2) {
                    Object key = nodes.get(i).value();
                    if (out.containsKey(key)) {
                        throw new IllegalStateException("'" + key + "' stands twice, in line "
                                + nodes.get(i).line());
                    }
                    out.put(key, nodes.get(i + 1).value());
                }
                yield out;
            }
            default -> text();
        };
    }

    private static Object whole(String text) {
        long value = Long.parseLong(text);
        if (value == (int) value) {
            return (int) value;
        }
        return value;
    }
}
