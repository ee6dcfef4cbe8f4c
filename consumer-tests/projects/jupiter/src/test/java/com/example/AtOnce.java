package com.example;

import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Trials that run at once, as far as JUnit is configured to. */
class AtOnce {

    @TuningTest(trials = 24, seed = 7, window = 4)
    @Minimize("validation loss")
    @Execution(ExecutionMode.CONCURRENT)
    void tune(MlpConfig config, Trial trial) {
        for (int epoch = 1; epoch <= 5; epoch++) {
            trial.report(epoch, Math.abs(Math.log10(config.learningRate()) + 2) + 1.0 / epoch);
        }
    }
}
