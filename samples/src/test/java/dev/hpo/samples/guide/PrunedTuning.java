// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

// tag::imports[]
import dev.hpo.junit.Minimize;
import dev.hpo.junit.PruneWith;
import dev.hpo.junit.TuningTest;
import dev.hpo.pruner.MedianPruner;
import dev.hpo.study.Trial;
// end::imports[]

/** A study of the guide with a pruner that has options. */
// tag::class[]
class PrunedTuning {

    @TuningTest(trials = 20)
    @Minimize("validation loss")
    @PruneWith(value = MedianPruner.class, warmup = 5)
    void tune(NetworkConfig config, Trial trial) {
        Network network = new Network(config, trial.seed());
        for (int epoch = 1; epoch <= 30; epoch++) {
            network.fitOneEpoch();
            trial.report(epoch, network.validationLoss());
        }
    }
}
// end::class[]
