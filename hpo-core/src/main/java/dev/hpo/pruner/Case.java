// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a pruner judges: is this trial worth going on with?
 *
 * @param space the space that is searched
 * @param trial the trial, with the intermediate value just reported as its last observation
 * @param history the trials that the judged one may be compared with
 * @param facts the facts of the study
 * @param mayPause whether the study's sampler goes on with paused trials, see {@link Verdict.Pause}; if not, a trial goes on that is to pause
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Case(Space<?> space, TrialRecord trial, History history, StudyFacts facts, boolean mayPause) {

    /** Creates the case of a study whose sampler goes on with nothing. */
    public Case(Space<?> space, TrialRecord trial, History history, StudyFacts facts) {
        this(space, trial, history, facts, false);
    }
}
