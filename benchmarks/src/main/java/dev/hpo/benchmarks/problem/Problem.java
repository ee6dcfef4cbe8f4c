// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something to minimise.
 *
 * @param name its name, unique among all problems
 * @param suite the name of the problems that it is reported with
 * @param space where to search
 * @param function the value of a configuration of the space; deterministic, and safe for use by several threads
 * @param range what values count as good and as bad
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Problem(
        String name, String suite, Space<Configuration> space, ToDoubleFunction<Configuration> function, Range range) {

    /** Returns the value of a configuration. */
    public double value(Configuration configuration) {
        return function.applyAsDouble(configuration);
    }

    /**
     * The values between which regret is measured.
     *
     * @param optimum the smallest value there is, or the smallest known
     * @param randomMedian the median value of random configurations; above the optimum
     */
    @API(status = Status.INTERNAL, since = "0.1")
    public record Range(double optimum, double randomMedian) {

        /** Creates a range, checking its order. */
        public Range {
            if (!(optimum < randomMedian)) {
                throw new IllegalArgumentException(
                        "randomMedian (" + randomMedian + ") must be above the optimum (" + optimum + ")");
            }
        }

        /** Returns the normalised regret of a value: 0 at the optimum, 1 at the random median and above. */
        public double regret(double value) {
            return Math.min(1, Math.max(0, (value - optimum) / (randomMedian - optimum)));
        }
    }
}
