// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunStore;
import dev.hpo.storage.StorageException;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What asking and telling have in common.
 *
 * @param ledger what its threads share
 * @param others who else has to do with the run
 */
record Workings(StudySpec spec, RunStore store, StudyFacts facts, Ledger ledger, Others others) {

    /** Begins with what the storage has of a run. */
    static Workings of(StudySpec spec, RunStore store, StudyFacts facts) {
        History before = Checkpoints.known(spec, store.header(), History.of(store.changes()));
        Ledger ledger = new Ledger(spec.direction(), spec.mode(), before);
        return new Workings(spec, store, facts, ledger, new Others(spec.mode(), store, ledger));
    }

    /**
     * Begins with what the storage has of a run, for further trials.
     *
     * @throws StudyException if what the next ones would set out from is not there
     */
    static Workings toGoOn(StudySpec spec, RunStore store, StudyFacts facts) {
        Workings workings = of(spec, store, facts);
        Checkpoints.requireThere(spec, store.header(), workings.ledger.history(), facts);
        return workings;
    }

    /** Returns how much is left of the budget. */
    Allowance allowance() {
        return new Allowance(spec.sampler(), facts);
    }

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
     * @param view what the trial knows
     * @return whether it has begun; not if others have taken its number or the last place in the budget, or if the study was abandoned
     * @throws StudyException if that fails, which ends the study
     */
    boolean begin(TrialRecord trial, OptionalInt invocation, History view) {
        int most = allowance().mostTrials(view);
        return kept(trial, () -> store.begin(trial, invocation, most));
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

    /**
     * Returns the first trial that is queued in the storage.
     *
     * @throws StudyException if that fails, which ends the study
     */
    Optional<TrialRecord> firstQueued() {
        return done("the queue could not be read", Optional.empty(), store::firstQueued);
    }

    /**
     * Makes known what others have done meanwhile.
     *
     * @throws StudyException if that fails, which ends the study
     */
    void follow() {
        look(others, () -> {
            others.follow();
            return others;
        });
    }

    /**
     * Looks at what others do.
     *
     * @param otherwise what comes of it if the study was abandoned
     * @throws StudyException if that fails, which ends the study
     */
    <R> R look(R otherwise, Supplier<R> at) {
        return done("the trials of others could not be read", otherwise, at);
    }

    /**
     * Makes known what others have done, who have taken the number of a trial, or the last place in the budget.
     *
     * @param view what the trial knew
     * @throws StudyException if nobody has and the study was not abandoned, which ends the study
     */
    void followTo(TrialStart refused, History view) {
        follow();
        History history = ledger.history();
        boolean isFree = refused.number() >= history.size()
                || (refused.origin().isOfStorage()
                        && history.trial(refused.number()).state() == TrialState.WAITING);
        if (isFree && history.counted() < allowance().mostTrials(view) && !ledger.isAbandoned()) {
            throw ledger.fail(
                    RunEnd.Kind.INTERRUPTED,
                    new StudyException(refused.key() + " of " + store.header().id()
                            + " must be the next one, but the storage has refused it; begin a new run"));
        }
    }

    private boolean kept(TrialRecord trial, Supplier<Boolean> action) {
        return done("trial " + trial.number() + " could not be stored", false, action);
    }

    /** Does something with the storage. If the study was abandoned, nothing is done, and nobody is told. */
    private <R> R done(String fault, R otherwise, Supplier<R> action) {
        if (ledger.isAbandoned()) {
            return otherwise;
        }
        try {
            return action.get();
        } catch (StorageException e) {
            if (ledger.isAbandoned()) {
                return otherwise;
            }
            throw ledger.fail(RunEnd.Kind.INTERRUPTED, new StudyException(fault + ": " + e.getMessage(), e));
        }
    }
}
