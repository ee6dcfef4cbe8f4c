// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import java.util.Arrays;

/**
 * The free numbers of the model as one vector of logarithms, and what is believed of them beforehand.
 *
 * <p>In order: the variance of the joint part, that of the additive part, that of the noise; then for each input the length scale of
 * the joint part, that of the additive part, and the two exponents of its {@link Bend}. Each has a log-normal prior. The median of
 * the joint length scales grows with the square root of the number of inputs, as distances do, so that a model of many inputs
 * is not rougher than one of few (Hvarfner et al., "Vanilla Bayesian optimization performs great in high dimensions", ICML 2024).
 * The exponents have their prior at the identity. Variances are in units of the variance of the losses.
 */
final class Hyperparameters {

    static final int JOINT = 0;
    static final int ADDITIVE = 1;
    static final int NOISE = 2;
    private static final int COMMON = 3;

    private static final double JOINT_VARIANCE = 0.7;
    private static final double ADDITIVE_VARIANCE = 0.5;
    private static final double VARIANCE_SPREAD = 1;
    private static final double NOISE_VARIANCE = 1e-3;
    private static final double NOISE_SPREAD = 1.5;
    private static final double JOINT_LENGTH = 0.8;
    private static final double ADDITIVE_LENGTH = 0.3;
    private static final double LENGTH_SPREAD = 0.8;
    private static final double BEND_SPREAD = 0.3;

    private static final double LOWEST = -14;
    private static final double HIGHEST = 7;

    private final int inputs;

    Hyperparameters(int inputs) {
        this.inputs = inputs;
    }

    int count() {
        return COMMON + 4 * inputs;
    }

    /** Returns the place of an input's length scale in the joint part. */
    int jointLength(int input) {
        return COMMON + input;
    }

    /** Returns the place of an input's length scale in the additive part. */
    int additiveLength(int input) {
        return COMMON + inputs + input;
    }

    /** Returns the place of the exponent that bends an input near 0. */
    int lowBend(int input) {
        return COMMON + 2 * inputs + input;
    }

    /** Returns the place of the exponent that bends an input near 1. */
    int highBend(int input) {
        return COMMON + 3 * inputs + input;
    }

    /** Returns the medians of the priors. */
    double[] medians() {
        double[] medians = new double[count()];
        medians[JOINT] = Math.log(JOINT_VARIANCE);
        medians[ADDITIVE] = Math.log(ADDITIVE_VARIANCE);
        medians[NOISE] = Math.log(NOISE_VARIANCE);
        double joint = JOINT_LENGTH * Math.sqrt(inputs / 3.0);
        Arrays.fill(medians, jointLength(0), jointLength(inputs), Math.log(joint));
        Arrays.fill(medians, additiveLength(0), additiveLength(inputs), Math.log(ADDITIVE_LENGTH));
        return medians;
    }

    /** Returns the standard deviations of the priors of the logarithms. */
    double[] spreads() {
        double[] spreads = new double[count()];
        spreads[JOINT] = VARIANCE_SPREAD;
        spreads[ADDITIVE] = VARIANCE_SPREAD;
        spreads[NOISE] = NOISE_SPREAD;
        Arrays.fill(spreads, jointLength(0), lowBend(0), LENGTH_SPREAD);
        Arrays.fill(spreads, lowBend(0), count(), BEND_SPREAD);
        return spreads;
    }

    /** Returns a logarithm moved to where the model can be computed. */
    static double inside(int place, double logarithm) {
        return Math.min(HIGHEST, Math.max(LOWEST, logarithm));
    }
}
