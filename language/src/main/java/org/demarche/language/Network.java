package org.demarche.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The two graphs of the model. Each run uses one thread, the caller's; several threads may run it at once.
 *
 * <p>Sentences are read one at a time: what a matrix is multiplied with becomes whole numbers by the range of its values in the sentence, so nothing that is computed for a sentence can depend on
 * others.
 */
final class Network implements AutoCloseable {

    /** Room for the runtime's start: it matches the whole command line against a pattern, with some hundred bytes of stack a character. */
    private static final long START_STACK = 512L << 20;

    private final OrtEnvironment environment = environment();
    private final OrtSession sentences;
    private final OrtSession relations;

    Network(byte[] sentenceGraph, byte[] relationGraph) {
        try {
            sentences = open(environment, sentenceGraph);
            relations = open(environment, relationGraph);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model cannot be loaded", e);
        }
    }

    /** A graph ready to run, each time on the thread that calls it. */
    static OrtSession open(OrtEnvironment environment, byte[] graph) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            return environment.createSession(graph, options);
        }
    }

    OrtEnvironment runtime() {
        return environment;
    }

    /** The runtime, started where a long command line does not break it, with its reports to its makers off. */
    private static OrtEnvironment environment() {
        EngineLibrary.keep();
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

    Reading read(Features features) {
        int words = features.first().length;
        try (OnnxTensor pieces = Tensors.whole(environment, features.pieces(), 1);
                OnnxTensor cases = Tensors.whole(environment, features.cases(), 1);
                OnnxTensor first = Tensors.whole(environment, features.first(), 0);
                OnnxTensor wordCases = Tensors.whole(environment, features.wordCases(), 1);
                OrtSession.Result result = sentences.run(
                        Map.of("pieces", pieces, "cases", cases, "first", first, "word_cases", wordCases))) {
            return new Reading(
                    part(tensor(result, "upos").getIntBuffer(), words - 1),
                    part(tensor(result, "xpos").getIntBuffer(), words - 1),
                    part(tensor(result, "lemma").getIntBuffer(), words - 1),
                    rows(tensor(result, "name"), 1, words - 1),
                    rows(tensor(result, "arc"), 0, words),
                    rows(tensor(result, "dependent"), 0, words),
                    rows(tensor(result, "head"), 0, words));
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model failed on " + words + " words", e);
        }
    }

    /** All but the root's. */
    private static int[] part(IntBuffer from, int count) {
        int[] out = new int[count];
        from.get(1, out);
        return out;
    }

    /** Rows of a matrix, from a first one on; the matrix is the last two dimensions of the tensor. */
    private static float[][] rows(OnnxTensor tensor, int first, int count) {
        long[] shape = tensor.getInfo().getShape();
        int width = (int) shape[shape.length - 1];
        FloatBuffer from = tensor.getFloatBuffer();
        float[][] out = new float[count][width];
        for (int i = 0; i < count; i++) {
            from.get((first + i) * width, out[i]);
        }
        return out;
    }

    /**
     * Scores of the relations of a sentence's words to their heads.
     *
     * @param heads the head of each word from 1, the root's place 0 unused; heads count from 0 for the root
     * @return by word from 0
     */
    float[][] relations(Reading reading, int[] heads) {
        int count = heads.length - 1;
        float[][] left = new float[count][], right = new float[count][];
        for (int i = 0; i < count; i++) {
            left[i] = reading.dependents()[i + 1];
            right[i] = reading.heads()[heads[i + 1]];
        }
        try (OnnxTensor dependent = Tensors.rows(environment, left);
                OnnxTensor head = Tensors.rows(environment, right);
                OrtSession.Result result = relations.run(Map.of("dependent", dependent, "head", head))) {
            return rows(tensor(result, "relation"), 0, count);
        } catch (OrtException e) {
            throw new IllegalStateException("the relation model failed on " + count + " words", e);
        }
    }

    static OnnxTensor tensor(OrtSession.Result result, String name) {
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
