// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.encog.ml.data.basic.BasicMLData;
import org.encog.ml.data.basic.BasicMLDataPair;
import org.encog.neural.networks.training.propagation.sgd.StochasticGradientDescent;
import org.encog.neural.networks.training.propagation.sgd.update.UpdateRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the gradient that Encog hands to its update rule with differences of the loss. */
class GradientTests {
    private static final double[] INPUTS = {0.3, -0.2, 0.9, 0.5, -1};
    private static final double[] TARGETS = {0, 1, 0};
    private static final double STEP = 1e-6;

    @ParameterizedTest
    @EnumSource
    void gradientOfCrossEntropyIsExact(Activation activation) {
        assertGradient(activation, Output.SOFTMAX);
    }

    @ParameterizedTest
    @EnumSource
    void gradientOfSquaredErrorIsExact(Activation activation) {
        assertGradient(activation, Output.LINEAR);
    }

    private static void assertGradient(Activation activation, Output output) {
        StochasticGradientDescent training =
                Network.training(new Shape(INPUTS.length, 3, 7, TARGETS.length, activation), output, new Random(3));
        double[] gradient = gradient(training);
        double[] weights = training.getFlat().getWeights();
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            weights[i] = weight + STEP;
            double above = loss(training, output);
            weights[i] = weight - STEP;
            double below = loss(training, output);
            weights[i] = weight;
            assertThat(-gradient[i]).as("weight %d", i).isCloseTo((above - below) / (2 * STEP), within(1e-7));
        }
    }

    private static double[] gradient(StochasticGradientDescent training) {
        Recorder recorder = new Recorder();
        training.setUpdateRule(recorder);
        training.process(new BasicMLDataPair(new BasicMLData(INPUTS), new BasicMLData(TARGETS)));
        training.update();
        return recorder.gradients;
    }

    private static double loss(StochasticGradientDescent training, Output output) {
        double[] outputs = new double[TARGETS.length];
        training.getFlat().compute(INPUTS, outputs);
        double loss = 0;
        for (int i = 0; i < TARGETS.length; i++) {
            double error = outputs[i] - TARGETS[i];
            loss += output == Output.SOFTMAX ? -TARGETS[i] * Math.log(outputs[i]) : error * error / 2;
        }
        return loss;
    }

    /** Keeps the gradients and leaves the weights alone. */
    private static final class Recorder implements UpdateRule {
        private double[] gradients = {};

        @Override
        public void init(StochasticGradientDescent training) {}

        @Override
        public void update(double[] gradients, double[] weights) {
            this.gradients = gradients.clone();
        }
    }
}
