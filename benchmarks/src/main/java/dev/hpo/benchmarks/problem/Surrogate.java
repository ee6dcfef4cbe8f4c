// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * A neural network that was fitted to training runs, as an ONNX file with the inputs {@code x_cat} (whole numbers, one row a
 * configuration) and {@code x_cont} (numbers), and one row of results for each. Safe for use by several threads.
 */
final class Surrogate {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Path file;

    Surrogate(Path file) {
        this.file = file;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(file.toString(), options);
        } catch (OrtException e) {
            throw new ProblemException(file + " cannot be read as an ONNX model: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the results of some configurations.
     *
     * @param category the one categorical input of all of them
     * @param points the other inputs, a row for each
     */
    float[][] results(int category, float[][] points) {
        int[][] categories = new int[points.length][1];
        Arrays.setAll(categories, row -> new int[] {category});
        try (OnnxTensor categorical = OnnxTensor.createTensor(environment, categories);
                OnnxTensor continuous = OnnxTensor.createTensor(environment, points);
                OrtSession.Result result = session.run(Map.of("x_cat", categorical, "x_cont", continuous))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new ProblemException(file + " cannot be run: " + e.getMessage(), e);
        }
    }
}
