// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Trials that keep what they can go on from. */
@Timeout(60)
class CheckpointTests {

    private static final int STEPS = 6;
    private static final Queue<Path> DIRECTORIES = new ConcurrentLinkedQueue<>();

    private Path folder;

    @BeforeEach
    void forget(@TempDir Path temporary) {
        folder = temporary;
        DIRECTORIES.clear();
    }

    @Test
    void pausedTrials_areAborted_andTheBestGoOnAsTrialsOfTheirOwn() throws IOException {
        TuningRun run = new TuningRun(folder);
        EngineExecutionResults results = run.of(PausedTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.aborted(9).succeeded(3).failed(0));
        assertThat(TuningRun.aborts(results)).hasSize(9).first().satisfies(abort -> assertThat(abort)
                .hasMessage("trial 0 paused: the best third goes on"));
        assertThat(run.states(PausedTestCase.class, "tune"))
                .hasSize(12)
                .endsWith("PRUNED", "COMPLETE", "COMPLETE", "COMPLETE");
        assertThat(summary(run, PausedTestCase.class))
                .contains("  trials    9 started in ")
                .contains(": 3 complete, 6 paused")
                .contains("steps run 36 of 54, 6 of 9 trials stopped early")
                .contains("all 9 trials are done");
        assertThat(DIRECTORIES).allMatch(directory -> directory.startsWith(folder));
        assertThat(DIRECTORIES.stream().filter(Files::exists)).singleElement().satisfies(best -> assertThat(
                        summary(run, PausedTestCase.class))
                .contains("  " + best + "\n"));
    }

    @Test
    void replayOfAPromotedTrial_runsTheWholeTraining() {
        new TuningRun(folder).of(PausedTestCase.class);
        DIRECTORIES.clear();

        LaunchedRun.Results again =
                new LaunchedRun(folder).with("hpo.replay", "11").of(selectClass(PausedTestCase.class));

        assertThat(again.tests()).hasSize(1);
        assertThat(again.failures()).isEmpty();
        assertThat(DIRECTORIES)
                .hasSize(1)
                .noneMatch(Files::exists)
                .noneMatch(directory -> directory.startsWith(folder));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "4"})
    void trialsAtOnce_pauseAndGoOnToo(int threads) throws IOException {
        TuningRun run = new Pool(Pool.Executor.FORK_JOIN_POOL, threads).apply(new TuningRun(folder));
        EngineExecutionResults results = run.of(AtOnceTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(3).failed(0));
        assertThat(run.states(AtOnceTestCase.class, "tune")).hasSize(12).contains("COMPLETE");
        assertThat(summary(run, AtOnceTestCase.class)).contains(": 3 complete, 6 paused");
    }

    @Test
    void checkpointThatCannotBeLoaded_costsAnAttempt() throws IOException {
        TuningRun run = new TuningRun(folder);
        EngineExecutionResults results = run.of(SpoilingTestCase.class);

        assertThat(TuningRun.aborts(results))
                .filteredOn(abort -> String.valueOf(abort.getMessage()).contains("could not go on from its checkpoint"))
                .hasSize(3)
                .allSatisfy(abort -> assertThat(abort).hasRootCauseMessage("torn"));
        results.testEvents().assertStatistics(stats -> stats.succeeded(3).failed(0));
        assertThat(summary(run, SpoilingTestCase.class).replaceAll("\\s+", " "))
                .contains(
                        "3 trials (9 and others) began anew instead of going on with a paused one (java.io.IOException: torn);");
    }

    @Test
    void checkpointWithWhichNothingIsReported_costsAnAttempt() {
        EngineExecutionResults results = new TuningRun(folder).of(SilentTestCase.class);

        assertThat(TuningRun.aborts(results))
                .filteredOn(abort -> String.valueOf(abort.getMessage()).contains("reported nothing with what it found"))
                .hasSize(3);
        results.testEvents().assertStatistics(stats -> stats.succeeded(3).failed(0));
    }

    @Test
    void interruptedTrial_goesOnFromItsCheckpoint() {
        EngineExecutionResults results = new TuningRun(folder).of(InterruptedTestCase.class);

        assertThat(TuningRun.aborts(results)).singleElement().satisfies(abort -> assertThat(abort)
                .hasMessage("trial 0 was interrupted, and goes on from its checkpoint"));
        results.testEvents().assertStatistics(stats -> stats.succeeded(2).failed(0));
    }

    @Test
    void placeOfItsOwn_isUsed() {
        Path place = folder.resolve("elsewhere");
        new TuningRun(folder.resolve("studies"))
                .with("hpo.checkpoints", place.toString())
                .of(PausedTestCase.class);

        assertThat(DIRECTORIES).hasSize(12).allMatch(directory -> directory.startsWith(place));
    }

    private static String summary(TuningRun run, Class<?> testCase) throws IOException {
        return Files.readString(run.folder(testCase, "tune").resolve("summary.txt"));
    }

    private static void train(Point point, Trial trial, boolean isSpoiled) throws IOException {
        Path directory = trial.checkpoint();
        DIRECTORIES.add(directory);
        Path saved = directory.resolve("step.txt");
        int done = 0;
        if (Files.exists(saved)) {
            if (isSpoiled) {
                throw new IOException("torn");
            }
            done = Integer.parseInt(Files.readString(saved));
        }
        for (int step = done + 1; step <= STEPS; step++) {
            Files.writeString(saved, String.valueOf(step));
            trial.report(step, point.x() / step);
        }
    }

    static class PausedTestCase {

        @TuningTest(trials = 9)
        @Minimize("x")
        @SampleWith(ThirdGoesOn.class)
        @PruneWith(ThirdGoesOn.class)
        void tune(Point point, Trial trial) throws IOException {
            train(point, trial, false);
        }
    }

    static class SpoilingTestCase {

        @TuningTest(trials = 9)
        @Minimize("x")
        @SampleWith(ThirdGoesOn.class)
        @PruneWith(ThirdGoesOn.class)
        void tune(Point point, Trial trial) throws IOException {
            train(point, trial, true);
        }
    }

    static class SilentTestCase {

        @TuningTest(trials = 9)
        @Minimize("x")
        @SampleWith(ThirdGoesOn.class)
        @PruneWith(ThirdGoesOn.class)
        void tune(Point point, Trial trial) throws IOException {
            try (Stream<Path> found = Files.list(trial.checkpoint())) {
                if (found.findAny().isPresent()) {
                    return;
                }
            }
            train(point, trial, false);
        }
    }

    static class InterruptedTestCase {

        @TuningTest(trials = 2)
        @Minimize("x")
        void tune(Point point, Trial trial) throws IOException, InterruptedException {
            boolean isCut = trial.number() == 0 && trial.record().key().attempt() == 0;
            if (isCut) {
                Files.writeString(trial.checkpoint().resolve("step.txt"), "1");
                trial.report(1, point.x());
                throw new InterruptedException();
            }
            train(point, trial, false);
        }
    }

    static class AtOnceTestCase {

        @TuningTest(trials = 9)
        @Minimize("x")
        @SampleWith(ThirdGoesOn.class)
        @PruneWith(ThirdGoesOn.class)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) throws IOException {
            train(point, trial, false);
        }
    }
}
