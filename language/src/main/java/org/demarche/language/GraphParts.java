package org.demarche.language;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts together a graph that is stored without the table of word embeddings, which another graph has as well.
 *
 * <p>ONNX files are protocol buffers, of which two that stand one after the other are read as one with the parts of both: a model (field 7 its graph) with nothing but the table's
 * initialisers (field 5 of the graph, field 8 of each its name) is set behind the stored one.
 */
final class GraphParts {
    private static final int GRAPH = 7, INITIALISER = 5, NAME = 8, BYTES = 2;

    private static final List<String> TABLE = List.of("encoder.word", "encoder.word.scale");

    private GraphParts() {}

    /** A part of a message: the field's number and where its content lies. */
    private record Field(int number, int start, int end) {}

    /**
     * @param graph without the table
     * @param whole a graph that has it
     */
    static byte[] withTable(byte[] graph, byte[] whole) {
        List<byte[]> found = new ArrayList<>();
        for (Field model : fields(whole, 0, whole.length)) {
            for (Field part : model.number() == GRAPH ? fields(whole, model.start(), model.end()) : List.<Field>of()) {
                if (part.number() == INITIALISER && TABLE.contains(name(whole, part))) {
                    found.add(Arrays.copyOfRange(whole, part.start(), part.end()));
                }
            }
        }
        if (found.size() != TABLE.size()) {
            throw new IllegalStateException("the sentence model has no table of word embeddings");
        }
        int inner = found.stream().mapToInt(f -> 1 + size(f.length) + f.length).sum();
        ByteBuffer out =
                ByteBuffer.allocate(graph.length + 1 + size(inner) + inner).order(ByteOrder.LITTLE_ENDIAN);
        out.put(graph);
        begin(out, GRAPH, inner);
        for (byte[] each : found) {
            begin(out, INITIALISER, each.length);
            out.put(each);
        }
        return out.array();
    }

    private static String name(byte[] bytes, Field initialiser) {
        return fields(bytes, initialiser.start(), initialiser.end()).stream()
                .filter(f -> f.number() == NAME)
                .map(f -> new String(bytes, f.start(), f.end() - f.start(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    /** The fields of a message that have a length of their own; others are passed over. */
    private static List<Field> fields(byte[] bytes, int start, int end) {
        List<Field> out = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bytes, start, end - start).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int key = (int) number(in);
            switch (key & 7) {
                case 0 -> number(in);
                case 1 -> in.position(in.position() + Long.BYTES);
                case BYTES -> {
                    int length = (int) number(in);
                    out.add(new Field(key >>> 3, in.position(), in.position() + length));
                    in.position(in.position() + length);
                }
                case 5 -> in.position(in.position() + Integer.BYTES);
                default -> throw new IllegalStateException("not a graph: field of kind " + (key & 7));
            }
        }
        return out;
    }

    private static long number(ByteBuffer in) {
        long out = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            out |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return out;
            }
        }
    }

    private static int size(int length) {
        int out = 1;
        for (int rest = length >>> 7; rest > 0; rest >>>= 7) {
            out++;
        }
        return out;
    }

    private static void begin(ByteBuffer out, int field, int length) {
        out.put((byte) (field << 3 | BYTES));
        int rest = length;
        while (rest > 0x7F) {
            out.put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }
}
