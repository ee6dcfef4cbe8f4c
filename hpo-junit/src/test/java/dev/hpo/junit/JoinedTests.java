// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Several launches of one test that share a run. */
@Timeout(120)
class JoinedTests {

    /** Both launches are in it at once. */
    private static CyclicBarrier together = new CyclicBarrier(2);

    private static final Queue<Integer> RUN = new ConcurrentLinkedQueue<>();

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        together = new CyclicBarrier(2);
        RUN.clear();
    }

    @Test
    void launchesThatShareARun_runEachTrialOnce() throws Exception {
        List<EngineExecutionResults> results = twice(SharedTestCase.class, "false");

        TuningRun run = joining();
        assertThat(run.runs(SharedTestCase.class, "tune"))
                .singleElement()
                .satisfies(only -> assertThat(only.isFinished()).isTrue());
        assertThat(run.states(SharedTestCase.class, "tune")).isEqualTo(Collections.nCopies(12, "COMPLETE"));
        assertThat(RUN).hasSize(12).doesNotHaveDuplicates();
        assertThat(results)
                .allSatisfy(
                        result -> assertThat(result.allEvents().failed().list()).isEmpty());
        assertThat(results.stream()
                        .mapToLong(result -> result.testEvents().succeeded().count())
                        .sum())
                .isEqualTo(12);
        assertThat(Files.readString(run.folder(SharedTestCase.class, "tune").resolve("summary.txt")))
                .contains("12 complete")
                .contains("by several processes, so that it does not repeat");
    }

    @Test
    void concurrentTrials_areSharedToo() throws Exception {
        twice(AtOnceTestCase.class, "true");

        assertThat(joining().states(AtOnceTestCase.class, "tune")).isEqualTo(Collections.nCopies(12, "COMPLETE"));
        assertThat(RUN).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void oneLaunch_hasItsRunAlone() throws IOException {
        joining().of(AloneTestCase.class);
        joining().of(AloneTestCase.class);
        new TuningRun(folder).of(AloneTestCase.class);

        assertThat(joining().runs(AloneTestCase.class, "tune"))
                .extracting(run -> run.header().basis().course().get("mode"))
                .containsExactly("JOINED", "JOINED", "SEQUENTIAL");
        assertThat(joining().states(AloneTestCase.class, "tune")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"hpo.ordered, true", "hpo.window, 3", "hpo.storage, memory", "hpo.resume, never"})
    void whatARunThatIsSharedCannotBe_isAnError(String key, String value) {
        EngineExecutionResults results = joining().with(key, value).of(AloneTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(error -> assertThat(error)
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessageContaining(key + " (" + value + ") must not be given with hpo.join"));
    }

    private TuningRun joining() {
        return new TuningRun(folder).with("hpo.join", "true");
    }

    private List<EngineExecutionResults> twice(Class<?> testCase, String isParallel) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<EngineExecutionResults>> futures = new ArrayList<>();
            for (int launch = 0; launch < 2; launch++) {
                futures.add(pool.submit(() -> joining()
                        .with("junit.jupiter.execution.parallel.enabled", isParallel)
                        .of(testCase)));
            }
            List<EngineExecutionResults> results = new ArrayList<>();
            for (Future<EngineExecutionResults> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Waits, in the first trials, until another one runs too: in one launch each. */
    private static void run(Trial trial, int last) throws Exception {
        RUN.add(trial.number());
        if (trial.number() <= last) {
            together.await(30, TimeUnit.SECONDS);
        }
        trial.report(trial.number());
    }

    @SearchSpace
    record Point(@Uniform(min = -1, max = 1) double x) {}

    static class SharedTestCase {

        @TuningTest(trials = 12)
        @Minimize("loss")
        void tune(Point point, Trial trial) throws Exception {
            run(trial, 1);
        }
    }

    static class AtOnceTestCase {

        @TuningTest(trials = 12)
        @Minimize("loss")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) throws Exception {
            run(trial, 1);
        }
    }

    static class AloneTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(point.x());
        }
    }
}
