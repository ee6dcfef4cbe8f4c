// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The arithmetic of equally spaced values. */
final class Steps {

    /** How far a quotient of range and step may be from a whole number: a few roundings of decimal literals. */
    private static final double TOLERANCE = 1e-9;

    /** How far a value may be from a level, in units of the levels' distance, to be taken for it; allows for floats. */
    static final double SNAP = 1e-5;

    private static final MathContext LEVEL_DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private Steps() {}

    /** Computes in decimal, so that steps of 0.1 meet 0.3. */
    static double decimalLevel(RealDomain domain, long index) {
        BigDecimal min = BigDecimal.valueOf(domain.min());
        BigDecimal range = BigDecimal.valueOf(domain.max()).subtract(min);
        return min.add(range.multiply(BigDecimal.valueOf(index))
                        .divide(BigDecimal.valueOf(domain.levels() - 1L), MathContext.DECIMAL64))
                .doubleValue();
    }

    /** Rounds the number, or its distance from one where the scale stretches that, to twelve digits. */
    static double round(double value, Scale scale) {
        boolean nearOne = (scale == Scale.ONE_MINUS_LOG || scale == Scale.LOGIT) && value > 0.5;
        if (nearOne) {
            BigDecimal rest = BigDecimal.ONE.subtract(new BigDecimal(value)).round(LEVEL_DIGITS);
            return BigDecimal.ONE.subtract(rest).doubleValue();
        }
        return new BigDecimal(value).round(LEVEL_DIGITS).doubleValue();
    }

    static int count(double min, double max, double step) {
        if (!(step > 0) || step > max - min) {
            throw new IllegalArgumentException(
                    "step (" + step + ") must be above 0 and at most max - min (" + (max - min) + ")");
        }
        double intervals = (max - min) / step;
        if (Math.abs(intervals - Math.rint(intervals)) > TOLERANCE * Math.max(1, intervals)) {
            double last = min + Math.floor(intervals) * step;
            throw new IllegalArgumentException(
                    "step (" + step + ") must reach max (" + max + "); the last value is " + last);
        }
        if (intervals >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("step (" + step + ") must leave at most 2^31 - 1 values");
        }
        return (int) Math.rint(intervals) + 1;
    }

    static long integerLevel(IntegerDomain domain, long index) {
        int last = domain.levels() - 1;
        if (index <= 0) {
            return domain.min();
        }
        if (index >= last) {
            return domain.max();
        }
        if (domain.scale() == Scale.LINEAR) {
            return domain.min() + Math.round((domain.max() - domain.min()) * ((double) index / last));
        }
        double fraction = (double) index / last;
        double low = domain.scale().forward((double) domain.min());
        double high = domain.scale().forward((double) domain.max());
        return Math.round(domain.scale().inverse(low * (1 - fraction) + high * fraction));
    }

    /** Neighbours are closest together at the lower end of the logarithmic scale, so the first two decide. */
    static void requireDistinct(long min, long max, Scale scale, int levels) {
        if (levels == 0) {
            return;
        }
        double low = scale.forward((double) min);
        double second = scale.inverse(low + (scale.forward((double) max) - low) / (levels - 1));
        if (Math.round(second) <= min) {
            throw new IllegalArgumentException("levels (" + levels
                    + ") must leave whole numbers that differ between min (" + min + ") and max (" + max + ")");
        }
    }
}
