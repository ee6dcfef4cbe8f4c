// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared with commons-math, which is slower and gives up on singular matrices. */
class CholeskyTests {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 60})
    void factorSolutionAndInverseAreThoseOfCommonsMath(int size) {
        RealMatrix matrix = positiveDefinite(size);
        CholeskyDecomposition reference = new CholeskyDecomposition(matrix);
        Cholesky factor = Cholesky.of(matrix.getData());
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                assertThat(factor.at(row, column)).isEqualTo(reference.getL().getEntry(row, column), within(1e-12));
            }
        }
        assertThat(factor.logDeterminant()).isEqualTo(Math.log(reference.getDeterminant()), within(1e-9));
        double[] b = vector(size, 9);
        assertThat(factor.solve(b))
                .containsExactly(
                        reference.getSolver().solve(new ArrayRealVector(b)).toArray(), within(1e-9));
        assertNear(factor.inverse(), reference.getSolver().getInverse().getData());
    }

    @Test
    void manyColumnsAreSolvedAsOneByOne() {
        int size = 12;
        Cholesky factor = Cholesky.of(positiveDefinite(size).getData());
        double[][] columns = new double[size][];
        for (int row = 0; row < size; row++) {
            columns[row] = vector(3, row);
        }
        double[] second = new double[size];
        for (int row = 0; row < size; row++) {
            second[row] = columns[row][1];
        }
        factor.forward(columns, 2);
        double[] expected = factor.forward(second);
        for (int row = 0; row < size; row++) {
            assertThat(columns[row][1]).isEqualTo(expected[row], within(1e-12));
            assertThat(columns[row][2]).as("not to be touched").isEqualTo(vector(3, row)[2]);
        }
    }

    @Test
    void singularMatrixIsTreatedAsOfNoisierObservations() {
        double[][] ones = {{1, 1}, {1, 1}};
        double[] solution = Cholesky.of(ones).solve(new double[] {1, 1});
        assertThat(solution[0] + solution[1]).isEqualTo(1, within(1e-6));
        assertThat(ones[0][0]).as("not to be changed").isEqualTo(1);
    }

    @Test
    void notANumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(new double[][] {{Double.NaN}}))
                .withMessageContaining("positive definite");
    }

    private static RealMatrix positiveDefinite(int size) {
        double[][] rows = new double[size][];
        for (int row = 0; row < size; row++) {
            rows[row] = vector(size, 100 + row);
        }
        RealMatrix any = MatrixUtils.createRealMatrix(rows);
        return any.multiply(any.transpose())
                .add(MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(0.5));
    }

    private static double[] vector(int size, int seed) {
        SplitMix random = SplitMix.of(seed);
        double[] vector = new double[size];
        for (int i = 0; i < size; i++) {
            vector[i] = random.nextDouble() - 0.5;
        }
        return vector;
    }

    private static void assertNear(double[][] actual, double[][] expected) {
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual[row]).containsExactly(expected[row], within(1e-9));
        }
    }
}
