// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.forest;

import dev.hpo.numeric.Gauss;
import dev.hpo.sampler.encoding.Dimension;
import dev.hpo.sampler.encoding.Encoding;
import java.util.Arrays;
import java.util.List;

/**
 * How much a point promises: the logarithm of the expected improvement on the best loss, and what the user believes.
 *
 * <p>The belief is the logarithm of its density times a weight that falls with the number of trials: Hvarfner et al., "piBO", ICLR 2022,
 * section 3.2.
 */
final class Acquisition {

    /** The least standard deviation, lest a point right beside the best seem certain. */
    private static final double LEAST_DEVIATION = 0.01;

    private static final int LEAST_BELIEF = 2;
    private static final int MOST_BELIEF = 20;

    private final Forest forest;
    private final double best;
    private final List<Dimension> believed;
    private final double weight;

    /**
     * Creates an acquisition.
     *
     * @param forest predicts losses
     * @param sample the losses that were seen
     * @param encoding tells the parameters
     * @param budget how many trials there will be
     */
    Acquisition(Forest forest, Sample sample, Encoding encoding, int budget) {
        this.forest = forest;
        this.best = Arrays.stream(sample.losses()).min().orElse(0);
        this.believed = encoding.dimensions().stream()
                .filter(dimension -> dimension.parameter().prior().isPresent())
                .toList();
        this.weight = Math.max(LEAST_BELIEF, Math.min(MOST_BELIEF, budget / 10.0)) / Math.max(1, sample.size());
    }

    /** Returns how much a point promises; only comparisons have a meaning. */
    double at(double[] point) {
        Forest.Prediction prediction = forest.predict(point);
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(prediction.variance()));
        return Math.log(deviation)
                + Gauss.logImprovement((best - prediction.mean()) / deviation)
                + weight * belief(point);
    }

    private double belief(double[] point) {
        double sum = 0;
        for (Dimension dimension : believed) {
            double position = point[dimension.index()];
            if (!Double.isNaN(position)) {
                sum += dimension
                        .parameter()
                        .prior()
                        .map(prior -> prior.logDensityAt(position))
                        .orElse(0.0);
            }
        }
        return sum;
    }
}
