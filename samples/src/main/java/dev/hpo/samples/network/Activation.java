// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

import org.encog.engine.network.activation.ActivationFunction;
import org.encog.engine.network.activation.ActivationLinear;
import org.encog.engine.network.activation.ActivationReLU;
import org.encog.engine.network.activation.ActivationSigmoid;
import org.encog.engine.network.activation.ActivationTANH;

/** The activation function of the hidden layers. */
public enum Activation {
    /** The identity: the network stays a linear map however deep it is. */
    LINEAR,
    /** The rectifier {@code max(0, x)}. */
    RELU,
    /** The hyperbolic tangent, from -1 to 1. */
    TANH,
    /** The logistic function, from 0 to 1. */
    SIGMOID;

    ActivationFunction function() {
        return switch (this) {
            case LINEAR -> new ActivationLinear();
            case RELU -> new ActivationReLU();
            case TANH -> new ActivationTANH();
            case SIGMOID -> new ActivationSigmoid();
        };
    }
}
