// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.junit.Minimize;
import dev.hpo.junit.PruneWith;
import dev.hpo.junit.SampleWith;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A study of the guide whose trials can be paused. */
class CheckpointTuning {

    // tag::checkpoint[]
    @TuningTest(trials = 9)
    @Minimize("validation loss")
    @SampleWith(ThirdGoesOn.class)
    @PruneWith(ThirdGoesOn.class)
    void tune(NetworkConfig config, Trial trial) throws IOException {
        Path saved = trial.checkpoint().resolve("network.bin");
        Network network = new Network(config, trial.seed());
        if (Files.exists(saved)) {
            network.load(saved);
        }
        for (int epoch = network.epochs() + 1; epoch <= 30; epoch++) {
            network.fitOneEpoch();
            network.save(saved);
            trial.report(epoch, network.validationLoss());
        }
    }
    // end::checkpoint[]
}
