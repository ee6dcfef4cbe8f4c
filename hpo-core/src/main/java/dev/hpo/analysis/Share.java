// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A share of the spread of a study's values, from 0 to 1, with what it may be as well.
 *
 * @param value the mean of what the draws of the model say
 * @param low the lower end of the interval that 95 % of the draws are in
 * @param high its upper end
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Share(double value, double low, double high) {

    private static final double OUTSIDE = 0.025;

    /** Returns the share of some draws, at least one. */
    static Share of(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        int outside = (int) (OUTSIDE * sorted.length);
        return new Share(
                Arrays.stream(sorted).average().orElse(0), sorted[outside], sorted[sorted.length - 1 - outside]);
    }
}
