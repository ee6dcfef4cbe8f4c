// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.RunId;
import dev.hpo.storage.StorageException;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;

/**
 * What asking and telling have in common.
 *
 * @param noStart why there is no start configuration; empty if there is one, or if nobody will miss it
 */
record Workings(StudySpec spec, RunId run, StudyFacts facts, Ledger ledger, String noStart) {

    Instant now() {
        return spec.clock().instant();
    }

    Stopwatch stopwatch() {
        return new Stopwatch(spec.ticker());
    }

    /**
     * Keeps a trial.
     *
     * @throws StudyException if that fails, which ends the study
     */
    void keep(TrialRecord trial) {
        try {
            spec.storage().put(run, trial);
        } catch (StorageException e) {
            throw ledger.fail(
                    new StudyException("trial " + trial.number() + " could not be stored: " + e.getMessage(), e));
        }
    }
}
