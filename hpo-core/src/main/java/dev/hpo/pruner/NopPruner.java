// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Lets every trial run to its end. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class NopPruner implements Pruner {

    /** Creates the pruner. */
    public NopPruner() {}

    @Override
    public Verdict judge(TrialRecord trial, History history, StudyFacts facts) {
        return Verdict.KEEP;
    }
}
