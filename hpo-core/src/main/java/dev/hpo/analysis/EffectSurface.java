// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.space.Parameter;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What values are to be expected at pairs of values of two hyperparameters, on average over the whole space of the others.
 *
 * @param one a hyperparameter
 * @param other another one
 * @param ones raw values of the one, by rising position on its scale, 64 at most
 * @param others raw values of the other, likewise
 * @param values for each of the ones what the objective value comes to with each of the others; NaN where they do not both exist
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record EffectSurface(
        Parameter<?> one, Parameter<?> other, List<Object> ones, List<Object> others, List<List<Double>> values) {

    /** Creates a surface. */
    public EffectSurface {
        ones = List.copyOf(ones);
        others = List.copyOf(others);
        values = List.copyOf(values);
    }
}
