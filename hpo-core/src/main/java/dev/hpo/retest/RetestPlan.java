// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * When a configuration is told to be worse than it was.
 *
 * <p>A batch of up to 10 runs is looked at after 4, 7 and 10 of them. One that looks worse is an alarm, and ends there; it is told only if a second batch of
 * runs, which knows nothing of the first, looks worse too.
 *
 * @param minimumLoss by how much the mean must have got worse to matter, in the metric's unit; 0 if any loss does that is no chance
 * @param tolerance a standard deviation that values are taken to have at least, in the metric's unit: for objectives that always give the same value, which have none
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RetestPlan(double minimumLoss, double tolerance) {

    /** After how many runs of a batch it is looked at. */
    public static final List<Integer> LOOKS = List.of(4, 7, 10);

    /** How many runs a batch has at most. */
    public static final int BATCH = 10;

    /** How many batches there are at most. */
    public static final int BATCHES = 2;

    /** How often a batch of a configuration that is as good as ever looks worse, all its looks together. */
    public static final double ERROR = .04;

    /** Creates a plan, checking its numbers. */
    public RetestPlan {
        require("minimumLoss", minimumLoss);
        require("tolerance", tolerance);
    }

    private static void require(String what, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    "RetestPlan." + what + " (" + value + ") must be a finite number of at least 0");
        }
    }

    /** Returns the plan if nothing else is said: any loss matters that is no chance. */
    public static RetestPlan usual() {
        return new RetestPlan(0, 0);
    }

    /** Returns how many runs there are at most. */
    public static int most() {
        return BATCH * BATCHES;
    }
}
