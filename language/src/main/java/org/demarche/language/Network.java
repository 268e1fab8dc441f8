package org.demarche.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The two graphs of the model. Each run uses one thread, the caller's; several threads may run it at once.
 *
 * <p>Nothing that is computed for a sentence depends on its batch: sentences of a batch have the same padded length, matrices are multiplied row by row with whole numbers, and everything else
 * stays within a word piece or a sentence.
 */
final class Network implements AutoCloseable {

    /** Room for the runtime's start: it matches the whole command line against a pattern, with some hundred bytes of stack a character. */
    private static final long START_STACK = 512L << 20;

    private final OrtEnvironment environment = environment();
    private final OrtSession sentences;
    private final OrtSession relations;

    Network(byte[] sentenceGraph, byte[] relationGraph) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            sentences = environment.createSession(sentenceGraph, options);
            relations = environment.createSession(relationGraph, options);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model cannot be loaded", e);
        }
    }

    /** The runtime, started where a long command line does not break it, with its reports to its makers off. */
    private static OrtEnvironment environment() {
        FutureTask<OrtEnvironment> task = new FutureTask<>(OrtEnvironment::getEnvironment);
        Thread start = new Thread(null, task, "demarche-engine-start", START_STACK);
        start.setDaemon(true);
        start.start();
        try {
            OrtEnvironment environment = task.get();
            environment.setTelemetry(false);
            return environment;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sentence model was being loaded", e);
        } catch (ExecutionException | OrtException e) {
            throw new IllegalStateException("the runtime of the sentence model cannot be started", e);
        }
    }

    /**
     * What the network says of one sentence, by word from 0 (the root is not among the words here).
     *
     * @param arcs scores by word and head, both from 0 for the root
     * @param dependents for every word from 0 for the root, its vector as a dependent
     * @param heads the same as a head
     */
    record Reading(
            int[] upos,
            int[] xpos,
            int[] lemma,
            float[][] names,
            float[][] arcs,
            float[][] dependents,
            float[][] heads) {}

    /** Runs sentences of the same padded length. */
    List<Reading> read(List<Features> batch) {
        int rows = batch.size(), length = batch.get(0).paddedLength();
        long[] pieces = new long[rows * length],
                cases = new long[rows * length],
                first = new long[rows * length],
                wordCases = new long[rows * length];
        float[] present = new float[rows * length];
        for (int b = 0; b < rows; b++) {
            Features features = batch.get(b);
            if (features.paddedLength() != length) {
                throw new IllegalArgumentException(
                        "lengths differ in a batch: " + length + " and " + features.paddedLength());
            }
            for (int i = 0; i < features.pieces().length; i++) {
                pieces[b * length + i] = features.pieces()[i];
                cases[b * length + i] = features.cases()[i];
                present[b * length + i] = 1;
            }
            for (int i = 0; i < features.first().length; i++) {
                first[b * length + i] = features.first()[i];
                wordCases[b * length + i] = features.wordCases()[i];
            }
        }
        long[] shape = {rows, length};
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            inputs.put("pieces", OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape));
            inputs.put("cases", OnnxTensor.createTensor(environment, LongBuffer.wrap(cases), shape));
            inputs.put("present", OnnxTensor.createTensor(environment, FloatBuffer.wrap(present), shape));
            inputs.put("first", OnnxTensor.createTensor(environment, LongBuffer.wrap(first), shape));
            inputs.put("word_cases", OnnxTensor.createTensor(environment, LongBuffer.wrap(wordCases), shape));
            try (OrtSession.Result result = sentences.run(inputs)) {
                return readings(batch, length, result);
            }
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "the sentence model failed on " + rows + " sentences of " + length + " pieces", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static List<Reading> readings(List<Features> batch, int length, OrtSession.Result result) {
        IntBuffer upos = tensor(result, "upos").getIntBuffer(),
                xpos = tensor(result, "xpos").getIntBuffer(),
                lemma = tensor(result, "lemma").getIntBuffer();
        OnnxTensor name = tensor(result, "name"), vector = tensor(result, "dependent");
        int names = (int) name.getInfo().getShape()[2],
                width = (int) vector.getInfo().getShape()[2];
        FloatBuffer nameScores = name.getFloatBuffer(),
                arcs = tensor(result, "arc").getFloatBuffer();
        FloatBuffer dependents = vector.getFloatBuffer(),
                heads = tensor(result, "head").getFloatBuffer();
        List<Reading> out = new ArrayList<>(batch.size());
        for (int b = 0; b < batch.size(); b++) {
            int words = batch.get(b).words(), base = b * length;
            out.add(new Reading(
                    part(upos, base + 1, words),
                    part(xpos, base + 1, words),
                    part(lemma, base + 1, words),
                    rows(nameScores, (base + 1) * names, names, words, names),
                    rows(arcs, base * length, length, words + 1, words + 1),
                    rows(dependents, base * width, width, words + 1, width),
                    rows(heads, base * width, width, words + 1, width)));
        }
        return out;
    }

    private static int[] part(IntBuffer from, int start, int count) {
        int[] out = new int[count];
        from.get(start, out);
        return out;
    }

    private static float[][] rows(FloatBuffer from, int start, int stride, int count, int width) {
        float[][] out = new float[count][width];
        for (int i = 0; i < count; i++) {
            from.get(start + i * stride, out[i]);
        }
        return out;
    }

    /**
     * Scores of the relations of words to their heads.
     *
     * @param dependents one vector for each word
     * @param heads the vector of its head, for each word
     */
    float[][] relations(List<float[]> dependents, List<float[]> heads) {
        int count = dependents.size(), width = dependents.get(0).length, rows = Math.max(count, 2);
        FloatBuffer left = FloatBuffer.allocate(rows * width), right = FloatBuffer.allocate(rows * width);
        for (int i = 0; i < count; i++) {
            left.put(i * width, dependents.get(i));
            right.put(i * width, heads.get(i));
        }
        long[] shape = {rows, width};
        try (OnnxTensor dependent = OnnxTensor.createTensor(environment, left, shape);
                OnnxTensor head = OnnxTensor.createTensor(environment, right, shape);
                OrtSession.Result result = relations.run(Map.of("dependent", dependent, "head", head))) {
            OnnxTensor scores = tensor(result, "relation");
            int labels = (int) scores.getInfo().getShape()[1];
            return rows(scores.getFloatBuffer(), 0, labels, count, labels);
        } catch (OrtException e) {
            throw new IllegalStateException("the relation model failed on " + count + " words", e);
        }
    }

    private static OnnxTensor tensor(OrtSession.Result result, String name) {
        return (OnnxTensor)
                result.get(name).orElseThrow(() -> new IllegalStateException("the model does not give " + name));
    }

    @Override
    public void close() {
        try {
            sentences.close();
            relations.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model cannot be closed", e);
        }
    }
}
