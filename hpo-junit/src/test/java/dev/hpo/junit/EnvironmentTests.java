// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import dev.hpo.trial.Repeated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a process has in its environment, as keys of build servers, is in nothing that is written. */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no env")
class EnvironmentTests {

    private static final String VARIABLE = "DEPLOY_TOKEN";
    private static final String SECRET = "correct-horse-battery-staple";

    private Path folder;

    @BeforeEach
    void choose(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void variable_isInNoFileAndOnNoConsole() throws Exception {
        LaunchedProcess process = LaunchedProcess.startWith(
                VARIABLE,
                SECRET,
                folder,
                List.of(StudyTestCase.class),
                "-Dhpo.markdown=" + folder.resolve("page.md"),
                "-Dhpo.tensorboard=" + folder.resolve("logs"));

        assertThat(process.exitCode()).isZero();
        assertThat(process.out())
                .containsPattern("\n  seen +" + SECRET.length() + " ")
                .contains("IllegalStateException: on purpose");
        List<Path> files = files();
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .contains("report.html", "index.html", "study.json", "summary.md", "summary.txt", "page.md", "out");
        for (Path file : files) {
            // Of any bytes a text, as event files have none.
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(SECRET);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    static class StudyTestCase {

        @TuningTest(trials = 6)
        @Minimize("distance")
        @Confirm(top = 2, repeats = 2)
        void tune(Knob knob, Trial trial) {
            trial.attribute("seen", String.valueOf(System.getenv(VARIABLE).length()));
            if (trial.number() == 3 && Repeated.of(trial.record()).isEmpty()) {
                throw new IllegalStateException("on purpose");
            }
            trial.report(knob.noisy(trial));
        }
    }
}
