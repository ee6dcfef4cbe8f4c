// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import static dev.hpo.pruner.MadeTrials.completeWith;
import static dev.hpo.pruner.MadeTrials.facts;
import static dev.hpo.pruner.MadeTrials.isStopped;
import static dev.hpo.pruner.MadeTrials.judged;
import static dev.hpo.pruner.MadeTrials.progress;
import static dev.hpo.pruner.MadeTrials.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.numeric.SplitMix;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutoPrunerTests {

    private static final int JUDGED = 40;

    private final AutoPruner pruner = new AutoPruner();

    /** Forty of which each has its number at each of three steps and in the end. */
    private final History clear = history(JUDGED, number -> new double[] {number, number, number, number});

    @Test
    void hopelessTrialStops_withItsChanceInTheReason() {
        assertThat(pruner.judge(MadeTrials.asCase(judged(JUDGED, 39.5, 39.5), clear, facts(Direction.MINIMIZE))))
                .isInstanceOfSatisfying(Verdict.Stop.class, stop -> assertThat(stop.reason())
                        .matches("value \\(39\\.50\\) leaves a chance of 0\\.\\d % to end among the best quarter of 40"
                                + " trials at step 2"));
        assertThat(isStopped(pruner, judged(JUDGED, 5, 5), clear)).isFalse();
        assertThat(isStopped(pruner, judged(JUDGED, 5, 5), clear, Direction.MAXIMIZE))
                .isTrue();
    }

    @Test
    void stepsThatSayNothingOrTheOppositeOfTheEndStopNothing() {
        RandomGenerator random = SplitMix.of(1);
        History noise = history(JUDGED, number -> new double[] {random.nextDouble(), random.nextDouble(), number});
        assertThat(isStopped(pruner, judged(JUDGED, 99, 99), noise)).isFalse();
        History opposite = history(JUDGED, number -> new double[] {-number, -number, -number, number});
        assertThat(isStopped(pruner, judged(JUDGED, 99, 99), opposite)).isFalse();
        assertThat(isStopped(pruner, judged(JUDGED, 99, 99), clear)).isTrue();
    }

    @Test
    void fewCompleteTrialsLeaveADoubt() {
        assertThat(isStopped(pruner, judged(6, 99, 99), history(6, number -> new double[] {number, number, number})))
                .isFalse();
        assertThat(isStopped(pruner, judged(20, 99, 99), history(20, number -> new double[] {number, number, number})))
                .isTrue();
        assertThat(isStopped(pruner.withStartupTrials(21), judged(20, 99, 99), history(20, number ->
                        new double[] {number, number, number})))
                .isFalse();
    }

    @Test
    void oneBadReportStopsNothing() {
        assertThat(isStopped(pruner, judged(JUDGED, 2, 99), clear)).isFalse();
        assertThat(isStopped(pruner, judged(JUDGED, 99, 2), clear)).isFalse();
    }

    @Test
    void oneOfFourTrialsRunsToItsEnd() {
        List<Integer> kept = new ArrayList<>();
        for (int number = JUDGED; number < JUDGED + 8; number++) {
            if (!isStopped(pruner, judged(number, 99, 99), clear)) {
                kept.add(number);
            }
        }
        assertThat(kept).containsExactly(43, 47);
    }

    @Test
    void endOfTheLongestTrainingStopsNothing_andShortOnesAreNoMeasureForLongOnes() {
        assertThat(isStopped(pruner, judged(JUDGED, 99, 99, 99), clear)).isTrue();
        assertThat(isStopped(pruner, judged(JUDGED, 99, 99, 99, 99), clear)).isFalse();
        assertThat(isStopped(pruner, judged(JUDGED, 99, 99, 99, 99, 99), clear)).isFalse();
    }

    @Test
    void trainingThatBreaksStops_beItOneThatRunsToItsEnd_unlessOthersHaveRecovered() {
        double nan = Double.NaN;
        assertThat(pruner.judge(MadeTrials.asCase(judged(43, 1, nan, nan), clear, facts(Direction.MINIMIZE))))
                .isEqualTo(new Verdict.Stop("values are not finite at step 3 and the one before"));
        assertThat(isStopped(pruner, judged(43, 1, 1, nan), clear)).isFalse();
        History recovered =
                history(JUDGED, number -> new double[] {number, number, number == 3 ? nan : number, number});
        assertThat(isStopped(pruner, judged(43, 1, nan, nan), recovered)).isFalse();
    }

    @Test
    void onlyTheOrderCounts() {
        History logarithms = history(JUDGED, number -> {
            double log = Math.log(number + 1);
            return new double[] {log, log, log, log};
        });
        for (double value = 0.5; value < JUDGED; value++) {
            double log = Math.log(value + 1);
            assertThat(isStopped(pruner, judged(JUDGED, log, log), logarithms))
                    .isEqualTo(isStopped(pruner, judged(JUDGED, value, value), clear));
        }
    }

    @Test
    void looksAreAtEachOfTheFirstSteps_thenEightTimesWhileTheirNumberDoubles() {
        int length = 200;
        History longer = history(JUDGED, number -> {
            double[] curve = new double[length];
            Arrays.fill(curve, number);
            return curve;
        });
        List<Long> looks = new ArrayList<>();
        for (int reports = 2; reports < length; reports++) {
            double[] bad = new double[reports];
            Arrays.fill(bad, 99);
            long[] steps = LongStream.range(0, reports).toArray();
            if (isStopped(pruner, running(JUDGED).with(progress(steps, bad)), longer)) {
                looks.add(steps[reports - 1]);
            }
        }
        assertThat(looks).startsWith(1L, 2L, 3L).contains(15L, 16L, 18L, 30L, 32L, 36L, 40L, 64L, 72L, 128L, 144L);
        assertThat(looks).doesNotContain(17L, 33L, 34L, 65L, 130L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void verdictIsThatOfAFreshPruner_whateverWasAskedBefore(long seed) {
        RandomGenerator random = SplitMix.of(seed);
        History whole = history(60, number -> {
            double end = random.nextDouble();
            return new double[] {end + random.nextDouble() / 4, end + random.nextDouble() / 9, end, end};
        });
        int stopped = 0;
        for (int round = 0; round < 200; round++) {
            int number = 10 + random.nextInt(50);
            History view = whole.asSeenBy(number, 1 + random.nextInt(8));
            double loss = random.nextDouble() * 1.4;
            TrialRecord trial = judged(number, loss, loss);
            boolean isStopped = isStopped(pruner, trial, view);
            assertThat(isStopped).isEqualTo(isStopped(new AutoPruner(), trial, view));
            stopped += isStopped ? 1 : 0;
        }
        assertThat(stopped).isBetween(10, 150);
    }

    /** The best quarter ends at z = -.674; one at the median has z = 0, and a chance of Phi(-.674 / sqrt(1 - r^2)). */
    @Test
    void chanceIsThatOfANormalCopula() {
        Prospects prospects = prospects(JUDGED);
        double agreement = prospects.agreement();
        assertThat(agreement).isBetween(0.95, 0.97);
        assertThat(prospects.chance(19.5, 0.25))
                .isCloseTo(
                        new NormalDistribution(null, 0, 1)
                                .cumulativeProbability(-0.6744898 / Math.sqrt(1 - agreement * agreement)),
                        within(1e-6));
    }

    @Test
    void agreementGrowsWithTheNumberOfTrials() {
        assertThat(prospects(3).agreement()).isZero();
        assertThat(prospects(6).agreement()).isBetween(0.1, 0.35);
        assertThat(prospects(12).agreement()).isBetween(0.6, 0.8);
        assertThat(prospects(200).agreement()).isBetween(0.98, 1.0);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pruner.withChance(0.25))
                .withMessage("chance (0.25) must be above 0 and below 0.25");
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withStartupTrials(5));
        assertThatIllegalArgumentException().isThrownBy(() -> pruner.withWarmupSteps(-1));
    }

    private static Prospects prospects(int size) {
        double[] values = new double[size];
        Arrays.setAll(values, at -> at);
        return new Prospects(values, values);
    }

    private static History history(int trials, IntFunction<double[]> curve) {
        History history = History.empty();
        for (int number = 0; number < trials; number++) {
            double[] values = curve.apply(number);
            history = history.with(completeWith(number, values[values.length - 1], values));
        }
        return history;
    }
}
