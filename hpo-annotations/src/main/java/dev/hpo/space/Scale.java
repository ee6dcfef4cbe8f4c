// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/**
 * A monotone map from the values of a numeric parameter to the axis on which they are drawn uniformly.
 *
 * <p>All maps are computed with {@link StrictMath}, so that they give the same bits on every JVM.
 */
public enum Scale {
    /** The value itself. */
    LINEAR {
        @Override
        public double forward(double value) {
            return value;
        }

        @Override
        public double inverse(double position) {
            return position;
        }
    },

    /** The natural logarithm; for values above 0. */
    LOG {
        @Override
        public double forward(double value) {
            return StrictMath.log(value);
        }

        @Override
        public double inverse(double position) {
            return StrictMath.exp(position);
        }
    },

    /** Minus the natural logarithm of one minus the value, which rises with the value; for values from 0 to below 1. */
    ONE_MINUS_LOG {
        @Override
        public double forward(double value) {
            return -StrictMath.log1p(-value);
        }

        @Override
        public double inverse(double position) {
            return -StrictMath.expm1(-position);
        }
    },

    /** The logarithm of the odds, log(x / (1 - x)); for values between 0 and 1. */
    LOGIT {
        @Override
        public double forward(double value) {
            return StrictMath.log(value) - StrictMath.log1p(-value);
        }

        @Override
        public double inverse(double position) {
            return 1 / (1 + StrictMath.exp(-position));
        }
    };

    /**
     * Returns the position of a value on this scale's axis.
     *
     * @param value a value for which this scale is defined
     */
    public abstract double forward(double value);

    /**
     * Returns the value at a position on this scale's axis; the inverse of {@link #forward} up to rounding.
     *
     * @param position a position on the axis
     */
    public abstract double inverse(double position);

    /** Returns whether the scale is defined at a value. */
    boolean covers(double value) {
        return switch (this) {
            case LINEAR -> Double.isFinite(value);
            case LOG -> value > 0 && value < Double.POSITIVE_INFINITY;
            case ONE_MINUS_LOG -> value >= 0 && value < 1;
            case LOGIT -> value > 0 && value < 1;
        };
    }
}
