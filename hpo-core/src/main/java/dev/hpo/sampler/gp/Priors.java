// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import java.util.Arrays;

/**
 * What is believed of the {@link Hyperparameters} of a model beforehand: each is log-normal.
 *
 * <p>The median of the joint length scales grows with the square root of the number of inputs, as distances do, so that a model of
 * many inputs is not rougher than one of few (Hvarfner et al., "Vanilla Bayesian optimization performs great in high dimensions", ICML
 * 2024). The exponents of the bends have their prior at the identity. Variances are in units of the variance of the
 * losses; of labels they are absolute, as labels are 1 and -1 however few have failed.
 */
final class Priors {

    private static final double JOINT_VARIANCE = 0.7;
    private static final double ADDITIVE_VARIANCE = 0.5;
    private static final double VARIANCE_SPREAD = 1;
    private static final double JOINT_LENGTH = 0.8;
    private static final double ADDITIVE_LENGTH = 0.3;
    private static final double BEND_SPREAD = 0.3;

    private final int inputs;
    private final Hyperparameters places;
    private final double noise;
    private final double noiseSpread;
    private final double lengthSpread;

    private Priors(int inputs, double noise, double noiseSpread, double lengthSpread) {
        this.inputs = inputs;
        this.places = new Hyperparameters(inputs);
        this.noise = noise;
        this.noiseSpread = noiseSpread;
        this.lengthSpread = lengthSpread;
    }

    /** Returns those of a model of losses: most are exact, and some parameters matter much more than others. */
    static Priors ofLosses(int inputs) {
        return new Priors(inputs, 1e-3, 1.5, 0.8);
    }

    /**
     * Returns those of a model of what fails, of labels 1 and -1: they jump, which to a smooth model is noise, and a few failures say
     * little of which parameters they are due to.
     */
    static Priors ofFailures(int inputs) {
        return new Priors(inputs, 0.1, 0.3, 0.5);
    }

    /** Returns the medians, as logarithms. */
    double[] medians() {
        double[] medians = new double[places.count()];
        medians[Hyperparameters.JOINT] = Math.log(JOINT_VARIANCE);
        medians[Hyperparameters.ADDITIVE] = Math.log(ADDITIVE_VARIANCE);
        medians[Hyperparameters.NOISE] = Math.log(noise);
        double joint = JOINT_LENGTH * Math.sqrt(inputs / 3.0);
        Arrays.fill(medians, places.jointLength(0), places.jointLength(inputs), Math.log(joint));
        Arrays.fill(medians, places.additiveLength(0), places.additiveLength(inputs), Math.log(ADDITIVE_LENGTH));
        return medians;
    }

    /** Returns the standard deviations of the logarithms. */
    double[] spreads() {
        double[] spreads = new double[places.count()];
        spreads[Hyperparameters.JOINT] = VARIANCE_SPREAD;
        spreads[Hyperparameters.ADDITIVE] = VARIANCE_SPREAD;
        spreads[Hyperparameters.NOISE] = noiseSpread;
        Arrays.fill(spreads, places.jointLength(0), places.lowBend(0), lengthSpread);
        Arrays.fill(spreads, places.lowBend(0), places.count(), BEND_SPREAD);
        return spreads;
    }
}
