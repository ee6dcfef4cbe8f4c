// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

// tag::imports[]
import dev.hpo.junit.Accepted;
import dev.hpo.junit.Confirm;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;

// end::imports[]

/** A study whose result the program takes over. */
// tag::class[]
class AcceptedTuning {

    @TuningTest(trials = 40)
    @Minimize("validation loss")
    @Confirm
    @Accepted("src/test/resources/dev/hpo/samples/guide/accepted.properties")
    void tune(NetworkConfig config, Trial trial) {
        Network network = new Network(config, trial.seed());
        for (int epoch = 1; epoch <= 30; epoch++) {
            network.fitOneEpoch();
            trial.report(epoch, network.validationLoss());
        }
    }
}
// end::class[]
