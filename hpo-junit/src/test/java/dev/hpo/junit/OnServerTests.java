// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
                .contains("what was accepted must be as good as it was, but distance is ", " --mode auto --accept ")
                .doesNotContain("run 2: minimize");

        for (String none : List.of("false", "")) {
            assertThat(run(none, "--mode", "auto", "--seed", "1")).isEqualTo(1);
            assertThat(out())
                    .contains(
                            "  verdict   worse than when it was accepted",
                            ": minimize distance",
                            "what was found must be accepted into " + ACCEPTED,
                            " --accept ");
        }
        assertThat(run("", "--mode", "auto", "--seed", "1", "--accept")).isZero();
        assertThat(out()).contains("accepted trial ").doesNotContain("run 4: minimize");
        assertThat(run("", "--mode", "auto", "--seed", "2")).isZero();
        assertThat(out()).contains("  verdict   as good as when it was accepted");
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

    private static double value(Point point, long seed) {
        boolean isWorse = Files.exists(Path.of(System.getProperty(LaunchedProcess.FOLDER), "worse"));
        return Math.abs(point.x() - 3) + .1 * new SplittableRandom(seed).nextGaussian() + (isWorse ? 2 : 0);
    }

    static class AtOnceTestCase {

        @TuningTest(trials = 4)
        @Minimize("distance")
        @Accepted(ACCEPTED)
        @Execution(ExecutionMode.CONCURRENT)
        void tune(Point point, Trial trial) {
            trial.report(value(point, trial.seed()));
        }
    }

    static class ServedTestCase {

        @TuningTest(trials = 4)
        @Minimize("distance")
        @Accepted(ACCEPTED)
        void tune(Point point, Trial trial) {
            trial.report(value(point, trial.seed()));
        }
    }
}
