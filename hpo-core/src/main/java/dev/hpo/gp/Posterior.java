// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import dev.hpo.numeric.Cholesky;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the model predicts, given observations: a mean and a standard deviation at every point.
 *
 * <p>For n observations it takes n^3 / 3 operations to make, n^2 / 2 and n times the number of inputs a prediction.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Posterior implements Predictor {

    private static final double LEAST_VARIANCE = 1e-12;
    private static final int BLOCK = 64;

    private final Kernel kernel;
    private final double[][] rows;
    private final Cholesky factor;
    private final double[] values;
    private final double[] weights;

    /**
     * Conditions a covariance function on observations.
     *
     * @param kernel the covariance function
     * @param data the observations
     */
    public Posterior(Kernel kernel, Data data) {
        this.kernel = kernel;
        List<double[]> points = data.points();
        this.values = data.values();
        double[] noises = data.noises();
        this.rows = points.stream().map(kernel::row).toArray(double[][]::new);
        double[][] matrix = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            matrix[i] = new double[i + 1];
            for (int k = 0; k < i; k++) {
                matrix[i][k] = kernel.at(rows[i], rows[k]);
            }
            matrix[i][i] = kernel.variance() + kernel.noise() * noises[i];
        }
        this.factor = Cholesky.of(matrix);
        this.weights = factor.solve(values);
    }

    /** Returns what would be predicted at each observation if it were not there. */
    public double[] leftOut() {
        double[][] inverse = factor.inverse();
        double[] means = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            means[i] = values[i] - weights[i] / inverse[i][i];
        }
        return means;
    }

    /** Returns the covariance function. */
    public Kernel kernel() {
        return kernel;
    }

    /** Predicts at many points. */
    @Override
    public Predictions predict(List<double[]> points) {
        Predictions predictions = new Predictions(points.size());
        for (int from = 0; from < points.size(); from += BLOCK) {
            predict(points.subList(from, Math.min(points.size(), from + BLOCK)), from, predictions);
        }
        return predictions;
    }

    private void predict(List<double[]> points, int from, Predictions predictions) {
        int width = points.size();
        double[][] columns = new double[kernel.inputs().size()][width];
        for (int c = 0; c < width; c++) {
            double[] row = kernel.row(points.get(c));
            for (int j = 0; j < row.length; j++) {
                columns[j][c] = row[j];
            }
        }
        double[][] covariances = new double[rows.length][width];
        double[] means = new double[width];
        double[] scratch = new double[width];
        for (int i = 0; i < rows.length; i++) {
            kernel.fill(rows[i], columns, covariances[i], scratch);
            for (int c = 0; c < width; c++) {
                means[c] += weights[i] * covariances[i][c];
            }
        }
        factor.forward(covariances, width);
        double[] explained = new double[width];
        for (double[] row : covariances) {
            for (int c = 0; c < width; c++) {
                explained[c] += row[c] * row[c];
            }
        }
        for (int c = 0; c < width; c++) {
            predictions.set(from + c, means[c], deviation(explained[c]));
        }
    }

    private double deviation(double explained) {
        return Math.sqrt(Math.max(LEAST_VARIANCE, kernel.variance() - explained));
    }

    /** Predicts at one point, with the derivatives by its coordinates. */
    @Override
    public Slope slope(double[] point) {
        double[] row = kernel.row(point);
        double[] covariances = new double[rows.length];
        double mean = 0;
        for (int i = 0; i < rows.length; i++) {
            covariances[i] = kernel.at(row, rows[i]);
            mean += covariances[i] * weights[i];
        }
        double[] solution = factor.solve(covariances);
        double explained = 0;
        for (int i = 0; i < rows.length; i++) {
            explained += covariances[i] * solution[i];
        }
        Slope slope = new Slope(mean, deviation(explained), point.length);
        double[] byMean = new double[row.length];
        double[] byDeviation = new double[row.length];
        for (int i = 0; i < rows.length; i++) {
            kernel.addGradient(row, rows[i], weights[i], byMean);
            kernel.addGradient(row, rows[i], -solution[i] / slope.deviation(), byDeviation);
        }
        kernel.unbend(byMean, point, slope.byMean());
        kernel.unbend(byDeviation, point, slope.byDeviation());
        return slope;
    }
}
