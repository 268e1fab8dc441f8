package org.demarche.language;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** What is handed to the graphs. */
final class Tensors {
    private Tensors() {}

    /** A tensor of whole numbers in one row, or, with no leading dimension, in a line. */
    static OnnxTensor whole(OrtEnvironment environment, int[] numbers, int leading) throws OrtException {
        LongBuffer buffer = LongBuffer.allocate(numbers.length);
        for (int number : numbers) {
            buffer.put(number);
        }
        return OnnxTensor.createTensor(
                environment,
                buffer.flip(),
                leading == 0 ? new long[] {numbers.length} : new long[] {1, numbers.length});
    }

    /** A matrix of these rows, all of one width and at least one. */
    static OnnxTensor rows(OrtEnvironment environment, float[][] rows) throws OrtException {
        int width = rows[0].length;
        FloatBuffer buffer = FloatBuffer.allocate(rows.length * width);
        for (float[] row : rows) {
            buffer.put(row);
        }
        return OnnxTensor.createTensor(environment, buffer.flip(), new long[] {rows.length, width});
    }
}
