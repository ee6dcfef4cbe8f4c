// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is predicted of losses: an expectation from elsewhere, such as from earlier studies, and what the observations here say of the
 * difference to it.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Model implements Predictor {

    private final ToDoubleFunction<double[]> expectation;
    private final Data differences;
    private final Posterior posterior;

    private Model(Kernel kernel, ToDoubleFunction<double[]> expectation, Data differences) {
        this.expectation = expectation;
        this.differences = differences;
        this.posterior = new Posterior(kernel, differences);
    }

    /**
     * Returns the model of some observations.
     *
     * @param kernel the covariance function
     * @param expectation what is expected at a point, beforehand
     * @param data the observations
     */
    public static Model of(Kernel kernel, ToDoubleFunction<double[]> expectation, Data data) {
        double[] differences = data.values().clone();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= expectation.applyAsDouble(data.points().get(i));
        }
        return new Model(kernel, expectation, new Data(data.points(), differences, data.noises()));
    }

    /** Returns the model for which more observations have come out as predicted: the mean is the same, there is less left to learn. */
    public Model believing(List<double[]> more) {
        if (more.isEmpty()) {
            return this;
        }
        int size = differences.points().size();
        List<double[]> all = new ArrayList<>(differences.points());
        all.addAll(more);
        Predictions believed = posterior.predict(more);
        double[] allDifferences = Arrays.copyOf(differences.values(), all.size());
        double[] allNoises = Arrays.copyOf(differences.noises(), all.size());
        for (int i = 0; i < more.size(); i++) {
            allDifferences[size + i] = believed.mean(i);
            allNoises[size + i] = 1;
        }
        return new Model(posterior.kernel(), expectation, new Data(all, allDifferences, allNoises));
    }

    /** Returns what would be predicted at each observation if it were not there. */
    public double[] leftOut() {
        double[] means = posterior.leftOut();
        for (int i = 0; i < means.length; i++) {
            means[i] += expectation.applyAsDouble(differences.points().get(i));
        }
        return means;
    }

    /** Returns the lowest mean at any observation: what the best one would be without noise. */
    public double best() {
        return predict(differences.points()).lowestMean();
    }

    @Override
    public Predictions predict(List<double[]> some) {
        Predictions predictions = posterior.predict(some);
        for (int i = 0; i < some.size(); i++) {
            predictions.raise(i, expectation.applyAsDouble(some.get(i)));
        }
        return predictions;
    }

    /** Predicts at one point, with the derivatives of what the observations say; the expectation is taken as level. */
    @Override
    public Slope slope(double[] point) {
        return posterior.slope(point).raised(expectation.applyAsDouble(point));
    }
}
