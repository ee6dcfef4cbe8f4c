// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The free numbers of a model as one vector of logarithms.
 *
 * <p>In order: the variance of the joint part, that of the additive part, that of the noise; then for each input the length scale of
 * the joint part, that of the additive part, and the two exponents of its {@link Bend}. What is believed of them beforehand is in
 * {@link Priors}.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Hyperparameters {

    public static final int JOINT = 0;
    public static final int ADDITIVE = 1;
    public static final int NOISE = 2;
    private static final int COMMON = 3;

    private static final double LOWEST = -14;
    private static final double HIGHEST = 7;

    private final int inputs;

    public Hyperparameters(int inputs) {
        this.inputs = inputs;
    }

    int count() {
        return COMMON + 4 * inputs;
    }

    /** Returns the place of an input's length scale in the joint part. */
    public int jointLength(int input) {
        return COMMON + input;
    }

    /** Returns the place of an input's length scale in the additive part. */
    public int additiveLength(int input) {
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

    /** Returns a logarithm moved to where the model can be computed. */
    static double inside(int place, double logarithm) {
        return Math.min(HIGHEST, Math.max(LOWEST, logarithm));
    }
}
