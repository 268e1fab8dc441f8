package org.demarche.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.model.ActGuess;
import org.jspecify.annotations.Nullable;

/** The graph that tells which words of a sentence tell an act, and of what PLOVER type. One thread, the caller's; several threads may run it at once. */
final class ActNetwork implements AutoCloseable {
    /** Less sure guesses are not worth handing on. */
    private static final double LEAST = 0.2;

    /** A mode is given where it has this share of its type's score. */
    private static final double MOST_OF = 0.5;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String[] types;
    private final @Nullable String[] modes;

    /**
     * @param graph word pieces [1,L] and the places of words' first pieces [W] to the logarithms of the labels' probabilities [1,W,labels]
     * @param labels the first for no act, then {@code TYPE} or {@code TYPE.mode}
     */
    ActNetwork(OrtEnvironment environment, byte[] graph, List<String> labels) {
        this.environment = environment;
        types = new String[labels.size()];
        modes = new String[labels.size()];
        for (int i = 0; i < types.length; i++) {
            String[] parts = labels.get(i).split("\\.", 2);
            types[i] = parts[0];
            modes[i] = parts.length > 1 ? parts[1] : null;
        }
        try {
            session = Network.open(environment, graph);
        } catch (OrtException e) {
            throw new IllegalStateException("the model of acts cannot be loaded", e);
        }
    }

    /**
     * The guesses for the words of one sentence or window of one, in text order.
     *
     * @param first index of its first word
     */
    List<ActGuess> read(Features features, int first) {
        int words = features.first().length - 1;
        try (OnnxTensor pieces = Tensors.whole(environment, features.pieces(), 1);
                OnnxTensor places = Tensors.whole(environment, features.first(), 0);
                OrtSession.Result result = session.run(Map.of("pieces", pieces, "first", places))) {
            FloatBuffer scores = Network.tensor(result, "act").getFloatBuffer();
            List<ActGuess> out = new ArrayList<>();
            float[] row = new float[types.length];
            for (int word = 0; word < words; word++) {
                scores.get((word + 1) * types.length, row);
                ActGuess guess = guess(first + word, row);
                if (guess != null) {
                    out.add(guess);
                }
            }
            return out;
        } catch (OrtException e) {
            throw new IllegalStateException("the model of acts failed on " + words + " words", e);
        }
    }

    /** @param row logarithms of the labels' probabilities */
    private @Nullable ActGuess guess(int word, float[] row) {
        if (Math.exp(row[0]) > 1 - LEAST) {
            return null;
        }
        Map<String, Double> byType = new LinkedHashMap<>();
        for (int i = 1; i < row.length; i++) {
            byType.merge(types[i], Math.exp(row[i]), Double::sum);
        }
        Map.Entry<String, Double> best =
                byType.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        if (best.getValue() < LEAST) {
            return null;
        }
        String mode = null;
        for (int i = 1; i < row.length; i++) {
            boolean most = Math.exp(row[i]) > MOST_OF * best.getValue();
            if (most && modes[i] != null && types[i].equals(best.getKey())) {
                mode = modes[i];
            }
        }
        return new ActGuess(word, best.getKey(), mode, Math.round(best.getValue() * 1000) / 1000.0);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the model of acts cannot be closed", e);
        }
    }
}
