// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.trial.Direction;
import java.time.Instant;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is kept of a run beside its trials.
 *
 * @param id which run it is
 * @param goal what it searches for
 * @param seed the seed of all its randomness
 * @param fingerprint the text of its search space, equal for equal spaces
 * @param createdAt when it began
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RunHeader(RunId id, Goal goal, long seed, String fingerprint, Instant createdAt) {

    /**
     * What a run searches for.
     *
     * @param metric what the objective value is: {@code validation loss}
     * @param direction which values are better
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Goal(String metric, Direction direction) {}
}
