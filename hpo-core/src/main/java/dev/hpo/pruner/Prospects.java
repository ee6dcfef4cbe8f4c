// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.numeric.Gauss;
import dev.hpo.numeric.Ranks;
import java.util.Arrays;

/** What the losses that trials had at a step say of those that they have in the end. */
final class Prospects {

    /** Of the standard normal distribution, one-sided: 95 %. */
    private static final double CONFIDENCE = 1.645;

    /** How much larger the variance of Fisher's transformation is for ranks than for normal values, by Fieller. */
    private static final double OF_RANKS = 1.06;

    private final double[] losses;
    private final double[] ends;

    /**
     * Creates prospects.
     *
     * @param losses at the step
     * @param ends in the end, of the same trials; finite
     */
    Prospects(double[] losses, double[] ends) {
        this.losses = losses;
        this.ends = ends;
    }

    int size() {
        return losses.length;
    }

    /** Returns whether all losses at the step are finite. */
    boolean areFinite() {
        return Arrays.stream(losses).allMatch(Double::isFinite);
    }

    /**
     * Returns how likely a trial with a loss at the step is to end among the best: by a normal copula of the places then and in the end, whose correlation
     * is what it is at least.
     *
     * @param best which share are the best
     */
    double chance(double loss, double best) {
        double agreement = agreement();
        if (agreement <= 0) {
            return best;
        }
        double rest = Math.sqrt(1 - agreement * agreement);
        return Gauss.probability((Gauss.quantile(best) - agreement * Gauss.quantile(place(loss))) / rest);
    }

    /** Returns where a loss stands among those at the step, as a share between 0 and 1. */
    private double place(double loss) {
        double equal = Arrays.stream(losses).filter(other -> other == loss).count();
        return (Losses.smaller(losses, loss) + equal / 2 + 0.5) / (size() + 1);
    }

    /**
     * Returns what the correlation of the places at the step and in the end is at least. It counts as if there was one more trial that does not agree: else
     * a few in perfect order would leave no doubt.
     */
    double agreement() {
        int size = size();
        if (size < 4) {
            return 0;
        }
        double correlation = Ranks.correlation(losses, ends) * (size - 1) / size;
        double transformed = Math.log((1 + correlation) / (1 - correlation)) / 2;
        double least = Math.tanh(transformed - CONFIDENCE * Math.sqrt(OF_RANKS / (size - 3)));
        return 2 * Math.sin(Math.PI / 6 * least);
    }
}
