// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Medians of numbers among which some may be infinite or near the largest double. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Medians {

    private Medians() {}

    /**
     * Returns the middle one of some numbers in order, or the mean of the two in the middle.
     *
     * @param values at least one, none of them NaN; left as they are
     */
    public static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = sorted[(sorted.length - 1) / 2];
        double high = sorted[sorted.length / 2];
        return low == high ? low : low / 2 + high / 2;
    }
}
