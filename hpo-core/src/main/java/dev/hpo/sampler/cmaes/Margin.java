// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import org.apache.commons.math3.special.Erf;

/**
 * Keeps the probability of leaving the present value of a coordinate with gaps above a margin, lest the search get stuck on it.
 *
 * <p>Between two borders the probabilities of the values below and above are each at least half the margin, by a shift of the mean
 * and a factor on the spread; beyond the outermost border the mean is kept near enough to it.
 *
 * <p>Source: Hamano, Saito, Nomura and Shirakawa, "CMA-ES with margin: lower-bounding marginal probability for mixed-integer
 * black-box optimization", GECCO 2022, section 4.
 */
final class Margin {

    private static final double ROOT_TWO = Math.sqrt(2);

    private final double[][] borders;
    private final double margin;

    /**
     * Creates a margin.
     *
     * @param borders the positions between the values of each coordinate, rising; empty for one without gaps
     * @param margin the probability, below a third
     */
    Margin(double[][] borders, double margin) {
        this.borders = borders;
        this.margin = margin;
    }

    Gaussian applied(Gaussian gaussian) {
        double[] mean = gaussian.mean().clone();
        double[] factors = gaussian.factors().clone();
        for (int at = 0; at < mean.length; at++) {
            if (borders[at].length > 0) {
                apply(at, gaussian, mean, factors);
            }
        }
        return gaussian.with(mean, factors);
    }

    private void apply(int at, Gaussian gaussian, double[] mean, double[] factors) {
        double[] all = borders[at];
        double spread = gaussian.spread(at);
        int above = 0;
        while (above < all.length && all[above] < mean[at]) {
            above++;
        }
        if (above == 0) {
            mean[at] = Math.max(mean[at], all[0] - quantile(margin) * spread);
        } else if (above == all.length) {
            mean[at] = Math.min(mean[at], all[above - 1] + quantile(margin) * spread);
        } else {
            between(at, spread, new double[] {all[above - 1], all[above]}, mean, factors);
        }
    }

    private void between(int at, double spread, double[] cell, double[] mean, double[] factors) {
        double half = margin / 2;
        double below = tail((mean[at] - cell[0]) / spread);
        double above = tail((cell[1] - mean[at]) / spread);
        double inside = 1 - below - above;
        double lifted = Math.max(half, below);
        double liftedAbove = Math.max(half, above);
        double sum = lifted + liftedAbove + inside;
        double share = (1 - sum) / (sum - 3 * half);
        double low = quantile(Math.min(0.5, lifted + share * (lifted - half)));
        double high = quantile(Math.min(0.5, liftedAbove + share * (liftedAbove - half)));
        if (low + high <= 0 || (lifted == below && liftedAbove == above)) {
            return;
        }
        mean[at] = (cell[0] * high + cell[1] * low) / (low + high);
        factors[at] *= (cell[1] - cell[0]) / ((low + high) * spread);
    }

    /** Returns the probability of a standard normal number above another. */
    private static double tail(double z) {
        return 0.5 * Erf.erfc(z / ROOT_TWO);
    }

    /** Returns the number that a standard normal one exceeds with a probability, from 0 to a half. */
    private static double quantile(double probability) {
        return ROOT_TWO * Erf.erfcInv(2 * probability);
    }
}
