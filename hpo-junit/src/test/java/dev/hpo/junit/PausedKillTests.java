// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JVM is killed while trials are paused and others, or those that go on with them, are under way; the next one goes on. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class PausedKillTests {

    private static final int STEPS = 6;
    private static final String MOMENT = "moment";

    /** Trials 0 to 8 begin and pause after step 3, and 9 to 11 go on with the best of them. */
    @ParameterizedTest
    @CsvSource({
        "before any has paused, 0 saved 2",
        "while others are paused, 8 saved 2",
        "as a promotion begins, 9 begun 4",
        "as a promotion has saved, 9 saved 5",
        "as a promotion has reported, 10 reported 5"
    })
    void studyWhoseProcessIsKilled_becomesWhatItWouldHaveBeen(String when, String moment, @TempDir Path temporary)
            throws Exception {
        TuningRun whole = new TuningRun(temporary.resolve("whole"));
        whole.of(PausedTestCase.class);
        Path folder = temporary.resolve("cut");

        assertThat(kill(folder, moment)).as(when).isEqualTo(128 + 9);
        TuningRun cut = new TuningRun(folder);
        assertThat(checkpoints(folder)).isNotEmpty();
        cut.of(PausedTestCase.class);

        assertThat(cut.runs(PausedTestCase.class, "tune")).hasSize(1);
        assertThat(cut.csvWithoutTimes(PausedTestCase.class, "tune"))
                .isEqualTo(whole.csvWithoutTimes(PausedTestCase.class, "tune"))
                .hasSize(1 + 12);
        assertThat(Files.readString(cut.folder(PausedTestCase.class, "tune").resolve("summary.txt")))
                .contains(": 3 complete, 6 paused")
                .doesNotContain("  anew ");
        assertThat(checkpoints(folder)).as("that of the best one").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"30d, 10", "1ms, 1"})
    void checkpointsOfADeadRun_areRemovedByAge(String age, int left, @TempDir Path temporary) throws Exception {
        Path folder = temporary.resolve("dead");
        kill(folder, "8 saved 2");
        assertThat(checkpoints(folder)).hasSize(9);

        TuningRun run = new TuningRun(folder).with("hpo.seed", "8").with("hpo.checkpoints-age", age);
        run.of(PausedTestCase.class);

        assertThat(run.runs(PausedTestCase.class, "tune")).hasSize(2);
        assertThat(checkpoints(folder)).as("that of the best one is among them").hasSize(left);
    }

    /** Runs the study in a JVM that is killed at a moment, and returns how that ended. */
    private static int kill(Path folder, String moment) throws IOException, InterruptedException {
        Files.writeString(Files.createDirectories(folder).resolve(MOMENT), moment);
        return LaunchedProcess.start(folder, List.of(PausedTestCase.class))
                .awaitReady()
                .signal("KILL")
                .exitCode();
    }

    private static List<Path> checkpoints(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.endsWith("state.txt")).toList();
        }
    }

    static class PausedTestCase {

        @TuningTest(trials = 9)
        @Minimize("x")
        @SampleWith(ThirdGoesOn.class)
        @PruneWith(ThirdGoesOn.class)
        void tune(Point point, Trial trial) throws IOException, InterruptedException {
            Path saved = trial.checkpoint().resolve("state.txt");
            int done = 0;
            double loss = point.x();
            if (Files.exists(saved)) {
                List<String> lines = Files.readAllLines(saved);
                done = Integer.parseInt(lines.get(0));
                loss = Double.parseDouble(lines.get(1));
            }
            for (int step = done + 1; step <= STEPS; step++) {
                dieIf(trial.number() + " begun " + step);
                // What hangs on all steps before it is another value if one is left out or done twice.
                loss = (loss + point.x() / step) / 2;
                Files.writeString(saved, step + "\n" + loss);
                dieIf(trial.number() + " saved " + step);
                trial.report(step, loss);
                dieIf(trial.number() + " reported " + step);
            }
        }

        private static void dieIf(String moment) throws IOException, InterruptedException {
            String folder = System.getProperty(LaunchedProcess.FOLDER);
            if (folder != null && Files.readString(Path.of(folder, MOMENT)).equals(moment)) {
                LaunchedProcess.waitToBeEnded();
            }
        }
    }
}
