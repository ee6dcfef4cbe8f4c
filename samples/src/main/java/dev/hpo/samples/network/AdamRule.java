// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

import java.util.List;
import org.encog.neural.networks.training.propagation.sgd.StochasticGradientDescent;

/**
 * Adam with both of its decay rates open to tuning; those of Encog's own {@code AdamUpdate} are fixed.
 *
 * <p>Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015, algorithm 1. The sign is Encog's:
 * its gradients point downhill.
 */
final class AdamRule implements Rule {
    private static final double EPSILON = 1e-8;

    private final StochasticGradientDescent training;
    private final double beta2;
    private final double[] mean;
    private final double[] meanSquare;
    private final double[] steps = {0};

    AdamRule(StochasticGradientDescent training, double beta2) {
        this.training = training;
        this.beta2 = beta2;
        this.mean = new double[training.getFlat().getWeights().length];
        this.meanSquare = new double[mean.length];
    }

    @Override
    public List<double[]> memory() {
        return List.of(mean, meanSquare, steps);
    }

    @Override
    public void update(double[] gradients, double[] weights) {
        steps[0]++;
        double beta1 = training.getMomentum();
        double unbiasMean = 1 / (1 - Math.pow(beta1, steps[0]));
        double unbiasSquare = 1 / (1 - Math.pow(beta2, steps[0]));
        for (int i = 0; i < weights.length; i++) {
            double gradient = gradients[i];
            mean[i] = beta1 * mean[i] + (1 - beta1) * gradient;
            meanSquare[i] = beta2 * meanSquare[i] + (1 - beta2) * gradient * gradient;
            weights[i] += training.getLearningRate()
                    * (mean[i] * unbiasMean)
                    / (Math.sqrt(meanSquare[i] * unbiasSquare) + EPSILON);
        }
    }
}
