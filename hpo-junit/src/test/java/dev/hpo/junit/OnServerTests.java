// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a failed re-test is followed by, here and in CI: by processes of their own, as the environment decides it. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class OnServerTests {

    private static final String ACCEPTED = "target/on-server/point.properties";

    private Path folder = Path.of("");

    @BeforeEach
    void choose(@TempDir Path temporary) throws IOException {
        folder = temporary;
        forget();
    }

    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(Path.of(ACCEPTED));
    }

    private int run(String ci, String... options) throws Exception {
        return LaunchedProcess.startWith("CI", ci, folder, List.of(ServedTestCase.class), options)
                .exitCode();
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out")) + Files.readString(folder.resolve("err"));
    }

    @Test
    void failedRetest_isFollowedByASearch_butNotInCi() throws Exception {
        assertThat(run("true", "--accept")).isZero();
        Files.createFile(folder.resolve("worse"));
        assertThat(run("true", "--mode", "auto", "--seed", "1")).isEqualTo(1);
        assertThat(out())
                .contains(
                        "what was accepted must be as good as it was, but distance is ",
                        " -Dhpo.mode=auto -Dhpo.accept=true")
                .doesNotContain("run 2: minimize");

        assertThat(run("false", "--mode", "auto", "--seed", "1")).isEqualTo(1);
        assertThat(out())
                .contains(
                        "searches after the last re-test, which has found that what is in " + ACCEPTED
                                + " is not what it was",
                        "run 2: minimize distance",
                        "what was accepted must be as good as it was, but distance is ",
                        "; of what has not changed 1 re-test in 100 says so; what was found must be accepted into "
                                + ACCEPTED + ", which has nothing that can be relied on any more:\n",
                        " -Dhpo.accept=2");
        assertThat(run("", "--mode", "auto", "--seed", "1")).isEqualTo(1);
        assertThat(out())
                .contains(
                        "what was accepted must be as good as it was, but distance is ",
                        "; of what has not changed 1 re-test in 100 says so; what run 2 has found must be accepted into "
                                + ACCEPTED,
                        " -Dhpo.accept=2")
                .doesNotContain("minimize distance");
        assertThat(run("", "--mode", "auto", "--seed", "1", "--accept")).isZero();
        assertThat(out()).contains("accepted trial ").doesNotContain("run 3: minimize");
        assertThat(run("", "--mode", "auto", "--seed", "2")).isZero();
        assertThat(out()).contains("  verdict   as good as when it was accepted");
    }

    @Test
    void retestThatFails_isFollowedByASearchOfTheSameRun_andMendedByOneThatPasses() throws Exception {
        assertThat(run("", "--accept")).isZero();
        Files.createFile(folder.resolve("worse"));

        // What was accepted is the result of the last run, which has to search again all the same.
        assertThat(run("", "--mode", "auto", "--accept")).isZero();
        assertThat(out())
                .contains("  verdict   worse than when it was accepted", "run 2: minimize distance", "accepted trial ");
        Files.delete(folder.resolve("worse"));
        assertThat(run("", "--mode", "retest", "--seed", "1")).isZero();
        Files.createFile(folder.resolve("worse"));
        Files.createFile(folder.resolve("far worse"));
        assertThat(run("true", "--mode", "auto", "--seed", "1")).isEqualTo(1);
        Files.delete(folder.resolve("far worse"));
        assertThat(run("", "--mode", "retest", "--seed", "2")).isZero();
        assertThat(run("", "--mode", "auto", "--seed", "3")).isZero();
        assertThat(out())
                .contains("  verdict   as good as when it was accepted")
                .doesNotContain("searches");
    }

    @Test
    void failedRetest_isFollowedByASearch_alsoOfTrialsAtOnce() throws Exception {
        assertThat(atOnce("--accept")).isZero();
        assertThat(atOnce("--mode", "auto", "--seed", "1")).isZero();
        assertThat(out())
                .contains("  verdict   as good as when it was accepted")
                .doesNotContain("run 2: minimize");
        Files.createFile(folder.resolve("worse"));

        assertThat(atOnce("--mode", "auto", "--seed", "1")).isEqualTo(1);

        assertThat(out())
                .contains(
                        "  verdict   worse than when it was accepted",
                        "run 2: minimize distance",
                        "  ended     all 4 trials are done");
    }

    private int atOnce(String... options) throws Exception {
        String config = "-Djunit.jupiter.execution.parallel.";
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(
                config + "enabled=true", config + "config.strategy=fixed", config + "config.fixed.parallelism=3"));
        return LaunchedProcess.startWith("CI", "", folder, List.of(AtOnceTestCase.class), all.toArray(String[]::new))
                .exitCode();
    }

    private static double value(Point point, Trial trial) {
        Path folder = Path.of(System.getProperty(LaunchedProcess.FOLDER));
        double worse = Files.exists(folder.resolve("worse")) ? 2 : 0;
        double farWorse = Files.exists(folder.resolve("far worse")) ? 2 : 0;
        return Math.abs(point.x() - 3) + .1 * AcceptedStudies.turn(trial) + worse + farWorse;
    }

    static class AtOnceTestCase {

        @TuningTest(trials = 4)
        @Minimize("distance")
        @Accepted(ACCEPTED)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) {
            trial.report(value(point, trial));
        }
    }

    static class ServedTestCase {

        @TuningTest(trials = 4)
        @Minimize("distance")
        @Accepted(ACCEPTED)
        void tune(Point point, Trial trial) {
            trial.report(value(point, trial));
        }
    }
}
