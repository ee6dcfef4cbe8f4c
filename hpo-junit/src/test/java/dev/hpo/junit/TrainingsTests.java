// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.NopPruner;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Tests that spend so many full trainings' worth of steps. */
@Timeout(60)
class TrainingsTests {

    private static final int STEPS = 6;

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void anyNumberOfTrialsRuns_untilTheStepsAreSpent() throws IOException {
        TuningRun run = new TuningRun(folder);
        EngineExecutionResults results = run.of(CountedTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.succeeded(1).aborted(6).failed(0));
        assertThat(TuningRun.containerFailures(results)).isEmpty();
        assertThat(file(run, CountedTestCase.class, "summary.txt"))
                .contains("  trials    3 trainings' worth: 7 started, 1 complete, 6 pruned, in ")
                .contains("  ended     3 trainings' worth of steps are spent\n");
        assertThat(file(run, CountedTestCase.class, "best.properties"))
                .contains("# after 3 of 3 trainings' worth: 1 complete, 6 pruned\n");
        assertThat(file(run, CountedTestCase.class, "study.json"))
                .contains("\"trainings\": 3", "\"trainingSteps\": 6", "\"spentSteps\": 18")
                .contains("\"endReason\": \"3 trainings' worth of steps are spent\"")
                .doesNotContain("\"trials\": 3");
    }

    @ParameterizedTest
    @CsvSource({
        "hpo.trainings, 1, 1",
        "hpo.trainings, 2, 4",
        "hpo.trials, 1, 1",
        "hpo.trials, 5, 5",
        // A training is as long as that now, and the whole one is half of it.
        "hpo.steps, 12, 16"
    })
    void parametersGoBeforeAttributes(String key, String value, int trials) throws IOException {
        TuningRun run = new TuningRun(folder).with(key, value);
        run.of(CountedTestCase.class);

        assertThat(run.states(CountedTestCase.class, "tune")).hasSize(trials);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void trialsAtOnce_areTheSameOnAnyNumberOfThreads(int threads) throws IOException {
        TuningRun run = new Pool(Pool.Executor.FORK_JOIN_POOL, threads).apply(new TuningRun(folder));
        EngineExecutionResults results = run.of(AtOnceTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(TuningRun.containerFailures(results)).isEmpty();
        // What the last three trials have spent is not known when the next one begins.
        assertThat(run.states(AtOnceTestCase.class, "tune")).hasSize(7 + 3);
        assertThat(file(run, AtOnceTestCase.class, "summary.txt"))
                .contains("  trials    4 trainings' worth: 10 started, 1 complete, 9 pruned, in ")
                .contains("  ended     3 trainings' worth of steps are spent\n");
    }

    @Test
    void finishedRun_goesOnWithMore() throws IOException {
        TuningRun run = new TuningRun(folder);
        run.of(CountedTestCase.class);
        run.with("hpo.resume", "always").with("hpo.trainings", "4").of(CountedTestCase.class);

        assertThat(run.runs(CountedTestCase.class, "tune")).singleElement().satisfies(only -> assertThat(
                        only.header().basis().course())
                .containsAllEntriesOf(Map.of("trainings", "4", "steps", "6")));
        assertThat(run.states(CountedTestCase.class, "tune")).hasSize(10);
        assertThat(file(run, CountedTestCase.class, "summary.txt"))
                .contains("  continued after 3 of 4 trainings' worth (ended ")
                .contains("trainings (4) was 3")
                .doesNotContain("trials (4) was 3");
    }

    @Test
    void studyThatIsCutShort_saysHowMuchItHasSpent() {
        EngineExecutionResults results =
                new TuningRun(folder).with("hpo.fail-fast", "true").of(FailingTestCase.class);

        assertThat(TuningRun.containerFailures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("was cut short after 0.5 of 3 trainings' worth, since trial 0 failed"));
    }

    @Test
    void trialsWithoutAnyStep_areATrainingEach() throws IOException {
        TuningRun run = new TuningRun(folder);
        run.of(SteplessTestCase.class);

        assertThat(file(run, SteplessTestCase.class, "summary.txt"))
                .contains("  trials    3 in ")
                .contains("  ended     all 3 trials are done, each taken as a training, as no complete one\n");
    }

    private static String file(TuningRun run, Class<?> testCase, String name) throws IOException {
        return Files.readString(run.folder(testCase, "tune").resolve(name));
    }

    private static void train(Trial trial) {
        for (int step = 1; step <= STEPS; step++) {
            trial.report(step, 1.0 / step);
            if (trial.number() > 0 && step == 2) {
                trial.prune();
            }
        }
    }

    static class CountedTestCase {

        @TuningTest(trainings = 3, steps = STEPS)
        @Minimize("loss")
        @PruneWith(NopPruner.class)
        void tune(Point point, Trial trial) {
            train(trial);
        }
    }

    static class AtOnceTestCase {

        @TuningTest(trainings = 3, steps = STEPS)
        @Minimize("loss")
        @PruneWith(NopPruner.class)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) {
            train(trial);
        }
    }

    static class FailingTestCase {

        @TuningTest(trainings = 3, steps = STEPS)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(3, 1);
            throw new IllegalStateException("no data");
        }
    }

    static class SteplessTestCase {

        @TuningTest(trainings = 3)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            trial.report(point.x());
        }
    }
}
