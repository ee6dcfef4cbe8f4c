// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.confirm.Sample;
import dev.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriftTests {

    private static Sample sample(RandomGenerator random, double mean, int count) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(mean + random.nextGaussian());
        }
        return new Sample(values);
    }

    private static Baseline baseline(Sample value, Direction direction) {
        return new Baseline(value, 0, direction, RetestPlan.usual());
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void smallLosses_areRemembered(Direction direction) {
        RandomGenerator random = new SplittableRandom(1);
        Baseline baseline = baseline(sample(random, 0, 10), direction);
        List<Sample> worse = new ArrayList<>();
        List<Sample> better = new ArrayList<>();
        double sign = direction == Direction.MINIMIZE ? 1 : -1;
        for (int retest = 1; retest <= 40; retest++) {
            worse.add(sample(random, sign * .05 * retest, 10));
            better.add(sample(random, -sign * .05 * retest, 10));
        }

        assertThat(Drift.of(baseline, worse).isDrifting()).isTrue();
        assertThat(Drift.of(baseline, better).isDrifting()).isFalse();
        assertThat(Drift.of(baseline, better).average()).isNegative();
    }

    @Test
    void whereNothingChanges_theAverageHasTheSpreadThatItsLimitTakesItToHave() {
        RandomGenerator random = new SplittableRandom(2);
        int series = 4000;
        double squares = 0;
        for (int each = 0; each < series; each++) {
            List<Sample> retests = new ArrayList<>();
            Baseline baseline = baseline(sample(random, 5, 10), Direction.MINIMIZE);
            for (int retest = 0; retest < 20; retest++) {
                retests.add(sample(random, 5, 10));
            }
            Drift drift = Drift.of(baseline, retests);
            double scaled = drift.average() / drift.limit() * Drift.WIDTH;
            squares += scaled * scaled;
        }

        assertThat(squares / series).isCloseTo(1, within(.08));
    }

    @Test
    void singleRetest_isNoDrift() {
        Baseline baseline = baseline(new Sample(List.of(1., 2., 3., 4., 5.)), Direction.MINIMIZE);

        Drift drift = Drift.of(baseline, List.of(new Sample(Collections.nCopies(10, 90.))));

        assertThat(drift.average()).isCloseTo(Drift.WEIGHT * 4, within(.1));
        assertThat(drift.isDrifting()).isFalse();
        assertThat(Drift.of(baseline, List.of())).isEqualTo(new Drift(0, 0, 0));
    }

    @Test
    void objectiveWithoutNoise_drifts() {
        Sample zeros = new Sample(Collections.nCopies(10, 0.));
        Baseline baseline = baseline(zeros, Direction.MINIMIZE);
        List<Sample> same = Collections.nCopies(30, zeros);
        List<Sample> worse = new ArrayList<>(same);
        for (int retest = 0; retest < 30; retest++) {
            worse.add(new Sample(Collections.nCopies(10, 1e-3 * retest)));
        }

        assertThat(Drift.of(baseline, same).average()).isZero();
        assertThat(Drift.of(baseline, same).isDrifting()).isFalse();
        assertThat(Drift.of(baseline, worse).isDrifting()).isTrue();
    }
}
