// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/** The standard normal distribution. */
final class Normal {

    private static final double ROOT_OF_TWO_PI = StrictMath.sqrt(2 * Math.PI);

    /** Beyond this the tail is smaller than the rounding of one. */
    private static final double FAR = 9;

    private Normal() {}

    static double density(double z) {
        return StrictMath.exp(-z * z / 2) / ROOT_OF_TWO_PI;
    }

    /**
     * Returns the probability of a smaller number, to an absolute error of about 1e-15: the series 1/2 + φ(z) (z + z^3/3 + z^5/15 +
     * ...), whose terms all have one sign (Marsaglia, Evaluating the normal distribution, J. Stat. Software 11(4), 2004).
     */
    static double cumulative(double z) {
        if (Math.abs(z) > FAR) {
            return z > 0 ? 1 : 0;
        }
        double term = z;
        double sum = z;
        for (int odd = 3; Math.abs(term) > Math.ulp(sum) / 2; odd += 2) {
            term *= z * z / odd;
            sum += term;
        }
        return 0.5 + sum * density(z);
    }
}
