package com.example;

import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import org.junit.runner.RunWith;

@RunWith(org.junit.platform.runner.JUnitPlatform.class)
public class WorkerTuning {

    @TuningTest(trials = 3)
    @Minimize("distance")
    void tune(LineConfig config, Trial trial) {
        trial.report(Math.abs(config.slope() - 0.5));
    }
}
