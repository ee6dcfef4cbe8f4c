// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import dev.hpo.study.TrialMisuseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Studies that begin badly, or fail for the most part. */
class FailedStartTests {

    @RegisterExtension
    final PrintedText console = new PrintedText();

    private Path folder;

    @BeforeEach
    void listen(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void missingReport_isRed_andEndsTheStudy() {
        EngineExecutionResults results = run(SilentTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(1).failed(1));
        assertThat(TuningRun.testFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessageStartingWith("trial 0 must report a value"));
        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessage(
                        "FailedStartTests.SilentTestCase.tune: no trial was completed (1 failed, 0 pruned); the study ended since no"
                                + " trial is complete, and trial 0 has reported nothing\ntrial 0 must report a value before it returns; call"
                                + " trial.report(value)"));
        assertThat(printed()).contains("  ended     no trial is complete, and trial 0 has reported nothing");
    }

    @Test
    void misusedTrial_isRed_andEndsTheStudy() {
        EngineExecutionResults results = run(BackwardsTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(1).failed(1));
        assertThat(TuningRun.testFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(TrialMisuseException.class));
        assertThat(TuningRun.containerFailures(results)).hasSize(1);
    }

    @Test
    void concurrentTrials_leaveItToTheStudyToBeRed() throws IOException {
        EngineExecutionResults results = new TuningRun(folder)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .of(FirstIsSilentTestCase.class);

        assertThat(TuningRun.testFailures(results)).isEmpty();
        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining(
                        "study must not begin with mistakes, but was ended at once, since no trial is complete, and"
                                + " trial 0 has reported nothing"));
        assertThat(new TuningRun(folder).states(FirstIsSilentTestCase.class, "tune"))
                .containsExactly("FAILED", "COMPLETE", "COMPLETE", "COMPLETE");
    }

    @Test
    void fiveFailuresOfOneCause_endTheStudy_andTheFirstIsPrintedAtOnce() {
        EngineExecutionResults results = run(BrokenTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(5).aborted(5));
        assertThat(TuningRun.containerFailures(results))
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure)
                                .hasMessageContaining(
                                        "the study ended since the first 5 trials failed with one cause\ntrial 0: IllegalStateException:"
                                                + " epoch 0, caused by ArithmeticException: / by zero, at dev.hpo.junit.FailedStartTests$BrokenTestCase.mean("));
        List<String> lines = printed();
        assertThat(lines)
                .containsSubsequence(
                        "BrokenTestCase.tune  trial 0 failed: IllegalStateException: epoch 0",
                        "  caused by ArithmeticException: / by zero");
        assertThat(lines).filteredOn(line -> line.contains("  trial ")).hasSize(1);
        assertThat(lines).anyMatch(line -> line.startsWith("  at dev.hpo.junit.FailedStartTests$BrokenTestCase.mean("));
    }

    @Test
    void mostTrialsFailed_isRedOnRequest() {
        assertThat(TuningRun.containerFailures(run(MostlyBrokenTestCase.class))).isEmpty();
        assertThat(printed())
                .anyMatch(line -> line.startsWith("  MORE THAN HALF OF THE TRIALS FAILED: 2 of 3, all with one cause"));
        assertThat(TuningRun.containerFailures(new TuningRun(folder)
                        .with("hpo.fail-if-most-fail", "true")
                        .of(MostlyBrokenTestCase.class)))
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure)
                                .isInstanceOf(TuningFailedError.class)
                                .hasMessageStartingWith(
                                        "FailedStartTests.MostlyBrokenTestCase.tune: at most half of the trials must fail, but 2 of 3, all with one"
                                                + " cause: IllegalStateException: no data, at dev.hpo.junit.FailedStartTests$MostlyBrokenTestCase.tune("));
    }

    @Test
    void attribute_makesMostFailuresRedToo() {
        assertThat(TuningRun.containerFailures(run(StrictlyBrokenTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("at most half of the trials must fail"));
    }

    private EngineExecutionResults run(Class<?> testCase) {
        return new TuningRun(folder).of(testCase);
    }

    private List<String> printed() {
        return console.lines();
    }

    static class SilentTestCase {

        @TuningTest(trials = 9)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            // It reports nothing.
        }
    }

    static class BackwardsTestCase {

        @TuningTest(trials = 9)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(2, 1);
            trial.report(1, 1);
        }
    }

    static class FirstIsSilentTestCase {

        @TuningTest(trials = 9)
        @Execution(ExecutionMode.CONCURRENT)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() > 0) {
                trial.report(1);
            }
        }
    }

    static class BrokenTestCase {

        @TuningTest(trials = 9)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            try {
                trial.report(mean(0));
            } catch (ArithmeticException e) {
                throw new IllegalStateException("epoch " + trial.number(), e);
            }
        }

        private static int mean(int rows) {
            return 1 / rows;
        }
    }

    static class MostlyBrokenTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() != 1) {
                throw new IllegalStateException("no data");
            }
            trial.report(1);
        }
    }

    static class StrictlyBrokenTestCase {

        @TuningTest(trials = 3, failIfMostFail = true)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() != 1) {
                throw new IllegalStateException("no data");
            }
            trial.report(1);
        }
    }
}
