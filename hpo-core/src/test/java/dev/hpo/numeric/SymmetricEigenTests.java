// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTests {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20, 41})
    void valuesAreThoseOfAnotherMethod(int size) {
        double[][] matrix = symmetric(size, SplitMix.of(3, size));
        double[] expected = new EigenDecomposition(MatrixUtils.createRealMatrix(matrix)).getRealEigenvalues();
        Arrays.sort(expected);
        assertThat(values(SymmetricEigen.of(matrix), size)).containsExactly(expected, within(1e-12 * size));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20, 41})
    void vectorsAndValuesMakeUpTheMatrix(int size) {
        double[][] matrix = symmetric(size, SplitMix.of(4, size));
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    sum += eigen.value(k) * eigen.vectors()[k][i] * eigen.vectors()[k][j];
                }
                assertThat(sum).isCloseTo(matrix[i][j], within(1e-12 * size));
            }
        }
    }

    @Test
    void smallEigenvaluesOfABadlyScaledMatrixAreExact() {
        double[][] matrix = {{1, 1e-10, 0}, {1e-10, 1e-10, 1e-16}, {0, 1e-16, 1e-20}};
        double determinant = 1e-30 - 1e-32 - 1e-40;
        double[] values = values(SymmetricEigen.of(matrix), 3);
        assertThat(values[0] * values[1] * values[2] / determinant).isCloseTo(1, within(1e-9));
    }

    @Test
    void asymmetryOfRoundingIsAveraged() {
        double[] values = values(SymmetricEigen.of(new double[][] {{2, 1.5}, {0.5, 2}}), 2);
        assertThat(values).containsExactly(new double[] {1, 3}, within(1e-15));
    }

    private static double[] values(SymmetricEigen eigen, int size) {
        return IntStream.range(0, size).mapToDouble(eigen::value).sorted().toArray();
    }

    private static double[][] symmetric(int size, RandomGenerator random) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.nextGaussian();
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }
}
