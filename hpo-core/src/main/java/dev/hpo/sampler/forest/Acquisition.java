// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.forest;

import dev.hpo.encoding.Beliefs;
import dev.hpo.forest.Forest;
import dev.hpo.forest.Sample;
import dev.hpo.numeric.Gauss;
import java.util.Arrays;

/** How much a point promises: the logarithm of the expected improvement on the best loss, and what the user believes. */
final class Acquisition {

    /** The least standard deviation, lest a point right beside the best seem certain. */
    private static final double LEAST_DEVIATION = 0.01;

    private final Forest forest;
    private final double best;
    private final Beliefs beliefs;

    /**
     * Creates an acquisition.
     *
     * @param forest predicts losses
     * @param sample the losses that were seen
     * @param beliefs what the user believes
     */
    Acquisition(Forest forest, Sample sample, Beliefs beliefs) {
        this.forest = forest;
        this.best = Arrays.stream(sample.losses()).min().orElse(0);
        this.beliefs = beliefs;
    }

    /** Returns how much a point promises; only comparisons have a meaning. */
    double at(double[] point) {
        Forest.Prediction prediction = forest.predict(point);
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(prediction.variance()));
        return Math.log(deviation)
                + Gauss.logImprovement((best - prediction.mean()) / deviation)
                + beliefs.logDensity(point);
    }
}
