package com.example.app;

import com.example.config.CacheConfig;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import java.io.IOException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class AppTests {

    @TuningTest(trials = 3)
    @Minimize("misses")
    void tune(CacheConfig config, Trial trial) {
        trial.report(1.0 / config.segments());
    }

    @Test
    void resourceIsRead() throws IOException {
        Assertions.assertEquals(new CacheConfig(7), App.configuration());
    }
}
