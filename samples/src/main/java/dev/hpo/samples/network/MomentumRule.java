// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

import java.util.List;
import org.encog.neural.networks.training.propagation.sgd.StochasticGradientDescent;

/** Gradient descent with momentum, to the bit as Encog's {@code MomentumUpdate}, which keeps its last step to itself. */
final class MomentumRule implements Rule {
    private final StochasticGradientDescent training;
    private final double[] lastStep;

    MomentumRule(StochasticGradientDescent training) {
        this.training = training;
        this.lastStep = new double[training.getFlat().getWeights().length];
    }

    @Override
    public List<double[]> memory() {
        return List.of(lastStep);
    }

    @Override
    public void update(double[] gradients, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            double step = training.getLearningRate() * gradients[i] + training.getMomentum() * lastStep[i];
            weights[i] += step;
            lastStep[i] = step;
        }
    }
}
