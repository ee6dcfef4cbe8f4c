// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s02digits;

import static dev.hpo.samples.network.Activation.RELU;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.Ordinal;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.samples.network.Activation;
import dev.hpo.samples.network.Optimizer;

/**
 * The hyperparameters of a {@link Mlp}.
 *
 * @param learningRate the length of a step along the mean gradient, above 0
 * @param decay how fast the learning rate shrinks: epoch n, from 0, learns at {@code learningRate / (1 + decay * n)}
 * @param momentum the weight of earlier steps, from 0 to below 1
 * @param hiddenUnits the number of units in each hidden layer
 * @param hiddenLayers the number of hidden layers
 * @param batchSize the number of digits to a step
 * @param activation the activation function of the hidden layers
 * @param optimizer the rule that makes steps of gradients
 */
// tag::config[]
@SearchSpace
public record MlpConfig(
        @LogUniform(min = 1e-4, max = 1) double learningRate,
        @LogUniform(min = 1e-3, max = 1) double decay,
        @OneMinusLog(min = 0.9, max = 0.999) double momentum,
        @Uniform(min = 50, max = 100) int hiddenUnits,
        @Uniform(min = 2, max = 4) int hiddenLayers,
        @Ordinal({"16", "32", "64", "128"}) int batchSize,
        Activation activation,
        Optimizer optimizer) {

    /** Returns the settings that one would try first. */
    @Initial
    static MlpConfig start() {
        return new MlpConfig(0.01, 0.01, 0.9, 64, 2, 32, RELU, new Optimizer.Sgd());
    }
}
// end::config[]
