// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.RandomSampler;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunRecord;
import dev.hpo.study.Trial;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Searches of trials at once whose last trial is interrupted, when nothing else of them is left: they have ended before they are confirmed. */
@Timeout(120)
class ConfirmInterruptedTests {

    private static final int TRIALS = 20;

    /** The top 4, halved once, and five runs of the winner and of the start. */
    private static final int RUNS = 4 + 4 + 10;

    private static final AtomicBoolean WAS_INTERRUPTED = new AtomicBoolean();
    private static final AtomicInteger SEARCHING = new AtomicInteger();
    private static final AtomicInteger EARLY = new AtomicInteger();

    private static boolean isSaved;

    /** Counts the trials that the last one waits for. */
    private static CountDownLatch others = new CountDownLatch(0);

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        WAS_INTERRUPTED.set(false);
        SEARCHING.set(0);
        EARLY.set(0);
        others = new CountDownLatch(TRIALS - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, true",
        "1, false, true",
        "4, true, true",
        "4, true, false",
        "4, false, true",
        "4, false, false",
        "1, true, false"
    })
    void lastTrial_isRunAgainIfItHasACheckpoint_beforeAnythingIsConfirmed(
            int threads, boolean isOrdered, boolean isToGoOn) throws Exception {
        isSaved = isToGoOn;
        TuningRun run = new Pool(Pool.Executor.FORK_JOIN_POOL, threads)
                .apply(new TuningRun(folder).with("hpo.seed", "3"))
                .with("hpo.ordered", String.valueOf(isOrdered));

        EngineExecutionResults results = run.of(LastTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        results.testEvents()
                .assertStatistics(stats -> stats.failed(0).aborted(1).succeeded(RUNS + TRIALS - (isToGoOn ? 0 : 1)));
        assertThat(EARLY).as("runs that began before the search had ended").hasValue(0);
        List<RunRecord> runs = run.runs(LastTestCase.class, "tune");
        assertThat(runs).hasSize(2).allMatch(RunRecord::isFinished);
        List<TrialRecord> trials = new JournalStorage(run.journal(LastTestCase.class, "tune"))
                .trials(runs.get(0).id(), KnobSpace.SPACE);
        assertThat(trials)
                .filteredOn(trial -> trial.state() == TrialState.COMPLETE)
                .hasSize(isToGoOn ? TRIALS : TRIALS - 1);
    }

    static class LastTestCase {

        @TuningTest(trials = TRIALS)
        @Minimize("distance")
        @SampleWith(RandomSampler.class)
        @Confirm(top = 4)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Knob knob, Trial trial) throws Exception {
            if (Repeated.of(trial.record()).isPresent()) {
                EARLY.addAndGet(SEARCHING.get() > 0 ? 1 : 0);
                trial.report(knob.noisy(trial));
                return;
            }
            SEARCHING.incrementAndGet();
            try {
                search(knob, trial);
            } finally {
                SEARCHING.decrementAndGet();
                others.countDown();
            }
        }

        private static void search(Knob knob, Trial trial) throws Exception {
            if (trial.number() == TRIALS - 1 && WAS_INTERRUPTED.compareAndSet(false, true)) {
                if (isSaved) {
                    trial.report(1, 1);
                    Files.createFile(trial.checkpoint().resolve("state"));
                }
                // Longer than the others, so that nothing but this one is left.
                assertThat(others.await(60, TimeUnit.SECONDS)).isTrue();
                throw new InterruptedException("once");
            }
            trial.report(knob.noisy(trial));
        }
    }
}
