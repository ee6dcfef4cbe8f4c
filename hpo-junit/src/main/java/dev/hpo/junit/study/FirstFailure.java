// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.report.FailureLines;
import dev.hpo.report.StudyView;
import dev.hpo.trial.FailureCause;
import dev.hpo.trial.TrialRecord;
import java.util.List;

/** The first failure of a study, as an example of what went wrong. */
final class FirstFailure {

    private FirstFailure() {}

    /** Returns a line about it, to be put behind another text; empty if no trial has failed. */
    static String of(StudyView view) {
        return of(view.history().trials(), view.facts().study());
    }

    /**
     * Returns a line about the first of some trials that has failed, to be put behind another text; empty if none has.
     *
     * @param study the name of their study
     */
    static String of(List<TrialRecord> trials, String study) {
        return trials.stream()
                .filter(trial -> trial.failure().isPresent())
                .findFirst()
                .map(trial -> "\n" + text(trial, study))
                .orElse("");
    }

    /** Names the trial, unless its message does. */
    private static String text(TrialRecord trial, String study) {
        FailureCause cause = FailureCause.of(trial.failure().orElseThrow(), study);
        return FailureLines.named(trial, cause.text(), ": ")
                + (cause.root().isEmpty() ? "" : ", caused by " + cause.root())
                + (cause.frame().isEmpty() ? "" : ", at " + cause.frame());
    }
}
