// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A number that is known with some uncertainty.
 *
 * @param estimate the best guess
 * @param low the lower end
 * @param high the upper end
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Interval(double estimate, double low, double high) {

    /** Returns half the width. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /** Returns whether a number lies in it. */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    /** Returns the same of the number with the other sign. */
    public Interval negated() {
        return new Interval(0 - estimate, 0 - high, 0 - low);
    }
}
