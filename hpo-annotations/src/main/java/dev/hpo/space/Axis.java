// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The part of a scale between two bounds: positions from 0 to 1, and equally spaced levels. */
record Axis(double min, double max, Scale scale) {

    private static final MathContext LEVEL_DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    /** How many digits a step has at most that is meant as a decimal: of all such numbers there is one double each. */
    private static final int SHORT = 15;

    /** How far rounding may move a level, in units of the levels' distance. */
    private static final double ROUNDING = 1e-6;

    /** Returns the position of a value between the bounds. */
    double position(double value) {
        double low = scale.forward(min);
        double high = scale.forward(max);
        if (high - low == 0) {
            // The bounds are too close for the scale to tell them apart; then it is as good as linear.
            return (value - min) / (max - min);
        }
        return high - low < Double.POSITIVE_INFINITY
                ? (scale.forward(value) - low) / (high - low)
                : (scale.forward(value) / 2 - low / 2) / (high / 2 - low / 2);
    }

    /** Returns the value at a position. It hits both bounds exactly and never falls, whatever the rounding of the scale. */
    double value(double position) {
        if (position <= 0) {
            return min;
        }
        if (position >= 1) {
            return max;
        }
        double low = scale.forward(min);
        double length = scale.forward(max) - low;
        double point = length < Double.POSITIVE_INFINITY
                ? low + length * position
                : low * (1 - position) + scale.forward(max) * position;
        return Math.min(max, Math.max(min, scale.inverse(point)));
    }

    /**
     * Returns a level, rounded to the short decimal that is meant: 0.3, not 0.30000000000000004.
     *
     * @param index from 0
     * @param last the index of the last level
     */
    double level(long index, long last) {
        if (index <= 0) {
            return min;
        }
        if (index >= last) {
            return max;
        }
        if (scale == Scale.LINEAR) {
            return linearLevel(index, last);
        }
        double exact = value((double) index / last);
        double rounded = rounded(exact);
        return Math.abs(position(rounded) * last - index) < ROUNDING ? rounded : exact;
    }

    /** Computes in decimal where that is exact, so that steps of 0.1 meet 0.3; else, as with a step of pi / 2, adds so many steps to the lower bound and rounds once. The step is what the bounds come to, which may be the last bit away from the one that was given. */
    private double linearLevel(long index, long last) {
        BigDecimal low = BigDecimal.valueOf(min);
        BigDecimal step = step(BigDecimal.valueOf(max).subtract(low), last);
        if (step.precision() > SHORT) {
            low = new BigDecimal(min);
            step = new BigDecimal(step(new BigDecimal(max).subtract(low), last).doubleValue());
        }
        return Math.min(max, low.add(step.multiply(BigDecimal.valueOf(index))).doubleValue());
    }

    private static BigDecimal step(BigDecimal range, long last) {
        return range.divide(BigDecimal.valueOf(last), MathContext.DECIMAL128).stripTrailingZeros();
    }

    /** Rounds the number, or its distance from one where the scale stretches that. */
    private double rounded(double value) {
        boolean nearOne = (scale == Scale.ONE_MINUS_LOG || scale == Scale.LOGIT) && value > 0.5;
        return nearOne
                ? BigDecimal.ONE
                        .subtract(BigDecimal.ONE.subtract(new BigDecimal(value)).round(LEVEL_DIGITS))
                        .doubleValue()
                : new BigDecimal(value).round(LEVEL_DIGITS).doubleValue();
    }
}
