package com.example

import dev.hpo.junit.Minimize
import dev.hpo.junit.TuningTest
import dev.hpo.study.Trial

class PoolTuning {
    @TuningTest(trials = 3)
    @Minimize("latency")
    fun classWithVar(config: PoolConfig, trial: Trial) {
        trial.report(config.threads * config.backoff)
    }

    @TuningTest(trials = 3)
    @Minimize("misses")
    fun `record's segments`(config: CacheConfig, trial: Trial) {
        trial.report(1.0 / config.segments)
    }
}
