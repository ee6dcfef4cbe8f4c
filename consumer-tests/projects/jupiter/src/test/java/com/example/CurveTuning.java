package com.example;

import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;

/** What a training looks like from outside: a loss that falls towards what the configuration is worth. */
class CurveTuning {

    @TuningTest(trials = 20)
    @Minimize("validation loss")
    void tune(MlpConfig config, Trial trial) {
        double loss = Math.abs(Math.log10(config.learningRate()) + 2)
                + Math.abs(config.hiddenUnits() - 80) / 100.0
                + config.activation().ordinal()
                + (config.optimizer() instanceof Optimizer.Adam adam ? 1 - adam.beta1() : 0.5);
        for (int epoch = 1; epoch <= 5; epoch++) {
            trial.report(epoch, loss + 1.0 / epoch);
        }
    }
}
