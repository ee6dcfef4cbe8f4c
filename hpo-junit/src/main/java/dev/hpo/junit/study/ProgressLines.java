// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.launch.Console;
import dev.hpo.report.ProgressLine;
import dev.hpo.study.Study;
import dev.hpo.trial.TrialRecord;
import java.util.Optional;

/** Prints how far a study has come: when a better value is found, and every few seconds. Safe for use by several threads. */
final class ProgressLines {

    private static final long PAUSE_NANOS = 5_000_000_000L;

    private int best = -1;
    private long printedAt = System.nanoTime();

    /** Takes that a trial of a study has ended. */
    void told(Study<?> study) {
        if (isDue(study.best(), System.nanoTime())) {
            Console.print(ProgressLine.text(study.facts().withBudget(study.budget()), study.space(), study.history()));
        }
    }

    private synchronized boolean isDue(Optional<TrialRecord> found, long now) {
        int number = found.map(TrialRecord::number).orElse(-1);
        boolean isDue = number != best || now - printedAt >= PAUSE_NANOS;
        best = number;
        printedAt = isDue ? now : printedAt;
        return isDue;
    }
}
