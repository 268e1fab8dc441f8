package org.demarche.relate;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.relate.PairFeatures.Block;

/**
 * Logistic regression over the features of a pair, with a vector for each common word of English, so that words which no training sentence has still tell
 * something. Trained on sentences of our own only; {@code eval/relations} makes it, its card is {@code eval/relations/MODEL_CARD.md}. Immutable.
 */
public final class RelationModel {
    private static final String FILE = "relations.bin";
    private static final int VERSION = 1;

    private final String[] types;
    private final Map<String, byte[]> vectors;
    private final Map<String, float[]> weights;
    private final float[][] dense;
    private final float[] bias;
    private final int dimensions;

    private RelationModel(DataInputStream in) throws IOException {
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("version " + version + " of " + FILE + " is not known");
        }
        types = new String[in.readInt()];
        for (int i = 0; i < types.length; i++) {
            types[i] = in.readUTF();
        }
        dimensions = in.readInt();
        int words = in.readInt();
        vectors = new HashMap<>(words * 2);
        for (int i = 0; i < words; i++) {
            String word = in.readUTF();
            byte[] vector = new byte[dimensions];
            in.readFully(vector);
            vectors.put(word, vector);
        }
        int names = in.readInt();
        weights = new HashMap<>(names * 2);
        for (int i = 0; i < names; i++) {
            String name = in.readUTF();
            weights.put(name, floats(in));
        }
        dense = new float[Block.values().length * dimensions][];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = floats(in);
        }
        bias = floats(in);
    }

    private float[] floats(DataInputStream in) throws IOException {
        float[] out = new float[types.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = in.readFloat();
        }
        return out;
    }

    /** The model that is shipped. */
    public static RelationModel load() {
        try (InputStream in = RelationModel.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the model lacks " + FILE);
            }
            return new RelationModel(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** The probability of every PLOVER type, in the order of the model. */
    public Map<String, Double> probabilities(PairFeatures features) {
        double[] scores = new double[types.length];
        add(scores, bias, 1);
        for (String name : features.names()) {
            float[] row = weights.get(name);
            if (row != null) {
                add(scores, row, 1);
            }
        }
        for (Block block : Block.values()) {
            double[] mean = mean(features.in(block));
            for (int d = 0; d < dimensions; d++) {
                add(scores, dense[block.ordinal() * dimensions + d], mean[d]);
            }
        }
        double top = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            top = Math.max(top, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - top);
            sum += scores[i];
        }
        Map<String, Double> out = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            out.put(types[i], scores[i] / sum);
        }
        return out;
    }

    private static void add(double[] scores, float[] row, double by) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] += row[i] * by;
        }
    }

    private double[] mean(List<String> words) {
        double[] sum = new double[dimensions];
        int known = 0;
        for (String word : words) {
            byte[] vector = vectors.get(word);
            if (vector != null) {
                known++;
                for (int d = 0; d < dimensions; d++) {
                    sum[d] += vector[d] / 127.0;
                }
            }
        }
        for (int d = 0; known > 0 && d < dimensions; d++) {
            sum[d] /= known;
        }
        return sum;
    }
}
