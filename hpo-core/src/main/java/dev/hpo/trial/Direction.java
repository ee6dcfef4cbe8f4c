// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which objective values are better: the small ones or the large ones. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum Direction {
    /** Smaller is better, as of a loss. */
    MINIMIZE,

    /** Larger is better, as of an accuracy. */
    MAXIMIZE;

    /** Returns whether one finite value is better than another; equal values are not. */
    public boolean isBetter(double value, double other) {
        return this == MINIMIZE ? value < other : value > other;
    }

    /** Returns a value such that smaller is better, whatever the direction; it is its own inverse. */
    public double asLoss(double value) {
        return this == MINIMIZE ? value : -value;
    }
}
