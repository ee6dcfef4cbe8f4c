// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s02digits;

import dev.hpo.samples.network.Example;
import dev.hpo.samples.network.Network;
import dev.hpo.samples.network.Output;
import dev.hpo.samples.network.Shape;
import java.util.List;

/** A multi-layer perceptron that tells digits apart. */
public final class Mlp {
    private final MlpConfig config;
    private final Network network;
    private int epochs;

    private Mlp(MlpConfig config, Network network) {
        this.config = config;
        this.network = network;
    }

    /** Returns an untrained perceptron; weights and shuffling depend on {@code seed} alone. */
    public static Mlp init(MlpConfig config, long seed) {
        Shape shape = new Shape(
                Digits.PIXELS, config.hiddenLayers(), config.hiddenUnits(), Digits.CLASSES, config.activation());
        Network network = Network.create(shape, Output.SOFTMAX, seed).learnBy(config.optimizer(), config.momentum());
        return new Mlp(config, network);
    }

    /** Learns every digit once, at the learning rate of this epoch. */
    public void fitOneEpoch(List<Example> digits) {
        double learningRate = config.learningRate() / (1 + config.decay() * epochs);
        network.fit(digits, config.batchSize(), learningRate);
        epochs++;
    }

    /** Returns the mean cross-entropy in nats; not a number where the training has diverged. */
    public double loss(List<Example> digits) {
        return network.crossEntropy(digits);
    }

    /** Returns the share of digits that are read right, from 0 to 1. */
    public double accuracy(List<Example> digits) {
        return network.accuracy(digits);
    }
}
