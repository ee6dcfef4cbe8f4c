// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s02digits;

import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;

/** Tunes a multi-layer perceptron on handwritten digits: 50 configurations, 15 epochs each unless it is hopeless. */
// tag::tuning[]
class DigitsTuning {
    private static final Digits DIGITS = Digits.load();

    @TuningTest(trials = 50)
    @Minimize("validation loss")
    @ExpectBest(atMost = 0.15) // about what the start configuration reaches
    void tune(MlpConfig config, Trial trial) {
        Mlp model = Mlp.init(config, trial.seed());
        for (int epoch = 1; epoch <= 15; epoch++) {
            model.fitOneEpoch(DIGITS.train());
            trial.report(epoch, model.loss(DIGITS.validation())); // a hopeless trial stops here
        }
    }
}
// end::tuning[]
