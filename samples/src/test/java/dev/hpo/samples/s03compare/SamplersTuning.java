// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s03compare;

import dev.hpo.junit.Minimize;
import dev.hpo.junit.SampleWith;
import dev.hpo.junit.TuningTest;
import dev.hpo.sampler.CoarseToFineSampler;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.study.Trial;

/** Searches one space in three ways, with 27 trials each. Only the first hyperparameter matters much. */
class SamplersTuning {
    private static final QuickTraining TRAINING = new QuickTraining();

    @TuningTest(trials = 27)
    @Minimize("validation loss")
    @SampleWith(ThreeLevelGrid.class)
    void grid(QuickConfig config, Trial trial) {
        trial.report(TRAINING.loss(config, trial.seed()));
    }

    @TuningTest(trials = 27)
    @Minimize("validation loss")
    @SampleWith(RandomSampler.class)
    void random(QuickConfig config, Trial trial) {
        trial.report(TRAINING.loss(config, trial.seed()));
    }

    @TuningTest(trials = 27)
    @Minimize("validation loss")
    @SampleWith(CoarseToFineSampler.class)
    void coarseToFine(QuickConfig config, Trial trial) {
        trial.report(TRAINING.loss(config, trial.seed()));
    }
}
