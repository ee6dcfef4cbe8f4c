// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static dev.hpo.pruner.MadeTrials.complete;
import static dev.hpo.pruner.MadeTrials.facts;
import static dev.hpo.pruner.MadeTrials.judged;
import static dev.hpo.pruner.MadeTrials.progress;
import static dev.hpo.pruner.MadeTrials.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.numeric.SplitMix;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianPrunerTests {

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final MedianPruner pruner = new MedianPruner();

    /** Five complete trials with 1, 2, 3, 4, 5 at step 1 and ten times that at step 2. */
    private final History five = History.of(List.of(
            complete(0, 1, 10), complete(1, 2, 20), complete(2, 3, 30), complete(3, 4, 40), complete(4, 5, 50)));

    @Test
    void bestValueAboveTheMedianStops_withTheNumbersInTheReason() {
        assertThat(judge(pruner, five, 3.5))
                .isEqualTo(new Verdict.Stop(
                        "best value so far (3.500) is worse than the median (3.000) of 5 trials at step 1"));
    }

    @Test
    void medianItselfAndBetterGoOn() {
        assertThat(judge(pruner, five, 3)).isEqualTo(Verdict.KEEP);
        assertThat(judge(pruner, five, -7)).isEqualTo(Verdict.KEEP);
    }

    @Test
    void firstReportStopsNothing() {
        assertThat(pruner.judge(MadeTrials.asCase(running(5, 99), five, facts(Direction.MINIMIZE))))
                .isEqualTo(Verdict.KEEP);
        assertThat(pruner.judge(MadeTrials.asCase(running(5, 99, 99), five, facts(Direction.MINIMIZE))))
                .isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void earlierBestValueCountsAtLaterSteps() {
        assertThat(judge(pruner, five, 25, 90)).isEqualTo(Verdict.KEEP);
        assertThat(judge(pruner, five, 35, 31)).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void largerIsBetterWhenMaximizing() {
        assertThat(pruner.judge(MadeTrials.asCase(judged(5, 2.5), five, facts(Direction.MAXIMIZE))))
                .isEqualTo(new Verdict.Stop(
                        "best value so far (2.500) is worse than the median (3.000) of 5 trials at step 1"));
        assertThat(pruner.judge(MadeTrials.asCase(judged(5, 3.5), five, facts(Direction.MAXIMIZE))))
                .isEqualTo(Verdict.KEEP);
    }

    @Test
    void fewerCompleteTrialsThanTheStartupStopNothing() {
        History four = History.of(five.trials().subList(0, 4));
        assertThat(judge(pruner, four, 99)).isEqualTo(Verdict.KEEP);
        MedianPruner eager = pruner.withStartupTrials(4);
        assertThat(judge(eager, four, 99)).isEqualTo(Verdict.KEEP);
        assertThat(judge(eager.withMinimumTrials(4), four, 99)).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void prunedFailedAndRunningTrialsAreNotComparedWith() {
        List<TrialRecord> trials = new ArrayList<>(five.trials());
        for (int number = 5; number < 15; number++) {
            TrialRecord trial = running(number, -100);
            trials.add(number % 2 == 0 ? trial : trial.finished(new Outcome.Pruned("hopeless"), Instant.EPOCH));
        }
        assertThat(judge(pruner, History.of(trials), 2.9)).isEqualTo(Verdict.KEEP);
    }

    @Test
    void warmupStopsNothing() {
        MedianPruner late = pruner.withWarmupSteps(2);
        assertThat(judge(late, five, 99)).isEqualTo(Verdict.KEEP);
        assertThat(judge(late, five, 99, 99)).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void intervalJudgesAtTheFirstReportInEach() {
        MedianPruner seldom = pruner.withWarmupSteps(1).withInterval(3);
        boolean[] stopped = new boolean[9];
        for (int reports = 1; reports <= 8; reports++) {
            double[] values = new double[reports];
            Arrays.fill(values, 99);
            stopped[reports] = judge(seldom, five, values) instanceof Verdict.Stop;
        }
        assertThat(stopped).containsExactly(false, true, false, false, true, false, false, true, false);
    }

    @Test
    void intervalWhoseFirstStepIsSkippedIsJudgedAtTheNextReport() {
        MedianPruner seldom = pruner.withInterval(10);
        TrialRecord trial = running(5).with(progress(new long[] {7, 13, 14}, 99, 99, 99));
        TrialRecord before = running(5).with(progress(new long[] {7, 13}, 99, 99));
        assertThat(seldom.judge(MadeTrials.asCase(before, five, facts(Direction.MINIMIZE))))
                .isInstanceOf(Verdict.Stop.class);
        assertThat(seldom.judge(MadeTrials.asCase(trial, five, facts(Direction.MINIMIZE))))
                .isEqualTo(Verdict.KEEP);
    }

    @Test
    void nanAndInfinityAreWorst() {
        assertThat(judge(pruner, five, NAN)).isInstanceOf(Verdict.Stop.class);
        assertThat(judge(pruner, five, Double.NEGATIVE_INFINITY)).isInstanceOf(Verdict.Stop.class);
        assertThat(judge(pruner, five, INFINITY, 2)).isEqualTo(Verdict.KEEP);
        History half = History.of(List.of(
                complete(0, NAN, 1),
                complete(1, INFINITY, 1),
                complete(2, 3, 1),
                complete(3, NAN, 1),
                complete(4, 5, 1)));
        assertThat(judge(pruner, half, 1e300)).isEqualTo(Verdict.KEEP);
        assertThat(judge(pruner, half, NAN)).isEqualTo(Verdict.KEEP);
    }

    @Test
    void sparseTrialsCountWithTheirLastValueBeforeTheStep() {
        List<TrialRecord> sparse = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            sparse.add(running(number)
                    .with(progress(new long[] {10, 20}, 5, 1))
                    .finished(Outcome.Complete.of(1), Instant.EPOCH));
        }
        History history = History.of(sparse);
        assertThat(judgeAt(9, 99, history)).isEqualTo(Verdict.KEEP);
        assertThat(judgeAt(19, 4, history)).isEqualTo(Verdict.KEEP);
        assertThat(judgeAt(19, 6, history)).isInstanceOf(Verdict.Stop.class);
        assertThat(judgeAt(20, 4, history)).isInstanceOf(Verdict.Stop.class);
        assertThat(judgeAt(1000, 4, history)).isInstanceOf(Verdict.Stop.class);
    }

    /** Against the definition, computed by counting: worse than the median is worse than at least half of the others. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void oddNumbersOfRandomTrialsAreJudgedAsByCounting(long seed) {
        RandomGenerator random = SplitMix.of(seed);
        for (int round = 0; round < 200; round++) {
            int others = 5 + 2 * random.nextInt(20);
            double[] values = random.doubles(others).toArray();
            History history = History.empty();
            for (double value : values) {
                history = history.with(complete(history.size(), value));
            }
            double own = random.nextDouble();
            long better = Arrays.stream(values).filter(value -> value < own).count();
            assertThat(judge(pruner, history, own) instanceof Verdict.Stop).isEqualTo(better > others / 2);
        }
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pruner.withStartupTrials(0))
                .withMessage("startupTrials (0) must be at least 1");
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withMinimumTrials(0));
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withWarmupSteps(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withInterval(0));
    }

    private static Verdict judge(MedianPruner pruner, History history, double... values) {
        return pruner.judge(MadeTrials.asCase(judged(history.size(), values), history, facts(Direction.MINIMIZE)));
    }

    private Verdict judgeAt(long step, double value, History history) {
        TrialRecord trial = running(history.size()).with(progress(new long[] {0, step}, NAN, value));
        return pruner.judge(MadeTrials.asCase(trial, history, facts(Direction.MINIMIZE)));
    }
}
