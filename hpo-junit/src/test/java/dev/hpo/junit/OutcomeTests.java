// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What JUnit makes of a trial that does not end well, and what is kept of it. */
class OutcomeTests {

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void prunedTrial_isAbortedWithTheReason() throws IOException {
        EngineExecutionResults results = run(PrunedTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(2).aborted(1).failed(0));
        assertThat(TuningRun.aborts(results)).singleElement().satisfies(abort -> assertThat(abort)
                .hasMessage("trial 1 pruned: it looks hopeless")
                .hasNoCause()
                .extracting(Throwable::getStackTrace)
                .isEqualTo(new StackTraceElement[0]));
        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(states(PrunedTestCase.class)).containsExactly("COMPLETE", "PRUNED", "COMPLETE");
    }

    @Test
    void failedTrial_isAbortedWithItsException() throws IOException {
        EngineExecutionResults results = run(FailedTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(2).aborted(1).failed(0));
        assertThat(TuningRun.aborts(results)).singleElement().satisfies(abort -> assertThat(abort)
                .hasMessageStartingWith("trial 1 failed: ")
                .hasMessageContaining("too large")
                .hasCauseInstanceOf(AssertionError.class));
        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(states(FailedTestCase.class)).containsExactly("COMPLETE", "FAILED", "COMPLETE");
    }

    @ParameterizedTest
    @ValueSource(classes = {NanTestCase.class, InfiniteStepTestCase.class})
    void valueThatIsNoNumber_failsTheTrial(Class<?> testCase) throws IOException {
        EngineExecutionResults results = run(testCase);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(2).aborted(1).failed(0));
        assertThat(TuningRun.aborts(results)).singleElement().satisfies(abort -> assertThat(abort)
                .hasMessageMatching("trial 1 failed: .*(NaN|Infinity).*"));
        assertThat(states(testCase)).containsExactly("COMPLETE", "FAILED", "COMPLETE");
    }

    @Test
    void trialWithoutReport_isAbortedOnceATrialIsComplete() throws IOException {
        EngineExecutionResults results = run(SilentTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(2).aborted(1).failed(0));
        assertThat(TuningRun.aborts(results)).singleElement().satisfies(abort -> assertThat(abort)
                .hasMessage("trial 1 must report a value before it returns; call trial.report(value)"));
        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(states(SilentTestCase.class)).containsExactly("COMPLETE", "FAILED", "COMPLETE");
    }

    @ParameterizedTest
    @ValueSource(classes = {BackwardsTestCase.class, SwallowedBackwardsTestCase.class})
    void misusedTrial_isAbortedOnceATrialIsComplete(Class<?> testCase) throws IOException {
        EngineExecutionResults results = run(testCase);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(2).aborted(1).failed(0));
        assertThat(TuningRun.aborts(results)).singleElement().satisfies(abort -> assertThat(abort)
                .hasMessageContaining("trial 1")
                .hasMessageContaining("step (1)"));
        assertThat(states(testCase)).containsExactly("COMPLETE", "FAILED", "COMPLETE");
    }

    @Test
    void infeasibleTrial_isAborted() throws IOException {
        EngineExecutionResults results = run(InfeasibleTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(2).aborted(1));
        assertThat(TuningRun.aborts(results)).singleElement().satisfies(abort -> assertThat(abort)
                .hasMessage("trial 1 failed: does not fit into memory"));
    }

    @Test
    void assumption_makesTheTrialInfeasible() throws IOException {
        EngineExecutionResults results = run(AssumingTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(2).aborted(1));
        assertThat(csv(AssumingTestCase.class).get(2)).contains("INFEASIBLE").contains("not here");
    }

    @Test
    void interruptLeftBehind_doesNotReachTheNextTrial() throws IOException {
        EngineExecutionResults results = run(InterruptingTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(3));
        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(states(InterruptingTestCase.class)).containsExactly("COMPLETE", "COMPLETE", "COMPLETE");
    }

    @ParameterizedTest
    @ValueSource(classes = {AssumingTestCase.class, AssumingCleanUpTestCase.class, DisabledTestCase.class})
    void failFast_failsTheTemplateWhereTheTestIsOnlyAborted(Class<?> testCase) throws IOException {
        EngineExecutionResults results =
                new TuningRun(folder).with("hpo.fail-fast", "true").of(testCase);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageStartingWith("trial 1 (")
                .hasMessageContaining("not here")
                .hasMessageContaining("failFast"));
        assertThat(states(testCase)).containsExactly("COMPLETE", "FAILED");
    }

    @Test
    void failFast_failsWithTheFirstFailureAndEndsTheStudy() {
        EngineExecutionResults results =
                new TuningRun(folder).with("hpo.fail-fast", "true").of(FailedTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.started(2).succeeded(1).failed(1));
        assertThat(TuningRun.testFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasMessage("too large"));
        assertThat(TuningRun.containerFailures(results))
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure)
                                .isInstanceOf(TuningFailedError.class)
                                .hasMessage(
                                        "OutcomeTests.FailedTestCase.tune: study must run to its end, but was cut short after 2 of 3 trials,"
                                                + " since trial 1 failed; to repeat a trial changes nothing, run the whole test again."));
    }

    @Test
    void failFast_cutsNothingShortWithTheLastTrial() {
        EngineExecutionResults results = new TuningRun(folder)
                .with("hpo.fail-fast", "true")
                .with("hpo.trials", "2")
                .of(FailedTestCase.class);

        assertThat(TuningRun.testFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessage("too large"));
        assertThat(TuningRun.containerFailures(results)).isEmpty();
    }

    @Test
    void failFast_countsNaN() {
        EngineExecutionResults results =
                new TuningRun(folder).with("hpo.fail-fast", "true").of(NanTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.started(2).succeeded(1).failed(1));
    }

    @Test
    void failFast_letsPrunedTrialsBe() {
        EngineExecutionResults results =
                new TuningRun(folder).with("hpo.fail-fast", "true").of(PrunedTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(2).aborted(1).failed(0));
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

    static class PrunedTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(1, 0.5);
            if (trial.number() == 1) {
                trial.prune("it looks hopeless");
            }
        }
    }

    static class FailedTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() == 1) {
                throw new AssertionError("too large");
            }
            trial.report(1);
        }
    }

    static class NanTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(trial.number() == 1 ? Double.NaN : 1);
        }
    }

    static class InfiniteStepTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(1, 2);
            trial.report(2, trial.number() == 1 ? Double.POSITIVE_INFINITY : 1);
        }
    }

    static class SilentTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() != 1) {
                trial.report(1);
            }
        }
    }

    static class BackwardsTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(trial.number() == 1 ? 2 : 0, 1);
            trial.report(1, 1);
        }
    }

    static class SwallowedBackwardsTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            try {
                trial.report(trial.number() == 1 ? 2 : 0, 1);
                trial.report(1, 1);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("step");
            }
        }
    }

    static class InfeasibleTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            if (trial.number() == 1) {
                trial.infeasible("does not fit into memory");
            }
            trial.report(1);
        }
    }

    static class AssumingTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            Assumptions.assumeTrue(trial.number() != 1, "not here");
            trial.report(1);
        }
    }

    static class AssumingCleanUpTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(1);
        }

        @AfterEach
        void cleanUp(Trial trial) {
            Assumptions.assumeTrue(trial.number() != 1, "not here");
        }
    }

    @ExtendWith(NotTheSecond.class)
    static class DisabledTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(1);
        }
    }

    static class NotTheSecond implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getUniqueId().endsWith("#2]")
                    ? ConditionEvaluationResult.disabled("not here")
                    : ConditionEvaluationResult.enabled("here");
        }
    }

    static class InterruptingTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            trial.report(1);
            if (trial.number() == 1) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
