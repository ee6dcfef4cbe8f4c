// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The standard normal distribution where acquisition functions need it: far out in the lower tail too. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Gauss {

    private static final double LOG_SQRT_2_PI = 0.9189385332046727;
    private static final double TAIL = -5;
    private static final double FAR_TAIL = -1000;
    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    private Gauss() {}

    /** Returns the logarithm of the density. */
    public static double logDensity(double z) {
        return -0.5 * z * z - LOG_SQRT_2_PI;
    }

    /** Returns the probability of a value below {@code z}, exact to about 1e-15 absolutely. */
    public static double probability(double z) {
        return 0.5 * Erf.erfc(-z / Math.sqrt(2));
    }

    /** Returns the value below which a share of the probability lies. */
    public static double quantile(double probability) {
        return STANDARD.inverseCumulativeProbability(probability);
    }

    /** Returns the logarithm of {@link #probability}, exact to about 1e-6 relatively however small the probability. */
    public static double logProbability(double z) {
        return z > TAIL ? Math.log(probability(z)) : logDensity(z) + Math.log(mills(-z));
    }

    /**
     * Returns log(phi(z) + z Phi(z)), the logarithm of the expected improvement in units of the standard deviation, {@code z}
     * being the improvement of the mean in the same units.
     *
     * <p>Source: Ament et al., "Unexpected improvements to expected improvement for Bayesian optimization", NeurIPS 2023,
     * section 4.1, here with the continued fraction of Mills' ratio in the tail.
     */
    public static double logImprovement(double z) {
        if (z > TAIL) {
            return Math.log(Math.exp(logDensity(z)) + z * probability(z));
        }
        // 1 + z m(-z) loses all its digits for very large -z; its asymptotic series does not.
        double inverse = 1 / (z * z);
        double rest = z > FAR_TAIL ? 1 + z * mills(-z) : inverse * (1 - 3 * inverse);
        return logDensity(z) + Math.log(rest);
    }

    /** Mills' ratio (1 - Phi(x)) / phi(x) for x of at least 5, by Laplace's continued fraction. */
    private static double mills(double x) {
        double denominator = x;
        for (int term = 24; term >= 1; term--) {
            denominator = x + term / denominator;
        }
        return 1 / denominator;
    }
}
