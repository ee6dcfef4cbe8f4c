// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunStore;
import dev.hpo.storage.StorageException;
import dev.hpo.study.TrialLog.Ending;
import dev.hpo.trial.TrialRecord;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Ends trials, and their run. */
final class Telling {

    private final Workings workings;
    private final Retries retries;
    private final Checkpoints checkpoints;
    private final Object lettingGo = new Object();
    private boolean isLetGo;

    Telling(Workings workings, Retries retries, Checkpoints checkpoints) {
        this.workings = workings;
        this.retries = retries;
        this.checkpoints = checkpoints;
    }

    /**
     * Ends a trial whose body has returned or thrown. If it could not use what it has found in its checkpoint, it does not end: it is tried again
     * without. If it was interrupted, and can go on from its checkpoint, it is tried again with that.
     *
     * @param cause what it threw; empty if it returned
     */
    TrialRecord tell(Trial trial, Optional<Throwable> cause, BiFunction<TrialLog, TrialRecord, Ending> decision) {
        return isAgain(trial, cause) ? again(trial, cause) : end(trial, decision);
    }

    /** Returns whether a trial is tried again whose body returns now, or throws something. */
    boolean isAgain(Trial trial, Optional<Throwable> cause) {
        return trial.isOf(workings.ledger())
                && workings.ledger().canRetry()
                && (isInterruption(cause) ? canGoOn(trial) : isWithoutUse(trial));
    }

    /** One that sets out from a complete trial would train up to there once more, with a configuration that was not meant for that: it ends, and its sampler sets out again. */
    private static boolean isWithoutUse(Trial trial) {
        return trial.isStuckAtItsCheckpoint() && !trial.record().isFork();
    }

    private static boolean isInterruption(Optional<Throwable> cause) {
        return cause.filter(InterruptedException.class::isInstance).isPresent();
    }

    /** A body that throws this without being interrupted, and comes no further, is not tried for ever; a promotion begins where it began each time. */
    private boolean canGoOn(Trial trial) {
        boolean isStudyInterrupted =
                workings.ledger().end().stream().anyMatch(end -> end.kind() == RunEnd.Kind.INTERRUPTED);
        boolean isRepeated = trial.record().start().origin().copied().isPresent()
                && trial.record().key().attempt() > 0;
        return trial.canGoOn() && (isStudyInterrupted || (trial.log().isFurther() && !isRepeated));
    }

    private TrialRecord again(Trial trial, Optional<Throwable> cause) {
        TrialRecord record = trial.record();
        trial.log().letGo();
        if (!isInterruption(cause)) {
            checkpoints.spoil(
                    trial.number(),
                    cause.map(FaultText::of).orElse("with what was in its checkpoint, it reported nothing"));
        }
        retries.add(record);
        return record;
    }

    /** Ends a trial of this study, or a replay, of which nothing is kept. */
    private TrialRecord end(Trial trial, BiFunction<TrialLog, TrialRecord, Ending> decision) {
        boolean isReplay = trial.isOf(Replay.HOME);
        if (!isReplay && !trial.isOf(workings.ledger())) {
            throw new StudyException(trial + " must be told to the study that gave it, not to "
                    + workings.spec().name());
        }
        if (!trial.log().end(decision)) {
            if (trial.log().isLetGo()) {
                return trial.record();
            }
            throw new StudyException(trial + " has been told before; tell each trial once");
        }
        if (isReplay) {
            trial.removeCheckpoint();
        } else {
            if (trial.record().isPaused()) {
                checkpoints.store().thaw(trial.number());
            }
            keepEnd(trial.record());
            if (workings.others().shareTheRun()) {
                // What comes of it, such as a new best, is to be judged beside the trials of all.
                workings.follow();
            }
        }
        return trial.record();
    }

    /** Lets go of all trials that still run: they stay as they are, to be tried again, and take no more reports. */
    void close() {
        for (Trial trial : workings.ledger().running()) {
            trial.log().letGo();
            workings.ledger().release(trial.number());
        }
    }

    /**
     * Ends the run where it is kept, the first time, and lets go of it. Does not need the turn.
     *
     * @throws StudyException if the end could not be stored
     */
    void letGo() {
        synchronized (lettingGo) {
            try (RunStore store = workings.store()) {
                if (!isLetGo) {
                    isLetGo = true;
                    RunEnd end = workings.ledger().end().orElseThrow();
                    store.end(end);
                    checkpoints.close(end, this::lastBest, this::needed);
                }
            } catch (StorageException e) {
                throw new StudyException(
                        "the end of " + workings.spec().name() + " could not be stored: " + e.getMessage(), e);
            }
        }
    }

    /** Returns the best trial when the run has its end: others may have ended theirs since this study has last looked. */
    private Optional<TrialRecord> lastBest() {
        if (workings.others().shareTheRun()) {
            workings.others().follow();
        }
        return best();
    }

    private Set<Integer> needed() {
        return checkpoints.needed(workings.ledger().history(), workings.facts());
    }

    private Optional<TrialRecord> best() {
        return workings.ledger().history().best(workings.spec().direction());
    }

    private boolean isLetGo() {
        synchronized (lettingGo) {
            return isLetGo;
        }
    }

    /** A trial that could not be stored ends all the same, since others wait for it. */
    private void keepEnd(TrialRecord record) {
        boolean isOurs = true;
        boolean isKept = false;
        try {
            isOurs = workings.end(record);
            isKept = isOurs;
            if (!isOurs && !isLetGo()) {
                // What has become of it has to be known before nobody waits for it any more.
                workings.follow();
            }
        } finally {
            if (isOurs) {
                workings.ledger().finish(record);
            } else {
                workings.ledger().release(record.number());
            }
        }
        if (isKept) {
            checkpoints.ended(record, this::best);
        }
    }
}
