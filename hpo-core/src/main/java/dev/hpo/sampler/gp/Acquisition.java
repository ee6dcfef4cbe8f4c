// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.numeric.Gauss;

/** How promising a prediction is; larger is better. */
enum Acquisition {
    /** The logarithm of the expected improvement. */
    LOG_EI {
        @Override
        double score(double mean, double deviation, double best) {
            return Math.log(deviation) + Gauss.logImprovement((best - mean) / deviation);
        }

        @Override
        double byMean(double mean, double deviation, double best) {
            double z = (best - mean) / deviation;
            return -Math.exp(Gauss.logProbability(z) - Gauss.logImprovement(z)) / deviation;
        }

        @Override
        double byDeviation(double mean, double deviation, double best) {
            double z = (best - mean) / deviation;
            return Math.exp(Gauss.logDensity(z) - Gauss.logImprovement(z)) / deviation;
        }
    },
    /** The confidence bound on the good side, 1.2 standard deviations from the mean. */
    UCB {
        @Override
        double score(double mean, double deviation, double best) {
            return OPTIMISM * deviation - mean;
        }

        @Override
        double byMean(double mean, double deviation, double best) {
            return -1;
        }

        @Override
        double byDeviation(double mean, double deviation, double best) {
            return OPTIMISM;
        }
    },
    /** The logarithm of the probability of improvement. */
    LOG_PI {
        @Override
        double score(double mean, double deviation, double best) {
            return Gauss.logProbability((best - mean) / deviation);
        }

        @Override
        double byMean(double mean, double deviation, double best) {
            double z = (best - mean) / deviation;
            return -Math.exp(Gauss.logDensity(z) - Gauss.logProbability(z)) / deviation;
        }

        @Override
        double byDeviation(double mean, double deviation, double best) {
            double z = (best - mean) / deviation;
            return -z * Math.exp(Gauss.logDensity(z) - Gauss.logProbability(z)) / deviation;
        }
    };

    private static final double OPTIMISM = 1.2;

    /**
     * Returns the score of a prediction.
     *
     * @param mean the predicted mean of the loss
     * @param deviation its standard deviation
     * @param best the lowest loss so far
     */
    abstract double score(double mean, double deviation, double best);

    /** Returns the derivative of the score by the mean. */
    abstract double byMean(double mean, double deviation, double best);

    /** Returns the derivative of the score by the standard deviation. */
    abstract double byDeviation(double mean, double deviation, double best);
}
