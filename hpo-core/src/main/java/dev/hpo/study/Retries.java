// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The trials of a resumed or shared run whose process died, or let them go, and those of this study that could not use their checkpoints or were interrupted: they are tried
 * again, before a new one begins. Those that another tool
 * has begun are left to it, as it gives no sign of life.
 */
final class Retries {

    /** A configuration that kills its process each time must come to an end, and teach the sampler. */
    private static final int MOST_LOST = 3;

    private final Workings workings;
    private final Deque<TrialRecord> unfinished = new ConcurrentLinkedDeque<>();

    Retries(Workings workings) {
        this.workings = workings;
        if (!workings.others().shareTheRun()) {
            unfinished.addAll(unfinished(workings.ledger().history()));
        }
    }

    /** Returns what there is to try again. */
    static List<TrialRecord> unfinished(History history) {
        return history.in(TrialState.RUNNING).stream()
                .filter(trial -> trial.start().origin().source() != Origin.Source.OTHER)
                .toList();
    }

    /** Returns the next trial to try again, which is in nobody's hands any more. */
    Optional<TrialRecord> next() {
        Optional<TrialRecord> next = Optional.ofNullable(unfinished.poll());
        next.ifPresent(trial -> workings.ledger().takeRetry(trial.number()));
        return next.isPresent() ? next : workings.look(Optional.empty(), workings.others()::nextAbandoned);
    }

    /** Takes a trial of this study that is to be tried again. */
    void add(TrialRecord trial) {
        unfinished.add(trial);
        workings.ledger().retry(trial.number());
    }

    /** Returns whether a trial was lost too often to be tried again; that it was interrupted, however often, says nothing of it. */
    boolean isUsedUp(TrialRecord trial) {
        return workings.store().lost(trial.number()) >= MOST_LOST;
    }

    /** Returns the end of a trial that was tried often enough. */
    static TrialRecord end(TrialRecord trial, Instant at) {
        String message = MOST_LOST + " attempts at it were lost, as when the process that runs one dies";
        return trial.finished(new Outcome.Failed(Failure.of(Failure.Kind.LOST, message)), at);
    }
}
