// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking;

import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which trials other tools are told of: those that were run, and have ended. */
@API(status = Status.INTERNAL, since = "0.1")
public final class TrackedTrials {

    private TrackedTrials() {}

    /** Returns those of a history. */
    public static Stream<TrialRecord> in(History history) {
        return history.trials().stream().filter(TrackedTrials::isOne);
    }

    /** Returns whether a trial is one of them. */
    public static boolean isOne(TrialRecord trial) {
        return trial.state().isFinished() && !trial.isRejected() && !trial.isMoved();
    }
}
