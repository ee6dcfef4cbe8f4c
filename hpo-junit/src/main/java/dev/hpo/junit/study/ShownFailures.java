// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.trial.Failure;
import dev.hpo.trial.TrialRecord;

/** Which failures of a study are shown at once, with their cause: the first one. Safe for use by several threads. */
final class ShownFailures {

    private boolean isAnyShown;
    private boolean isFaultShown;

    /**
     * Returns whether a trial that has ended has failed and is to be shown, and takes that it is. One that a trial has declared infeasible tells little, so that the first of another kind is
     * shown too.
     */
    synchronized boolean isToBeShown(TrialRecord trial) {
        if (trial.failure().isEmpty() || trial.isSilent() || isFaultShown) {
            return false;
        }
        boolean isFault = trial.failure().orElseThrow().kind() != Failure.Kind.INFEASIBLE;
        boolean isShown = isFault || !isAnyShown;
        isAnyShown = true;
        isFaultShown = isFault;
        return isShown;
    }
}
