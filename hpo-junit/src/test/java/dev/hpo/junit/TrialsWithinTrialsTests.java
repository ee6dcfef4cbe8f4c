// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.study.Trial;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialState;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Concurrent trials whose threads run other trials meanwhile, as those of a fork-join pool may. */
@Timeout(60)
class TrialsWithinTrialsTests {

    private Path folder;

    @BeforeEach
    void forget(@TempDir Path temporary) {
        folder = temporary;
    }

    /** A fork-join thread that waits for its own tasks may run other tasks meanwhile, which must not be trials that wait for it. */
    @ParameterizedTest
    @MethodSource("dev.hpo.junit.Pool#all")
    void trialsThatUseThePoolThemselves_doNotHang(Pool pool) {
        EngineExecutionResults results = pool.apply(new TuningRun(folder)).of(ForkingTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(60));
    }

    /** As the test above, but for certain: each trial runs what its thread finds to run. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 4})
    void trialsThatRunOthers_areAllRun(int threads) {
        EngineExecutionResults results = new Pool(Pool.Executor.FORK_JOIN_POOL, threads)
                .apply(new TuningRun(folder))
                .of(HelpingTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(0).skipped(0));
        results.testEvents().assertStatistics(stats -> stats.succeeded(60));
    }

    /** A sampler that waits for the trial before, of which only itself knows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void invocationsThatWouldWaitForTheirOwnThread_areMadeAgain(int threads) {
        EngineExecutionResults results = new Pool(Pool.Executor.FORK_JOIN_POOL, threads)
                .apply(new TuningRun(folder))
                .with("hpo.sampler", OneAtATime.class.getName())
                .of(WaitingTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.failed(0).aborted(0));
        results.testEvents().assertStatistics(stats -> stats.succeeded(60));
        assertThat(results.testEvents().skipped().list())
                .extracting(event -> event.getRequiredPayload(String.class))
                .isNotEmpty()
                .allMatch(reason -> reason.contains("this thread runs a trial below this one"));
    }

    private static void spin(long nanos) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < nanos) {
            Thread.onSpinWait();
        }
    }

    static class ForkingTestCase {

        @TuningTest(trials = 60)
        @Minimize("distance")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) {
            double sum = IntStream.range(0, 200)
                    .parallel()
                    .mapToDouble(i -> {
                        spin(20_000);
                        return point.x() * i;
                    })
                    .sum();
            trial.report(sum);
        }
    }

    static class HelpingTestCase {

        @TuningTest(trials = 60)
        @Minimize("distance")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) {
            spin(200_000);
            Helper.help();
            trial.report(point.x());
        }
    }

    static class WaitingTestCase {

        @TuningTest(trials = 60)
        @Minimize("distance")
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) {
            boolean isFound = Helper.help();
            long begin = System.nanoTime();
            while (trial.number() == 0 && !isFound && System.nanoTime() - begin < 10_000_000_000L) {
                Thread.onSpinWait();
                isFound = Helper.help();
            }
            trial.report(point.x());
        }
    }

    /** Runs what is queued on this thread's pool, as a thread may that waits for its own tasks. */
    static final class Helper extends RecursiveAction {

        private static final long serialVersionUID = 1L;

        static boolean help() {
            ForkJoinTask<?> task = pollTask();
            if (task != null) {
                task.quietlyInvoke();
            }
            return task != null;
        }

        @Override
        protected void compute() {}
    }

    /** Samples at random, when no other trial runs. */
    static final class OneAtATime implements Sampler {

        private final RandomSampler random = new RandomSampler();

        @Override
        public Proposal propose(Ask ask) {
            return ask.history().count(TrialState.RUNNING) > 0 ? new Proposal.Wait() : random.propose(ask);
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "one at a time";
        }
    }
}
