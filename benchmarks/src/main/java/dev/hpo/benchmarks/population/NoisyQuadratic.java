// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.population;

import dev.hpo.numeric.SplitMix;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Stochastic gradient descent on half the sum of x_i^2 / i in 100 dimensions, from 1 in each, whose gradients have noise of variance s2 / i. What a schedule of rates
 * comes to on average is known, and so is the best one.
 *
 * @param s2 how much noise there is
 */
record NoisyQuadratic(double s2) {

    static final int DIMENSIONS = 100;
    static final int STEPS = 2000;
    static final int SEGMENTS = 20;
    static final int SEGMENT = STEPS / SEGMENTS;

    /** The rates that are searched. */
    static final double SLOWEST = 1e-3;

    static final double FASTEST = 1;

    private static final int PASSES = 200;
    private static final int GOLDEN_STEPS = 40;
    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;

    static double[] start() {
        double[] x = new double[DIMENSIONS];
        Arrays.fill(x, 1);
        return x;
    }

    /** Takes a step with a rate. */
    void step(double[] x, double rate, RandomGenerator random) {
        for (int i = 0; i < DIMENSIONS; i++) {
            double curvature = 1.0 / (i + 1);
            x[i] -= rate * (curvature * x[i] + Math.sqrt(s2 * curvature) * random.nextGaussian());
        }
    }

    /** Returns the loss of a state. Of a state there is nothing to expect: it is what it is. */
    static double loss(double[] x) {
        double sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += x[i] * x[i] / (i + 1);
        }
        return sum / 2;
    }

    /** Returns the expected loss at the end of a schedule that has one rate for each segment. */
    double expected(double[] rates) {
        double sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            double curvature = 1.0 / (i + 1);
            double square = 1;
            for (double rate : rates) {
                double kept = (1 - rate * curvature) * (1 - rate * curvature);
                double left = Math.pow(kept, (double) STEPS / rates.length);
                double noise = rate * rate * s2 * curvature;
                square = left * square + noise * (1 - left) / (1 - kept);
            }
            sum += curvature * square;
        }
        return sum / 2;
    }

    /** Returns the rate that is best if it never changes. */
    double bestConstant() {
        double[] rates = {.1};
        improve(rates, 0);
        return rates[0];
    }

    /** Returns the best rates of the segments, found one after the other until nothing is gained. */
    double[] best() {
        double[] rates = new double[SEGMENTS];
        Arrays.fill(rates, .1);
        double before = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < PASSES && expected(rates) < before * (1 - 1e-9); pass++) {
            before = expected(rates);
            for (int segment = 0; segment < SEGMENTS; segment++) {
                improve(rates, segment);
            }
        }
        return rates;
    }

    private void improve(double[] rates, int segment) {
        double low = Math.log(SLOWEST);
        double high = Math.log(FASTEST * 1.9);
        for (int step = 0; step < GOLDEN_STEPS; step++) {
            double one = high - GOLDEN * (high - low);
            double other = low + GOLDEN * (high - low);
            if (with(rates, segment, one) < with(rates, segment, other)) {
                high = other;
            } else {
                low = one;
            }
        }
        rates[segment] = Math.exp((low + high) / 2);
    }

    private double with(double[] rates, int segment, double logRate) {
        double[] other = rates.clone();
        other[segment] = Math.exp(logRate);
        return expected(other);
    }

    /** Returns the loss of the state in which a training ends. */
    double trained(Rates rates, long seed) {
        double[] x = start();
        RandomGenerator random = SplitMix.of(seed, 0);
        for (int step = 0; step < STEPS; step++) {
            step(x, rates.at(step), random);
        }
        return loss(x);
    }

    /** A schedule. */
    interface Rates {

        /** Returns the rate of a step, from 0. */
        double at(int step);
    }
}
