// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningFailedError;
import dev.hpo.junit.declaration.TuningMethod;
import dev.hpo.report.StudyView;
import dev.hpo.trial.TrialRecord;
import java.util.List;

/** The check that what a search has found can be repeated, where that is wanted. */
final class Confirmedness {

    private Confirmedness() {}

    /**
     * Checks a study that has a best trial.
     *
     * @throws TuningFailedError if it was to be confirmed, and was not
     */
    static void check(StudyTrials trials, TuningMethod method, StudyView view) {
        if (trials.isToBeConfirmed() && !trials.confirming().isDone()) {
            throw new TuningFailedError(
                    method.shortName()
                            + ": best configurations must be run again to the end, but JUnit ran no more tests; run it again to go on.");
        }
        view.confirmation().filter(runs -> runs.best().isEmpty()).ifPresent(runs -> {
            List<TrialRecord> failed = runs.failed();
            throw new TuningFailedError(
                    method.shortName() + ": best configuration must work when it is run again, but none did, as "
                            + runs.failures() + " failed; what the search has found is no result that can be relied on."
                            + FirstFailure.of(failed, view.facts().study()));
        });
    }
}
