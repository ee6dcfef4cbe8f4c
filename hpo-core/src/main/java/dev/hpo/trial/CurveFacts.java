// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the intermediate values of a trial come to, known without a walk over them. NaN and infinite values are counted, and no more.
 *
 * @param reports how many values there are
 * @param finite how many of them are finite
 * @param smallest the smallest finite one; positive infinity if there is none
 * @param largest the largest finite one; negative infinity if there is none
 * @param mean the mean of the finite ones; NaN if there is none
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record CurveFacts(int reports, int finite, double smallest, double largest, double mean) {

    /** Those of no value at all. */
    static final CurveFacts NONE = new CurveFacts(0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);

    CurveFacts plus(double value) {
        if (!Double.isFinite(value)) {
            return new CurveFacts(reports + 1, finite, smallest, largest, mean);
        }
        int count = finite + 1;
        // In this form it does not overflow.
        double newMean = finite == 0 ? value : mean + (value / count - mean / count);
        return new CurveFacts(reports + 1, count, Math.min(smallest, value), Math.max(largest, value), newMean);
    }

    /** Returns the best finite value; empty if there is none. */
    public OptionalDouble best(Direction direction) {
        return extreme(direction == Direction.MINIMIZE);
    }

    /** Returns the worst finite value; empty if there is none. */
    public OptionalDouble worst(Direction direction) {
        return extreme(direction == Direction.MAXIMIZE);
    }

    private OptionalDouble extreme(boolean isSmallest) {
        return finite == 0 ? OptionalDouble.empty() : OptionalDouble.of(isSmallest ? smallest : largest);
    }

    /** Returns whether there is no NaN and no infinite value. */
    public boolean areFinite() {
        return finite == reports;
    }
}
