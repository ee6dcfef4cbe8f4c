// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import dev.hpo.numeric.Cholesky;
import dev.hpo.numeric.Lbfgs;
import java.util.Arrays;

/**
 * Minus the logarithm of the posterior density of hyperparameters, up to a constant, and its gradient: that of the observations
 * given the hyperparameters (the marginal likelihood) and that of the priors.
 *
 * <p>With K the covariance matrix of n observations y, it is (y' K^-1 y + log det K) / 2 and half the squares of the logarithms'
 * distances from their medians in units of their spreads. The derivative by a hyperparameter t is minus half the sum of the products of
 * the entries of (K^-1 y)(K^-1 y)' - K^-1, called influences here, and dK/dt. Computing all takes about n^3 operations, and n^2 times
 * the number of inputs.
 *
 * <p>Source: Rasmussen and Williams, 2006, equation 5.9.
 */
final class Evidence implements Lbfgs.Function {

    private static final double SQRT_5 = Math.sqrt(5);

    private final Inputs inputs;
    private final Hyperparameters places;
    private final double[][] columns;
    private final double[] values;
    private final double[] noises;
    private final double[] medians;
    private final double[] spreads;
    private final int pairs;

    /**
     * Creates the function.
     *
     * @param inputs the inputs
     * @param priors what is believed of the hyperparameters beforehand
     * @param data the observations
     */
    Evidence(Inputs inputs, Priors priors, Data data) {
        double[][] rows = data.rows(inputs);
        this.inputs = inputs;
        this.places = new Hyperparameters(inputs.size());
        this.values = data.values();
        this.noises = data.noises();
        this.medians = priors.medians();
        this.spreads = priors.spreads();
        this.pairs = values.length * (values.length - 1) / 2;
        this.columns = new double[inputs.size()][values.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < values.length; i++) {
                columns[j][i] = rows[i][j];
            }
        }
    }

    @Override
    public double at(double[] logarithms, double[] gradient) {
        Parts parts = new Parts(logarithms);
        Cholesky factor = Cholesky.of(parts.matrix());
        double[] weights = factor.solve(values);
        double[][] inverse = factor.inverse();
        double value = factor.logDeterminant();
        for (int i = 0; i < values.length; i++) {
            value += weights[i] * values[i];
        }
        double[] influences = new double[pairs];
        double[] own = new double[values.length];
        int pair = 0;
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < i; k++) {
                influences[pair++] = weights[i] * weights[k] - inverse[i][k];
            }
            own[i] = weights[i] * weights[i] - inverse[i][i];
        }
        Arrays.fill(gradient, 0);
        parts.addGradient(influences, own, gradient);
        return value / 2 + prior(logarithms, gradient);
    }

    private double prior(double[] logarithms, double[] gradient) {
        double value = 0;
        for (int place = 0; place < logarithms.length; place++) {
            double distance = (logarithms[place] - medians[place]) / spreads[place];
            value += distance * distance / 2;
            gradient[place] += distance / spreads[place];
        }
        return value;
    }

    /** The parts of the covariance of every pair of observations at certain hyperparameters, and what their derivatives need. */
    private final class Parts {

        private final double[] logarithms;
        private final double joint;
        private final double additive;
        private final double noise;
        private final double[][] differences = new double[columns.length][pairs];
        private final double[] jointPart = new double[pairs];
        private final double[] jointSlope = new double[pairs];
        private final double[] additivePart = new double[pairs];
        private final double[][] additiveSlopes = new double[columns.length][pairs];

        Parts(double[] logarithms) {
            this.logarithms = logarithms;
            this.joint = Math.exp(logarithms[Hyperparameters.JOINT]);
            this.additive = Math.exp(logarithms[Hyperparameters.ADDITIVE]) / Math.max(1, columns.length);
            this.noise = Math.exp(logarithms[Hyperparameters.NOISE]);
            double[] squares = new double[pairs];
            for (int j = 0; j < columns.length; j++) {
                takeDifferences(j);
                takeAdditive(j, squares);
            }
            for (int p = 0; p < pairs; p++) {
                double scaled = Math.sqrt(5 * squares[p]);
                double decay = Math.exp(-scaled);
                jointPart[p] = (1 + scaled + scaled * scaled / 3) * decay;
                jointSlope[p] = 5.0 / 3 * (1 + scaled) * decay;
            }
        }

        private Bend bend(int input) {
            return new Bend(logarithms[places.lowBend(input)], logarithms[places.highBend(input)]);
        }

        private void takeDifferences(int input) {
            double[] column = columns[input];
            boolean categorical = inputs.isCategorical(input);
            double[] bent = categorical
                    ? column
                    : Arrays.stream(column).map(bend(input)::of).toArray();
            int pair = 0;
            for (int i = 0; i < column.length; i++) {
                for (int k = 0; k < i; k++) {
                    double difference = bent[i] - bent[k];
                    differences[input][pair++] = categorical && difference != 0 ? 1 : difference;
                }
            }
        }

        private void takeAdditive(int input, double[] squares) {
            double inverseSquare = Math.exp(-2 * logarithms[places.jointLength(input)]);
            double scale = SQRT_5 * Math.exp(-logarithms[places.additiveLength(input)]);
            double[] difference = differences[input];
            double[] slope = additiveSlopes[input];
            for (int p = 0; p < pairs; p++) {
                double scaled = Math.abs(difference[p]) * scale;
                double decay = Math.exp(-scaled);
                squares[p] += difference[p] * difference[p] * inverseSquare;
                additivePart[p] += (1 + scaled + scaled * scaled / 3) * decay;
                slope[p] = 5.0 / 3 * (1 + scaled) * decay;
            }
        }

        double[][] matrix() {
            double[][] matrix = new double[values.length][];
            int pair = 0;
            for (int i = 0; i < values.length; i++) {
                matrix[i] = new double[i + 1];
                for (int k = 0; k < i; k++) {
                    matrix[i][k] = joint * jointPart[pair] + additive * additivePart[pair];
                    pair++;
                }
                matrix[i][i] = joint + additive * columns.length + noise * noises[i];
            }
            return matrix;
        }

        /** Each pair stands for two entries of the matrix, so that its influence counts twice half. */
        void addGradient(double[] influences, double[] own, double[] gradient) {
            double byJoint = 0;
            double byAdditive = 0;
            for (int p = 0; p < pairs; p++) {
                byJoint += influences[p] * jointPart[p];
                byAdditive += influences[p] * additivePart[p];
            }
            double trace = 0;
            double noiseTrace = 0;
            for (int i = 0; i < own.length; i++) {
                trace += own[i];
                noiseTrace += own[i] * noises[i];
            }
            gradient[Hyperparameters.JOINT] = -joint * (byJoint + trace / 2);
            gradient[Hyperparameters.ADDITIVE] = -additive * (byAdditive + columns.length * trace / 2);
            gradient[Hyperparameters.NOISE] = -noise * noiseTrace / 2;
            for (int j = 0; j < columns.length; j++) {
                addLengths(j, influences, gradient);
                if (!inputs.isCategorical(j)) {
                    addBends(j, influences, gradient);
                }
            }
        }

        private double jointFactor(int input) {
            return joint * Math.exp(-2 * logarithms[places.jointLength(input)]);
        }

        private double additiveFactor(int input) {
            return additive * Math.exp(-2 * logarithms[places.additiveLength(input)]);
        }

        private void addLengths(int input, double[] influences, double[] gradient) {
            double[] difference = differences[input];
            double[] slope = additiveSlopes[input];
            double first = 0;
            double second = 0;
            for (int p = 0; p < pairs; p++) {
                double square = influences[p] * difference[p] * difference[p];
                first += square * jointSlope[p];
                second += square * slope[p];
            }
            gradient[places.jointLength(input)] = -first * jointFactor(input);
            gradient[places.additiveLength(input)] = -second * additiveFactor(input);
        }

        /** Collects the derivative by each bent input first: there are fewer of them than pairs. */
        private void addBends(int input, double[] influences, double[] gradient) {
            double jointFactor = jointFactor(input);
            double additiveFactor = additiveFactor(input);
            double[] difference = differences[input];
            double[] slope = additiveSlopes[input];
            double[] byBent = new double[values.length];
            int pair = 0;
            for (int i = 0; i < values.length; i++) {
                for (int k = 0; k < i; k++) {
                    double pull = influences[pair]
                            * difference[pair]
                            * (jointFactor * jointSlope[pair] + additiveFactor * slope[pair]);
                    byBent[i] += pull;
                    byBent[k] -= pull;
                    pair++;
                }
            }
            Bend bend = bend(input);
            for (int i = 0; i < values.length; i++) {
                gradient[places.lowBend(input)] += byBent[i] * bend.byLow(columns[input][i]);
                gradient[places.highBend(input)] += byBent[i] * bend.byHigh(columns[input][i]);
            }
        }
    }
}
