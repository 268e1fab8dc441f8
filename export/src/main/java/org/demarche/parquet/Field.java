package org.demarche.parquet;

import java.util.ArrayList;
import java.util.List;

/**
 * A typed field of a table.
 *
 * @param isList whether it holds a list of its kind
 * @param fields what an object has; empty for the other kinds
 */
record Field(String name, Kind kind, boolean isList, List<Field> fields) {

    /** What a value is. */
    enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        TRUTH,
        /** A text that is JSON: objects whose keys differ from row to row. */
        JSON,
        OBJECT
    }

    Field {
        fields = List.copyOf(fields);
    }

    /**
     * Reads fields: {@code id:s} a text, {@code chars:i} a whole number, {@code score:d} a number, {@code disputed:b} true or false,
     * {@code readings:j} JSON, {@code contexts*:s} a list, {@code date{start:s end:s}} an object, {@code actors*{id:s}} a list of objects.
     */
    static List<Field> parse(String text) {
        return new Parser(text).fields();
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        List<Field> fields() {
            List<Field> out = new ArrayList<>();
            while (at < text.length() && text.charAt(at) != '}') {
                if (text.charAt(at) == ' ') {
                    at++;
                } else {
                    out.add(field());
                }
            }
            return out;
        }

        private Field field() {
            int start = at;
            while (":{*".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String name = text.substring(start, at);
            boolean list = text.charAt(at) == '*';
            at += list ? 1 : 0;
            char mark = text.charAt(at++);
            if (mark == '{') {
                List<Field> inner = fields();
                at++;
                return new Field(name, Kind.OBJECT, list, inner);
            }
            Kind kind = switch (text.charAt(at++)) {
                case 's' -> Kind.TEXT;
                case 'i' -> Kind.WHOLE;
                case 'd' -> Kind.NUMBER;
                case 'b' -> Kind.TRUTH;
                case 'j' -> Kind.JSON;
                default -> throw new IllegalArgumentException("no such kind at " + (at - 1) + " of " + text);
            };
            return new Field(name, kind, list, List.of());
        }
    }
}
