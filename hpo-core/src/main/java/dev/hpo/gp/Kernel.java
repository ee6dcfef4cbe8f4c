// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The covariance function: a joint part, which knows interactions, beside an additive part, which learns the effect of each
 * input on its own from few points.
 *
 * <p>k(x, z) = s1 M(|x - z| / l) + s2 / d * sum over i of M(|x_i - z_i| / a_i), where M is {@link Matern}, |.| / l the Euclidean
 * distance with a length scale an input, d the number of inputs, all of them bent by {@link Bend}. Main effects explain two thirds
 * of the variance of real hyperparameter grids, which the additive part captures; see Duvenaud et al., "Additive Gaussian
 * processes", NIPS 2011. The values of a categorical input are at distance 1 from one another (Hamming).
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Kernel {

    private final Inputs inputs;
    private final int size;
    private final double joint;
    private final double additive;
    private final double noise;
    private final double[] inverseSquares;
    private final double[] inverses;
    private final Bend[] bends;

    public Kernel(Inputs inputs, double[] logarithms) {
        Hyperparameters places = new Hyperparameters(inputs.size());
        this.inputs = inputs;
        this.size = inputs.size();
        this.joint = Math.exp(logarithms[Hyperparameters.JOINT]);
        this.additive = Math.exp(logarithms[Hyperparameters.ADDITIVE]) / Math.max(1, size);
        this.noise = Math.exp(logarithms[Hyperparameters.NOISE]);
        this.inverseSquares = new double[size];
        this.inverses = new double[size];
        this.bends = new Bend[size];
        for (int j = 0; j < size; j++) {
            inverseSquares[j] = Math.exp(-2 * logarithms[places.jointLength(j)]);
            inverses[j] = Math.exp(-logarithms[places.additiveLength(j)]);
            bends[j] = new Bend(logarithms[places.lowBend(j)], logarithms[places.highBend(j)]);
        }
    }

    Inputs inputs() {
        return inputs;
    }

    /** Returns the variance at any point, without noise. */
    public double variance() {
        return joint + additive * size;
    }

    /** Returns the variance of the noise. */
    public double noise() {
        return noise;
    }

    /** Returns the inputs of a point, bent: what all covariances are of. */
    double[] row(double[] point) {
        double[] row = inputs.of(point);
        for (int j = 0; j < size; j++) {
            row[j] = inputs.isCategorical(j) ? row[j] : bends[j].of(row[j]);
        }
        return row;
    }

    /** Turns derivatives by bent inputs into those by the coordinates of a point; categorical ones have none. */
    void unbend(double[] byRow, double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        for (int j = 0; j < size; j++) {
            int coordinate = inputs.coordinate(j);
            if (!inputs.isCategorical(j) && !Double.isNaN(point[coordinate])) {
                gradient[coordinate] = byRow[j] * bends[j].slope(point[coordinate]);
            }
        }
    }

    /** Returns the covariance of two rows. */
    double at(double[] left, double[] right) {
        double square = 0;
        double sum = 0;
        for (int j = 0; j < size; j++) {
            double distance = inputs.distance(j, left[j], right[j]);
            square += distance * distance * inverseSquares[j];
            sum += Matern.at(distance * inverses[j]);
        }
        return joint * Matern.at(Math.sqrt(square)) + additive * sum;
    }

    /**
     * Computes the covariances of one row with many.
     *
     * @param row the one
     * @param columns the others, by input and then by row
     * @param covariances takes the result, as many as there are others
     * @param scratch of the same length
     */
    void fill(double[] row, double[][] columns, double[] covariances, double[] scratch) {
        Arrays.fill(covariances, 0);
        Arrays.fill(scratch, 0);
        for (int j = 0; j < size; j++) {
            if (inputs.isCategorical(j)) {
                addCategorical(j, row[j], columns[j], covariances, scratch);
            } else {
                addOrdered(j, row[j], columns[j], covariances, scratch);
            }
        }
        for (int c = 0; c < covariances.length; c++) {
            covariances[c] = joint * Matern.at(Math.sqrt(scratch[c])) + additive * covariances[c];
        }
    }

    private void addCategorical(int input, double own, double[] column, double[] sums, double[] squares) {
        double apart = Matern.at(inverses[input]);
        for (int c = 0; c < column.length; c++) {
            boolean same = column[c] == own;
            squares[c] += same ? 0 : inverseSquares[input];
            sums[c] += same ? 1 : apart;
        }
    }

    private void addOrdered(int input, double own, double[] column, double[] sums, double[] squares) {
        double inverse = inverses[input];
        double inverseSquare = inverseSquares[input];
        for (int c = 0; c < column.length; c++) {
            double distance = Math.abs(column[c] - own);
            squares[c] += distance * distance * inverseSquare;
            sums[c] += Matern.at(distance * inverse);
        }
    }

    /** Adds the derivatives of a weighted covariance by the left row; categorical inputs have none. */
    void addGradient(double[] left, double[] right, double weight, double[] gradient) {
        double square = 0;
        for (int j = 0; j < size; j++) {
            double distance = inputs.distance(j, left[j], right[j]);
            square += distance * distance * inverseSquares[j];
        }
        double outer = joint * Matern.slope(Math.sqrt(square));
        for (int j = 0; j < size; j++) {
            if (!inputs.isCategorical(j)) {
                double difference = left[j] - right[j];
                double inverse = inverses[j];
                double own = additive * Matern.slope(Math.abs(difference) * inverse) * inverse * inverse;
                gradient[j] -= weight * difference * (outer * inverseSquares[j] + own);
            }
        }
    }
}
