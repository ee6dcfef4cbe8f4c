// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.curves.Resumption;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvesPrunerTests {

    private static final Parameter<Double> X =
            Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1));
    private static final Space<Configuration> LINE = new PlainSpace(List.of(X));
    private static final int END = 27;

    private final CurvesPruner pruner = new CurvesPruner();
    private History history = History.empty();

    @Test
    void hopelessTrialIsStopped_atALevel_andNowhereElse() {
        complete(8);
        for (int steps = 1; steps < END; steps++) {
            assertThat(isStopped(.95, steps)).as("at step " + steps).isEqualTo(steps == 3 || steps == 9);
            assertThat(isStopped(.2, steps)).isFalse();
        }
    }

    @Test
    void reasonSaysHowLittleChanceThereIs() {
        complete(8);
        assertThat(judge(running(.95, 3), Direction.MINIMIZE))
                .isEqualTo(new Verdict.Stop(
                        "curves leave a chance of 0.0 % to end better than the best of 8 trials at step 3"));
    }

    @Test
    void nothingIsStoppedWhileTheLengthOfATrainingIsNotKnown() {
        for (int number = 0; number < 8; number++) {
            history = history.with(
                    running(number / 7.0, 20).finished(new Outcome.Pruned("by somebody else"), Instant.EPOCH));
        }
        assertThat(isStopped(.95, 3)).isFalse();
        assertThat(isStopped(.95, 9)).isFalse();
    }

    @Test
    void firstReportStopsNothing() {
        complete(8);
        TrialRecord trial = running(.95, 0).with(Progress.NONE.with(new Observation(9, loss(.95, 9))));
        assertThat(judge(trial, Direction.MINIMIZE)).isEqualTo(Verdict.KEEP);
    }

    /** Or else only what looked good early would ever be complete. */
    @Test
    void oneOfFourTrialsRunsToItsEnd() {
        complete(3);
        for (int pruned = 0; pruned < 8; pruned++) {
            history = history.with(running(.9, 3).finished(new Outcome.Pruned("hopeless"), Instant.EPOCH));
        }
        assertThat(isStopped(.95, 3)).as("3 complete of 11, and the 12th").isTrue();
        history = history.with(running(.9, 3).finished(new Outcome.Pruned("hopeless"), Instant.EPOCH));
        assertThat(isStopped(.95, 3)).as("3 of 13").isFalse();
    }

    @Test
    void trialWithoutAnyFiniteValueIsStopped() {
        complete(8);
        Progress progress = Progress.NONE.with(new Observation(1, 1)).with(new Observation(3, Double.NaN));
        assertThat(judge(running(.2, 0).with(progress), Direction.MINIMIZE))
                .isEqualTo(new Verdict.Stop("its value at step 3 is not finite"));
    }

    @Test
    void shortTrainingsAreComparedWithWhatTheyCameTo() {
        for (int number = 0; number < 10; number++) {
            double x = number / 9.0;
            int length = number % 2 == 0 ? END : 12;
            history = history.with(running(x, length).finished(Outcome.Complete.of(loss(x, length)), Instant.EPOCH));
        }
        assertThat(isStopped(.95, 9)).isTrue();
        assertThat(isStopped(.2, 9)).isFalse();
    }

    @Test
    void trialsThatSave_pauseAtEachLevel_whileManyBegin() {
        save(1);
        for (int steps = 1; steps < END; steps++) {
            assertThat(judgeSaved(.2, steps) instanceof Verdict.Pause)
                    .as("at step " + steps)
                    .isEqualTo(steps == 1 || steps == 3 || steps == 9);
        }
        assertThat(judgeSaved(.2, END)).isEqualTo(Verdict.KEEP);
    }

    /** After eight trainings' worth. */
    @Test
    void trialsThatSave_areJudgedOnceLater() {
        save(7);
        for (double x : new double[] {.1, .4, .6}) {
            history = history.with(running(x, 9).finished(new Outcome.Pruned("later", true), Instant.EPOCH));
        }
        for (int steps = 1; steps < END; steps++) {
            assertThat(judgeSaved(.95, steps) instanceof Verdict.Pause)
                    .as("at step " + steps)
                    .isEqualTo(steps == 9);
            assertThat(judgeSaved(.2, steps)).isEqualTo(Verdict.KEEP);
        }
    }

    @Test
    void trialsThatNobodyWouldGoOnWith_areStopped() {
        save(8);
        assertThat(judge(running(.95, 3), Direction.MINIMIZE)).isInstanceOf(Verdict.Stop.class);
        assertThat(judge(running(.95, 9), Direction.MINIMIZE)).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void trialThatIsToBeFinished_pausesNowhere() {
        save(1);
        TrialRecord paused = running(.2, 3).finished(new Outcome.Pruned("later", true), Instant.EPOCH);
        history = history.with(paused);
        Origin origin =
                new Origin(Origin.Source.SAMPLER, OptionalInt.of(paused.number()), Map.of(Resumption.FINISHES, "yes"));
        TrialRecord finishing =
                history.begun(new TrialStart(history.size(), paused.configuration(), 0, origin, Instant.EPOCH));
        TrialRecord now = finishing.with(finishing.progress().with(new Observation(9, 1)));
        assertThat(pruner.judge(saving(now))).isEqualTo(Verdict.KEEP);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void brokenTrialThatSaves_isStopped_butNotAtItsFirstReport(int complete) {
        save(complete);
        Progress first = Progress.NONE.with(new Observation(1, Double.NaN));
        Progress later = Progress.NONE.with(new Observation(1, 1)).with(new Observation(9, Double.NaN));
        assertThat(pruner.judge(saving(running(.2, 0).with(first)))).isNotInstanceOf(Verdict.Stop.class);
        assertThat(pruner.judge(saving(running(.2, 0).with(later))))
                .isEqualTo(new Verdict.Stop("its value at step 9 is not finite"));
    }

    @Test
    void chanceDecidesWhatIsHopeless() {
        complete(5);
        assertThat(stopped(new CurvesPruner().withChance(1e-6)))
                .isBetween(1L, stopped(new CurvesPruner().withChance(.49)) - 1);
    }

    /** Returns how many of a hundred trials are stopped. */
    private long stopped(CurvesPruner other) {
        return IntStream.range(0, 100)
                .filter(place ->
                        other.judge(asCase(running(place / 100.0, 3), Direction.MINIMIZE)) instanceof Verdict.Stop)
                .count();
    }

    /** Smaller is better: the best point is .2. */
    private static double loss(double x, int step) {
        return (x - .2) * (x - .2) + .2 * Math.exp(-step / 5.0);
    }

    private void complete(int trials) {
        for (int number = 0; number < trials; number++) {
            double x = (number + .5) / trials;
            history = history.with(running(x, END).finished(Outcome.Complete.of(loss(x, END)), Instant.EPOCH));
        }
    }

    private boolean isStopped(double x, int steps) {
        return judge(running(x, steps), Direction.MINIMIZE) instanceof Verdict.Stop;
    }

    private Verdict judge(TrialRecord trial, Direction direction) {
        return pruner.judge(asCase(trial, direction));
    }

    private Verdict judgeSaved(double x, int steps) {
        return pruner.judge(saving(running(x, steps)));
    }

    private Case saving(TrialRecord trial) {
        Case plain = asCase(trial, Direction.MINIMIZE);
        return new Case(plain.space(), trial, plain.history(), plain.facts(), true);
    }

    /** Adds complete trials that have saved something at their first step. */
    private void save(int trials) {
        for (int number = 0; number < trials; number++) {
            double x = (number + .5) / trials;
            TrialRecord trial = running(x, END);
            Progress saved = trial.progress().withAttribute(TrialRecord.SAVED, "1");
            history = history.with(trial.with(saved).finished(Outcome.Complete.of(loss(x, END)), Instant.EPOCH));
        }
    }

    private Case asCase(TrialRecord trial, Direction direction) {
        History now = history.with(trial.with(Progress.NONE));
        return new Case(LINE, trial, now, new StudyFacts("study", direction, 1, 50, 1));
    }

    private TrialRecord running(double x, int steps) {
        Configuration configuration = Configuration.builder().set(X, x).build();
        TrialRecord trial = TrialRecord.running(
                new TrialStart(history.size(), configuration, 0, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH));
        Progress progress = Progress.NONE;
        for (int step = 1; step <= steps; step++) {
            progress = progress.with(new Observation(step, loss(x, step)));
        }
        return trial.with(progress);
    }
}
