// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import java.util.Arrays;

/** Standard deviations of the kernels on one axis. Positions of {@link Double#NaN} belong to no kernel. */
final class Bandwidths {

    /** The least width, a share of the range. */
    private static final double LEAST = 0.03;

    /** How many bits of a sort key hold the index; the position has the others. */
    private static final int INDEX_BITS = 16;

    private static final double KEYS = 1L << 46;

    private Bandwidths() {}

    /**
     * Returns the width that all kernels of good points have: their standard deviation times n^(-1/5), so that it shrinks
     * as they draw together.
     */
    static double ofSpread(double[] positions) {
        int count = 0;
        double mean = 0;
        double squares = 0;
        for (double position : positions) {
            if (!Double.isNaN(position)) {
                count++;
                double step = position - mean;
                mean += step / count;
                squares += step * (position - mean);
            }
        }
        double deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 1;
        return clip(deviation * Math.pow(Math.max(1, count), -0.2), count);
    }

    /**
     * Returns for each kernel the larger of the gaps to its two neighbours.
     *
     * @param positions at most 2^16
     * @param floor no width is below it
     */
    static double[] ofGaps(double[] positions, double floor) {
        long[] keys = new long[positions.length];
        int count = 0;
        for (int i = 0; i < positions.length; i++) {
            if (!Double.isNaN(positions[i])) {
                keys[count++] = (long) (positions[i] * KEYS) << INDEX_BITS | i;
            }
        }
        Arrays.sort(keys, 0, count);
        double[] widths = new double[positions.length];
        for (int place = 0; place < count; place++) {
            double left = place > 0 ? gap(keys[place - 1], keys[place]) : 0;
            double right = place < count - 1 ? gap(keys[place], keys[place + 1]) : 0;
            double widest = count == 1 ? 1 : Math.max(left, right);
            widths[(int) keys[place] & (1 << INDEX_BITS) - 1] = Math.max(floor, clip(widest, count));
        }
        return widths;
    }

    private static double gap(long low, long high) {
        return ((high >> INDEX_BITS) - (low >> INDEX_BITS)) / KEYS;
    }

    /** Watanabe's "magic clipping" with exponent 2. */
    private static double clip(double width, int count) {
        double least = Math.max(LEAST, 1.0 / ((count + 1.0) * (count + 1.0)));
        return Math.min(1, Math.max(least, width));
    }
}
