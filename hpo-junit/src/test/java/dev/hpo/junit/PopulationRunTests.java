// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A test that raises a population, or a panda, from its first trial to its files. */
class PopulationRunTests {

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void members_liveThroughTheirGenerations() throws IOException {
        TuningRun run = new TuningRun(folder);

        EngineExecutionResults results = run.of(PopulationTestCase.class);

        results.testEvents().assertStatistics(events -> events.succeeded(12).finished(12));
        assertThat(run.states(PopulationTestCase.class, "raise")).hasSize(12).containsOnly("COMPLETE");
    }

    static class PopulationTestCase {

        @PopulationTest(members = 4, generations = 3, segment = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
        }
    }
}
