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

        results.testEvents().assertStatistics(events -> events.succeeded(15).finished(15));
        assertThat(TuningRun.names(results))
                .contains("trial 0: member 0, generation 1, rate=0.1, width=2")
                .anySatisfy(name -> assertThat(name).startsWith("trial 11: member 3, generation 3, rate="))
                .anySatisfy(name -> assertThat(name).startsWith("replay 0: steps 1-2, rate="))
                .anySatisfy(name -> assertThat(name).startsWith("replay 2: steps 5-6, rate="));
        assertThat(run.states(PopulationTestCase.class, "raise")).hasSize(12).containsOnly("COMPLETE");
    }

    @Test
    void panda_keepsItsDiary() throws IOException {
        TuningRun run = new TuningRun(folder);
        EngineExecutionResults results = run.of(PandaTestCase.class);
        results.testEvents().assertStatistics(events -> events.succeeded(18).finished(18));
        assertThat(TuningRun.names(results))
                .contains("trial 0: child 1, day 1, rate=0.1, width=2", "trial 1: child 1, day 2, unchanged, rate=0.1, width=2")
                .anySatisfy(name -> assertThat(name).startsWith("trial 2: child 1, day 2, nudged, rate=0.08"));
        Path files = run.folder(PandaTestCase.class, "raise");
        System.out.println(java.nio.file.Files.readString(files.resolve("diary.txt")));
        System.out.println(java.nio.file.Files.readString(files.resolve("schedule.properties")));
        System.out.println(java.nio.file.Files.readString(files.resolve("best.properties")));
        System.out.println(java.nio.file.Files.readString(files.resolve("summary.md")));
    }

    static class PandaTestCase {

        @PopulationTest(members = 1, generations = 4, segment = 5, children = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
        }
    }

    static class PopulationTestCase {

        @PopulationTest(members = 4, generations = 3, segment = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            rate.train(trial);
        }
    }
}
