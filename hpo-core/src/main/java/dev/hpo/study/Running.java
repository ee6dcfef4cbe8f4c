// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.TrialRecord;

/** A trial that runs in this study, and the thread that is taken to run it. */
record Running(Trial trial, Thread thread) {

    boolean isOfThisThread() {
        return thread == Thread.currentThread();
    }

    /** Whether others have begun another attempt at this trial, or have ended it before it was ended here. */
    boolean isOvertakenBy(TrialRecord stored) {
        TrialRecord own = trial.record();
        return !own.key().equals(stored.key())
                || (stored.state().isFinished() && !own.state().isFinished());
    }
}
