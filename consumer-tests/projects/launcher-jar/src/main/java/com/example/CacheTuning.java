package com.example;

import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Maximize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;

/** Tunes where there is no build tool, so it is in the main sources. */
class CacheTuning {

    @TuningTest(trials = 5)
    @Maximize("hit ratio")
    void tune(CacheConfig config, Trial trial) {
        trial.report(Math.min(1, config.capacity / 1024.0));
    }

    @TuningTest(trials = 5)
    @Maximize("hit ratio")
    @ExpectBest(atLeast = 2)
    void tuneBeyondReach(CacheConfig config, Trial trial) {
        tune(config, trial);
    }
}
