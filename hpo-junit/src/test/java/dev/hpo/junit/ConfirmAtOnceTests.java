// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.RandomSampler;
import dev.hpo.space.Space;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Confirmations of searches whose trials run at once, or in several processes. */
@Timeout(120)
class ConfirmAtOnceTests {

    /** The top 4 of 20 complete trials, halved once, and five runs of the winner and of the start. */
    private static final int RUNS = 4 + 4 + 10;

    /** The top 8 of 40 or more, halved twice, and as many. */
    private static final int MOST = 8 + 4 + 4 + 10;

    private static final AtomicInteger SEARCHING = new AtomicInteger();
    private static final Set<String> INTERRUPTED = ConcurrentHashMap.newKeySet();
    private static final List<String> EARLY = Collections.synchronizedList(new ArrayList<>());

    private static CyclicBarrier together = new CyclicBarrier(2);

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        SEARCHING.set(0);
        EARLY.clear();
        INTERRUPTED.clear();
        together = new CyclicBarrier(2);
    }

    private TuningRun run(Path at) {
        return new TuningRun(at).with("hpo.seed", "3");
    }

    @ParameterizedTest
    @MethodSource("dev.hpo.junit.Pool#all")
    void noRunBeginsBeforeTheSearchHasEnded_andAllOfThemDo(Pool pool) {
        for (String ordered : List.of("true", "false")) {
            TuningRun run = pool.apply(run(folder.resolve(ordered))).with("hpo.ordered", ordered);
            EngineExecutionResults results = run.of(BusyTestCase.class);

            results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(0));
            // On a machine that is slow to begin, more are made than are needed.
            assertThat(results.testEvents().skipped().list())
                    .extracting(event -> event.getRequiredPayload(String.class))
                    .allMatch(reason -> reason.matches("all \\d+ (runs|trials) are done"));
            results.testEvents().assertStatistics(stats -> stats.succeeded(20 + RUNS));
            assertThat(EARLY).isEmpty();
            assertThat(confirmed(run, BusyTestCase.class)).hasSize(RUNS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void invocationsThatBeginTogether_allGetARun(int threads) {
        for (int time = 0; time < 4; time++) {
            TuningRun run =
                    new Pool(Pool.Executor.FORK_JOIN_POOL, threads).apply(run(folder.resolve(threads + "-" + time)));
            EngineExecutionResults results = run.of(TogetherTestCase.class);

            results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(0));
            // On a machine that is slow to begin, more are made than are needed.
            assertThat(results.testEvents().skipped().list())
                    .extracting(event -> event.getRequiredPayload(String.class))
                    .allMatch("all 26 runs are done"::equals);
            results.testEvents().assertStatistics(stats -> stats.succeeded(40 + MOST));
        }
    }

    @Test
    void runs_areNamedByAReportEntry() {
        EngineExecutionResults results =
                new Pool(Pool.Executor.FORK_JOIN_POOL, 2).apply(run(folder)).of(BusyTestCase.class);

        assertThat(results.testEvents().reportingEntryPublished().list())
                .extracting(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .filteredOn(pairs -> pairs.containsKey("confirm"))
                .hasSize(RUNS)
                .allSatisfy(pairs -> assertThat(pairs.get("confirm")).matches("\\d+: (trial \\d+|start), x=\\S+"));
    }

    @Test
    void orderedRuns_areTheSameOnAnyNumberOfThreads() {
        List<List<String>> courses = new ArrayList<>();
        for (Pool pool : Pool.all().toList()) {
            TuningRun run = pool.apply(run(folder.resolve(pool.toString())));
            run.of(BusyTestCase.class);
            courses.add(confirmed(run, BusyTestCase.class).stream()
                    .map(trial -> trial.number() + " " + trial.start().seed() + " " + trial.configuration() + " "
                            + trial.value())
                    .toList());
        }

        assertThat(courses).hasSizeGreaterThanOrEqualTo(3).allMatch(courses.get(0)::equals);
    }

    /** Invocations that were made for trials may be left over then, as without a confirmation. */
    @ParameterizedTest
    @MethodSource("dev.hpo.junit.Pool#all")
    void searchThatEndsEarly_isConfirmedToo(Pool pool) {
        for (String patience : List.of("5", "0")) {
            TuningRun run = pool.apply(run(folder.resolve(patience)))
                    .with("hpo.patience", patience)
                    .with("hpo.timeout", patience.equals("0") ? "500ms" : "1h")
                    .with("hpo.trials", "1000");
            EngineExecutionResults results = run.of(BusyTestCase.class);

            results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(0));
            assertThat(results.testEvents().skipped().count()).isLessThanOrEqualTo(pool.threads() + 1L);
            assertThat(run.runs(BusyTestCase.class, "tune")).hasSize(2).allMatch(RunRecord::isFinished);
            assertThat(EARLY).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 4", "1, 1", "2, 1", "2, 2"})
    void poolThatMayNotGrow_doesNotHang(int threads, int window) {
        TuningRun run = new Pool(Pool.Executor.FORK_JOIN_POOL, threads)
                .apply(run(folder))
                .with("junit.jupiter.execution.parallel.config.fixed.max-pool-size", String.valueOf(threads))
                .with("hpo.window", String.valueOf(window));

        EngineExecutionResults results = run.of(BusyTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(20 + RUNS));
        assertThat(EARLY).isEmpty();
        assertThat(run.runs(BusyTestCase.class, "tune")).hasSize(2).allMatch(RunRecord::isFinished);
    }

    /** All invocations are made before the first begins, then: some are made for runs like that. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void poolThatMayNotGrow_hasInvocationsForRunsThatAreInterrupted(int threads) {
        TuningRun run = new Pool(Pool.Executor.FORK_JOIN_POOL, threads)
                .apply(run(folder))
                .with("junit.jupiter.execution.parallel.config.fixed.max-pool-size", String.valueOf(threads));

        EngineExecutionResults results = run.of(InterruptedTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(2));
        results.testEvents().assertStatistics(stats -> stats.succeeded(40 + MOST));
        assertThat(run.runs(InterruptedTestCase.class, "tune")).hasSize(2).allMatch(RunRecord::isFinished);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void runsWithinRuns_doNotHang(int threads) {
        for (String ordered : List.of("true", "false")) {
            TuningRun run = new Pool(Pool.Executor.FORK_JOIN_POOL, threads)
                    .apply(run(folder.resolve(ordered)))
                    .with("hpo.ordered", ordered);

            EngineExecutionResults results = run.of(HelpingTestCase.class);

            results.testEvents().assertStatistics(stats -> stats.failed(0).succeeded(20 + RUNS));
            assertThat(run.runs(HelpingTestCase.class, "tune")).hasSize(2).allMatch(RunRecord::isFinished);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.hpo.junit.Pool#all")
    void threeTests_doNotWaitForOneAnother(Pool pool) {
        EngineExecutionResults results = pool.apply(run(folder))
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .of(ThreeTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.failed(0).aborted(0).succeeded(3 * (20 + RUNS)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void launchesThatShareASearch_confirmItOnce(boolean isParallel) throws Exception {
        // More than one launch can run at once, so that none is over before the other begins.
        together = new CyclicBarrier(isParallel ? 3 : 2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<EngineExecutionResults> results = new ArrayList<>();
        try {
            List<Future<EngineExecutionResults>> futures = new ArrayList<>();
            for (int launch = 0; launch < 2; launch++) {
                futures.add(pool.submit(() -> run(folder)
                        .with("hpo.join", "true")
                        .with("junit.jupiter.execution.parallel.enabled", String.valueOf(isParallel))
                        .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                        .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                        .of(SharedTestCase.class)));
            }
            for (Future<EngineExecutionResults> future : futures) {
                results.add(future.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(results)
                .allSatisfy(
                        result -> assertThat(result.allEvents().failed().list()).isEmpty());
        assertThat(results.stream()
                        .mapToLong(result -> result.testEvents().succeeded().count())
                        .sum())
                .isEqualTo(20 + RUNS);
        assertThat(run(folder).runs(SharedTestCase.class, "tune")).hasSize(2).allMatch(RunRecord::isFinished);
        assertThat(confirmed(run(folder), SharedTestCase.class)).hasSize(RUNS);
        assertThat(EARLY).isEmpty();
    }

    /** Returns the runs, by rising number. */
    private static List<TrialRecord> confirmed(TuningRun run, Class<?> testCase) {
        RunRecord last = run.runs(testCase, "tune").get(1);
        Space<?> space = KnobSpace.SPACE;
        List<TrialRecord> runs = new JournalStorage(run.journal(testCase, "tune")).trials(last.id(), space);
        assertThat(runs).allMatch(trial -> trial.state() == TrialState.COMPLETE).allMatch(trial -> Repeated.of(trial)
                .isPresent());
        return runs;
    }

    private static void train(Knob knob, Trial trial) {
        boolean isRun = Repeated.of(trial.record()).isPresent();
        if (isRun && SEARCHING.get() > 0) {
            EARLY.add(trial.toString());
        }
        SEARCHING.addAndGet(isRun ? 0 : 1);
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < 1_000_000L * (1 + trial.number() % 3)) {
            Thread.onSpinWait();
        }
        SEARCHING.addAndGet(isRun ? 0 : -1);
        trial.report(knob.noisy(trial));
    }

    static class BusyTestCase {

        @TuningTest(trials = 20)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 4)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Knob knob, Trial trial) {
            train(knob, trial);
        }
    }

    /** Those that run at once end at once, so that those after them begin at once. */
    static class TogetherTestCase {

        @TuningTest(trials = 40)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 8)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Knob knob, Trial trial) {
            long step = 1_000_000;
            long end = (System.nanoTime() / step + 1) * step;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            trial.report(knob.noisy(trial));
        }
    }

    static class InterruptedTestCase {

        @TuningTest(trials = 40)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 8)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Knob knob, Trial trial) throws InterruptedException {
            boolean isRun = Repeated.of(trial.record()).isPresent();
            if (isRun && INTERRUPTED.size() < 2 && INTERRUPTED.add("run " + trial.number())) {
                throw new InterruptedException("once");
            }
            train(knob, trial);
        }
    }

    static class SharedTestCase {

        @TuningTest(trials = 20)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 4)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Knob knob, Trial trial) throws Exception {
            if (Repeated.of(trial.record()).isEmpty() && trial.number() < together.getParties()) {
                together.await(30, TimeUnit.SECONDS);
            }
            train(knob, trial);
        }
    }

    static class HelpingTestCase {

        @TuningTest(trials = 20)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 4)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Knob knob, Trial trial) {
            Helper.help();
            trial.report(knob.noisy(trial));
        }
    }

    static class ThreeTestCase {

        @TuningTest(trials = 20)
        @Minimize("distance")
        @Confirm(top = 4)
        @Execution(ExecutionMode.CONCURRENT)
        void a(Knob knob, Trial trial) {
            trial.report(knob.noisy(trial));
        }

        @TuningTest(trials = 20)
        @Minimize("distance")
        @Confirm(top = 4)
        @Execution(ExecutionMode.CONCURRENT)
        void b(Knob knob, Trial trial) {
            trial.report(knob.noisy(trial));
        }

        @TuningTest(trials = 20)
        @Minimize("distance")
        @Confirm(top = 4)
        void c(Knob knob, Trial trial) {
            trial.report(knob.noisy(trial));
        }
    }

    /** Runs what is queued on this thread's pool, as a thread may that waits for its own tasks. */
    static final class Helper extends RecursiveAction {

        private static final long serialVersionUID = 1L;

        static void help() {
            ForkJoinTask<?> task = pollTask();
            if (task != null) {
                task.quietlyInvoke();
            }
        }

        @Override
        protected void compute() {}
    }
}
