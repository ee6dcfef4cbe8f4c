// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.launch.Console;
import dev.hpo.population.ReplaySampler;
import dev.hpo.population.WinnersSchedule;
import dev.hpo.report.Figures;
import dev.hpo.report.PopulationView.Replays;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunSeries;
import dev.hpo.study.Repetition;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import dev.hpo.trial.History;
import dev.hpo.trial.Replayed;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Trainings with the schedule that a population has found, from its first step on and with fresh seeds. As with runs that confirm a search, that is not closed before they are done, so
 * that the next run of the test goes on with them. Safe for use by several threads.
 */
final class Replaying {

    private static final String ELSEWHERE = "another process trains with its schedule";

    private final StudySetup setup;
    private final int trainings;
    private final Set<Trial> given = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Runs runs;

    /** How the search has ended here, where another process trains with its schedule. */
    private volatile @Nullable String left;

    Replaying(StudySetup setup) {
        this.setup = setup;
        this.trainings =
                setup.settings().population().map(found -> found.replays()).orElse(0);
    }

    /** Returns whether any are wanted of whatever is found. */
    boolean isAsked() {
        return trainings > 0;
    }

    /** Returns whether any are wanted once a search has ended, as far as can be known before. */
    boolean isWanted(Study<Object> search) {
        return isAsked()
                && left == null
                && !search.isInterrupted()
                && search.failedStart().isEmpty()
                && winners(search).isPresent();
    }

    /** Returns how many trials that takes at most; 0 if none are wanted. */
    int most() {
        long segments = setup.raised()
                .map(raised -> (long) raised.plan().size().generations())
                .orElse(0L);
        return (int) Math.min(Integer.MAX_VALUE / 2, trainings * segments);
    }

    /**
     * Begins the next trial. Only for a search that has come to its own end, all trials of which have been told here.
     *
     * @return empty if all are done, or if another process makes them
     */
    Optional<Suggestion<Object>> next(Study<Object> search, int invocation) throws InterruptedException {
        Optional<Runs> open = open(search);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Optional<Suggestion<Object>> next = open.get().study().ask(invocation);
        next.map(Suggestion::trial).ifPresent(given::add);
        return next;
    }

    private synchronized Optional<Runs> open(Study<Object> search) {
        if (runs == null && left == null && FurtherRuns.isRunningElsewhere(search.history())) {
            leave(search);
        } else if (runs == null && left == null) {
            try {
                begin(search);
            } catch (RuntimeException | Error e) {
                // The next run of the test goes on with the search, and tries to begin them again.
                search.interrupt(setup.told("an error: " + e.getMessage()));
                throw e;
            }
        }
        return Optional.ofNullable(runs);
    }

    private void begin(Study<Object> search) {
        WinnersSchedule schedule = winners(search).orElseThrow();
        ReplaySampler sampler = new ReplaySampler(schedule, trainings);
        StudySpec spec = Repetition.seeded(search.spec(), sampler, sampler.trials());
        RunSeries series = RunSeries.of(RunKind.CONFIRM, new RunId(search.spec().name(), search.run()));
        Optional<Study<Object>> taken = Repetition.take(setup.space(), spec, series);
        if (taken.isEmpty()) {
            leave(search);
            return;
        }
        Runs open = new Runs(sampler, taken.get());
        runs = open;
        if (!open.isDone()) {
            boolean isBegun = open.study().history().size() > 0;
            say((isBegun ? "goes on training" : "trains") + " with the schedule of trial "
                    + schedule.winner() + " from its beginning, "
                    + Figures.count(trainings, "time"));
        }
    }

    /** Should whoever makes them die, the search has to be one that goes on. */
    private void leave(Study<Object> search) {
        left = search.endReason().orElse("") + "; " + ELSEWHERE;
        search.interrupt(ELSEWHERE);
    }

    private Optional<WinnersSchedule> winners(Study<Object> search) {
        return setup.raised()
                .flatMap(
                        raised -> raised.winners(search.history(), search.spec().direction()));
    }

    private void say(String what) {
        Console.print("hpo: " + setup.method().shortName() + ": " + what);
    }

    /** Takes that one of the trials has ended, and says what a training came to. */
    void told(TrialRecord trial, Study<Object> search) {
        Runs open = runs;
        if (open == null
                || trial.isSilent()
                || !Replayed.isEnd(trial, open.sampler().segments())) {
            return;
        }
        say(
                trial.value().isPresent()
                        ? "replayed: " + Figures.number(trial.value().getAsDouble()) + " (population: "
                                + Figures.number(winners(search).orElseThrow().value()) + ")"
                        : "replayed in vain: "
                                + trial.failure()
                                        .map(failure -> failure.message())
                                        .orElse("no value"));
    }

    /** Returns how the search has ended here, if another process makes them. */
    Optional<String> left() {
        return Optional.ofNullable(left);
    }

    boolean isLeftToOthers() {
        return left != null;
    }

    /** Returns the study of the trainings, if it was opened. */
    Optional<Study<Object>> study() {
        return Optional.ofNullable(runs).map(Runs::study);
    }

    /** Returns that study, if a trial is one of it. */
    Optional<Study<Object>> home(Trial trial) {
        return given.contains(trial) ? study() : Optional.empty();
    }

    /** Returns whether all have ended, or no more will ever begin. */
    boolean isOver() {
        return Optional.ofNullable(runs).filter(Runs::isOver).isPresent();
    }

    /** Returns why no more begin; empty while there may be more. */
    Optional<String> endReason() {
        return Optional.ofNullable(runs).flatMap(open -> open.endReason("the schedule was trained with"));
    }

    /**
     * Returns whether a trial can begin at once.
     *
     * @param before how many others will begin before it
     * @param busy how many threads of this process run any, or ask for one
     */
    boolean isReady(int before, int busy) {
        return Optional.ofNullable(runs)
                .filter(open -> open.isReady(before, busy))
                .isPresent();
    }

    /**
     * Closes the study of the trainings, if it was opened.
     *
     * @param reason why there are no more of them, if there should be
     */
    void close(String reason) {
        Optional.ofNullable(runs).ifPresent(open -> open.close(reason));
    }

    /** Returns the trainings as reports see them; empty if none has begun. */
    Optional<Replays> view() {
        return Optional.ofNullable(runs)
                .map(open ->
                        new Replays(trainings, open.sampler().ends(open.study().history())));
    }

    /**
     * Trainings that have begun.
     *
     * @param sampler says what they are
     * @param study has their trials
     */
    private record Runs(ReplaySampler sampler, Study<Object> study) implements FurtherRuns {

        @Override
        public boolean isDone() {
            return sampler.isDone(study.history());
        }

        @Override
        public int due(int busy) {
            History now = study.history();
            return sampler.due(now) + Math.max(0, now.count(TrialState.RUNNING) - busy);
        }
    }
}
