// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.study.TrialLog.Ending;
import dev.hpo.trial.TrialRecord;
import java.util.Optional;
import java.util.function.BiFunction;

/** Ends trials. */
final class Telling {

    private final Workings workings;
    private volatile boolean closed;

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
            if (closed) {
                return trial.record();
            }
            throw new StudyException(trial + " has been told before; tell each trial once");
        }
        if (!isReplay) {
            keepEnd(trial.record());
        }
        return trial.record();
    }

    /** Ends all trials that still run, as interrupted; if one cannot be stored, the others are all the same. */
    void close() {
        closed = true;
        Optional<StudyException> fault = Optional.empty();
        for (Trial trial : workings.ledger().running()) {
            try {
                if (trial.log().end((log, record) -> TrialEnd.interrupted(record))) {
                    keepEnd(trial.record());
                }
            } catch (StudyException e) {
                fault = Optional.of(fault.orElse(e));
            }
        }
        if (fault.isPresent()) {
            throw fault.get();
        }
    }

    /** A trial that could not be stored ends all the same, since others wait for it. */
    private void keepEnd(TrialRecord record) {
        try {
            workings.keep(record);
        } finally {
            workings.ledger().finish(record);
        }
    }
}
