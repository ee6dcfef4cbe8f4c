// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import dev.hpo.numeric.Gauss;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where a trial is expected to end, on the scale of a model.
 *
 * @param mean the mean
 * @param deviation the standard deviation; 0 if it has ended
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Prospect(double mean, double deviation) {

    /** Returns the logarithm of how much better than a place the end is expected to be; negative infinity if it cannot be. */
    public double logImprovement(double place) {
        return deviation == 0
                ? Math.log(Math.max(0, place - mean))
                : Math.log(deviation) + Gauss.logImprovement((place - mean) / deviation);
    }

    /** Returns how probable it is that the end is better than a place. */
    public double chance(double place) {
        return deviation == 0 ? (mean < place ? 1 : 0) : Gauss.probability((place - mean) / deviation);
    }
}
