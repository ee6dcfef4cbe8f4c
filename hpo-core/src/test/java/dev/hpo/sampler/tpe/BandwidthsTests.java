// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.numeric.SplitMix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandwidthsTests {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 60})
    void gapsAreThoseToTheNeighbours(int count) {
        double[] positions = positions(count, SplitMix.of(count));
        double[] sorted = Arrays.stream(positions)
                .filter(position -> !Double.isNaN(position))
                .sorted()
                .toArray();
        double[] widths = Bandwidths.ofGaps(positions, 0);
        for (int i = 0; i < positions.length; i++) {
            double own = positions[i];
            double left =
                    Arrays.stream(sorted).filter(other -> other < own).max().orElse(own);
            double right =
                    Arrays.stream(sorted).filter(other -> other > own).min().orElse(own);
            double gap = sorted.length == 1 ? 1 : Math.max(own - left, right - own);
            double least = Math.max(0.03, Math.pow(sorted.length + 1, -2));
            double expected = Double.isNaN(own) ? 0 : Math.max(gap, least);
            assertThat(widths[i]).as("width of " + own).isCloseTo(expected, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 60})
    void spreadIsTheStandardDeviationOfThosePresent(int count) {
        double[] positions = positions(count, SplitMix.of(count, 2));
        double[] present = Arrays.stream(positions)
                .filter(position -> !Double.isNaN(position))
                .toArray();
        double expected = new StandardDeviation().evaluate(present) / Math.pow(present.length, 0.2);
        assertThat(Bandwidths.ofSpread(positions)).isCloseTo(Math.max(0.03, expected), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nothingIsKnownOfTheSpreadOfFewerThanTwo(int count) {
        double[] positions = new double[count];
        assertThat(Bandwidths.ofSpread(positions)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 50})
    void equalPositionsGetTheLeastWidth(int count) {
        double[] positions = new double[count];
        Arrays.fill(positions, 0.5);
        double least = Math.max(0.03, Math.pow(count + 1, -2));
        assertThat(Bandwidths.ofSpread(positions)).isEqualTo(least);
        assertThat(Bandwidths.ofGaps(positions, 0)).containsOnly(least);
        assertThat(Bandwidths.ofGaps(positions, 0.2)).containsOnly(0.2);
    }

    /** A number of positions with one missing among them. */
    private static double[] positions(int count, RandomGenerator random) {
        double[] positions = random.doubles(count + 1).toArray();
        positions[count / 2] = Double.NaN;
        return positions;
    }
}
