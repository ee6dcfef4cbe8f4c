// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.numeric.Gauss;
import dev.hpo.sampler.encoding.Row;
import dev.hpo.sampler.encoding.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How probable it is that a trial does not fail, learned from failed trials and from the others.
 *
 * <p>A Gaussian process is fitted to labels, 2 for a failed trial and -2 for any other that has ended, about their mean: far from all
 * trials the share of failures so far counts. Its prediction is turned into a probability as if the label were the sign of a noisy
 * value (probit). The probability is never below {@value #FLOOR}, so that a failure by chance closes nothing. Trials that an
 * interruption ended say nothing. It takes as long as the model of losses; of very many trials the latest
 * count, and some of the others.
 */
final class Feasibility {

    /** Rejected configurations can be very many, and each takes an ask. */
    static final int MOST = 200;

    private static final double FLOOR = 0.02;
    private static final double LABEL = 2;
    private static final double LABEL_NOISE = 0.4;

    private final Posterior posterior;
    private final double mean;

    private Feasibility(Posterior posterior, double mean) {
        this.posterior = posterior;
        this.mean = mean;
    }

    /** Returns the model, or nothing if no trial has failed. */
    static Optional<Feasibility> of(Inputs inputs, Table table) {
        List<double[]> points = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (Row row : table.rows()) {
            if (row.hasResult()) {
                points.add(row.point());
                labels.add(row.kind() == Row.Kind.FAILED ? LABEL : -LABEL);
            }
        }
        if (!labels.contains(LABEL)) {
            return Optional.empty();
        }
        if (points.size() > MOST) {
            return of(inputs, thinned(points), thinned(labels));
        }
        return of(inputs, points, labels);
    }

    /** Returns the latest half of what may be kept, and of those before so many that they are evenly spread. */
    private static <V> List<V> thinned(List<V> all) {
        int latest = MOST / 2;
        int earlier = all.size() - latest;
        List<V> kept = new ArrayList<>();
        for (int i = 0; i < MOST - latest; i++) {
            kept.add(all.get((int) ((long) i * earlier / (MOST - latest))));
        }
        kept.addAll(all.subList(earlier, all.size()));
        return kept;
    }

    private static Optional<Feasibility> of(Inputs inputs, List<double[]> points, List<Double> labels) {
        double mean = labels.stream().mapToDouble(label -> label).average().orElse(0);
        double[] values = labels.stream().mapToDouble(label -> label - mean).toArray();
        double[] noises = new double[values.length];
        Arrays.fill(noises, 1);
        return Optional.of(new Feasibility(new Posterior(kernel(inputs), points, values, noises), mean));
    }

    private static Kernel kernel(Inputs inputs) {
        double[] logarithms = new Hyperparameters(inputs.size()).medians();
        logarithms[Hyperparameters.JOINT] += Math.log(LABEL * LABEL);
        logarithms[Hyperparameters.ADDITIVE] += Math.log(LABEL * LABEL);
        logarithms[Hyperparameters.NOISE] = Math.log(LABEL_NOISE);
        return new Kernel(inputs, logarithms);
    }

    /** Returns the logarithms of the probabilities that trials at some points do not fail. */
    double[] logProbabilities(List<double[]> points) {
        Posterior.Predictions predictions = posterior.predict(points);
        double[] logarithms = new double[points.size()];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = logProbability(mean + predictions.mean(i), predictions.deviation(i));
        }
        return logarithms;
    }

    /** Returns the logarithm of the probability at one point, and adds its derivatives by the coordinates. */
    double logProbability(double[] point, double[] gradient) {
        Posterior.Slope slope = posterior.slope(point);
        double wide = Math.sqrt(1 + slope.deviation() * slope.deviation());
        double label = mean + slope.mean();
        double z = -label / wide;
        double probability = FLOOR + (1 - FLOOR) * Gauss.probability(z);
        double byZ = (1 - FLOOR) * Math.exp(Gauss.logDensity(z)) / probability;
        for (int at = 0; at < gradient.length; at++) {
            double zBy =
                    -slope.meanBy(at) / wide + label * slope.deviation() * slope.deviationBy(at) / (wide * wide * wide);
            gradient[at] += byZ * zBy;
        }
        return Math.log(probability);
    }

    private static double logProbability(double label, double deviation) {
        double z = -label / Math.sqrt(1 + deviation * deviation);
        return Math.log(FLOOR + (1 - FLOOR) * Gauss.probability(z));
    }
}
