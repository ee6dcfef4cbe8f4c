// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import dev.hpo.trial.TrialState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How far a trial has come.
 *
 * @param state its state
 * @param values its objective values; empty if it has none
 * @param startedAt when it began; empty if it is not said or it has not
 * @param completedAt when it ended; empty if it is not said or it has not
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Standing(
        TrialState state, List<Double> values, Optional<Instant> startedAt, Optional<Instant> completedAt) {

    /** Creates a standing. */
    public Standing {
        values = List.copyOf(values);
    }

    /** Returns that of a queued trial. */
    public static Standing waiting() {
        return new Standing(TrialState.WAITING, List.of(), Optional.empty(), Optional.empty());
    }

    /** Returns that of a trial that begins. */
    public static Standing running(Instant startedAt) {
        return new Standing(TrialState.RUNNING, List.of(), Optional.of(startedAt), Optional.empty());
    }

    /**
     * Returns that of a trial that ends.
     *
     * @param state a finished one
     * @param values its objective values
     */
    public static Standing finished(TrialState state, List<Double> values, Instant completedAt) {
        return new Standing(state, values, Optional.empty(), Optional.of(completedAt));
    }
}
