// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Trainings to find a good one of, of which some may be cut short.
 *
 * @param name its name, unique among all of these
 * @param space where to search
 * @param epochs how long a training is
 * @param curves the value of a configuration after each epoch, smaller ones being better; the last one is what counts. Deterministic, and
 *     safe for use by several threads
 * @param range what last values count as good and as bad
 */
@API(status = Status.INTERNAL, since = "0.1")
public record CurveProblem(
        String name,
        Space<Configuration> space,
        int epochs,
        Function<Configuration, double[]> curves,
        Problem.Range range) {

    /** Returns the values of a configuration after each epoch. */
    public double[] curve(Configuration configuration) {
        return curves.apply(configuration);
    }
}
