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
    private final List<String> labels;

    /**
     * @param graph word pieces [1,L] and the places of words' first pieces [W] to the logarithms of the labels' probabilities [1,W,labels]
     * @param labels the first for no act, then {@code TYPE} or {@code TYPE.mode}
     */
    ActNetwork(OrtEnvironment environment, byte[] graph, List<String> labels) {
        this.environment = environment;
        this.labels = List.copyOf(labels);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(graph, options);
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
            OnnxTensor act = (OnnxTensor)
                    result.get("act").orElseThrow(() -> new IllegalStateException("the model does not give act"));
            FloatBuffer scores = act.getFloatBuffer();
            List<ActGuess> out = new ArrayList<>();
            float[] row = new float[labels.size()];
            for (int word = 0; word < words; word++) {
                scores.get((word + 1) * labels.size(), row);
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

    private @Nullable ActGuess guess(int word, float[] row) {
        Map<String, Double> types = new LinkedHashMap<>();
        for (int i = 1; i < row.length; i++) {
            types.merge(type(i), Math.exp(row[i]), Double::sum);
        }
        Map.Entry<String, Double> best =
                types.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        if (best.getValue() < LEAST) {
            return null;
        }
        String mode = null;
        for (int i = 1; i < row.length; i++) {
            boolean most = Math.exp(row[i]) > MOST_OF * best.getValue();
            if (most && type(i).equals(best.getKey()) && labels.get(i).indexOf('.') > 0) {
                mode = labels.get(i).substring(labels.get(i).indexOf('.') + 1);
            }
        }
        return new ActGuess(word, best.getKey(), mode, Math.round(best.getValue() * 1000) / 1000.0);
    }

    private String type(int label) {
        String name = labels.get(label);
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
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
