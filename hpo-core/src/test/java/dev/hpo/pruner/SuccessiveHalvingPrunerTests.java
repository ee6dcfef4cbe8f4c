// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static dev.hpo.pruner.MadeTrials.complete;
import static dev.hpo.pruner.MadeTrials.facts;
import static dev.hpo.pruner.MadeTrials.isStopped;
import static dev.hpo.pruner.MadeTrials.judged;
import static dev.hpo.pruner.MadeTrials.progress;
import static dev.hpo.pruner.MadeTrials.pruned;
import static dev.hpo.pruner.MadeTrials.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.numeric.SplitMix;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessiveHalvingPrunerTests {

    private final SuccessiveHalvingPruner pruner = new SuccessiveHalvingPruner().withMinimumSteps(1);

    /** Five that were at the first rung with 1 to 5, whatever became of them. */
    private final History five =
            History.of(List.of(pruned(0, 1), pruned(1, 2), running(2, 3), pruned(3, 4), pruned(4, 5)));

    @Test
    void oneOfThreeGoesOn() {
        assertThat(isStopped(pruner, judged(5, 1.5), five)).isFalse();
        assertThat(pruner.judge(MadeTrials.asCase(judged(5, 2.5), five, facts(Direction.MINIMIZE))))
                .isEqualTo(new Verdict.Stop(
                        "value (2.500) at the rung of step 1 is not among the best 2 of 6 trials (2.000)"));
    }

    @Test
    void largestGoOnWhenMaximizing() {
        assertThat(isStopped(pruner, judged(5, 4.5), five, Direction.MAXIMIZE)).isFalse();
        assertThat(isStopped(pruner, judged(5, 3.5), five, Direction.MAXIMIZE)).isTrue();
    }

    @Test
    void ofFewerThanTheFactorOnlyTheBestGoesOn() {
        History one = History.of(List.of(pruned(0, 1)));
        assertThat(isStopped(pruner, judged(1, 0.9), one)).isFalse();
        assertThat(isStopped(pruner, judged(1, 1), one)).isFalse();
        assertThat(isStopped(pruner, judged(1, 1.1), one)).isTrue();
        assertThat(isStopped(pruner, judged(0, 99), History.empty())).isFalse();
    }

    @Test
    void betweenRungsNothingStops() {
        List<Long> judgedAt = new ArrayList<>();
        History good = History.of(List.of(pruned(0, new double[40])));
        for (int reports = 2; reports <= 40; reports++) {
            double[] values = new double[reports];
            Arrays.fill(values, 9);
            long[] steps = LongStream.range(0, reports).toArray();
            if (isStopped(pruner, running(1).with(progress(steps, values)), good)) {
                judgedAt.add(steps[reports - 1]);
            }
        }
        assertThat(judgedAt).containsExactly(1L, 3L, 9L, 27L);
        assertThat(isStopped(pruner.withEarlyStoppingRate(1), judged(1, 9), good))
                .isFalse();
        assertThat(isStopped(pruner.withEarlyStoppingRate(1), judged(1, 9, 9, 9), good))
                .isTrue();
    }

    @Test
    void rungsThatAreSkippedAreJudgedAtTheNextReport() {
        History good = History.of(List.of(pruned(0, 1, 1, 1, 1, 1)));
        TrialRecord trial = running(1).with(progress(new long[] {0, 1, 4}, 1, 1, 9));
        assertThat(isStopped(pruner, trial, good)).isTrue();
        TrialRecord later = running(1).with(progress(new long[] {0, 1, 4, 5}, 1, 1, 9, 9));
        assertThat(isStopped(pruner, later, good)).isFalse();
    }

    @Test
    void rungOfTheFirstReportIsJudgedAtTheSecond_withItsValueThere() {
        assertThat(isStopped(pruner, running(5, 99), five)).isFalse();
        assertThat(isStopped(pruner, running(5, 99, 0), five)).isTrue();
        assertThat(isStopped(pruner, running(5, 0, 99), five)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteGoesOnNowhere(double value) {
        assertThat(isStopped(pruner, judged(0, value), History.empty())).isTrue();
        assertThat(isStopped(pruner, judged(1, value), History.of(List.of(pruned(0, value)))))
                .isTrue();
    }

    @Test
    void withoutAMinimumItIsLearnedFromTheLongestCompleteTrial() {
        SuccessiveHalvingPruner learning = new SuccessiveHalvingPruner();
        assertThat(isStopped(learning, judged(5, 99), five)).isFalse();
        double[] curve = new double[54];
        History known = History.of(List.of(complete(0, curve), pruned(1, 0, 0)));
        assertThat(isStopped(learning, judged(2, 99), known)).isFalse();
        assertThat(isStopped(learning, judged(2, 99, 99), known)).isTrue();
        assertThat(isStopped(learning, judged(2, 0, 0, 99), known)).isFalse();
    }

    @Test
    void endOfATrainingIsNoRung() {
        History known = History.of(List.of(complete(0, new double[9])));
        double[] bad = {0, 0, 0, 0, 0, 0, 0, 0, 99};
        assertThat(isStopped(pruner, judged(1, bad), known)).isFalse();
        History longer = History.of(List.of(complete(0, new double[10])));
        assertThat(isStopped(pruner, judged(1, bad), longer)).isTrue();
    }

    /** As Optuna's pruner of this name, written down as it works: with what each trial had at each rung kept beside it. */
    @ParameterizedTest
    @EnumSource
    void stopsWhatOptunaStops(Direction direction) {
        RandomGenerator random = SplitMix.of(7);
        SuccessiveHalvingPruner four = pruner.withReductionFactor(4);
        List<List<Double>> rungs = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        History history = History.empty();
        int[] stopped = new int[3];
        for (int number = 0; number < 200; number++) {
            TrialRecord trial = running(number);
            int expected = -1;
            for (int step = 0; step < 20 && expected < 0; step++) {
                double value = random.nextInt(40);
                trial = trial.with(trial.progress().with(new Observation(step, value)));
                int rung = step == 1 ? 0 : step == 4 ? 1 : step == 16 ? 2 : -1;
                expected = rung >= 0 && !isPromoted(value, rungs.get(rung), direction) ? rung : -1;
                assertThat(isStopped(four, trial, history, direction)).isEqualTo(expected >= 0);
            }
            if (expected >= 0) {
                stopped[expected]++;
            }
            history = history.with(trial.finished(
                    expected < 0 ? Outcome.Complete.of(1) : new Outcome.Pruned("hopeless"), Instant.EPOCH));
        }
        assertThat(stopped[0]).isBetween(120, 170);
        assertThat(stopped[1]).isBetween(15, 60);
        assertThat(stopped[2]).isPositive();
    }

    private static boolean isPromoted(double value, List<Double> rung, Direction direction) {
        rung.add(value);
        List<Double> sorted = new ArrayList<>(rung);
        sorted.sort(direction == Direction.MINIMIZE ? null : (a, b) -> Double.compare(b, a));
        double limit = sorted.get(Math.max(0, sorted.size() / 4 - 1));
        return value == limit || direction.isBetter(value, limit);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pruner.withReductionFactor(1))
                .withMessage("reductionFactor (1) must be at least 2");
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withMinimumSteps(0));
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withEarlyStoppingRate(-1));
    }
}
