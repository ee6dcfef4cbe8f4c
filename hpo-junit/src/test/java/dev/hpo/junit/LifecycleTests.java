// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What becomes of a trial that fails outside its body. */
class LifecycleTests {

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @ParameterizedTest
    @ValueSource(classes = {TimeoutTestCase.class, OtherThreadTimeoutTestCase.class})
    void timeout_failsTheTrial(Class<?> testCase) throws IOException {
        EngineExecutionResults results = run(testCase);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(2).aborted(1).failed(0));
        assertThat(csv(testCase).get(2)).contains("TIMEOUT");
    }

    @Test
    void failingSetUp_failsTheTrial() throws IOException {
        EngineExecutionResults results = run(SetUpTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(2).aborted(1).failed(0));
        assertThat(states(SetUpTestCase.class)).containsExactly("COMPLETE", "FAILED", "COMPLETE");
    }

    @Test
    void failingCleanUp_isRed() throws IOException {
        EngineExecutionResults results = run(CleanUpTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(2).aborted(0).failed(1));
        assertThat(states(CleanUpTestCase.class)).containsExactly("COMPLETE", "FAILED", "COMPLETE");
    }

    @Test
    void failingConstructor_isRed() throws IOException {
        EngineExecutionResults results = run(ConstructedTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(2).failed(1));
        assertThat(states(ConstructedTestCase.class)).containsExactly("COMPLETE", "FAILED", "COMPLETE");
    }

    private EngineExecutionResults run(Class<?> testCase) {
        return new TuningRun(folder).of(testCase);
    }

    private List<String> states(Class<?> testCase) throws IOException {
        return new TuningRun(folder).states(testCase, "tune");
    }

    private List<String> csv(Class<?> testCase) throws IOException {
        return new TuningRun(folder).csv(testCase, "tune");
    }

    static class TimeoutTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        @Timeout(value = 2, unit = TimeUnit.SECONDS)
        void tune(Point point, Trial trial) throws InterruptedException {
            if (trial.number() == 1) {
                new java.util.concurrent.CountDownLatch(1).await();
            }
            trial.report(1);
        }
    }

    static class OtherThreadTimeoutTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        @Timeout(value = 2, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void tune(Point point, Trial trial) throws InterruptedException {
            if (trial.number() == 1) {
                new java.util.concurrent.CountDownLatch(1).await();
            }
            trial.report(1);
        }
    }

    static class SetUpTestCase {

        @BeforeEach
        void setUp(Trial trial) {
            if (trial.number() == 1) {
                throw new IllegalStateException("no set-up");
            }
        }

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(1);
        }
    }

    static class CleanUpTestCase {

        @AfterEach
        void cleanUp(Trial trial) {
            if (trial.number() == 1) {
                throw new IllegalStateException("no clean-up");
            }
        }

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(1);
        }
    }

    static class ConstructedTestCase {

        ConstructedTestCase(Trial trial) {
            if (trial.number() == 1) {
                throw new IllegalStateException("no instance");
            }
        }

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(1);
        }
    }
}
