// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.confirm;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The sum of squares on [-1, 1] in some dimensions, with normal noise as large as the gap between the best and the tenth best of 200 random points. */
final class NoisySphere {

    private static final int POINTS = 200;
    private static final int LEADING = 10;
    private static final int DRAWS = 1000;

    private final List<Parameter<Double>> axes;
    private final double noise;

    NoisySphere(int dimensions) {
        axes = IntStream.range(0, dimensions)
                .mapToObj(
                        axis -> Parameter.ofDouble(Scope.root().child("x" + axis), RealDomain.of(Scale.LINEAR, -1, 1)))
                .toList();
        noise = gap(new SplittableRandom(dimensions));
    }

    private double gap(RandomGenerator random) {
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] values = IntStream.range(0, POINTS)
                    .mapToDouble(point ->
                            random.doubles(axes.size(), -1, 1).map(x -> x * x).sum())
                    .toArray();
            Arrays.sort(values);
            sum += values[LEADING - 1] - values[0];
        }
        return sum / DRAWS;
    }

    Space<Configuration> space() {
        return new PlainSpace(axes);
    }

    /** Returns half of the way to the border on all axes. */
    Configuration start() {
        Configuration.Builder start = Configuration.builder();
        axes.forEach(axis -> start.set(axis, .5));
        return start.build();
    }

    /** Returns the standard deviation of the noise. */
    double noise() {
        return noise;
    }

    /** Returns the value without noise, which is 0 at the optimum. */
    double truth(Configuration configuration) {
        return axes.stream().mapToDouble(configuration::get).map(x -> x * x).sum();
    }

    /** Returns a value as a trial with a seed finds it. */
    double value(Configuration configuration, long seed) {
        return truth(configuration) + noise * new SplittableRandom(seed).nextGaussian();
    }
}
