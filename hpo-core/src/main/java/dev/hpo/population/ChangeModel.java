// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.numeric.Cholesky;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Gaussian process of gains that drift with time: the kernel is that of Matern (5/2) over the unit cube, times a factor for each generation between two
 * points. Length, forgetting and noise are those of a small grid that make the gains most likely.
 *
 * <p>Source: Bogunovic, Scarlett and Cevher, "Time-varying Gaussian process bandit optimization", 2016.
 */
final class ChangeModel {

    private static final double[] LENGTHS = {0.1, 0.2, 0.4, 1};
    private static final double[] KEPT = {0.99, 0.9, 0.7};
    private static final double[] NOISES = {0.03, 0.3, 1};

    /** How many standard deviations the bound is above the mean. */
    private static final double CAUTION = 1;

    private final List<Seen> seen;
    private final Setting setting;
    private final Cholesky factor;
    private final double[] weights;

    /** What a segment has come to. */
    static final class Seen {

        private final double[] point;
        private final int generation;
        private final double gain;

        /**
         * Creates what is known of a segment.
         *
         * @param point what it was trained with, in the unit cube; not copied
         */
        Seen(double[] point, int generation, double gain) {
            this.point = point;
            this.generation = generation;
            this.gain = gain;
        }

        double[] point() {
            return point;
        }

        int generation() {
            return generation;
        }

        double gain() {
            return gain;
        }
    }

    private record Setting(double length, double kept, double noise) {

        double kernel(double[] one, double[] other, int generations) {
            double sum = 0;
            for (int axis = 0; axis < one.length; axis++) {
                double distance = (one[axis] - other[axis]) / length;
                sum += distance * distance;
            }
            double scaled = StrictMath.sqrt(5 * sum);
            return (1 + scaled + scaled * scaled / 3)
                    * StrictMath.exp(-scaled)
                    * StrictMath.pow(kept, Math.abs(generations) / 2.0);
        }
    }

    private ChangeModel(List<Seen> seen, Setting setting) {
        this.seen = seen;
        this.setting = setting;
        this.factor = Cholesky.of(matrix(seen, setting));
        this.weights = factor.solve(seen.stream().mapToDouble(Seen::gain).toArray());
    }

    /**
     * Returns the model of what is known; empty if that is less than three gains.
     *
     * @param pending what is being trained, whose gains are taken to be what the model says of them
     */
    static Optional<ChangeModel> of(List<Seen> known, List<Seen> pending) {
        if (known.size() < 3) {
            return Optional.empty();
        }
        List<Seen> standard = standardised(known);
        ChangeModel model = null;
        double most = Double.NEGATIVE_INFINITY;
        for (double length : LENGTHS) {
            for (double kept : KEPT) {
                for (double noise : NOISES) {
                    ChangeModel candidate = new ChangeModel(standard, new Setting(length, kept, noise));
                    double likelihood = candidate.likelihood();
                    if (model == null || likelihood > most) {
                        model = candidate;
                        most = likelihood;
                    }
                }
            }
        }
        return Optional.of(model == null ? new ChangeModel(standard, new Setting(1, 1, 1)) : model.with(pending));
    }

    private static List<Seen> standardised(List<Seen> known) {
        double mean = known.stream().mapToDouble(Seen::gain).average().orElse(0);
        double variance = known.stream()
                .mapToDouble(one -> (one.gain() - mean) * (one.gain() - mean))
                .average()
                .orElse(0);
        double scale = variance > 0 ? StrictMath.sqrt(variance) : 1;
        return known.stream()
                .map(one -> new Seen(one.point(), one.generation(), (one.gain() - mean) / scale))
                .toList();
    }

    private ChangeModel with(List<Seen> pending) {
        if (pending.isEmpty()) {
            return this;
        }
        List<Seen> all = new ArrayList<>(seen);
        pending.forEach(one ->
                all.add(new Seen(one.point(), one.generation(), mean(covariances(one.point(), one.generation())))));
        return new ChangeModel(all, setting);
    }

    private static double[][] matrix(List<Seen> seen, Setting setting) {
        double[][] matrix = new double[seen.size()][seen.size()];
        for (int row = 0; row < matrix.length; row++) {
            Seen one = seen.get(row);
            for (int column = 0; column <= row; column++) {
                Seen other = seen.get(column);
                matrix[row][column] = setting.kernel(one.point(), other.point(), one.generation() - other.generation());
            }
            matrix[row][row] += setting.noise();
        }
        return matrix;
    }

    private double likelihood() {
        double fit = 0;
        for (int row = 0; row < weights.length; row++) {
            fit += weights[row] * seen.get(row).gain();
        }
        return -(fit + factor.logDeterminant()) / 2;
    }

    private double[] covariances(double[] point, int generation) {
        return seen.stream()
                .mapToDouble(one -> setting.kernel(one.point(), point, one.generation() - generation))
                .toArray();
    }

    private double mean(double[] covariances) {
        double mean = 0;
        for (int row = 0; row < weights.length; row++) {
            mean += covariances[row] * weights[row];
        }
        return mean;
    }

    /** Returns what a point may well gain, in standard deviations of the gains so far. */
    double upperBound(double[] point, int generation) {
        double[] covariances = covariances(point, generation);
        double explained = 0;
        for (double part : factor.forward(covariances)) {
            explained += part * part;
        }
        return mean(covariances) + CAUTION * StrictMath.sqrt(Math.max(0, 1 - explained));
    }
}
