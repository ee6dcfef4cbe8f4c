// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import dev.hpo.encoding.Dimension;
import java.util.Arrays;

/** Standard deviations of the kernels on one axis. Positions of {@link Double#NaN} belong to no kernel. */
final class Bandwidths {

    /** The least width where there are no gaps, a share of the range. */
    static final double LEAST = 0.02;

    /**
     * The least width in units of the gap to the nearest other value. Where gaps are equal a draw then leaves a value one time in three:
     * with narrow kernels neighbours of the best values would hardly ever be tried.
     */
    private static final double LEAST_CELLS = 0.5;

    /** How many bits of a sort key hold the index; the position has the others. */
    private static final int INDEX_BITS = 16;

    private static final double KEYS = 1L << 46;

    private final Dimension dimension;

    private Bandwidths(Dimension dimension) {
        this.dimension = dimension;
    }

    static Bandwidths of(Dimension dimension) {
        return new Bandwidths(dimension);
    }

    /** Returns the widths that all kernels of good points have, each as wide at least as its value asks for. */
    double[] ofGood(double[] positions) {
        double[] widths = new double[positions.length];
        Arrays.fill(widths, ofSpread(positions));
        return raised(widths, positions);
    }

    private double[] raised(double[] widths, double[] positions) {
        for (int i = 0; i < widths.length; i++) {
            if (!Double.isNaN(positions[i])) {
                widths[i] = Math.min(1, Math.max(widths[i], LEAST_CELLS * dimension.gap(positions[i])));
            }
        }
        return widths;
    }

    /**
     * Returns the width that all kernels of good points have: their standard deviation times n^(-1/5), so that it shrinks
     * as they draw together.
     */
    double ofSpread(double[] positions) {
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
    double[] ofGaps(double[] positions, double floor) {
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
        return raised(widths, positions);
    }

    private static double gap(long low, long high) {
        return ((high >> INDEX_BITS) - (low >> INDEX_BITS)) / KEYS;
    }

    /** Watanabe's "magic clipping" with exponent 2. */
    private static double clip(double width, int count) {
        double few = 1.0 / ((count + 1.0) * (count + 1.0));
        return Math.min(1, Math.max(Math.max(LEAST, few), width));
    }
}
