// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What a study must come to. */
class GateTests {

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void gateThatHolds_letsTheTemplatePass() {
        assertThat(TuningRun.containerFailures(run(KeptGateTestCase.class))).isEmpty();
    }

    @Test
    void gateThatBreaks_failsTheTemplate() {
        EngineExecutionResults results = run(BrokenGateTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(6).failed(0));
        assertThat(TuningRun.containerFailures(results))
                .hasSize(2)
                .allMatch(AssertionError.class::isInstance)
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        "GateTests.BrokenGateTestCase.low: best score (2.0, trial 2) must be at least 2.5;"
                                + " look into the trials, or change @ExpectBest.",
                        "GateTests.BrokenGateTestCase.high: best loss (0.0, trial 0) must be at most -1.0;"
                                + " look into the trials, or change @ExpectBest.");
    }

    @Test
    void gateThatCannotWork_isAMistake() {
        EngineExecutionResults results = run(StrangeGateTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.started(0));
        assertThat(TuningRun.containerFailures(results))
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder(
                        "@ExpectBest of GateTests.StrangeGateTestCase.open must have a bound;"
                                + " give atMost for a loss, atLeast for a score.",
                        "@ExpectBest atLeast (2.0) must not be above atMost (1.0), and both must be numbers;"
                                + " change it at GateTests.StrangeGateTestCase.crossed.",
                        "@ExpectBest atLeast (-Infinity) must not be above atMost (NaN), and both must be numbers;"
                                + " change it at GateTests.StrangeGateTestCase.nan.",
                        "@ExpectBest of GateTests.StrangeGateTestCase.wrongWayDown must have atMost beside @Minimize;"
                                + " with the other bound alone it passes however bad the best value is.",
                        "@ExpectBest of GateTests.StrangeGateTestCase.wrongWayUp must have atLeast beside @Maximize;"
                                + " with the other bound alone it passes however bad the best value is.");
    }

    @Test
    void nothingCompleted_failsTheTemplate() {
        EngineExecutionResults results = run(HopelessTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.aborted(3).failed(0));
        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("HopelessTestCase.tune: no trial was completed (3 failed, 0 pruned)")
                .hasMessageContaining("trial 0: ")
                .hasMessageContaining("nothing works"));
    }

    @Test
    void firstFailure_namesItsTrialOnce() {
        assertThat(TuningRun.containerFailures(run(SilentTestCase.class)))
                .singleElement()
                .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
                .contains("\ntrial 0 must report a value");
    }

    @Test
    void staleBestProperties_areRemovedWhenNothingCompleted() throws IOException {
        Path best = new TuningRun(folder).folder(HopelessTestCase.class, "tune").resolve("best.properties");
        Files.createDirectories(best.getParent());
        Files.writeString(best, "x = 1");

        run(HopelessTestCase.class);

        assertThat(best).doesNotExist();
    }

    private EngineExecutionResults run(Class<?> testCase) {
        return new TuningRun(folder).of(testCase);
    }

    static class KeptGateTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        @ExpectBest(atMost = 0, atLeast = 0)
        void tune(Point point, Trial trial) {
            trial.report(trial.number());
        }
    }

    static class BrokenGateTestCase {

        @TuningTest(trials = 3)
        @Maximize("score")
        @ExpectBest(atLeast = 2.5)
        void low(Point point, Trial trial) {
            trial.report(trial.number());
        }

        @TuningTest(trials = 3)
        @Minimize("loss")
        @ExpectBest(atMost = -1)
        void high(Point point, Trial trial) {
            trial.report(trial.number());
        }
    }

    static class HopelessTestCase {

        @TuningTest(trials = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            throw new IllegalStateException("nothing works");
        }
    }

    static class SilentTestCase {

        @TuningTest(trials = 2)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            // It reports nothing.
        }
    }

    /** Composed, since the compiler would complain of a gate that cannot work. */
    @ExpectBest
    @Retention(RetentionPolicy.RUNTIME)
    @interface Open {}

    @ExpectBest(atLeast = 0.5)
    @Retention(RetentionPolicy.RUNTIME)
    @interface OnlyAtLeast {}

    @ExpectBest(atMost = 0.5)
    @Retention(RetentionPolicy.RUNTIME)
    @interface OnlyAtMost {}

    static class StrangeGateTestCase {

        @TuningTest
        @Minimize("loss")
        @Open
        void open(Point point, Trial trial) {
            trial.report(1);
        }

        @TuningTest
        @Minimize("loss")
        @ExpectBest(atMost = 1, atLeast = 2)
        void crossed(Point point, Trial trial) {
            trial.report(1);
        }

        @TuningTest
        @Minimize("loss")
        @ExpectBest(atMost = Double.NaN)
        void nan(Point point, Trial trial) {
            trial.report(1);
        }

        @TuningTest
        @Minimize("loss")
        @OnlyAtLeast
        void wrongWayDown(Point point, Trial trial) {
            trial.report(1);
        }

        @TuningTest
        @Maximize("score")
        @OnlyAtMost
        void wrongWayUp(Point point, Trial trial) {
            trial.report(1);
        }
    }
}
