// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.launch.Console;
import dev.hpo.report.ConfirmView;
import dev.hpo.report.FailureLines;
import dev.hpo.report.ProgressLine;
import dev.hpo.study.Study;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prints how far a study has come: when a better value is found, and every few seconds; and what has failed first, at once. Safe for use by several threads.
 */
final class ProgressLines {

    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final Optional<Raised> raised;
    private final Set<String> diary = new HashSet<>();
    private final ShownFailures failures = new ShownFailures();
    private final long begin = System.nanoTime();
    private int best = -1;
    private long printedAt = begin;
    private boolean isEndShown;

    /**
     * Creates lines.
     *
     * @param raised the population whose diary is printed as it grows; empty if the study is an ordinary one
     */
    ProgressLines(Optional<Raised> raised) {
        this.raised = raised;
    }

    /** Takes that a study begins or goes on: what its diary says by then was printed before. */
    void opened(Study<?> study) {
        raised.ifPresent(population -> added(population, study));
    }

    /**
     * Takes that a trial of a study has ended.
     *
     * @param study that of the trial
     * @param confirmation the runs that confirm what the search has found, of which the trial is one if there are any
     */
    void told(Study<?> study, TrialRecord trial, Optional<ConfirmView> confirmation) {
        if (failures.isToBeShown(trial)) {
            Console.print(FailureLines.text(study.facts().study(), trial));
        }
        if (confirmation.isPresent()) {
            told(study, confirmation.get());
            return;
        }
        if (raised.isPresent()) {
            told(study, raised.get());
            return;
        }
        Due due = due(study.best(), System.nanoTime());
        if (due != Due.NOT_YET) {
            print(study, due == Due.BETTER);
        }
    }

    /** The diary says what is better; between its lines it is enough to see that something goes on. */
    private void told(Study<?> study, Raised population) {
        List<String> added = added(population, study);
        added.forEach(entry -> Console.print(ProgressLine.diary(study.facts().study(), entry)));
        if (added.isEmpty() && due(Optional.empty(), System.nanoTime()) == Due.LATE) {
            StudyFacts facts = study.facts().withBudget(population.budget());
            History history = study.history();
            Console.print(ProgressLine.text(
                    facts,
                    history,
                    population.progress(history),
                    population.best(history, facts.direction()),
                    time(study)));
        }
    }

    /** Returns the lines of the diary that are new; where no order holds, they may come between others. */
    private synchronized List<String> added(Raised population, Study<?> study) {
        List<String> added = population.diary(study.history(), study.spec().direction()).stream()
                .filter(diary::add)
                .toList();
        printedAt = added.isEmpty() ? printedAt : System.nanoTime();
        return added;
    }

    private void told(Study<?> study, ConfirmView runs) {
        if (isToBeShown(runs, System.nanoTime())) {
            Console.print(ProgressLine.text(study.facts().study(), runs, Duration.ofNanos(System.nanoTime() - begin)));
        }
    }

    /** Of those that are told last at once, each sees the end: the first shows it, and nothing follows. */
    private synchronized boolean isToBeShown(ConfirmView runs, long now) {
        boolean isShown = !isEndShown && (runs.isDone() || now - printedAt >= PAUSE_NANOS);
        isEndShown |= runs.isDone();
        printedAt = isShown ? now : printedAt;
        return isShown;
    }

    private void print(Study<?> study, boolean isBetter) {
        StudyFacts facts = study.facts().withBudget(study.budget());
        Optional<String> changed =
                isBetter ? ProgressLine.best(facts, study.space(), study.history()) : Optional.empty();
        Console.print(ProgressLine.text(facts, study.history(), time(study))
                + changed.map("\n"::concat).orElse(""));
    }

    private ProgressLine.Time time(Study<?> study) {
        return new ProgressLine.Time(
                study.elapsedBefore().plusNanos(System.nanoTime() - begin),
                study.spec().timeout());
    }

    private synchronized Due due(Optional<TrialRecord> found, long now) {
        int number = found.map(TrialRecord::number).orElse(-1);
        boolean isBetter = number != best;
        boolean isDue = isBetter || now - printedAt >= PAUSE_NANOS;
        best = number;
        printedAt = isDue ? now : printedAt;
        return isBetter ? Due.BETTER : isDue ? Due.LATE : Due.NOT_YET;
    }

    /** Why a line is printed, if one is. */
    private enum Due {
        NOT_YET,
        LATE,
        BETTER
    }
}
