// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

/**
 * Bends the unit interval, so that a parameter on the wrong scale is learned on a better one.
 *
 * <p>It is the distribution function of Kumaraswamy, 1 - (1 - u^a)^b, the identity for a = b = 1 but for a margin. Source: Snoek et al., "Input
 * warping for Bayesian optimization of non-stationary functions", ICML 2014, section 3; and for the logarithms of a and b being near
 * 0 beforehand. Positions are moved away from the ends by a thousandth, where slopes may be infinite.
 */
final class Bend {

    private static final double MARGIN = 1e-3;

    private final double low;
    private final double high;

    /**
     * Creates a bend.
     *
     * @param logLow log a
     * @param logHigh log b
     */
    Bend(double logLow, double logHigh) {
        this.low = Math.exp(logLow);
        this.high = Math.exp(logHigh);
    }

    private static double inner(double position) {
        return MARGIN + (1 - 2 * MARGIN) * position;
    }

    /** Returns where a position goes. */
    double of(double position) {
        return 1 - Math.pow(1 - Math.pow(inner(position), low), high);
    }

    /** Returns the derivative by the position. */
    double slope(double position) {
        double u = inner(position);
        double power = Math.pow(u, low);
        return (1 - 2 * MARGIN) * low * high * power / u * Math.pow(1 - power, high - 1);
    }

    /** Returns the derivative by log a. */
    double byLow(double position) {
        double u = inner(position);
        double power = Math.pow(u, low);
        return low * high * Math.pow(1 - power, high - 1) * power * Math.log(u);
    }

    /** Returns the derivative by log b. */
    double byHigh(double position) {
        double rest = 1 - Math.pow(inner(position), low);
        return -high * Math.pow(rest, high) * Math.log(rest);
    }
}
