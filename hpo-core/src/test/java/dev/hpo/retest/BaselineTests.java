// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.confirm.Sample;
import dev.hpo.retest.Baseline.Alarm;
import dev.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTests {

    private static final double FAILED = Double.POSITIVE_INFINITY;
    private static final List<Double> THEN = List.of(1., 1.1, .9, 1.2, .8, 1.1, .9, 1., 1.05, .95);

    private static Baseline baseline(RetestPlan plan, List<Double> values) {
        return new Baseline(new Sample(values), 0, Direction.MINIMIZE, plan);
    }

    private static List<Double> same(int count, double value) {
        return Collections.nCopies(count, value);
    }

    @Test
    void probability_isThatOfStudentsTest() {
        List<Double> now = List.of(1.1, 1.3, 1.15, 1.4);
        double[] then = THEN.stream().mapToDouble(Double::doubleValue).toArray();
        double twoSided = new TTest()
                .homoscedasticTTest(
                        then, now.stream().mapToDouble(Double::doubleValue).toArray());

        assertThat(baseline(RetestPlan.usual(), THEN).probability(now)).isCloseTo(twoSided / 2, within(1e-12));
        assertThat(new Baseline(new Sample(THEN), 0, Direction.MAXIMIZE, RetestPlan.usual())
                        .probability(now.stream().map(value -> -value).toList()))
                .isCloseTo(1 - twoSided / 2, within(1e-12));
    }

    @Test
    void clearLoss_isAlarmAtTheFirstLook() {
        assertThat(baseline(RetestPlan.usual(), THEN).alarm(List.of(1.6, 1.5, 1.7)))
                .isEmpty();
        assertThat(baseline(RetestPlan.usual(), THEN).alarm(List.of(1.6, 1.5, 1.7, 1.6)))
                .get()
                .satisfies(alarm -> {
                    assertThat(alarm.reason()).isEqualTo(Alarm.Reason.VALUE);
                    assertThat(alarm.runs()).isEqualTo(4);
                    assertThat(alarm.probability()).isLessThan(1e-6);
                });
    }

    @Test
    void nothingAfterAnAlarm_counts() {
        List<Double> runs = new ArrayList<>(List.of(1.6, 1.5, 1.7, 1.6));
        runs.addAll(same(6, .5));

        assertThat(baseline(RetestPlan.usual(), THEN).alarm(runs).orElseThrow().runs())
                .isEqualTo(4);
    }

    @Test
    void gain_isNoAlarm() {
        assertThat(baseline(RetestPlan.usual(), THEN).alarm(same(10, .1))).isEmpty();
    }

    @Test
    void lossThatDoesNotMatter_isNoAlarm() {
        List<Double> runs = List.of(1.6, 1.5, 1.7, 1.6);

        assertThat(baseline(new RetestPlan(.7, 0), THEN).alarm(runs)).isEmpty();
        assertThat(baseline(new RetestPlan(.5, 0), THEN).alarm(runs)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0, .95, false", "0, .9500001, false", "0, .96, true", ".02, .96, false", ".02, 1.1, true"})
    void objectiveWithoutNoise_isComparedWithTheTolerance(double tolerance, double now, boolean isAlarm) {
        Baseline baseline = baseline(new RetestPlan(0, tolerance), same(10, .95));

        assertThat(baseline.alarm(same(10, now)).isPresent()).isEqualTo(isAlarm);
    }

    @Test
    void objectiveThatIsZero_isComparedExactly() {
        Baseline baseline = baseline(RetestPlan.usual(), same(10, 0));

        assertThat(baseline.alarm(same(10, 0))).isEmpty();
        assertThat(baseline.alarm(same(10, -1e-9))).isEmpty();
        assertThat(baseline.alarm(same(10, 1e-9))).isPresent();
    }

    /** By hand: of 14 runs of which 3 fail, all of those among the last 4 in 4 of 364 cases. */
    @Test
    void failures_areJudgedByFishersTest() {
        Baseline baseline = baseline(RetestPlan.usual(), THEN);

        assertThat(baseline.failureProbability(4, 3)).isCloseTo(4 / 364., within(1e-12));
        assertThat(baseline.alarm(List.of(1., FAILED, FAILED, FAILED)).orElseThrow())
                .isEqualTo(new Alarm(Alarm.Reason.FAILURES, 4, baseline.failureProbability(4, 3)));
        assertThat(baseline.alarm(List.of(1., 1., FAILED, FAILED))).isEmpty();
    }

    @Test
    void configurationThatFailedBefore_mayFail() {
        Baseline often = new Baseline(new Sample(THEN), 6, Direction.MINIMIZE, RetestPlan.usual());

        assertThat(often.alarm(List.of(1., FAILED, FAILED, FAILED))).isEmpty();
        assertThat(often.alarm(same(10, FAILED))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11, 60})
    void batchThatIsNoWorse_isAlarmInOneOf25(int size) {
        RandomGenerator random = new SplittableRandom(size);
        int batches = 20_000;
        int alarms = 0;
        for (int batch = 0; batch < batches; batch++) {
            alarms += baseline(RetestPlan.usual(), draws(random, size))
                            .alarm(draws(random, 10))
                            .isPresent()
                    ? 1
                    : 0;
        }

        // Four standard errors.
        assertThat(alarms / (double) batches).isCloseTo(RetestPlan.ERROR, within(.0056));
    }

    private static List<Double> draws(RandomGenerator random, int count) {
        List<Double> draws = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            draws.add(random.nextGaussian());
        }
        return draws;
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void tooSmallABaseline_isRefused(Direction direction) {
        assertThatThrownBy(() -> new Baseline(new Sample(List.of(1., 2., 3., 4.)), 9, direction, RetestPlan.usual()))
                .hasMessage("Baseline.value (4 values) must have at least 5; accept anew, which takes 10");
    }

    @Test
    void planWithoutSense_isRefused() {
        assertThatThrownBy(() -> new RetestPlan(-1, 0))
                .hasMessage("RetestPlan.minimumLoss (-1.0) must be a finite number of at least 0");
        assertThatThrownBy(() -> new RetestPlan(0, Double.NaN))
                .hasMessage("RetestPlan.tolerance (NaN) must be a finite number of at least 0");
    }
}
