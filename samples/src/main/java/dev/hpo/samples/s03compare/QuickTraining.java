// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s03compare;

import dev.hpo.samples.network.Activation;
import dev.hpo.samples.network.Optimizer;
import dev.hpo.samples.s02digits.Digits;
import dev.hpo.samples.s02digits.Mlp;
import dev.hpo.samples.s02digits.MlpConfig;

/** A training on the digits that takes a few hundredths of a second: one hidden layer, three epochs. */
final class QuickTraining {
    private static final int EPOCHS = 3;

    private final Digits digits = Digits.load();

    /** Returns the cross-entropy on the validation digits in nats; not a number where the training has diverged. */
    double loss(QuickConfig config, long seed) {
        Mlp model = Mlp.init(complete(config), seed);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            model.fitOneEpoch(digits.train());
        }
        return model.loss(digits.validation());
    }

    private static MlpConfig complete(QuickConfig config) {
        return new MlpConfig(
                config.learningRate(),
                config.decay(),
                0.9,
                config.hiddenUnits(),
                1,
                32,
                Activation.RELU,
                new Optimizer.Sgd());
    }
}
