// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s09caviar;

import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.PruneWith;
import dev.hpo.junit.SampleWith;
import dev.hpo.junit.TuningTest;
import dev.hpo.pruner.SuccessiveHalvingPruner;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.samples.s02digits.Digits;
import dev.hpo.samples.s02digits.Mlp;
import dev.hpo.samples.s02digits.MlpConfig;
import dev.hpo.study.Trial;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Trains many models at once, compares their learning curves, and lets only the best third of them go on at epochs 1, 3 and 9. */
// tag::tuning[]
class CaviarTuning {
    private static final Digits DIGITS = Digits.load();

    @TuningTest(trials = 100, window = 8)
    @Minimize("validation loss")
    @SampleWith(RandomSampler.class)
    @PruneWith(value = SuccessiveHalvingPruner.class, minSteps = 1, factor = 3)
    @Execution(ExecutionMode.CONCURRENT)
    @ExpectBest(atMost = 0.15)
    void tune(MlpConfig config, Trial trial) {
        Mlp model = Mlp.init(config, trial.seed());
        for (int epoch = 1; epoch <= 15; epoch++) {
            model.fitOneEpoch(DIGITS.train());
            trial.report(epoch, model.loss(DIGITS.validation()));
        }
    }
}
// end::tuning[]
