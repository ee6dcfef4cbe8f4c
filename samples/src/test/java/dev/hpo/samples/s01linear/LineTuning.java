// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s01linear;

import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.SampleWith;
import dev.hpo.junit.TuningTest;
import dev.hpo.sampler.GridSampler;
import dev.hpo.study.Trial;

/** Tries every activation function on the line y = x + 10, and is red if none of them learns it. */
class LineTuning {
    private static final Line LINE = new Line(1);

    @TuningTest
    @Minimize("test RMSE")
    @SampleWith(GridSampler.class)
    @ExpectBest(atMost = 1e-2)
    void tune(LineConfig config, Trial trial) {
        trial.report(LINE.testError(config.activation(), trial.seed()));
    }
}
