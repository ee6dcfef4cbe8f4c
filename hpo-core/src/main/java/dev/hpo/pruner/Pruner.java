// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Judges after each intermediate value whether a trial is worth going on with.
 *
 * <p>A pruner is a function, as a sampler is: the same arguments give the same verdict. It must be safe for use by several
 * threads.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface Pruner {

    /**
     * Judges a running trial.
     *
     * @param trial the trial, with the intermediate value just reported as its last observation
     * @param history the trials that the judged one may be compared with
     * @param facts the facts of the study
     */
    Verdict judge(TrialRecord trial, History history, StudyFacts facts);
}
