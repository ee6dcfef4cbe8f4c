// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.benchmarks.figures.Statistics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTests {

    @Test
    void equalValuesShareTheirRanks() {
        assertThat(Statistics.ranks(new double[] {0.3, 0.1, 0.3, 0.2})).containsExactly(3.5, 1, 3.5, 2);
    }

    /** Expected by scipy.stats.mannwhitneyu(x, y, alternative="greater", method="asymptotic"). */
    @Test
    void probabilityIsThatOfTheOneSidedTest() {
        double[] x = {1, 4, 4, 6, 9, 7};
        double[] y = {1, 2, 4, 3, 5};

        assertThat(Statistics.larger(x, y)).isCloseTo(0.09804105751255665, within(1e-10));
        assertThat(Statistics.larger(y, x)).isCloseTo(0.930226428137342, within(1e-10));
    }

    @Test
    void equalValuesAreNoEvidence() {
        assertThat(Statistics.larger(new double[] {1, 1, 1}, new double[] {1, 1}))
                .isEqualTo(1);
    }

    @Test
    void correctionStepsDownAndNeverFalls() {
        assertThat(Statistics.holm(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(Statistics.holm(new double[] {0.5, 0.9})).containsExactly(1, 1);
    }

    @Test
    void intervalHoldsTheMeanAndIsTheSameAgain() {
        List<double[]> problems = IntStream.range(0, 5)
                .mapToObj(i -> new double[] {0.1 * i, 0.1 * i + 0.02, 0.1 * i + 0.04})
                .toList();
        Bootstrap interval = Bootstrap.of(problems);

        assertThat(interval.low()).isBetween(0.05, 0.2);
        assertThat(interval.high()).isBetween(0.24, 0.4);
        assertThat(Bootstrap.of(problems)).isEqualTo(interval);
    }

    @Test
    void problemsAreDrawnAnew_asAreTheirSeeds() {
        // The means of two problems without spread are 0, 1/2 and 1, the outer ones with a probability of 1/4 each.
        assertThat(Bootstrap.of(List.of(new double[] {0}, new double[] {1}))).isEqualTo(new Bootstrap(0, 1));

        // The interval of a median by order statistics: n/2 -+ 1.96 sqrt(n)/2.
        double[] seeds =
                IntStream.rangeClosed(0, 400).mapToDouble(i -> i / 400.0).toArray();
        Bootstrap interval = Bootstrap.of(List.of(seeds));
        assertThat(interval.low()).isCloseTo(0.5 - 0.98 / Math.sqrt(401), within(0.01));
        assertThat(interval.high()).isCloseTo(0.5 + 0.98 / Math.sqrt(401), within(0.01));
    }

    @Test
    void intervalOfOneCertainProblem_isAPoint() {
        assertThat(Bootstrap.of(List.of(new double[] {0.5, 0.5}))).isEqualTo(new Bootstrap(0.5, 0.5));
    }
}
