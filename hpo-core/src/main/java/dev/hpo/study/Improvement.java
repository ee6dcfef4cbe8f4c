// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.Direction;
import dev.hpo.trial.TrialRecord;
import java.util.Optional;

/** The best of some ended trials, and how many came after it. */
final class Improvement {

    private final Direction direction;
    private Optional<TrialRecord> best = Optional.empty();
    private int trialsSince;

    Improvement(Direction direction) {
        this.direction = direction;
    }

    /** Adds an ended trial; a rejected one, which never ran, changes nothing. */
    void add(TrialRecord trial) {
        if (trial.isRejected()) {
            return;
        }
        boolean better = trial.value().isPresent() && isBetter(trial.value().getAsDouble());
        trialsSince = better ? 0 : trialsSince + 1;
        if (better || isEarlierEqual(trial)) {
            best = Optional.of(trial);
        }
    }

    Optional<TrialRecord> best() {
        return best;
    }

    int trialsSince() {
        return trialsSince;
    }

    private boolean isBetter(double value) {
        return best.isEmpty() || direction.isBetter(value, best.get().value().orElseThrow());
    }

    private boolean isEarlierEqual(TrialRecord trial) {
        return best.isPresent()
                && trial.value().isPresent()
                && trial.value().getAsDouble() == best.get().value().orElseThrow()
                && trial.number() < best.get().number();
    }
}
