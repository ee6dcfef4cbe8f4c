// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.launch.Console;
import dev.hpo.report.FailureLines;
import dev.hpo.report.Figures;
import dev.hpo.report.TrialName;
import dev.hpo.trial.FailureCause;
import dev.hpo.trial.TrialRecord;

/** Prints what became of runs of one configuration, a line for each; the first that has failed with what it is due to. Safe for use by several threads. */
final class RerunLines {

    private final String test;
    private final String study;
    private final ShownFailures failures = new ShownFailures();

    RerunLines(StudySetup setup) {
        this.test = setup.method().shortName();
        this.study = setup.method().studyName();
    }

    /** Takes that a run has ended. */
    void told(TrialRecord run) {
        Console.print(
                failures.isToBeShown(run)
                        ? FailureLines.text(study, run)
                        : "hpo: " + test + ": " + TrialName.inShort(run) + ": " + text(run));
    }

    private String text(TrialRecord run) {
        return run.value().isPresent()
                ? Figures.number(run.value().getAsDouble())
                : run.failure()
                        .map(failure ->
                                "failed: " + FailureCause.of(failure, study).text())
                        .orElse("no value");
    }
}
