// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JVM is killed while a population is raised; the next one goes on, in the middle of a generation, to the very same schedule. */
@Timeout(240)
@EnabledOnOs(OS.LINUX)
class PopulationKillTests {

    private static final String MOMENT = "moment";

    /** Member 2 of the second generation, trial 6, copies trial 1; the replay has three segments of two steps. */
    @ParameterizedTest
    @CsvSource({
        "in the first generation, trial 1 saved 2",
        "in a segment that copies, trial 6 saved 3",
        "before a segment that copies has done anything, trial 6 begun 3",
        "with a segment reported, trial 7 reported 4",
        "in a replay, replay 1 saved 3"
    })
    void populationWhoseProcessIsKilled_goesOnToTheSameSchedule(String when, String moment, @TempDir Path temporary)
            throws Exception {
        goesOnToTheSame(PopulationTestCase.class, moment, temporary);
    }

    @ParameterizedTest
    @CsvSource({"in a generation, trial 5 saved 3", "at its end, trial 11 reported 6", "in a replay, replay 2 saved 5"})
    void concurrentPopulationWhoseProcessIsKilled_goesOnToTheSameSchedule(
            String when, String moment, @TempDir Path temporary) throws Exception {
        goesOnToTheSame(ConcurrentTestCase.class, moment, temporary);
    }

    @ParameterizedTest
    @CsvSource({
        "in a control, trial 1 saved 6",
        "in a nudge, trial 4 saved 11",
        "between the two, trial 3 reported 12",
        "in a second child, trial 5 saved 2",
        "in a replay, replay 1 saved 5"
    })
    void pandaWhoseProcessIsKilled_goesOnToTheSameSchedule(String when, String moment, @TempDir Path temporary)
            throws Exception {
        goesOnToTheSame(PandaTestCase.class, moment, temporary);
    }

    private static void goesOnToTheSame(Class<?> testCase, String moment, Path temporary) throws Exception {
        TuningRun whole = parallel(new TuningRun(temporary.resolve("whole")));
        whole.of(testCase);
        Path folder = temporary.resolve("cut");
        Files.writeString(Files.createDirectories(folder).resolve(MOMENT), moment);

        int exit = LaunchedProcess.start(
                        folder,
                        List.of(testCase),
                        "-Djunit.jupiter.execution.parallel.enabled=true",
                        "-Djunit.jupiter.execution.parallel.config.strategy=fixed",
                        "-Djunit.jupiter.execution.parallel.config.fixed.parallelism=2")
                .awaitReady()
                .signal("KILL")
                .exitCode();
        TuningRun cut = parallel(new TuningRun(folder));
        assertThat(exit).isEqualTo(128 + 9);
        assertThat(cut.runs(testCase, "raise").get(0).isFinished()).isFalse();
        cut.of(testCase);

        assertThat(cut.runs(testCase, "raise")).hasSize(2).allMatch(run -> run.isFinished());
        assertThat(cut.csvWithoutTimes(testCase, "raise")).isEqualTo(whole.csvWithoutTimes(testCase, "raise"));
        for (String file : List.of("schedule.properties", "diary.txt")) {
            assertThat(cut.folder(testCase, "raise").resolve(file))
                    .hasSameTextualContentAs(whole.folder(testCase, "raise").resolve(file));
        }
        assertThat(replayed(cut, testCase)).isEqualTo(replayed(whole, testCase)).isNotEmpty();
    }

    private static TuningRun parallel(TuningRun run) {
        return run.with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
    }

    private static List<String> replayed(TuningRun run, Class<?> testCase) throws IOException {
        return Files.readString(run.folder(testCase, "raise").resolve("summary.txt"))
                .lines()
                .filter(line -> line.contains("(population: "))
                .toList();
    }

    private static void train(Rate rate, Trial trial) throws IOException {
        String kind = trial.record().start().origin().notes().containsKey("replay.segment") ? "replay " : "trial ";
        rate.train(trial, trial.until(), (what, step) -> dieIf(kind + trial.number() + " " + what + " " + step));
    }

    private static void dieIf(String moment) throws IOException {
        String folder = System.getProperty(LaunchedProcess.FOLDER);
        if (folder != null && Files.readString(Path.of(folder, MOMENT)).equals(moment)) {
            try {
                LaunchedProcess.waitToBeEnded();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    static class PopulationTestCase {

        @PopulationTest(members = 4, generations = 3, segment = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            train(rate, trial);
        }
    }

    static class ConcurrentTestCase {

        @PopulationTest(members = 4, generations = 3, segment = 2)
        @Minimize("loss")
        @Execution(ExecutionMode.CONCURRENT)
        void raise(Rate rate, Trial trial) throws IOException {
            train(rate, trial);
        }
    }

    static class PandaTestCase {

        @PopulationTest(members = 1, generations = 3, segment = 4, children = 2)
        @Minimize("loss")
        void raise(Rate rate, Trial trial) throws IOException {
            train(rate, trial);
        }
    }
}
