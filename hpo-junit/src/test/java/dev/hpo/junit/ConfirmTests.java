// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The leading configurations of a search are run again, as further invocations of its test. */
@Timeout(60)
class ConfirmTests {

    /** The top 8 of 40 complete trials, halved to the last two, and five runs of the winner and of the start. */
    private static final int RUNS = 8 + 4 + 4 + 10;

    private static final List<Long> SEEDS = new ArrayList<>();

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream usual = System.out;
    private Path folder;

    @BeforeEach
    void listen(@TempDir Path temporary) {
        folder = temporary;
        SEEDS.clear();
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(usual);
    }

    private TuningRun run() {
        return new TuningRun(folder).with("hpo.seed", "3");
    }

    @Test
    void leadingConfigurations_areRunAgainAfterTheSearch() {
        EngineExecutionResults results = run().of(NoisyTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(0).skipped(0));
        List<String> names = TuningRun.names(results);
        assertThat(names).hasSize(40 + RUNS);
        assertThat(names.subList(0, 40)).allMatch(name -> name.matches("trial \\d+: x=\\S+"));
        assertThat(names.subList(40, 40 + RUNS))
                .allMatch(name -> name.matches("confirm \\d+: (trial \\d+|start), x=\\S+"))
                .anyMatch(name -> name.endsWith("start, x=0.75"));
        assertThat(names.get(40)).startsWith("confirm 0: trial ");
        assertThat(new HashSet<>(SEEDS)).as("seeds").hasSize(40 + RUNS);
        assertThat(run().runs(NoisyTestCase.class, "tune"))
                .extracting(run -> run.id().toString(), RunRecord::end)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "dev.hpo.junit.ConfirmTests.NoisyTestCase.tune #1",
                                Optional.of(new RunEnd(RunEnd.Kind.FINISHED, "all 40 trials are done"))),
                        org.assertj.core.api.Assertions.tuple(
                                "dev.hpo.junit.ConfirmTests.NoisyTestCase.tune #1 confirm",
                                Optional.of(new RunEnd(RunEnd.Kind.FINISHED, "all 26 runs are done"))));
        System.err.println(console.toString(StandardCharsets.UTF_8));
    }

    static class NoisyTestCase {

        @TuningTest(trials = 40)
        @Minimize("distance")
        @SampleWith(dev.hpo.sampler.RandomSampler.class)
        @Confirm
        void tune(Knob knob, Trial trial) {
            synchronized (SEEDS) {
                SEEDS.add(trial.seed());
            }
            trial.report(knob.noisy(trial));
        }
    }
}
