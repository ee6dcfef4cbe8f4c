// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.util.Optional;

/** The rules of beginning a trial that is there already, which are the same for every storage. */
final class Attempts {

    private Attempts() {}

    /** Returns whether a trial that begins needs a place in the budget: a further attempt has its trial's, and one that goes on with a paused one has that one's. */
    static boolean isOfBudget(TrialRecord next) {
        return next.key().attempt() == 0 && !next.isPromotion();
    }

    /** Returns whether a first attempt takes a trial from the queue: one that was chosen otherwise leaves it there. */
    static boolean takes(TrialRecord next, TrialState present) {
        return present == TrialState.WAITING && next.start().origin().isOfStorage();
    }

    /**
     * Returns whether an attempt can begin.
     *
     * @param next the attempt, not the first
     * @param last what is kept of the trial; empty if nothing is
     * @throws IllegalArgumentException if it tries something else than the attempt before
     */
    static boolean follows(TrialRecord next, Optional<TrialRecord> last) {
        if (last.isEmpty()
                || last.get().state() != TrialState.RUNNING
                || !next.key().equals(last.get().key().next())) {
            return false;
        }
        TrialStart before = last.get().start();
        TrialStart now = next.start();
        if (!before.configuration().equals(now.configuration())
                || before.seed() != now.seed()
                || !before.origin().equals(now.origin())) {
            throw new IllegalArgumentException(
                    next.key() + " must have the configuration, the seed and the origin of the attempt before");
        }
        return true;
    }
}
