// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Multi-layer perceptrons on OpenML data sets, as the surrogate {@code lcbench} of YAHPO Gym knows them (Pfisterer and others,
 * AutoML 2022): after all 52 epochs, 100 minus the validation accuracy in percent.
 */
final class LcBench {

    static final String SUITE = "yahpo";

    private static final List<String> INPUTS = List.of(
            "epoch",
            "batch_size",
            "learning_rate",
            "momentum",
            "weight_decay",
            "num_layers",
            "max_units",
            "max_dropout");
    private static final String TASK = "OpenML_task_id";
    private static final int EPOCHS = 52;
    private static final int ACCURACY = 1;

    private final Surrogate surrogate;
    private final Entry codes;
    private final PlainSpace space;

    /**
     * Reads the surrogate.
     *
     * @param folder holds {@code model.onnx}, {@code encoding.json} and {@code config_space.json}, or a folder {@code lcbench}
     *     that does
     */
    LcBench(Path folder) {
        Path files = Files.isDirectory(folder.resolve("lcbench")) ? folder.resolve("lcbench") : folder;
        this.codes = Entry.read(files.resolve("encoding.json")).entry(TASK);
        this.space = new PlainSpace(Entry.read(files.resolve("config_space.json")).entries("hyperparameters").stream()
                .filter(entry -> !List.of(TASK, "epoch").contains(entry.text("name")))
                .map(LcBench::parameter)
                .toList());
        this.surrogate = new Surrogate(files.resolve("model.onnx"));
    }

    /** Returns the problem of one data set. Its optimum is the smallest value that a long search finds. */
    Problem problem(String task) {
        int code = code(task);
        return new Problem(
                "lcbench-" + task,
                SUITE,
                space,
                point -> errors(code, List.of(point))[0],
                new LongSearch(space, points -> errors(code, points)).range());
    }

    /**
     * Returns the curves of one data set, after each epoch.
     *
     * @param range the one of {@link #problem}, which takes long to find
     */
    CurveProblem curves(String task, Problem.Range range) {
        int code = code(task);
        return new CurveProblem("lcbench-" + task, space, EPOCHS, point -> curve(code, point), range);
    }

    private int code(String task) {
        if (!codes.has(task)) {
            throw new ProblemException(
                    "task (" + task + ") must be one of " + codes.members().keySet());
        }
        return (int) codes.whole(task);
    }

    private double[] curve(int code, Configuration point) {
        float[][] epochs = new float[EPOCHS][];
        Arrays.setAll(epochs, epoch -> {
            float[] inputs = inputs(point);
            inputs[0] = epoch + 1;
            return inputs;
        });
        return errors(surrogate.results(code, epochs));
    }

    private static double[] errors(float[][] results) {
        return Arrays.stream(results).mapToDouble(row -> 100.0 - row[ACCURACY]).toArray();
    }

    private double[] errors(int code, List<Configuration> points) {
        return errors(surrogate.results(code, points.stream().map(this::inputs).toArray(float[][]::new)));
    }

    private float[] inputs(Configuration point) {
        Map<String, Object> values = point.asMap();
        float[] inputs = new float[INPUTS.size()];
        for (int i = 0; i < inputs.length; i++) {
            Object value = values.getOrDefault(INPUTS.get(i), EPOCHS);
            inputs[i] = ((Number) value).floatValue();
        }
        return inputs;
    }

    private static Parameter<?> parameter(Entry entry) {
        Scope place = Scope.root().child(entry.text("name"));
        Scale scale = entry.isTrue("log") ? Scale.LOG : Scale.LINEAR;
        return switch (entry.text("type")) {
            case "uniform_int" ->
                Parameter.ofLong(place, IntegerDomain.of(scale, entry.whole("lower"), entry.whole("upper")));
            case "uniform_float" ->
                Parameter.ofDouble(place, RealDomain.of(scale, entry.number("lower"), entry.number("upper")));
            default ->
                throw new ProblemException(
                        entry.source() + ": type (" + entry.text("type") + ") must be uniform_int or uniform_float");
        };
    }

    static List<Problem> problems(Path folder, List<String> tasks) {
        LcBench bench = new LcBench(folder);
        List<Problem> problems = new ArrayList<>();
        tasks.forEach(task -> problems.add(bench.problem(task)));
        return problems;
    }
}
