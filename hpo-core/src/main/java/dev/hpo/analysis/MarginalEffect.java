// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.space.Parameter;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What values are to be expected along one hyperparameter, on average over the whole space of the others.
 *
 * @param parameter the hyperparameter
 * @param points what is expected, by rising position on the hyperparameter's scale, 64 points at most
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record MarginalEffect(Parameter<?> parameter, List<Point> points) {

    /** Creates an effect. */
    public MarginalEffect {
        points = List.copyOf(points);
    }

    /**
     * What is expected of one value.
     *
     * @param raw the raw value of the hyperparameter
     * @param value what the objective value comes to: the value at the expected rank
     * @param best the end of the interval of 95 % of the draws with the better values
     * @param worst its other end
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Point(Object raw, double value, double best, double worst) {}
}
