// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.encoding.Table;
import dev.hpo.gp.Fits;
import dev.hpo.gp.Inputs;
import dev.hpo.gp.Kernel;
import dev.hpo.gp.Posterior;
import dev.hpo.gp.Predictions;
import dev.hpo.gp.Slope;
import dev.hpo.numeric.Gauss;
import java.util.List;
import java.util.Optional;

/**
 * How probable it is that a trial does not fail, learned from failed trials and from the others.
 *
 * <p>A Gaussian process is fitted to {@link Labels}, about their mean: far from all trials the share of failures so far counts. Its
 * hyperparameters are found at the same numbers of trials as those of the model of losses, from one start and with {@link Priors} of
 * their own, so that it learns which parameters failures are due to. Its prediction is turned into a probability as if the label, {@value #SHARPNESS} times
 * as large, were the sign of a noisy value (probit). The probability is never below {@value #FLOOR}, so that a failure by chance closes nothing. How much
 * it counts is a matter of {@link Caution}.
 * Trials that an interruption ended say nothing. It takes as long as the model of losses; of very many trials the latest count, and
 * some of the others.
 */
final class Feasibility {

    /** Rejected configurations can be very many, and each takes an ask. */
    static final int MOST = 200;

    private static final double FLOOR = 1e-3;
    private static final double SHARPNESS = 4;

    private final Posterior posterior;
    private final double mean;
    private final double caution;

    private Feasibility(Posterior posterior, double mean, double caution) {
        this.posterior = posterior;
        this.mean = mean;
        this.caution = caution;
    }

    /**
     * Returns the model, or nothing if no trial has failed.
     *
     * @param inputs the inputs
     * @param table the trials
     * @param fits finds hyperparameters
     */
    static Optional<Feasibility> of(Inputs inputs, Table table, Fits fits) {
        Labels all = Labels.of(table);
        if (!all.hasFailure()) {
            return Optional.empty();
        }
        Kernel kernel = new Kernel(inputs, all.fit(inputs, fits));
        Labels labels = all.thinned(MOST);
        Posterior posterior = new Posterior(kernel, labels.data());
        double caution = Caution.after(table.rows(), skill(posterior.leftOut(), labels.centered()));
        return Optional.of(new Feasibility(posterior, labels.mean(), caution));
    }

    /** Returns which share of the variance of labels is explained by what is predicted of each from the others: 0 where failures come by chance. */
    static double skill(double[] predicted, double[] labels) {
        double errors = 0;
        double all = 0;
        for (int i = 0; i < labels.length; i++) {
            errors += (labels[i] - predicted[i]) * (labels[i] - predicted[i]);
            all += labels[i] * labels[i];
        }
        return all > 0 ? Math.max(0, 1 - errors / all) : 0;
    }

    /** Returns how often the logarithm of a probability counts. */
    double caution() {
        return caution;
    }

    /** Returns the logarithms of the probabilities that trials at some points do not fail. */
    double[] logProbabilities(List<double[]> points) {
        Predictions predictions = posterior.predict(points);
        double[] logarithms = new double[points.size()];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] =
                    logProbability(SHARPNESS * (mean + predictions.mean(i)), SHARPNESS * predictions.deviation(i));
        }
        return logarithms;
    }

    /** Returns the logarithm of the probability at one point, and adds its derivatives by the coordinates. */
    double logProbability(double[] point, double[] gradient) {
        Slope slope = posterior.slope(point);
        double deviation = SHARPNESS * slope.deviation();
        double wide = Math.sqrt(1 + deviation * deviation);
        double label = SHARPNESS * (mean + slope.mean());
        double z = -label / wide;
        double probability = FLOOR + (1 - FLOOR) * Gauss.probability(z);
        double byZ = (1 - FLOOR) * Math.exp(Gauss.logDensity(z)) / probability;
        for (int at = 0; at < gradient.length; at++) {
            double zBy = -slope.meanBy(at) / wide + label * deviation * slope.deviationBy(at) / (wide * wide * wide);
            gradient[at] += byZ * SHARPNESS * zBy;
        }
        return Math.log(probability);
    }

    private static double logProbability(double label, double deviation) {
        double z = -label / Math.sqrt(1 + deviation * deviation);
        return Math.log(FLOOR + (1 - FLOOR) * Gauss.probability(z));
    }
}
