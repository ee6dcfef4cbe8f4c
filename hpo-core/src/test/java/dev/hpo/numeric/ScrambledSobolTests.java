// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrambledSobolTests {

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "7, 42", "40, -3", "1000, 9"})
    void everyDyadicCellOfEachAxisHoldsOnePointOfEachAlignedBlock(int dimensions, long seed) {
        ScrambledSobol sobol = new ScrambledSobol(dimensions, seed);
        int size = 256;
        for (int begin : new int[] {0, size, 5 * size}) {
            for (int axis = 0; axis < dimensions; axis++) {
                BitSet cells = new BitSet(size);
                for (int i = 0; i < size; i++) {
                    cells.set((int) (sobol.coordinate(begin + i, axis) * size));
                }
                assertThat(cells.cardinality()).isEqualTo(size);
            }
        }
    }

    /** The first two axes are a (0, 2)-sequence: boxes of every shape with 2^-k of the area hold one of 2^k points. */
    @ParameterizedTest
    @CsvSource({"0, 8", "1, 7", "4, 4", "6, 2", "8, 0"})
    void everyElementaryBoxOfTheFirstTwoAxesHoldsOnePoint(int bitsX, int bitsY) {
        ScrambledSobol sobol = new ScrambledSobol(2, 7);
        BitSet boxes = new BitSet();
        for (int i = 0; i < 256; i++) {
            int x = (int) (sobol.coordinate(i, 0) * (1 << bitsX));
            int y = (int) (sobol.coordinate(i, 1) * (1 << bitsY));
            boxes.set((x << bitsY) | y);
        }
        assertThat(boxes.cardinality()).isEqualTo(256);
    }

    /** Owen's definition, read backwards: two points of one axis part at the same bit with and without scrambling. */
    @Test
    void scramblingKeepsTheDepthAtWhichTwoPointsPart() {
        int dimensions = 12;
        ScrambledSobol sobol = new ScrambledSobol(dimensions, 5);
        SobolSequenceGenerator plain = new SobolSequenceGenerator(dimensions);
        double[][] points =
                IntStream.range(0, 200).mapToObj(i -> plain.nextVector()).toArray(double[][]::new);
        for (int axis = 0; axis < dimensions; axis++) {
            for (int i = 1; i < points.length; i++) {
                int expected = commonBits(points[i][axis], points[i - 1][axis]);
                int actual = commonBits(sobol.coordinate(i, axis), sobol.coordinate(i - 1, axis));
                assertThat(actual).isEqualTo(expected);
            }
        }
    }

    /** A resumed study must find the points that it began with, under any version and on any JVM. */
    @Test
    void bitsNeverChange() {
        ScrambledSobol sobol = new ScrambledSobol(9, 42);
        assertThat(sobol.coordinate(0, 0)).isEqualTo(0x1.49407b3f5e328p-1);
        assertThat(sobol.coordinate(5, 3)).isEqualTo(0x1.10d9462d3a561p-1);
        assertThat(sobol.coordinate(123_456, 8)).isEqualTo(0x1.3437a1165549p-4);
    }

    @Test
    void lastIndexIsAPointLikeAnyOther() {
        ScrambledSobol sobol = new ScrambledSobol(3, 1);
        assertThat(sobol.coordinate(Integer.MAX_VALUE, 2)).isBetween(0.0, 1.0);
        assertThatIllegalArgumentException().isThrownBy(() -> sobol.coordinate(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScrambledSobol(0, 1));
    }

    @Test
    void coordinateOfOneIndexIsUniformOverTheSeeds() {
        int[] tenths = new int[10];
        for (int seed = 0; seed < 10_000; seed++) {
            tenths[(int) (new ScrambledSobol(2, seed).coordinate(3, 1) * 10)]++;
        }
        // 1000 expected each, with a standard deviation of 30.
        for (int count : tenths) {
            assertThat(count).isBetween(850, 1150);
        }
    }

    @Test
    void axesAreNotCorrelated() {
        ScrambledSobol sobol = new ScrambledSobol(60, 3);
        double[] first = column(sobol, 0);
        for (int axis = 1; axis < 60; axis++) {
            assertThat(new PearsonsCorrelation().correlation(first, column(sobol, axis)))
                    .isBetween(-0.15, 0.15);
        }
    }

    @Test
    void seedsGiveDifferentPoints() {
        assertThat(column(new ScrambledSobol(2, 3), 1)).doesNotContain(column(new ScrambledSobol(2, 4), 1));
    }

    @Test
    void beyondTheDirectionNumbersCoordinatesAreRandomAndRepeatable() {
        ScrambledSobol sobol = new ScrambledSobol(1003, 8);
        double mean = IntStream.range(0, 4000)
                .mapToDouble(i -> sobol.coordinate(i, 1002))
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(0.48, 0.52);
        assertThat(new ScrambledSobol(1003, 8).coordinate(17, 1001)).isEqualTo(sobol.coordinate(17, 1001));
        assertThat(sobol.coordinate(17, 1001)).isNotEqualTo(sobol.coordinate(18, 1001));
    }

    /** The mean of a smooth function over 1024 points is far closer than the 0.009 of random points. */
    @Test
    void meanOfASmoothFunctionIsFarCloserThanWithRandomPoints() {
        double squares = 0;
        for (int seed = 0; seed < 20; seed++) {
            ScrambledSobol sobol = new ScrambledSobol(3, seed);
            double sum = 0;
            for (int i = 0; i < 1024; i++) {
                sum += sobol.coordinate(i, 0) * sobol.coordinate(i, 1) + sobol.coordinate(i, 2);
            }
            squares += Math.pow(sum / 1024 - 0.75, 2);
        }
        assertThat(Math.sqrt(squares / 20)).isLessThan(2e-4);
    }

    private static double[] column(ScrambledSobol sobol, int axis) {
        return IntStream.range(0, 1024)
                .mapToDouble(i -> sobol.coordinate(i, axis))
                .toArray();
    }

    private static int commonBits(double left, double right) {
        long difference = (long) (left * 0x1p53) ^ (long) (right * 0x1p53);
        return Long.numberOfLeadingZeros(difference);
    }
}
