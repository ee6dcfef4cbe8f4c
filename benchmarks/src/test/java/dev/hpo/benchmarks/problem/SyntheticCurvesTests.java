// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.benchmarks.problem.SyntheticCurves.Kind;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticCurvesTests {

    @ParameterizedTest
    @EnumSource
    void lastValues_areWithinTheRange_andTheCurveIsTheSameEachTime(Kind kind) {
        CurveProblem problem = SyntheticCurves.problem(kind);
        double[] ends = configurations(problem, 2000).stream()
                .mapToDouble(configuration -> problem.curve(configuration)[problem.epochs() - 1])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        assertThat(ends[0]).isGreaterThanOrEqualTo(problem.range().optimum());
        // The range is that of the bowl, and a fifth of those that diverge end far above it.
        assertThat(ends[ends.length / 2])
                .isCloseTo(problem.range().randomMedian(), within(kind == Kind.DIVERGE ? 0.25 : 0.1));
        Configuration any = configurations(problem, 1).get(0);
        assertThat(problem.curve(any)).hasSize(30).containsExactly(problem.curve(any));
    }

    @Test
    void earlyOrder_isWhatTheKindSays() {
        assertThat(agreement(Kind.EASY, 1)).isGreaterThan(0.99);
        assertThat(agreement(Kind.LATE, 2)).isLessThan(-0.3);
        assertThat(agreement(Kind.NOTHING, 20)).isBetween(-0.2, 0.2);
        assertThat(agreement(Kind.PLATEAU, 5)).isBetween(-0.2, 0.2);
        assertThat(agreement(Kind.PLATEAU, 25)).isGreaterThan(0.9);
        assertThat(agreement(Kind.CROSSING, 5)).isLessThan(agreement(Kind.CROSSING, 25));
    }

    @Test
    void someBreak() {
        CurveProblem problem = SyntheticCurves.problem(Kind.NAN);
        long broken = configurations(problem, 1000).stream()
                .filter(configuration -> Double.isNaN(problem.curve(configuration)[29]))
                .count();
        assertThat(broken).isBetween(300L, 600L);
    }

    private static double agreement(Kind kind, int epoch) {
        CurveProblem problem = SyntheticCurves.problem(kind);
        List<double[]> curves =
                configurations(problem, 300).stream().map(problem::curve).toList();
        return new SpearmansCorrelation()
                .correlation(
                        curves.stream().mapToDouble(curve -> curve[epoch - 1]).toArray(),
                        curves.stream().mapToDouble(curve -> curve[29]).toArray());
    }

    private static List<Configuration> configurations(CurveProblem problem, int count) {
        RandomGenerator random = SplitMix.of(7);
        return IntStream.range(0, count)
                .mapToObj(i ->
                        problem.space().choose(parameter -> parameter.domain().fromUnit(random.nextDouble())))
                .toList();
    }
}
