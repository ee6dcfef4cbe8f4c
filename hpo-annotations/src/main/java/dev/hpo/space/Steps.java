// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The arithmetic of equally spaced values. */
final class Steps {

    /** How far a quotient of range and step may be from a whole number: a few roundings, as of a step of one third. */
    private static final double TOLERANCE = 1e-9;

    private static final double LARGEST_TOLERANCE = 1e-6;

    /** How far a value may be from a level, in units of the levels' distance, to be taken for it; allows for floats. */
    static final double SNAP = 1e-5;

    private Steps() {}

    /** Counts in decimal: a step of 0.1 goes three times into 0.3. */
    static int count(double min, double max, double step) {
        BigDecimal low = BigDecimal.valueOf(min);
        BigDecimal range = BigDecimal.valueOf(max).subtract(low);
        requireWithin(step > 0 && BigDecimal.valueOf(step).compareTo(range) <= 0, step, range.doubleValue());
        BigDecimal intervals = range.divide(BigDecimal.valueOf(step), MathContext.DECIMAL128);
        double count = intervals.doubleValue();
        if (Math.abs(count - Math.rint(count)) > Math.min(LARGEST_TOLERANCE, TOLERANCE * Math.max(1, count))) {
            BigDecimal last = low.add(BigDecimal.valueOf(step).multiply(intervals.setScale(0, RoundingMode.FLOOR)));
            throw unreached(step, max, last.doubleValue());
        }
        return count(Math.rint(count), step);
    }

    static int count(long min, long max, long step) {
        requireWithin(step > 0 && step <= max - min, step, max - min);
        long missing = (max - min) % step;
        if (missing != 0) {
            throw unreached(step, max, max - missing);
        }
        long intervals = (max - min) / step;
        return count((double) intervals, step);
    }

    private static int count(double intervals, Number step) {
        if (intervals >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("step (" + step + ") must leave at most 2^31 - 1 values");
        }
        return (int) intervals + 1;
    }

    private static void requireWithin(boolean within, Number step, Number range) {
        if (!within) {
            throw new IllegalArgumentException(
                    "step (" + step + ") must be above 0 and at most max - min (" + range + ")");
        }
    }

    private static IllegalArgumentException unreached(Number step, Number max, Number last) {
        return new IllegalArgumentException(
                "step (" + step + ") must reach max (" + max + "); the last value is " + last);
    }

    /** Neighbours are closest together at one of the ends, whatever the scale. */
    static void requireDistinct(Axis axis, int levels) {
        long last = levels - 1L;
        if (axis.level(1, last) <= axis.min() || axis.level(last - 1, last) >= axis.max()) {
            throw new IllegalArgumentException("levels (" + levels + ") must leave numbers that differ between min ("
                    + axis.min() + ") and max (" + axis.max() + ")");
        }
    }

    static long integerLevel(IntegerDomain domain, long index) {
        return integerLevel(domain.min(), domain.max(), domain.scale(), index, domain.levels() - 1L);
    }

    private static long integerLevel(long min, long max, Scale scale, long index, long last) {
        if (index <= 0) {
            return min;
        }
        if (index >= last) {
            return max;
        }
        if (scale == Scale.LINEAR) {
            long range = max - min;
            return min + range / last * index + Math.round((double) (range % last) * index / last);
        }
        double fraction = (double) index / last;
        double low = scale.forward((double) min);
        double high = scale.forward((double) max);
        return Math.round(scale.inverse(low * (1 - fraction) + high * fraction));
    }

    /** Looks as far as neighbours are less than one apart: everywhere if linear, at the lower end if logarithmic. */
    static void requireDistinct(long min, long max, Scale scale, int levels) {
        long last = levels - 1L;
        boolean distinct = max - min >= last;
        boolean close = scale == Scale.LOG;
        for (long index = 1; distinct && close && index <= last; index++) {
            long distance = integerLevel(min, max, scale, index, last) - integerLevel(min, max, scale, index - 1, last);
            distinct = distance > 0;
            close = distance < 3;
        }
        if (!distinct) {
            throw new IllegalArgumentException("levels (" + levels
                    + ") must leave whole numbers that differ between min (" + min + ") and max (" + max + ")");
        }
    }
}
