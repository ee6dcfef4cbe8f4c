// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.RunStore;
import dev.hpo.storage.StorageException;
import dev.hpo.study.TrialLog.Ending;
import dev.hpo.trial.TrialRecord;
import java.util.function.BiFunction;

/** Ends trials, and their run. */
final class Telling {

    private final Workings workings;
    private final Object lettingGo = new Object();
    private boolean isLetGo;

    Telling(Workings workings) {
        this.workings = workings;
    }

    /** Ends a trial of this study, or a replay, of which nothing is kept. */
    TrialRecord tell(Trial trial, BiFunction<TrialLog, TrialRecord, Ending> decision) {
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
        if (!isReplay) {
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
                    store.end(workings.ledger().end().orElseThrow());
                }
            } catch (StorageException e) {
                throw new StudyException(
                        "the end of " + workings.spec().name() + " could not be stored: " + e.getMessage(), e);
            }
        }
    }

    private boolean isLetGo() {
        synchronized (lettingGo) {
            return isLetGo;
        }
    }

    /** A trial that could not be stored ends all the same, since others wait for it. */
    private void keepEnd(TrialRecord record) {
        boolean isOurs = true;
        try {
            isOurs = workings.end(record);
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
    }
}
