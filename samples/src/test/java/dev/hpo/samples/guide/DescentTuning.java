// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.junit.Minimize;
import dev.hpo.junit.PopulationTest;
import dev.hpo.study.Trial;
import java.nio.file.Path;

/** A population and a panda. */
class DescentTuning {

    // tag::population[]
    @PopulationTest(members = 8, generations = 10, segment = 4)
    @Minimize("validation loss")
    void raise(DescentConfig config, Trial trial) {
        train(config, trial);
    }
    // end::population[]

    // tag::panda[]
    @PopulationTest(members = 1, generations = 10, segment = 4, children = 4)
    @Minimize("validation loss")
    void babysit(DescentConfig config, Trial trial) {
        train(config, trial);
    }
    // end::panda[]

    // tag::train[]
    private static void train(DescentConfig config, Trial trial) {
        Path saved = trial.checkpoint().resolve("line.txt");
        Line line = Line.loadOr(saved, trial.seed());
        for (int epoch = line.epochs() + 1; epoch <= trial.until(); epoch++) {
            line.fitOneEpoch(config);
            line.save(saved);
            trial.report(epoch, line.validationLoss());
        }
    }
    // end::train[]
}
