// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking;

import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How far a study has come when a trial has ended, also by what other processes do that share its run.
 *
 * @param ended how many trials have ended; trials that run at the same time end in another order than that of their numbers
 * @param best the best of them
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Standing(int ended, Optional<TrialRecord> best) {

    /** Returns that of a history. */
    public static Standing of(History history, Direction direction) {
        int ended = history.size() - history.count(TrialState.RUNNING) - history.count(TrialState.WAITING);
        return new Standing(ended, history.best(direction));
    }
}
