// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.numeric.Gauss;
import java.util.Arrays;

/** How losses are bent before they are modelled. Each keeps their order and gives them mean 0 and variance 1. */
enum Warp {
    /** Not at all. A plateau that only the lowest losses stand out from stays one, an outlier stays one too. */
    NONE {
        @Override
        double[] bend(double[] losses) {
            return losses;
        }
    },
    /**
     * What is worse than the median is pulled to where a normal distribution as wide as the better half would have it; then
     * differences between low losses are stretched by a logarithm. It breaks heavy tails: how bad a bad loss is does not matter.
     *
     * <p>Source: the half-rank and log warpings of Song et al., "The Vizier Gaussian process bandit algorithm", 2024, section 3.3.
     */
    HALF_RANK_LOG {
        @Override
        double[] bend(double[] losses) {
            return log(halfRank(losses));
        }
    };

    private static final double STRETCH = 0.5;

    abstract double[] bend(double[] losses);

    /** Returns the losses, bent. */
    double[] of(double[] losses) {
        return standardized(bend(standardized(losses)));
    }

    /** Centres and scales, without an overflow of anything finite; equal losses become 0. */
    static double[] standardized(double[] losses) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double loss : losses) {
            low = Math.min(low, loss);
            high = Math.max(high, loss);
        }
        double half = high / 2 - low / 2;
        double[] scaled = new double[losses.length];
        if (!(half > 0)) {
            return scaled;
        }
        double mean = 0;
        for (int i = 0; i < losses.length; i++) {
            scaled[i] = (losses[i] / 2 - low / 2) / half;
            mean += scaled[i] / losses.length;
        }
        double variance = 0;
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] -= mean;
            variance += scaled[i] * scaled[i] / scaled.length;
        }
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= Math.sqrt(variance);
        }
        return scaled;
    }

    static double[] halfRank(double[] losses) {
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        int size = sorted.length;
        double median = size % 2 == 1 ? sorted[size / 2] : (sorted[size / 2 - 1] + sorted[size / 2]) / 2;
        double squares = 0;
        int good = 0;
        int bad = 0;
        for (double loss : sorted) {
            if (loss <= median) {
                squares += (loss - median) * (loss - median);
                good++;
            } else {
                bad++;
            }
        }
        double width = Math.sqrt(squares / Math.max(1, good));
        double unit = width > 0 ? width : 1;
        double[] bent = losses.clone();
        for (int i = 0; i < size; i++) {
            if (losses[i] > median) {
                double rank = meanRank(sorted, losses[i]) - (size - bad);
                bent[i] = median + unit * Gauss.quantile(0.5 + 0.5 * (rank + 0.5) / bad);
            }
        }
        return bent;
    }

    /** Returns the mean place, from 0, of all that equal a loss. */
    private static double meanRank(double[] sorted, double loss) {
        int any = Arrays.binarySearch(sorted, loss);
        int first = any;
        int last = any;
        while (first > 0 && sorted[first - 1] == loss) {
            first--;
        }
        while (last < sorted.length - 1 && sorted[last + 1] == loss) {
            last++;
        }
        return (first + last) / 2.0;
    }

    static double[] log(double[] losses) {
        double low = Arrays.stream(losses).min().orElse(0);
        double high = Arrays.stream(losses).max().orElse(0);
        double[] bent = losses.clone();
        for (int i = 0; high > low && i < bent.length; i++) {
            bent[i] = Math.log1p((losses[i] - low) / (high - low) * STRETCH) / Math.log1p(STRETCH);
        }
        return bent;
    }
}
