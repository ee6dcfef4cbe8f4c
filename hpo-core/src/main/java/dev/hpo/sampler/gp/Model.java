// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is predicted of losses: an expectation from elsewhere, such as from earlier studies, and what the observations here say of the
 * difference to it.
 */
final class Model {

    private final ToDoubleFunction<double[]> expectation;
    private final List<double[]> points;
    private final double[] differences;
    private final double[] noises;
    private final Posterior posterior;

    private Model(
            Kernel kernel,
            ToDoubleFunction<double[]> expectation,
            List<double[]> points,
            double[] differences,
            double[] noises) {
        this.expectation = expectation;
        this.points = points;
        this.differences = differences;
        this.noises = noises;
        this.posterior = new Posterior(kernel, points, differences, noises);
    }

    /**
     * Returns the model of some observations.
     *
     * @param kernel the covariance function
     * @param expectation what is expected at a point, beforehand
     * @param observations where observations were made, and how noisy they are
     * @param values their losses, warped
     */
    static Model of(Kernel kernel, ToDoubleFunction<double[]> expectation, Observations observations, double[] values) {
        double[] differences = values.clone();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= expectation.applyAsDouble(observations.points().get(i));
        }
        return new Model(kernel, expectation, observations.points(), differences, observations.noises());
    }

    /** Returns the model for which more observations have come out as predicted: the mean is the same, there is less left to learn. */
    Model believing(List<double[]> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<double[]> all = new ArrayList<>(points);
        all.addAll(more);
        Posterior.Predictions believed = posterior.predict(more);
        double[] allDifferences = Arrays.copyOf(differences, all.size());
        double[] allNoises = Arrays.copyOf(noises, all.size());
        for (int i = 0; i < more.size(); i++) {
            allDifferences[differences.length + i] = believed.mean(i);
            allNoises[differences.length + i] = 1;
        }
        return new Model(posterior.kernel(), expectation, all, allDifferences, allNoises);
    }

    /** Returns the lowest mean at any observation: what the best one would be without noise. */
    double best() {
        return predict(points).lowestMean();
    }

    Posterior.Predictions predict(List<double[]> some) {
        Posterior.Predictions predictions = posterior.predict(some);
        for (int i = 0; i < some.size(); i++) {
            predictions.raise(i, expectation.applyAsDouble(some.get(i)));
        }
        return predictions;
    }

    /** Predicts at one point, with the derivatives of what the observations say; the expectation is taken as level. */
    Posterior.Slope slope(double[] point) {
        return posterior.slope(point).raised(expectation.applyAsDouble(point));
    }
}
