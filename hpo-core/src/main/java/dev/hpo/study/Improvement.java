// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.Direction;
import dev.hpo.trial.TrialRecord;
import java.util.OptionalDouble;

/** Counts how many trials have ended since the last one with a new best value. */
final class Improvement {

    private final Direction direction;
    private OptionalDouble best = OptionalDouble.empty();
    private int trialsSince;

    Improvement(Direction direction) {
        this.direction = direction;
    }

    /** Adds an ended trial; one that never ran, as it was rejected or a later run has taken it, changes nothing. */
    void add(TrialRecord trial) {
        OptionalDouble value = trial.value();
        if (value.isPresent() && (best.isEmpty() || direction.isBetter(value.getAsDouble(), best.getAsDouble()))) {
            best = value;
            trialsSince = 0;
        } else if (isTried(trial)) {
            trialsSince++;
        }
    }

    /** Returns whether a trial was run to its end. */
    static boolean isTried(TrialRecord trial) {
        return trial.state().isFinished() && !trial.isRejected() && !trial.isMoved();
    }

    int trialsSince() {
        return trialsSince;
    }
}
