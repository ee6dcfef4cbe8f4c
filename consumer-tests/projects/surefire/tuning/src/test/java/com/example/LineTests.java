package com.example;

import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LineTests {

    @TuningTest(trials = 3)
    @Minimize("distance")
    void tune(LineConfig config, Trial trial) {
        trial.report(Math.abs(config.slope() - 0.5));
    }

    @Test
    void passes() {}

    @Nested
    class Steep {

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(LineConfig config, Trial trial) {
            trial.report(Math.abs(config.slope() - 1));
        }
    }
}
