// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What has come out of a study.
 *
 * @param facts the facts of the study
 * @param history all its trials
 * @param best the best complete trial; empty if none is complete
 * @param endReason why the study ended, for people: {@code all 50 trials are done}
 * @param <T> the configuration type
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record StudyResult<T>(StudyFacts facts, History history, Optional<Best<T>> best, String endReason) {

    /**
     * The best trial.
     *
     * @param config its configuration
     * @param trial all that is known of it
     * @param <T> the configuration type
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Best<T>(T config, TrialRecord trial) {

        /** Returns the objective value. */
        public double value() {
            return trial.value().orElseThrow();
        }
    }
}
