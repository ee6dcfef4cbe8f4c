// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CurveFunctionTests {

    /** As they were when the kinds were first written down, by other code. */
    @ParameterizedTest
    @CsvSource({
        "EASY, .8581, .10551", "LATE, .755, .10012", "CROSSING, .7792, .10012", "PLATEAU, .8318, .10012",
        "NOISY, .96, .10012", "DIVERGING, .8885, .10551", "BROKEN, .7874, .10573", "NOTHING, .7869, .10012"
    })
    void endsHaveTheKnownMedianAndMinimum(CurveFunction function, double median, double minimum) {
        RandomGenerator random = SplitMix.of(1);
        double[] ends = IntStream.range(0, 20_000)
                .mapToDouble(any -> function.end(random.doubles(5).toArray()))
                .sorted()
                .toArray();
        assertThat(ends[10_000]).isCloseTo(median, within(0.02));
        assertThat(function.minimum()).isCloseTo(minimum, within(1e-3));
    }

    @ParameterizedTest
    @EnumSource
    void sameConfigurationHasTheSameCurve(CurveFunction function) {
        Configuration configuration = configuration(function, 2);
        for (int step = 1; step <= function.steps(configuration); step++) {
            assertThat(function.loss(configuration, step)).isEqualTo(function.loss(configuration(function, 2), step));
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LATE", "PLATEAU", "DIVERGING", "BROKEN", "NOTHING"})
    void trainingsImprove(CurveFunction function) {
        for (int seed = 0; seed < 100; seed++) {
            Configuration configuration = configuration(function, seed);
            int last = function.steps(configuration);
            assertThat(function.loss(configuration, last)).isLessThan(function.loss(configuration, 1) + 0.3);
        }
    }

    @Test
    void someTrainingsBreakAndSomeDiverge() {
        int broken = 0;
        int diverged = 0;
        for (int seed = 0; seed < 1000; seed++) {
            broken += Double.isNaN(CurveFunction.BROKEN.loss(configuration(CurveFunction.BROKEN, seed), 30)) ? 1 : 0;
            Configuration other = configuration(CurveFunction.DIVERGING, seed);
            diverged += CurveFunction.DIVERGING.loss(other, 29) > CurveFunction.DIVERGING.loss(other, 1) ? 1 : 0;
        }
        assertThat(broken).isBetween(400, 520);
        assertThat(diverged).isBetween(120, 300);
    }

    @Test
    void lengthIsInTheConfiguration() {
        assertThat(IntStream.range(0, 200)
                        .map(seed -> CurveFunction.LENGTHS.steps(configuration(CurveFunction.LENGTHS, seed)))
                        .summaryStatistics())
                .satisfies(steps -> assertThat(steps.getMin()).isBetween(10, 12))
                .satisfies(steps -> assertThat(steps.getMax()).isBetween(48, 50));
    }

    private static Configuration configuration(CurveFunction function, int seed) {
        RandomGenerator random = SplitMix.of(seed);
        return function.space().choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
    }
}
