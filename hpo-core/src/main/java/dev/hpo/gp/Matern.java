// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

/**
 * The Matern covariance function of smoothness 5/2 and its derivatives, for a distance in units of the length scale.
 *
 * <p>A search evaluates it some hundred thousand times, of which an exponential would take most of the time. So {@link #at} is
 * looked up: cubic polynomials between knots at which value and slope are exact, with an error below 5e-8, a twentieth of the
 * least noise there is.
 *
 * <p>Source: Rasmussen and Williams, "Gaussian processes for machine learning", 2006, equation 4.17.
 */
final class Matern {

    private static final double SQRT_5 = Math.sqrt(5);
    private static final int KNOTS_PER_UNIT = 16;
    private static final double END = 40;
    private static final double SCALE = SQRT_5 * KNOTS_PER_UNIT;
    private static final int CELLS = (int) (END * KNOTS_PER_UNIT);
    private static final double[] TABLE = table();

    private Matern() {}

    private static double[] table() {
        double[] table = new double[4 * CELLS];
        double width = 1.0 / KNOTS_PER_UNIT;
        for (int cell = 0; cell < CELLS; cell++) {
            double left = cell * width;
            double right = left + width;
            double rise = exact(right) - exact(left);
            double slopeLeft = width * derivative(left);
            double slopeRight = width * derivative(right);
            table[4 * cell] = exact(left);
            table[4 * cell + 1] = slopeLeft;
            table[4 * cell + 2] = 3 * rise - 2 * slopeLeft - slopeRight;
            table[4 * cell + 3] = slopeLeft + slopeRight - 2 * rise;
        }
        return table;
    }

    private static double exact(double scaled) {
        return (1 + scaled + scaled * scaled / 3) * Math.exp(-scaled);
    }

    private static double derivative(double scaled) {
        return -scaled * (1 + scaled) / 3 * Math.exp(-scaled);
    }

    /** Returns (1 + sqrt(5) r + 5 r^2 / 3) exp(-sqrt(5) r). */
    static double at(double distance) {
        double place = distance * SCALE;
        int cell = (int) place;
        if (cell >= CELLS) {
            return 0;
        }
        double rest = place - cell;
        int base = 4 * cell;
        return TABLE[base] + rest * (TABLE[base + 1] + rest * (TABLE[base + 2] + rest * TABLE[base + 3]));
    }

    /**
     * Returns -k'(r) / r = 5/3 (1 + sqrt(5) r) exp(-sqrt(5) r): times r^2 the derivative by the logarithm of the length scale,
     * times a difference of inputs over the square of the length scale minus the derivative by an input.
     */
    static double slope(double distance) {
        double scaled = SQRT_5 * distance;
        return 5.0 / 3 * (1 + scaled) * Math.exp(-scaled);
    }
}
