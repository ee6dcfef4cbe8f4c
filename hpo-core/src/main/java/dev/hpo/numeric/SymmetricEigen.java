// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's method.
 *
 * <p>Rotations in one plane after the other, row by row, make the off-diagonal elements vanish. It takes 5 to 10 sweeps over
 * them, O(n^3) each; it cannot fail on finite numbers, finds small eigenvalues of positive definite matrices to high relative
 * accuracy, and is fastest for what is nearly diagonal.
 *
 * <p>Source: Golub and Van Loan, "Matrix computations", 4th edition, section 8.5.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class SymmetricEigen {

    private static final int SWEEPS = 50;

    private final double[][] rest;
    private final double[][] transposed;

    private SymmetricEigen(double[][] matrix) {
        int n = matrix.length;
        this.rest = new double[n][n];
        this.transposed = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rest[i][j] = (matrix[i][j] + matrix[j][i]) / 2;
            }
            transposed[i][i] = 1;
        }
    }

    /**
     * Decomposes a matrix, of which the symmetric part counts.
     *
     * @param matrix square, of finite numbers; left as it is
     */
    public static SymmetricEigen of(double[][] matrix) {
        SymmetricEigen eigen = new SymmetricEigen(matrix);
        int sweep = 0;
        while (eigen.sweep() && sweep < SWEEPS) {
            sweep++;
        }
        return eigen;
    }

    /** Returns an eigenvalue; they are in no order. */
    public double value(int index) {
        return rest[index][index];
    }

    /** Returns the eigenvectors, each of length 1, one a row in the order of the values; not to be changed. */
    public double[][] vectors() {
        return transposed;
    }

    /** Rotates each element off the diagonal away that is not negligible beside the diagonal; returns whether there was one. */
    private boolean sweep() {
        boolean any = false;
        for (int p = 0; p < rest.length; p++) {
            for (int q = p + 1; q < rest.length; q++) {
                double scale = Math.sqrt(Math.abs(rest[p][p])) * Math.sqrt(Math.abs(rest[q][q]));
                if (Math.abs(rest[p][q]) > Math.ulp(scale) / 2 && Math.abs(rest[p][q]) > Double.MIN_NORMAL) {
                    rotate(p, q);
                    any = true;
                }
            }
        }
        return any;
    }

    private void rotate(int p, int q) {
        double theta = (rest[q][q] - rest[p][p]) / (2 * rest[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(1, theta));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = tangent * cosine;
        double shift = tangent * rest[p][q];
        double[] rowP = rest[p];
        double[] rowQ = rest[q];
        double diagonalP = rowP[p] - shift;
        double diagonalQ = rowQ[q] + shift;
        turn(rowP, rowQ, cosine, sine);
        turn(transposed[p], transposed[q], cosine, sine);
        for (int k = 0; k < rest.length; k++) {
            rest[k][p] = rowP[k];
            rest[k][q] = rowQ[k];
        }
        rowP[p] = diagonalP;
        rowQ[q] = diagonalQ;
        rowP[q] = 0;
        rowQ[p] = 0;
    }

    private static void turn(double[] first, double[] second, double cosine, double sine) {
        for (int k = 0; k < first.length; k++) {
            double a = first[k];
            double b = second[k];
            first[k] = cosine * a - sine * b;
            second[k] = sine * a + cosine * b;
        }
    }
}
