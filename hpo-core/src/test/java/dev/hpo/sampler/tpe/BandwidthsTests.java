// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandwidthsTests {

    private static final Bandwidths CONTINUOUS = bandwidths(RealDomain.of(Scale.LINEAR, 0, 1));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 60})
    void gapsAreThoseToTheNeighbours(int count) {
        double[] positions = positions(count, SplitMix.of(count));
        double[] sorted = Arrays.stream(positions)
                .filter(position -> !Double.isNaN(position))
                .sorted()
                .toArray();
        double[] widths = CONTINUOUS.ofGaps(positions, 0);
        for (int i = 0; i < positions.length; i++) {
            double own = positions[i];
            double left =
                    Arrays.stream(sorted).filter(other -> other < own).max().orElse(own);
            double right =
                    Arrays.stream(sorted).filter(other -> other > own).min().orElse(own);
            double gap = sorted.length == 1 ? 1 : Math.max(own - left, right - own);
            double least = Math.max(0.02, Math.pow(sorted.length + 1, -2));
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
        assertThat(CONTINUOUS.ofSpread(positions)).isCloseTo(Math.max(0.02, expected), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nothingIsKnownOfTheSpreadOfFewerThanTwo(int count) {
        double[] positions = new double[count];
        assertThat(CONTINUOUS.ofSpread(positions)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 50})
    void equalPositionsGetTheLeastWidth(int count) {
        double[] positions = new double[count];
        Arrays.fill(positions, 0.5);
        double least = Math.max(0.02, Math.pow(count + 1, -2));
        assertThat(CONTINUOUS.ofSpread(positions)).isEqualTo(least);
        assertThat(CONTINUOUS.ofGaps(positions, 0)).containsOnly(least);
        assertThat(CONTINUOUS.ofGaps(positions, 0.2)).containsOnly(0.2);
    }

    @Test
    void kernelsOfSeparateValuesReachBeyondTheirCell() {
        double[] positions = {0.375, 0.375, 0.375};
        Bandwidths four = bandwidths(RealDomain.stepped(0, 3, 1));
        assertThat(four.ofGood(positions)).containsOnly(0.125);
        assertThat(four.ofGaps(positions, 0)).containsOnly(0.125);
        Bandwidths many = bandwidths(RealDomain.stepped(0, 1000, 1));
        assertThat(many.ofGood(new double[50])).containsOnly(0.02);
    }

    @Test
    void smallNumbersOnALogarithmicScaleHaveWideKernels() {
        Parameter<Integer> units = Parameter.ofInt(Scope.root().child("x"), IntegerDomain.of(Scale.LOG, 1, 100));
        Dimension dimension = Encoding.of(new PlainSpace(List.of(units))).dimension(0);
        double[] ones = new double[8];
        Arrays.fill(ones, dimension.position(0));
        double[] hundreds = new double[8];
        Arrays.fill(hundreds, dimension.position(99));

        assertThat(Bandwidths.of(dimension).ofGood(ones))
                .containsOnly((dimension.position(1) - dimension.position(0)) / 2);
        assertThat(Bandwidths.of(dimension).ofGood(hundreds)).containsOnly(0.02);
    }

    private static Bandwidths bandwidths(RealDomain domain) {
        Parameter<Double> parameter = Parameter.ofDouble(Scope.root().child("x"), domain);
        return Bandwidths.of(Encoding.of(new PlainSpace(List.of(parameter))).dimension(0));
    }

    /** A number of positions with one missing among them. */
    private static double[] positions(int count, RandomGenerator random) {
        double[] positions = random.doubles(count + 1).toArray();
        positions[count / 2] = Double.NaN;
        return positions;
    }
}
