// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hpo.sampler.Samplers;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What becomes of a study when JUnit 6 cancels its run: it ends, and asks for no trial that nobody would run. */
class CancelledTests {

    private static Object token = new Object();

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) throws ReflectiveOperationException {
        assumeTrue(new Version().isAtLeast(6, 0), "JUnit before 6 cannot be cancelled");
        folder = temporary;
        token = Class.forName("org.junit.platform.engine.CancellationToken")
                .getMethod("create")
                .invoke(null);
    }

    /**
     * How many trials may run. Of two threads one may be held up before it cancels, in trial 4: meanwhile the other one runs the trials up
     * to 7, which do not need the result of trial 4, and as many invocations as can run, plus one, have begun and wait for it.
     */
    static Stream<Arguments> testCases() {
        return Stream.of(Arguments.of(OneByOneTestCase.class, 5), Arguments.of(AtOnceTestCase.class, 8 + 2));
    }

    @ParameterizedTest
    @MethodSource("testCases")
    void cancelledStudy_ends(Class<?> testCase, int most) throws IOException {
        TuningRun run = parallel(folder).cancelledBy(token);
        EngineExecutionResults results = run.of(testCase);

        results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(0));
        assertThat(results.testEvents().succeeded().count()).isBetween(5L, (long) most);
        assertThat(results.testEvents().skipped().count()).isBetween(1L, 4L);
        assertThat(run.states(testCase, "tune")).hasSizeBetween(5, most + 1).contains("COMPLETE");
        assertThat(run.states(testCase, "tune")).isSubsetOf("COMPLETE", "RUNNING");
        assertThat(run.runs(testCase, "tune"))
                .extracting(RunRecord::end)
                .containsExactly(Optional.of(new RunEnd(RunEnd.Kind.INTERRUPTED, "JUnit cancelled the run")));
        assertThat(Files.readString(run.folder(testCase, "tune").resolve("study.json")))
                .contains("\"endReason\": \"JUnit cancelled the run\"");
    }

    /** With which sampler, and where to cancel: of two threads early enough, as up to five trials more may run. */
    static Stream<Arguments> cuts() {
        Stream<Arguments> ends = Stream.of(
                Arguments.of(ShortTestCase.class, "auto", 0),
                Arguments.of(ShortTestCase.class, "auto", 10),
                Arguments.of(ShortAtOnceTestCase.class, "auto", 0));
        return Stream.concat(ends, Samplers.names().stream().flatMap(sampler -> Stream.of(
                        ShortTestCase.class, ShortAtOnceTestCase.class)
                .map(testCase -> Arguments.of(testCase, sampler, 4))));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void cancelledStudy_becomesWhatItWouldHaveBeen_onceItGoesOn(Class<?> testCase, String sampler, int trial)
            throws IOException {
        TuningRun whole = parallel(folder.resolve("whole")).with("hpo.sampler", sampler);
        whole.of(testCase);
        TuningRun cut = parallel(folder.resolve("cut")).with("hpo.sampler", sampler);
        System.setProperty(ShortTestCase.class.getName(), String.valueOf(trial));
        try {
            parallel(folder.resolve("cut"))
                    .with("hpo.sampler", sampler)
                    .cancelledBy(token)
                    .of(testCase);
        } finally {
            System.clearProperty(ShortTestCase.class.getName());
        }
        assertThat(cut.states(testCase, "tune")).hasSizeBetween(trial + 1, 12);

        cut.of(testCase);

        assertThat(cut.csvWithoutTimes(testCase, "tune")).isEqualTo(whole.csvWithoutTimes(testCase, "tune"));
        assertThat(cut.runs(testCase, "tune"))
                .extracting(RunRecord::end)
                .containsExactly(Optional.of(new RunEnd(RunEnd.Kind.FINISHED, "all 12 trials are done")));
    }

    private static TuningRun parallel(Path folder) {
        return new TuningRun(folder)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
    }

    private static void cancelIfSet(Point point, Trial trial) throws ReflectiveOperationException {
        trial.report(Math.abs(point.x() - 3));
        if (trial.number() == Integer.getInteger(ShortTestCase.class.getName(), -1)) {
            cancel();
        }
    }

    private static void cancel() throws ReflectiveOperationException {
        Class.forName("org.junit.platform.engine.CancellationToken")
                .getMethod("cancel")
                .invoke(token);
    }

    private static void cancelAtTheFifth(Point point, Trial trial) throws ReflectiveOperationException {
        trial.report(point.x());
        if (trial.number() == 4) {
            cancel();
        }
    }

    static class OneByOneTestCase {

        @TuningTest(trials = 400)
        @Minimize("distance")
        @ExpectBest(atMost = -1) // a study that was cancelled is not held to it
        void tune(Point point, Trial trial) throws ReflectiveOperationException {
            cancelAtTheFifth(point, trial);
        }
    }

    static class AtOnceTestCase {

        @TuningTest(trials = 400)
        @Minimize("distance")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) throws ReflectiveOperationException {
            cancelAtTheFifth(point, trial);
        }
    }

    static class ShortTestCase {

        @TuningTest(trials = 12)
        @Minimize("distance")
        void tune(Point point, Trial trial) throws ReflectiveOperationException {
            cancelIfSet(point, trial);
        }
    }

    static class ShortAtOnceTestCase {

        @TuningTest(trials = 12)
        @Minimize("distance")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) throws ReflectiveOperationException {
            cancelIfSet(point, trial);
        }
    }
}
