// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.report.BudgetText;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunRecord;
import dev.hpo.trial.Budget;
import dev.hpo.trial.History;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a run stood that goes on, for people. */
final class Interruption {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern(" yyyy-MM-dd HH:mm");

    private Interruption() {}

    /** Returns why a run does not go on of itself: what its end says, if it had one. */
    static String reason(RunRecord run) {
        return run.end().map(RunEnd::reason).orElse("its process died");
    }

    /**
     * Returns where a run stood: {@code after 23 of 50 trials (interrupted 2026-02-03 04:05: its process died)}.
     *
     * @param run the run, before it went on
     * @param history its trials then
     * @param budget how much it may spend now
     */
    static String text(RunRecord run, History history, Budget budget) {
        return "after " + BudgetText.progress(budget, history) + " (" + (run.isFinished() ? "ended" : "interrupted")
                + time(history) + ": " + reason(run) + ")";
    }

    /** When anything of it was last written down, which is as good as is known of a process that died. */
    private static String time(History history) {
        return history.trials().stream()
                .flatMap(trial -> Stream.concat(Stream.of(trial.start().startedAt()), trial.finishedAt().stream()))
                .max(Comparator.naturalOrder())
                .map(last -> MINUTES.format(last.atZone(ZoneId.systemDefault())))
                .orElse("");
    }
}
