// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What has become of a trial so far. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum TrialState {
    /** Queued with its configuration or with a part of it, not begun. */
    WAITING,

    /** Begun, not ended. */
    RUNNING,

    /** Ended with a finite objective value. */
    COMPLETE,

    /** Stopped before its end, by a pruner or by itself: as hopeless, or for the time being, see {@link TrialRecord#isPaused}. */
    PRUNED,

    /** Ended without a value that counts: see its {@link Failure}. */
    FAILED;

    /** Returns whether a trial in this state has ended and will never change again. */
    public boolean isFinished() {
        return this == COMPLETE || this == PRUNED || this == FAILED;
    }
}
