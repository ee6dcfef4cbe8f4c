package com.example;

import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;

/** Expects more than can be reached. */
class Gate {

    @TuningTest(trials = 3)
    @Minimize("validation loss")
    @ExpectBest(atMost = 0.5)
    void tune(MlpConfig config, Trial trial) {
        trial.report(1 + config.learningRate());
    }
}
