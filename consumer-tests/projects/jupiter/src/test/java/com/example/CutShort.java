package com.example;

import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A trial fails once, and never again: what Surefire takes for a flake. */
class CutShort {

    private static final Path MARK = Path.of("target", "has-failed");

    @TuningTest(trials = 6, failFast = true)
    @Minimize("validation loss")
    void tune(MlpConfig config, Trial trial) throws IOException {
        failOnce(trial);
        trial.report(config.learningRate());
    }

    @TuningTest(trials = 6, failFast = true)
    @Minimize("validation loss")
    @ExpectBest(atMost = -1)
    void tuneBehindAGate(MlpConfig config, Trial trial) throws IOException {
        failOnce(trial);
        trial.report(config.learningRate());
    }

    private static void failOnce(Trial trial) throws IOException {
        if (trial.number() == 1 && !Files.exists(MARK)) {
            Files.createFile(MARK);
            throw new AssertionError("only once");
        }
    }
}
