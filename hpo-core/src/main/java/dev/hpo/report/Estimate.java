// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A number that is known with some uncertainty.
 *
 * @param value the best guess
 * @param low the lower end of its 95 % interval; infinite where nothing is known of that
 * @param high the upper end
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Estimate(double value, double low, double high) {

    /** Returns whether its interval has ends. */
    boolean isBounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** Returns the interval for people: {@code 95 % interval 0.078 to 0.084}; why there is none, if so. */
    String interval() {
        if (!isBounded()) {
            return "no interval, as it rests on one run";
        }
        return low == high ? "the same in each run" : "95 % interval " + range();
    }

    /** Returns the ends, with as many digits as it takes to tell them apart. */
    String range() {
        return Figures.number(low, high) + " to " + Figures.number(high, low);
    }
}
