// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is believed of the {@link Hyperparameters} of a model beforehand: each is log-normal.
 *
 * <p>The median of the joint length scales grows with the square root of the number of inputs, as distances do, so that a model of
 * many inputs is not rougher than one of few (Hvarfner et al., "Vanilla Bayesian optimization performs great in high dimensions", ICML
 * 2024). The exponents of the bends have their prior at the identity. Variances are in units of the variance of the
 * losses; of labels they are absolute, as labels are 1 and -1 however few have failed.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Priors {

    private static final double JOINT_VARIANCE = 0.7;
    private static final double ADDITIVE_VARIANCE = 0.5;
    private static final double VARIANCE_SPREAD = 1;
    private static final double JOINT_LENGTH = 0.8;
    private static final double ADDITIVE_LENGTH = 0.3;
    private static final double BEND_SPREAD = 0.3;

    private final int inputs;
    private final Hyperparameters places;
    private final Noise noise;
    private final double lengthSpread;
    private final boolean mayBeRough;

    private Priors(int inputs, Noise noise, double lengthSpread, boolean mayBeRough) {
        this.inputs = inputs;
        this.places = new Hyperparameters(inputs);
        this.noise = noise;
        this.lengthSpread = lengthSpread;
        this.mayBeRough = mayBeRough;
    }

    /** Returns those of a model of losses: most are exact, and some parameters matter much more than others. */
    public static Priors ofLosses(int inputs) {
        return new Priors(inputs, new Noise(1e-3, 1.5), 0.8, true);
    }

    /**
     * Returns those of a model of what fails, of labels 1 and -1: they jump, which to a smooth model is noise, and a few failures say
     * little of which parameters they are due to.
     */
    public static Priors ofFailures(int inputs) {
        return new Priors(inputs, new Noise(0.1, 0.3), 0.5, false);
    }

    /** Returns those of a model of what losses lose from one level of training to the next, which is noisier than losses in the end. */
    public static Priors ofIncrements(int inputs) {
        return new Priors(inputs, new Noise(1e-2, 1.5), 0.8, true);
    }

    /** Returns the medians, as logarithms. */
    public double[] medians() {
        double[] medians = new double[places.count()];
        medians[Hyperparameters.JOINT] = Math.log(JOINT_VARIANCE);
        medians[Hyperparameters.ADDITIVE] = Math.log(ADDITIVE_VARIANCE);
        medians[Hyperparameters.NOISE] = Math.log(noise.median());
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
        spreads[Hyperparameters.NOISE] = noise.spread();
        Arrays.fill(spreads, places.jointLength(0), places.lowBend(0), lengthSpread);
        Arrays.fill(spreads, places.lowBend(0), places.count(), BEND_SPREAD);
        return spreads;
    }

    /** Returns from where the most probable hyperparameters are searched for. */
    List<double[]> starts() {
        return mayBeRough ? List.of(medians(), rough()) : List.of(medians());
    }

    /** Where effects of single inputs are weak and those of several together are local. */
    private double[] rough() {
        double[] start = medians();
        start[Hyperparameters.ADDITIVE] -= 1;
        for (int j = 0; j < inputs; j++) {
            start[places.jointLength(j)] -= 1;
            start[places.additiveLength(j)] += 0.7;
        }
        return start;
    }

    /** Returns what tells these from others. */
    Object key() {
        return List.of(noise, lengthSpread, mayBeRough);
    }

    /** The median of the variance of the noise, and the spread of its logarithm. */
    private record Noise(double median, double spread) {}
}
