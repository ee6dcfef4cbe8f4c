// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

// tag::imports[]
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;

// end::imports[]

/** The first study of the guide. */
// tag::class[]
class FirstTuning {

    @TuningTest(trials = 20)
    @Minimize("validation loss")
    void tune(NetworkConfig config, Trial trial) {
        Network network = new Network(config, trial.seed());
        for (int epoch = 1; epoch <= 30; epoch++) {
            network.fitOneEpoch();
            trial.report(epoch, network.validationLoss()); // a hopeless trial stops here
        }
    }
}
// end::class[]
