// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Trials that run at once, on both of JUnit's executors where there are two. */
@Timeout(60)
class ConcurrentTests {

    private static final AtomicInteger RUNNING = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();

    private Path folder;

    @BeforeEach
    void forget(@TempDir Path temporary) {
        folder = temporary;
        RUNNING.set(0);
        MOST.set(0);
    }

    @ParameterizedTest
    @MethodSource("dev.hpo.junit.Pool#all")
    void allTrials_areRunAndNoneIsLeftOver(Pool pool) throws IOException {
        TuningRun run = pool.apply(new TuningRun(folder));
        EngineExecutionResults results = run.of(BusyTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(0).skipped(0));
        results.testEvents().assertStatistics(stats -> stats.succeeded(24));
        assertThat(run.states(BusyTestCase.class, "tune")).hasSize(24).containsOnly("COMPLETE");
        // A fork-join pool replaces the thread that makes the invocations while it waits; once done it runs some
        // itself.
        assertThat(MOST)
                .hasValueLessThanOrEqualTo(pool.threads() + (pool.executor() == Pool.Executor.FORK_JOIN_POOL ? 1 : 0));
    }

    @ParameterizedTest
    @EnumSource
    void trialsOverlap(Pool.Executor executor) {
        assumeTrue(executor.isAvailable());

        new Pool(executor, 4).apply(new TuningRun(folder)).of(MeetingTestCase.class);

        assertThat(MOST).hasValueGreaterThan(1);
    }

    @Test
    void orderedTrials_areTheSameOnAnyNumberOfThreads() throws IOException {
        List<List<String>> studies = new java.util.ArrayList<>();
        for (Pool pool : Pool.all().toList()) {
            // A sampler that looks at the results, which the default one does not.
            TuningRun run = pool.apply(new TuningRun(folder.resolve(pool.toString())))
                    .with("hpo.seed", "11")
                    .with("hpo.sampler", "coarse-to-fine");
            run.of(BusyTestCase.class);
            studies.add(run.csvWithoutTimes(BusyTestCase.class, "tune"));
        }

        assertThat(studies).hasSizeGreaterThanOrEqualTo(3).allMatch(studies.get(0)::equals);
    }

    @ParameterizedTest
    @MethodSource("dev.hpo.junit.Pool#all")
    void unorderedTrials_areAllRunToo(Pool pool) throws IOException {
        TuningRun run = pool.apply(new TuningRun(folder)).with("hpo.ordered", "false");
        EngineExecutionResults results = run.of(BusyTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(24));
        assertThat(run.states(BusyTestCase.class, "tune")).hasSize(24).containsOnly("COMPLETE");
    }

    @ParameterizedTest
    @MethodSource("dev.hpo.junit.Pool#all")
    void studyThatEndsEarly_leavesFewInvocationsToSkip(Pool pool) {
        EngineExecutionResults results = pool.apply(new TuningRun(folder))
                .with("hpo.patience", "3")
                .with("hpo.trials", "1000")
                .of(ConstantTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(0));
        assertThat(results.testEvents().succeeded().count()).isBetween(4L, 8L);
        assertThat(results.testEvents().skipped().count()).isLessThanOrEqualTo(pool.threads() + 1L);
    }

    @ParameterizedTest
    @MethodSource("dev.hpo.junit.Pool#all")
    void twoTests_doNotWaitForOneAnother(Pool pool) {
        EngineExecutionResults results = pool.apply(new TuningRun(folder)).of(TwoTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(20));
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 4", "1, 1", "2, 1", "2, 2"})
    void poolThatMayNotGrow_doesNotHang(int threads, int window) {
        EngineExecutionResults results = new Pool(Pool.Executor.FORK_JOIN_POOL, threads)
                .apply(new TuningRun(folder))
                .with("junit.jupiter.execution.parallel.config.fixed.max-pool-size", String.valueOf(threads))
                .with("hpo.window", String.valueOf(window))
                .of(TwoTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(20));
    }

    @Test
    void sameThreadMode_keepsTrialsApart() {
        EngineExecutionResults results = new Pool(Pool.Executor.FORK_JOIN_POOL, 4)
                .apply(new TuningRun(folder))
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .of(SequentialTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(24));
        assertThat(MOST).hasValue(1);
        assertThat(TuningRun.names(results)).allMatch(name -> name.startsWith("trial "));
    }

    @Test
    void concurrentTestWithoutParallelExecution_isSequential() {
        EngineExecutionResults results = new TuningRun(folder).of(BusyTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(24));
        assertThat(MOST).hasValue(1);
        assertThat(TuningRun.names(results)).allMatch(name -> name.startsWith("trial "));
    }

    @Test
    void values_arePublishedSinceTheNameCannotShowThem() {
        EngineExecutionResults results = new Pool(Pool.Executor.FORK_JOIN_POOL, 2)
                .apply(new TuningRun(folder))
                .of(BusyTestCase.class);

        assertThat(TuningRun.names(results)).allMatch(name -> name.matches("\\[\\d+]"));
        assertThat(results.testEvents().reportingEntryPublished().list())
                .extracting(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .hasSize(24)
                .allSatisfy(pairs -> assertThat(pairs)
                        .hasEntrySatisfying("trial", value -> assertThat(value).matches("\\d+: x=\\S+, n=\\d"))
                        .hasSize(1))
                .doesNotHaveDuplicates();
    }

    @Test
    void typeThatRejectsEverything_failsTheStudyOnce() {
        EngineExecutionResults results = new Pool(Pool.Executor.FORK_JOIN_POOL, 2)
                .apply(new TuningRun(folder))
                .of(ImpossibleTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("Impossible"));
        results.testEvents().assertStatistics(stats -> stats.started(0));
    }

    @Test
    void studyThatCannotBeOpened_failsOnce() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        EngineExecutionResults results = new Pool(Pool.Executor.FORK_JOIN_POOL, 2)
                .apply(new TuningRun(folder))
                .with("hpo.directory", file.toString())
                .of(BusyTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(TuningFailedError.class)
                .hasMessageContaining("must be a folder that can be written"));
        results.testEvents().assertStatistics(stats -> stats.started(0));
    }

    /** With more studies than threads, each of which makes invocations on a thread that another one needs. */
    @ParameterizedTest
    @MethodSource("dev.hpo.junit.Pool#all")
    void sevenStudiesAtOnceThatRunOutOfTime_leaveFewInvocationsToSkip(Pool pool) {
        EngineExecutionResults results = pool.apply(new TuningRun(folder))
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("hpo.timeout", "2s")
                .with("hpo.trials", "1000")
                .of(SevenTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(0));
        assertThat(results.testEvents().skipped().count()).isLessThanOrEqualTo(7 * (pool.threads() + 1L));
    }

    private static void work() {
        MOST.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
        spin(1_000_000);
        RUNNING.decrementAndGet();
    }

    private static void spin(long nanos) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < nanos) {
            Thread.onSpinWait();
        }
    }

    static class BusyTestCase {

        @TuningTest(trials = 24)
        @Minimize("distance")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) {
            work();
            trial.report(Math.abs(point.x() - 3));
        }
    }

    static class MeetingTestCase {

        @TuningTest(trials = 24)
        @Minimize("distance")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) {
            RUNNING.incrementAndGet();
            long begin = System.nanoTime();
            while (MOST.get() < 2 && System.nanoTime() - begin < 2_000_000_000L) {
                MOST.accumulateAndGet(RUNNING.get(), Math::max);
                Thread.onSpinWait();
            }
            RUNNING.decrementAndGet();
            trial.report(point.x());
        }
    }

    static class ConstantTestCase {

        @TuningTest
        @Minimize("nothing")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) {
            work();
            trial.report(1);
        }
    }

    static class TwoTestCase {

        @TuningTest(trials = 10)
        @Minimize("distance")
        @Execution(ExecutionMode.CONCURRENT)
        void one(Point point, Trial trial) {
            work();
            trial.report(point.x());
        }

        @TuningTest(trials = 10)
        @Minimize("distance")
        @Execution(ExecutionMode.CONCURRENT)
        void other(Point point, Trial trial) {
            work();
            trial.report(point.x());
        }
    }

    static class SequentialTestCase {

        @TuningTest(trials = 24)
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            work();
            trial.report(point.x());
        }
    }

    static class ImpossibleTestCase {

        @TuningTest
        @Minimize("nothing")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(SequentialTests.Impossible impossible, Trial trial) {
            trial.report(1);
        }
    }

    static class SevenTestCase {

        @TuningTest
        @Minimize("nothing")
        @Execution(ExecutionMode.CONCURRENT)
        void a(Point point, Trial trial) {
            spin(50_000_000);
            trial.report(point.x());
        }

        @TuningTest
        @Minimize("nothing")
        @Execution(ExecutionMode.CONCURRENT)
        void b(Point point, Trial trial) {
            a(point, trial);
        }

        @TuningTest
        @Minimize("nothing")
        @Execution(ExecutionMode.CONCURRENT)
        void c(Point point, Trial trial) {
            a(point, trial);
        }

        @TuningTest
        @Minimize("nothing")
        @Execution(ExecutionMode.CONCURRENT)
        void d(Point point, Trial trial) {
            a(point, trial);
        }

        @TuningTest
        @Minimize("nothing")
        @Execution(ExecutionMode.CONCURRENT)
        void e(Point point, Trial trial) {
            a(point, trial);
        }

        @TuningTest
        @Minimize("nothing")
        @Execution(ExecutionMode.CONCURRENT)
        void f(Point point, Trial trial) {
            a(point, trial);
        }

        @TuningTest
        @Minimize("nothing")
        @Execution(ExecutionMode.CONCURRENT)
        void g(Point point, Trial trial) {
            a(point, trial);
        }
    }
}
