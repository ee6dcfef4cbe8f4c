// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.report.StudyView;
import dev.hpo.trial.FailureCause;
import dev.hpo.trial.TrialRecord;

/** The first failure of a study, as an example of what went wrong. */
final class FirstFailure {

    private FirstFailure() {}

    /** Returns a line about it, to be put behind another text; empty if no trial has failed. */
    static String of(StudyView view) {
        return view.history().trials().stream()
                .filter(trial -> trial.failure().isPresent())
                .findFirst()
                .map(trial -> "\n" + text(trial, view.facts().study()))
                .orElse("");
    }

    /** Names the trial, unless its message does. */
    private static String text(TrialRecord trial, String study) {
        FailureCause cause = FailureCause.of(trial.failure().orElseThrow(), study);
        String name = "trial " + trial.number();
        String text = cause.text().startsWith(name) ? cause.text() : name + ": " + cause.text();
        return text
                + (cause.root().isEmpty() ? "" : ", caused by " + cause.root())
                + (cause.frame().isEmpty() ? "" : ", at " + cause.frame());
    }
}
