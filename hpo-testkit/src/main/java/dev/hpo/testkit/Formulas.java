// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static java.lang.Math.PI;
import static java.lang.Math.sqrt;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.sin;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The usual test functions of optimisation, as in Surjanovic and Bingham, Virtual Library of Simulation Experiments. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Formulas {

    private static final double[] HARTMANN_WEIGHTS = {1, 1.2, 3, 3.2};
    private static final double[][] HARTMANN3_SHAPES = {{3, 10, 30}, {0.1, 10, 35}, {3, 10, 30}, {0.1, 10, 35}};
    private static final double[][] HARTMANN3_CENTRES = {
        {0.3689, 0.1170, 0.2673}, {0.4699, 0.4387, 0.7470}, {0.1091, 0.8732, 0.5547}, {0.0381, 0.5743, 0.8828}
    };
    private static final double[][] HARTMANN6_SHAPES = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] HARTMANN6_CENTRES = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };

    private Formulas() {}

    /** Two numbers; three minima, all of them the lowest. */
    public static double branin(double[] x) {
        double bend = x[1] - 5.1 / (4 * PI * PI) * x[0] * x[0] + 5 / PI * x[0] - 6;
        return bend * bend + 10 * (1 - 1 / (8 * PI)) * cos(x[0]) + 10;
    }

    /** Three numbers, four hills. */
    public static double hartmann3(double[] x) {
        return hartmann(x, HARTMANN3_SHAPES, HARTMANN3_CENTRES);
    }

    /** Six numbers, four hills. */
    public static double hartmann6(double[] x) {
        return hartmann(x, HARTMANN6_SHAPES, HARTMANN6_CENTRES);
    }

    private static double hartmann(double[] x, double[][] shapes, double[][] centres) {
        double sum = 0;
        for (int k = 0; k < HARTMANN_WEIGHTS.length; k++) {
            double exponent = 0;
            for (int i = 0; i < x.length; i++) {
                exponent += shapes[k][i] * square(x[i] - centres[k][i]);
            }
            sum += HARTMANN_WEIGHTS[k] * exp(-exponent);
        }
        return -sum;
    }

    /** The sum of squares. */
    public static double sphere(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return sum;
    }

    /** A curved and narrow valley. */
    public static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            sum += 100 * square(x[i + 1] - x[i] * x[i]) + square(1 - x[i]);
        }
        return sum;
    }

    /** A nearly flat plain full of dents with a steep funnel in the middle. */
    public static double ackley(double[] x) {
        double waves = 0;
        for (double value : x) {
            waves += cos(2 * PI * value);
        }
        return -20 * exp(-0.2 * sqrt(sphere(x) / x.length)) - exp(waves / x.length) + 20 + Math.E;
    }

    /** Waves over a bowl. */
    public static double levy(double[] x) {
        double sum = square(sin(PI * w(x[0])));
        for (int i = 0; i + 1 < x.length; i++) {
            sum += square(w(x[i]) - 1) * (1 + 10 * square(sin(PI * w(x[i]) + 1)));
        }
        double last = w(x[x.length - 1]);
        return sum + square(last - 1) * (1 + square(sin(2 * PI * last)));
    }

    private static double w(double x) {
        return 1 + (x - 1) / 4;
    }

    /** A wide bowl with many shallow dents. */
    public static double griewank(double[] x) {
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            product *= cos(x[i] / sqrt(i + 1));
        }
        return sphere(x) / 4000 - product + 1;
    }

    /** A bowl with a regular lattice of dents. */
    public static double rastrigin(double[] x) {
        double sum = 10 * x.length;
        for (double value : x) {
            sum += value * value - 10 * cos(2 * PI * value);
        }
        return sum;
    }

    /** Two dents a dimension, one of them deeper. */
    public static double styblinskiTang(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += pow(value, 4) - 16 * value * value + 5 * value;
        }
        return sum / 2;
    }

    /** Steep valleys in a plain. */
    public static double michalewicz(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += sin(x[i]) * pow(sin((i + 1) * x[i] * x[i] / PI), 20);
        }
        return -sum;
    }

    /** The square. */
    public static double square(double x) {
        return x * x;
    }
}
