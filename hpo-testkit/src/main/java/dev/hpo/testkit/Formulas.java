// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

/** The formulas of the benchmark functions. */
final class Formulas {

    private static final double[] HARTMANN_WEIGHTS = {1, 1.2, 3, 3.2};

    private static final double[][] HARTMANN_SLOPES = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };

    private static final double[][] HARTMANN_CENTRES = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };

    private Formulas() {}

    static double sphere(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += xi * xi;
        }
        return sum;
    }

    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double off = x[i + 1] - x[i] * x[i];
            sum += 100 * off * off + (1 - x[i]) * (1 - x[i]);
        }
        return sum;
    }

    static double ackley(double[] x) {
        double cosines = 0;
        for (double xi : x) {
            cosines += StrictMath.cos(2 * Math.PI * xi);
        }
        return -20 * StrictMath.exp(-0.2 * Math.sqrt(sphere(x) / x.length))
                - StrictMath.exp(cosines / x.length)
                + 20
                + Math.E;
    }

    static double rastrigin(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += 10 + xi * xi - 10 * StrictMath.cos(2 * Math.PI * xi);
        }
        return sum;
    }

    static double branin(double[] x) {
        double valley = x[1] - 5.1 / (4 * Math.PI * Math.PI) * x[0] * x[0] + 5 / Math.PI * x[0] - 6;
        return valley * valley + 10 * (1 - 1 / (8 * Math.PI)) * StrictMath.cos(x[0]) + 10;
    }

    static double hartmann6(double[] x) {
        double sum = 0;
        for (int hill = 0; hill < HARTMANN_WEIGHTS.length; hill++) {
            double exponent = 0;
            for (int axis = 0; axis < x.length; axis++) {
                double off = x[axis] - HARTMANN_CENTRES[hill][axis];
                exponent += HARTMANN_SLOPES[hill][axis] * off * off;
            }
            sum -= HARTMANN_WEIGHTS[hill] * StrictMath.exp(-exponent);
        }
        return sum;
    }
}
