// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

/**
 * The exponential function to nine digits, some times faster than {@link Math#exp}.
 *
 * <p>Method: e^x = 2^(k / 256) e^r with k a whole number and |r| at most ln 2 / 512; the first factor is a table entry with its
 * exponent shifted, the second a polynomial. Source: Tang, "Table-driven implementation of the exponential function", ACM TOMS 15, 1989.
 */
final class FastExp {

    private static final int BITS = 8;
    private static final int SIZE = 1 << BITS;
    private static final long[] POWERS = powers();
    private static final double STEPS = SIZE / Math.log(2);
    private static final double STEP = Math.log(2) / SIZE;

    /** Adding it rounds to a whole number, which then is in the low bits. */
    private static final double ROUNDER = 0x1.8p52;

    private static final double LOWEST = -700;

    private FastExp() {}

    private static long[] powers() {
        long[] powers = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            powers[i] = Double.doubleToRawLongBits(Math.pow(2, (double) i / SIZE));
        }
        return powers;
    }

    /** Returns e to the power of a number of at most 700; 0 if that is below -700. */
    static double exp(double x) {
        if (!(x > LOWEST)) {
            return 0;
        }
        double rounded = x * STEPS + ROUNDER;
        long k = Double.doubleToRawLongBits(rounded);
        double r = x - (rounded - ROUNDER) * STEP;
        long low = k & (SIZE - 1);
        // What the rounder leaves above the whole number is shifted out.
        long exponent = (k >> BITS) << 52;
        return Double.longBitsToDouble(POWERS[(int) low] + exponent) * (1 + r + r * r / 2);
    }
}
