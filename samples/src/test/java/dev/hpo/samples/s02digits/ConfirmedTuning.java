// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s02digits;

import dev.hpo.junit.Confirm;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;

/** Tunes the network for a shorter time, and runs the best configurations again with other seeds: the best of many is the luckiest, too. */
class ConfirmedTuning {
    private static final Digits DIGITS = Digits.load();

    // tag::tuning[]
    @TuningTest(trials = 20)
    @Minimize("validation loss")
    @Confirm
    void tune(MlpConfig config, Trial trial) {
        Mlp model = Mlp.init(config, trial.seed());
        for (int epoch = 1; epoch <= 8; epoch++) {
            model.fitOneEpoch(DIGITS.train());
            trial.report(epoch, model.loss(DIGITS.validation()));
        }
    }
    // end::tuning[]
}
