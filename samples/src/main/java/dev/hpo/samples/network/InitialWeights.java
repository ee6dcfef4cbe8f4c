// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

import java.util.Random;
import org.encog.neural.networks.BasicNetwork;

/**
 * Draws the weights that a training starts from: uniform, with variance 2 over the sum of a layer's inputs and outputs;
 * biases are 0.
 *
 * <p>Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS
 * 2010, section 4.2.1.
 */
final class InitialWeights {
    private InitialWeights() {}

    static void draw(BasicNetwork network, Random random) {
        for (int layer = 0; layer < network.getLayerCount() - 1; layer++) {
            drawLayer(network, layer, random);
        }
    }

    private static void drawLayer(BasicNetwork network, int layer, Random random) {
        int inputs = network.getLayerNeuronCount(layer);
        int outputs = network.getLayerNeuronCount(layer + 1);
        double limit = Math.sqrt(6.0 / (inputs + outputs));
        for (int to = 0; to < outputs; to++) {
            for (int from = 0; from < inputs; from++) {
                network.setWeight(layer, from, to, limit * (2 * random.nextDouble() - 1));
            }
            network.setWeight(layer, inputs, to, 0);
        }
    }
}
