// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import static dev.hpo.testkit.Formulas.square;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Problems of which a part of the space has no value: there a trial fails. Of three the optimum is on the boundary of that part, of three
 * it is away from it by more than a fifth of a range.
 */
final class FailingProblems {

    /** The suite of those with the optimum on the boundary. */
    static final String BOUNDARY = "boundary";

    /** The suite of those with the optimum away from it. */
    static final String INSIDE = "inside";

    private static final int SAMPLE = 20_000;

    private FailingProblems() {}

    static List<Problem> all() {
        return List.of(edge(), memory(), divergence(), corner(), solver(), ball());
    }

    /** The smaller the better, down to where it fails; a choice does not matter. */
    private static Problem edge() {
        Parameter<Double> x = Parameters.real("x", Scale.LINEAR, -1, 1);
        Parameter<String> k = Parameters.choice("k", List.of("a", "b"));
        return problem("edge", BOUNDARY, 0.5, List.of(x, k), point -> fails(point.get(x) <= 0.5, point.get(x)));
    }

    /** A network that is the better the larger it is, until it does not fit into the memory. */
    private static Problem memory() {
        Parameter<Long> units = log("units", 16, 1024);
        Parameter<Long> layers = Parameters.whole("layers", 1, 8);
        Parameter<Long> batch = log("batch", 8, 512);
        Parameter<Double> rate = Parameters.real("learningRate", Scale.LOG, 1e-5, 1);
        return problem("memory", BOUNDARY, memoryOptimum(), List.of(units, layers, batch, rate), point -> {
            double value = memory(point.get(units), point.get(layers), point.get(batch));
            return value + 0.3 * square(Math.log10(point.get(rate)) + 2.5);
        });
    }

    private static double memory(long units, long layers, long batch) {
        boolean isTooLarge = units * layers * batch > 50_000;
        return fails(isTooLarge, 0.15 * (10 - log2(units)) + 0.06 * (8 - layers) + 0.05 * Math.abs(log2(batch) - 6));
    }

    private static double memoryOptimum() {
        double best = Double.POSITIVE_INFINITY;
        for (long layers = 1; layers <= 8; layers++) {
            for (long batch = 8; batch <= 512; batch++) {
                // The more units the better.
                long units = Math.min(1024, 50_000 / (layers * batch));
                if (units >= 16) {
                    best = Math.min(best, memory(units, layers, batch));
                }
            }
        }
        return best;
    }

    /** A training that is the faster the longer its steps are, until it diverges. */
    private static Problem divergence() {
        Parameter<Double> rate = Parameters.real("learningRate", Scale.LOG, 1e-4, 10);
        Parameter<Double> momentum = Parameters.real("momentum", Scale.ONE_MINUS_LOG, 0, 0.999);
        Parameter<Double> decay = Parameters.real("decay", Scale.LOG, 1e-6, 1);
        return problem("divergence", BOUNDARY, 0, List.of(rate, momentum, decay), point -> {
            double length = Math.log10(point.get(rate) / (1 - point.get(momentum)));
            double away = Math.log10(1 - point.get(momentum)) + 1;
            return fails(length > 0, -0.3 * length + 0.2 * square(away))
                    + 0.05 * square(Math.log10(point.get(decay)) + 4);
        });
    }

    /** A corner fails. */
    private static Problem corner() {
        List<Parameter<Double>> x = Parameters.box(3, Scale.LINEAR, 0, 1);
        return problem("corner", INSIDE, 0, x, point -> {
            double first = point.get(x.get(0));
            double second = point.get(x.get(1));
            double value = square(first - 0.25) + square(second - 0.25) + 0.5 * square(point.get(x.get(2)) - 0.6);
            return fails(first > 0.55 && second > 0.45, value);
        });
    }

    /** One choice fails always, another one half of the time. */
    private static Problem solver() {
        Parameter<String> k = Parameters.choice("solver", List.of("a", "b", "c", "d"));
        List<Parameter<Double>> x = Parameters.box(2, Scale.LINEAR, 0, 1);
        double[] offsets = {0, 0.1, 0, 0.05};
        return problem("solver", INSIDE, 0, List.of(k, x.get(0), x.get(1)), point -> {
            int kind = "abcd".indexOf(point.get(k));
            double value = offsets[kind] + square(point.get(x.get(0)) - 0.4) + square(point.get(x.get(1)) - 0.6);
            return fails(kind == 2 || (kind == 3 && point.get(x.get(0)) > 0.5), value);
        });
    }

    /** All fails but for a ball, in which the optimum is. */
    private static Problem ball() {
        List<Parameter<Double>> x = Parameters.box(3, Scale.LINEAR, 0, 1);
        return problem("ball", INSIDE, 0, x, point -> {
            double distance = x.stream()
                    .mapToDouble(axis -> square(point.get(axis) - 0.5))
                    .sum();
            double value = square(point.get(x.get(0)) - 0.45)
                    + 2 * square(point.get(x.get(1)) - 0.55)
                    + square(point.get(x.get(2)) - 0.5);
            return fails(distance > square(0.45), value);
        });
    }

    private static double fails(boolean isSo, double value) {
        return isSo ? Double.NaN : value;
    }

    private static double log2(long value) {
        return Math.log((double) value) / Math.log(2);
    }

    private static Parameter<Long> log(String name, long min, long max) {
        return Parameter.ofLong(Scope.root().child(name), IntegerDomain.of(Scale.LOG, min, max));
    }

    /** The median of random points is of those that do not fail. */
    private static Problem problem(
            String name,
            String suite,
            double optimum,
            List<? extends Parameter<?>> parameters,
            ToDoubleFunction<Configuration> function) {
        PlainSpace space = new PlainSpace(List.copyOf(parameters));
        RandomGenerator random = SplitMix.of(0);
        double[] values = DoubleStream.generate(() -> function.applyAsDouble(
                        space.choose(parameter -> parameter.domain().fromUnit(random.nextDouble()))))
                .limit(SAMPLE)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return new Problem(name, suite, space, function, new Problem.Range(optimum, new Median().evaluate(values)));
    }
}
