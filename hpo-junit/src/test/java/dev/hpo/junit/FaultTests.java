// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Trials with faults that are hard on whoever runs them. */
class FaultTests {

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    /** JUnit itself gives up everything at such an error. */
    @ParameterizedTest
    @ValueSource(classes = {LargeTestCase.class, LargeBeforeTestCase.class})
    void trialThatRunsOutOfMemory_failsAlone(Class<?> testCase) throws IOException {
        EngineExecutionResults results = run(testCase);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(2).aborted(1).failed(0));
        assertThat(TuningRun.aborts(results)).singleElement().satisfies(abort -> assertThat(abort)
                .hasMessageStartingWith("trial 1 failed: OutOfMemoryError")
                .hasMessageContaining("too many units")
                .hasCauseInstanceOf(OutOfMemoryError.class));
        assertThat(states(testCase)).containsExactly("COMPLETE", "FAILED", "COMPLETE");
    }

    @Test
    void trialThatRunsOutOfMemoryAfterwards_isRedAndEndsNothing() throws IOException {
        EngineExecutionResults results = run(LargeAfterTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(2).aborted(0).failed(1));
        assertThat(TuningRun.testFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessage("out of memory: too many units"));
        assertThat(states(LargeAfterTestCase.class)).containsExactly("COMPLETE", "FAILED", "COMPLETE");
    }

    @Test
    void configurationThatRunsOutOfMemory_isRejectedAndEndsNothing() throws IOException {
        EngineExecutionResults results = run(LargeConfigurationTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.aborted(0).failed(0));
        results.testEvents().assertStatistics(stats -> stats.succeeded(5));
        assertThat(states(LargeConfigurationTestCase.class))
                .contains("FAILED")
                .filteredOn("COMPLETE"::equals)
                .hasSize(5);
    }

    @Test
    void configurationWithAnError_endsTheStudyOnce() {
        EngineExecutionResults results = run(WrongConfigurationTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("Wrong could not be made for trial ")
                .hasMessageContaining("java.lang.AssertionError: not so"));
    }

    /** Its message overflows the stack, of the study and of whoever prints it. */
    @Test
    void exceptionWithoutATextToBeHad_failsTheTrial() throws IOException {
        EngineExecutionResults results = run(EndlessTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(2).aborted(1).failed(0));
        assertThat(TuningRun.aborts(results)).singleElement().satisfies(abort -> assertThat(abort)
                .hasMessage("trial 1 failed: Endless, whose text cannot be had: StackOverflowError")
                .hasNoCause());
        assertThat(states(EndlessTestCase.class)).containsExactly("COMPLETE", "FAILED", "COMPLETE");
    }

    @Test
    void failFast_failsWithAnErrorForWantOfMemoryAndEndsTheStudy() throws IOException {
        EngineExecutionResults results =
                new TuningRun(folder).with("hpo.fail-fast", "true").of(LargeTestCase.class);

        assertThat(TuningRun.testFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessage("out of memory: too many units")
                .hasCauseInstanceOf(OutOfMemoryError.class));
        assertThat(states(LargeTestCase.class)).containsExactly("COMPLETE", "FAILED");
    }

    private EngineExecutionResults run(Class<?> testCase) {
        return new TuningRun(folder).of(testCase);
    }

    private List<String> states(Class<?> testCase) throws IOException {
        return new TuningRun(folder).states(testCase, "tune");
    }

    static class LargeTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() == 1) {
                throw new OutOfMemoryError("too many units");
            }
            trial.report(1);
        }
    }

    static class LargeBeforeTestCase {

        @BeforeEach
        void allocate(Trial trial) {
            if (trial.number() == 1) {
                throw new OutOfMemoryError("too many units");
            }
        }

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(1);
        }
    }

    @SearchSpace
    record Large(@Uniform(min = 0, max = 10) double x) {
        Large {
            if (x > 5) {
                throw new OutOfMemoryError("too many units");
            }
        }
    }

    static class LargeConfigurationTestCase {

        @TuningTest(trials = 5)
        @Minimize("loss")
        @SampleWith(RandomSampler.class)
        void tune(Large large, Trial trial) {
            trial.report(large.x());
        }
    }

    @SearchSpace
    record Wrong(@Uniform(min = 0, max = 10) double x) {
        Wrong {
            if (x > 5) {
                throw new AssertionError("not so");
            }
        }
    }

    static class WrongConfigurationTestCase {

        @TuningTest(trials = 50)
        @Minimize("loss")
        @SampleWith(RandomSampler.class)
        void tune(Wrong wrong, Trial trial) {
            trial.report(wrong.x());
        }
    }

    static class LargeAfterTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(1);
        }

        @AfterEach
        void check(Trial trial) {
            if (trial.number() == 1) {
                throw new OutOfMemoryError("too many units");
            }
        }
    }

    static class EndlessTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() == 1) {
                throw new Endless();
            }
            trial.report(1);
        }
    }

    static final class Endless extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("InfiniteRecursion")
        public String getMessage() {
            return "caused by " + getMessage();
        }
    }
}
