// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunStore;
import dev.hpo.storage.StorageException;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * What asking and telling have in common.
 *
 * @param time since the study was opened
 */
record Workings(StudySpec spec, RunStore store, StudyFacts facts, Ledger ledger, Stopwatch time) {

    Instant now() {
        return spec.clock().instant();
    }

    Stopwatch stopwatch() {
        return new Stopwatch(spec.ticker());
    }

    /**
     * Keeps the beginning of a trial.
     *
     * @param invocation under which number it is run, if there is one
     * @throws StudyException if that fails, or if its number is taken, which ends the study
     */
    void begin(TrialRecord trial, OptionalInt invocation) {
        if (!kept(trial, () -> store.begin(trial, invocation))) {
            throw ledger.fail(
                    RunEnd.Kind.INTERRUPTED,
                    new StudyException(trial.key() + " of " + store.header().id()
                            + " must be new, but another process has begun it; let one process go on with a run"));
        }
    }

    /**
     * Keeps what a trial has reported.
     *
     * @return whether it still is this study's
     * @throws StudyException if that fails, which ends the study
     */
    boolean report(TrialRecord trial) {
        return kept(trial, () -> store.report(trial.key(), trial.progress()));
    }

    /**
     * Keeps the end of a trial.
     *
     * @return whether the trial was still this study's to end
     * @throws StudyException if that fails, which ends the study
     */
    boolean end(TrialRecord trial) {
        return kept(trial, () -> store.end(trial));
    }

    private boolean kept(TrialRecord trial, BooleanSupplier action) {
        try {
            return action.getAsBoolean();
        } catch (StorageException e) {
            throw ledger.fail(
                    RunEnd.Kind.INTERRUPTED,
                    new StudyException("trial " + trial.number() + " could not be stored: " + e.getMessage(), e));
        }
    }
}
