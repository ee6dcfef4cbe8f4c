// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.warm;

/**
 * How far predictions and results put trials into the same order: Kendall's rank correlation.
 *
 * @param trials the number of trials
 * @param pairs the number of their pairs whose results differ
 * @param tau the share of these that the predictions put into the same order, less the share that they put into the other
 */
record Agreement(int trials, int pairs, double tau) {

    /** The agreement of what was never compared. */
    static final Agreement NONE = new Agreement(0, 0, 0);

    /** An earlier study is believed as if so many pairs of trials had been seen already, */
    private static final double PRIOR_PAIRS = 3;

    /** with this correlation: whoever asks for a warm start expects a good one. */
    private static final double PRIOR_TAU = 0.5;

    /** How many standard errors are taken off: chance alone must not look like agreement. */
    private static final double CAUTION = 1;

    static Agreement of(double[] predictions, double[] losses) {
        int pairs = 0;
        int balance = 0;
        for (int i = 0; i < losses.length; i++) {
            for (int j = 0; j < i; j++) {
                double difference = Math.signum(losses[i] - losses[j]);
                pairs += difference == 0 ? 0 : 1;
                balance += (int) (difference * Math.signum(predictions[i] - predictions[j]));
            }
        }
        return new Agreement(losses.length, pairs, pairs == 0 ? 0 : (double) balance / pairs);
    }

    /** Returns the correlation that can be counted on, from 0 to 1: shrunk towards what is expected, less its standard error. */
    double trust() {
        double share = pairs / (pairs + PRIOR_PAIRS);
        double shrunk = share * tau + (1 - share) * PRIOR_TAU;
        return Math.max(0, shrunk - CAUTION * share * error());
    }

    /** Returns the standard error of the correlation of unrelated orders (Kendall, Rank correlation methods, section 5.4). */
    double error() {
        double n = trials;
        return trials < 2 ? 0 : Math.sqrt(2 * (2 * n + 5) / (9 * n * (n - 1)));
    }
}
