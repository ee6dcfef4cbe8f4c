package com.example;

import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;

class DescentTuning {

    /** Walks down a parabola, whose lowest point is at x = 3, in 20 steps. */
    @TuningTest(trials = 30)
    @Minimize("height")
    void descend(DescentConfig config, Trial trial) {
        double x = -10;
        double velocity = 0;
        for (int step = 1; step <= 20; step++) {
            double slope = 2 * (x - 3);
            velocity = config.momentum() * velocity - config.learningRate() * slope;
            x += velocity;
            trial.report(step, (x - 3) * (x - 3)); // a hopeless trial stops here
        }
    }
}
