// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.encoding.Encoding;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

/** The model against its formulas, written down as they stand in the books: slow, with an inverse and exact exponentials. */
class PosteriorTests {

    private static final Encoding ENCODING = GpParts.MIXED;
    private static final int OBSERVATIONS = 20;

    private final Inputs inputs = new Inputs(ENCODING);
    private final double[] logarithms = GpParts.hyperparameters(inputs);
    private final List<double[]> points = GpParts.points(ENCODING, OBSERVATIONS);
    private final double[] values = points.stream()
            .mapToDouble(point -> Math.sin(5 * point[0]) + point[1] - point[3])
            .toArray();
    private final double[] noises = new double[OBSERVATIONS];

    PosteriorTests() {
        Arrays.fill(noises, 1);
        noises[3] = 4;
    }

    @Test
    void predictionsAreThoseOfTheFormulas() {
        Posterior posterior = new Posterior(new Kernel(inputs, logarithms), new Data(points, values, noises));
        List<double[]> others = GpParts.points(ENCODING, 70);
        Predictions predictions = posterior.predict(others);
        RealMatrix inverse = new LUDecomposition(matrix()).getSolver().getInverse();
        for (int i = 0; i < others.size(); i++) {
            RealVector covariances = new ArrayRealVector(OBSERVATIONS);
            for (int k = 0; k < OBSERVATIONS; k++) {
                covariances.setEntry(k, covariance(others.get(i), points.get(k)));
            }
            double mean = covariances.dotProduct(inverse.operate(new ArrayRealVector(values)));
            double variance =
                    covariance(others.get(i), others.get(i)) - covariances.dotProduct(inverse.operate(covariances));
            assertThat(predictions.mean(i)).isEqualTo(mean, within(1e-4));
            assertThat(predictions.deviation(i)).isEqualTo(Math.sqrt(variance), within(1e-4));
            assertThat(posterior.slope(others.get(i)).mean()).isEqualTo(mean, within(1e-4));
        }
    }

    @Test
    void slopesAreThoseOfDifferences() {
        Posterior posterior = new Posterior(new Kernel(inputs, logarithms), new Data(points, values, noises));
        double step = 1e-4;
        for (double[] point : GpParts.points(ENCODING, 15)) {
            Slope slope = posterior.slope(point);
            for (int at = 0; at < 2; at++) {
                double[] low = point.clone();
                double[] high = point.clone();
                low[at] -= step;
                high[at] += step;
                Predictions around = posterior.predict(List.of(low, high));
                assertThat(slope.meanBy(at)).isEqualTo((around.mean(1) - around.mean(0)) / (2 * step), within(2e-2));
                assertThat(slope.deviationBy(at))
                        .isEqualTo((around.deviation(1) - around.deviation(0)) / (2 * step), within(2e-2));
            }
            assertThat(slope.meanBy(3)).as("a choice has no slope").isZero();
        }
    }

    @Test
    void evidenceIsThatOfTheFormula() {
        Evidence evidence = evidence();
        double ours = evidence.at(logarithms, new double[logarithms.length]);
        LUDecomposition decomposition = new LUDecomposition(matrix());
        RealVector y = new ArrayRealVector(values);
        double expected =
                (y.dotProduct(decomposition.getSolver().solve(y)) + Math.log(decomposition.getDeterminant())) / 2;
        double[] medians = Priors.ofLosses(inputs.size()).medians();
        double[] spreads = Priors.ofLosses(inputs.size()).spreads();
        for (int i = 0; i < medians.length; i++) {
            expected += Math.pow((logarithms[i] - medians[i]) / spreads[i], 2) / 2;
        }
        assertThat(ours).isEqualTo(expected, within(1e-8));
    }

    @Test
    void gradientOfTheEvidenceIsThatOfDifferences() {
        Evidence evidence = evidence();
        double[] gradient = new double[logarithms.length];
        evidence.at(logarithms, gradient);
        double step = 1e-5;
        for (int place = 0; place < logarithms.length; place++) {
            double[] low = logarithms.clone();
            double[] high = logarithms.clone();
            low[place] -= step;
            high[place] += step;
            double slope =
                    (evidence.at(high, new double[low.length]) - evidence.at(low, new double[low.length])) / (2 * step);
            // The bend of a choice is not used; only its prior has a slope.
            assertThat(gradient[place]).as("place " + place).isEqualTo(slope, within(1e-4));
        }
    }

    private Evidence evidence() {
        return new Evidence(inputs, Priors.ofLosses(4), new Data(points, values, noises));
    }

    private RealMatrix matrix() {
        RealMatrix matrix = MatrixUtils.createRealMatrix(OBSERVATIONS, OBSERVATIONS);
        for (int i = 0; i < OBSERVATIONS; i++) {
            for (int k = 0; k < OBSERVATIONS; k++) {
                matrix.setEntry(i, k, covariance(points.get(i), points.get(k)));
            }
            matrix.addToEntry(i, i, Math.exp(logarithms[Hyperparameters.NOISE]) * noises[i]);
        }
        return matrix;
    }

    private double covariance(double[] left, double[] right) {
        Hyperparameters places = new Hyperparameters(4);
        double squares = 0;
        double sum = 0;
        for (int j = 0; j < 4; j++) {
            double distance = Math.abs(bent(j, left[j]) - bent(j, right[j]));
            if (j == 3) {
                distance = left[j] == right[j] ? 0 : 1;
            }
            squares += Math.pow(distance / Math.exp(logarithms[places.jointLength(j)]), 2);
            sum += matern(distance / Math.exp(logarithms[places.additiveLength(j)]));
        }
        return Math.exp(logarithms[Hyperparameters.JOINT]) * matern(Math.sqrt(squares))
                + Math.exp(logarithms[Hyperparameters.ADDITIVE]) / 4 * sum;
    }

    private double bent(int input, double position) {
        Hyperparameters places = new Hyperparameters(4);
        double a = Math.exp(logarithms[places.lowBend(input)]);
        double b = Math.exp(logarithms[places.highBend(input)]);
        return 1 - Math.pow(1 - Math.pow(0.001 + 0.998 * position, a), b);
    }

    private static double matern(double r) {
        return (1 + Math.sqrt(5) * r + 5 * r * r / 3) * Math.exp(-Math.sqrt(5) * r);
    }
}
