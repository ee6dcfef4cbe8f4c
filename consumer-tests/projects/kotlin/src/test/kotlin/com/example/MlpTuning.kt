package com.example

import dev.hpo.junit.Minimize
import dev.hpo.junit.TuningTest
import dev.hpo.study.Trial
import kotlin.math.abs
import kotlin.math.log10

// tag::tuning[]
class MlpTuning {
    @TuningTest(trials = 4)
    @Minimize("validation loss")
    fun `loss of a small network`(config: MlpConfig, trial: Trial) {
        for (epoch in 1..5) {
            trial.report(epoch.toLong(), loss(config) + 1.0 / epoch)
        }
    }

    private fun loss(config: MlpConfig) =
        abs(log10(config.learningRate) + 2) + when (val optimizer = config.optimizer) {
            is Optimizer.Adam -> 1 - optimizer.beta1()
            is Optimizer.Sgd -> optimizer.momentum()
        }
}
// end::tuning[]
