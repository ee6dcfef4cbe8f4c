// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The Cholesky factor L of a symmetric matrix A = L L', for covariance matrices, which may be singular up to rounding.
 *
 * <p>Where a pivot is not clearly positive, the diagonal of the whole matrix is raised, by ten times more on each attempt: the
 * answer is then that of slightly noisier observations. Loops run along rows, so that a compiler can use vector instructions.
 * The factor takes n^3 / 3 operations, a solution n^2, the inverse 2 n^3 / 3.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Cholesky {

    private static final double FIRST_JITTER = 1e-10;
    private static final int ATTEMPTS = 12;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Factors a matrix.
     *
     * @param matrix symmetric, of finite numbers; only the lower triangle is read, and nothing changed
     * @throws IllegalArgumentException if it is not positive definite, not even with a hundred times its largest entry on the
     *     diagonal; such as one that contains NaN
     */
    public static Cholesky of(double[][] matrix) {
        double scale = 0;
        for (int i = 0; i < matrix.length; i++) {
            scale = Math.max(scale, Math.abs(matrix[i][i]));
        }
        double jitter = 0;
        for (int attempt = 0; attempt <= ATTEMPTS; attempt++) {
            double[][] lower = factor(matrix, jitter * scale, scale * 1e-14);
            if (lower.length == matrix.length) {
                return new Cholesky(lower);
            }
            jitter = jitter == 0 ? FIRST_JITTER : jitter * 10;
        }
        throw new IllegalArgumentException("matrix (of " + matrix.length + " rows) must be positive definite");
    }

    /** Returns the factor, or an array that is too short if a pivot is not above a threshold. */
    private static double[][] factor(double[][] matrix, double jitter, double threshold) {
        int size = matrix.length;
        // Column by column of the upper triangle, stored by rows: row k of upper is column k of the lower factor.
        double[][] upper = new double[size][];
        for (int k = 0; k < size; k++) {
            double[] row = new double[size];
            for (int i = k; i < size; i++) {
                row[i] = matrix[i][k];
            }
            row[k] += jitter;
            upper[k] = row;
        }
        for (int k = 0; k < size; k++) {
            double[] pivotRow = upper[k];
            double pivot = pivotRow[k];
            if (!(pivot > threshold)) {
                return new double[0][];
            }
            scale(pivotRow, k, 1 / Math.sqrt(pivot));
            for (int i = k + 1; i < size; i++) {
                subtract(upper[i], pivotRow[i], pivotRow, i);
            }
        }
        return transposed(upper);
    }

    private static void scale(double[] row, int from, double factor) {
        for (int i = from; i < row.length; i++) {
            row[i] *= factor;
        }
    }

    private static void subtract(double[] target, double factor, double[] source, int from) {
        for (int i = from; i < target.length; i++) {
            target[i] -= factor * source[i];
        }
    }

    private static double[][] transposed(double[][] upper) {
        int size = upper.length;
        double[][] lower = new double[size][];
        for (int i = 0; i < size; i++) {
            lower[i] = new double[i + 1];
            for (int k = 0; k <= i; k++) {
                lower[i][k] = upper[k][i];
            }
        }
        return lower;
    }

    /** Returns the number of rows. */
    public int size() {
        return lower.length;
    }

    /** Returns an entry of L, of a row and a column up to the row. */
    public double at(int row, int column) {
        return lower[row][column];
    }

    /** Returns the logarithm of the determinant of A. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += Math.log(lower[i][i]);
        }
        return 2 * sum;
    }

    /** Returns x of L x = b. */
    public double[] forward(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            double[] row = lower[i];
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= row[k] * x[k];
            }
            x[i] = sum / row[i];
        }
        return x;
    }

    /** Returns x of A x = b. */
    public double[] solve(double[] b) {
        double[] x = forward(b);
        for (int i = x.length - 1; i >= 0; i--) {
            double[] row = lower[i];
            double value = x[i] / row[i];
            x[i] = value;
            for (int k = 0; k < i; k++) {
                x[k] -= row[k] * value;
            }
        }
        return x;
    }

    /**
     * Replaces B by X of L X = B.
     *
     * @param columns one row for each row of A, of any one length
     * @param width how many numbers of each row count
     */
    public void forward(double[][] columns, int width) {
        for (int i = 0; i < lower.length; i++) {
            double[] row = lower[i];
            double[] target = columns[i];
            for (int k = 0; k < i; k++) {
                double factor = row[k];
                double[] source = columns[k];
                for (int c = 0; c < width; c++) {
                    target[c] -= factor * source[c];
                }
            }
            double inverse = 1 / row[i];
            for (int c = 0; c < width; c++) {
                target[c] *= inverse;
            }
        }
    }

    /** Returns the inverse of A, both triangles. */
    public double[][] inverse() {
        int size = lower.length;
        double[][] inverseOfLower = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] target = new double[i + 1];
            double[] row = lower[i];
            for (int k = 0; k < i; k++) {
                double factor = row[k];
                double[] source = inverseOfLower[k];
                for (int c = 0; c <= k; c++) {
                    target[c] -= factor * source[c];
                }
            }
            target[i] = 1;
            scale(target, 0, 1 / row[i]);
            inverseOfLower[i] = target;
        }
        return productWithTranspose(inverseOfLower);
    }

    /** Returns M' M of a lower triangle M. */
    private static double[][] productWithTranspose(double[][] triangle) {
        int size = triangle.length;
        double[][] product = new double[size][size];
        for (double[] row : triangle) {
            for (int i = 0; i < row.length; i++) {
                double factor = row[i];
                double[] target = product[i];
                for (int k = 0; k <= i; k++) {
                    target[k] += factor * row[k];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                product[k][i] = product[i][k];
            }
        }
        return product;
    }
}
