// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.Failure;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The trials of a resumed or shared run whose process died, or let them go: they are tried again, before a new one begins. Those that another tool
 * has begun are left to it, as it gives no sign of life.
 */
final class Retries {

    /** A configuration that kills its process each time must come to an end, and teach the sampler. */
    private static final int MOST_ATTEMPTS = 3;

    private final Workings workings;
    private final Deque<TrialRecord> lost = new ArrayDeque<>();

    Retries(Workings workings) {
        this.workings = workings;
        if (!workings.others().shareTheRun()) {
            workings.ledger().history().in(TrialState.RUNNING).stream()
                    .filter(trial -> trial.start().origin().source() != Origin.Source.OTHER)
                    .forEach(lost::add);
        }
    }

    /** Returns the next trial to try again, which is in nobody's hands any more. */
    Optional<TrialRecord> next() {
        return lost.isEmpty()
                ? workings.look(Optional.empty(), workings.others()::nextAbandoned)
                : Optional.of(lost.remove());
    }

    static boolean isUsedUp(TrialRecord trial) {
        return trial.key().attempt() >= MOST_ATTEMPTS - 1;
    }

    /** Returns the end of a trial that was tried often enough. */
    static TrialRecord end(TrialRecord trial, Instant at) {
        String message = "each of its " + MOST_ATTEMPTS + " attempts was lost, as when the process that ran it died";
        return trial.finished(new Outcome.Failed(Failure.of(Failure.Kind.LOST, message)), at);
    }
}
