// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import org.apache.commons.math3.special.Erf;

/** The cumulative standard normal distribution from a table, to eleven decimals. */
final class NormalTable {

    private static final double END = 8;
    private static final int PER_UNIT = 128;
    private static final double[] VALUES = new double[(int) (2 * END * PER_UNIT) + 2];
    private static final double[] SLOPES = new double[VALUES.length];

    static {
        for (int i = 0; i < VALUES.length; i++) {
            double z = (double) i / PER_UNIT - END;
            VALUES[i] = Erf.erfc(-z / Math.sqrt(2)) / 2;
            SLOPES[i] = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / PER_UNIT;
        }
    }

    private NormalTable() {}

    /** Returns the probability of less than a number; cubic Hermite interpolation. */
    static double cumulative(double z) {
        if (z <= -END) {
            return 0;
        }
        if (z >= END) {
            return 1;
        }
        double at = (z + END) * PER_UNIT;
        int i = (int) at;
        double t = at - i;
        double u = 1 - t;
        return u * u * ((1 + 2 * t) * VALUES[i] + t * SLOPES[i])
                + t * t * ((3 - 2 * t) * VALUES[i + 1] - u * SLOPES[i + 1]);
    }
}
