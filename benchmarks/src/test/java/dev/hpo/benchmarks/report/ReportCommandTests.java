// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.benchmarks.Benchmarks;
import dev.hpo.benchmarks.problem.ProblemException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTests {

    private final StringWriter printed = new StringWriter();

    @Test
    void reports_areMeasured() {
        assertThat(execute("--trials", "60", "--parameters", "2", "--steps", "4", "--repeats", "2"))
                .isZero();
        assertThat(printed.toString())
                .startsWith("| of 60 trials ")
                .containsPattern("\\| analysis +\\| +\\| \\d\\.\\d\\d s")
                .containsPattern("\\| report.html +\\| 1\\.\\d\\d \\| \\d\\.\\d\\d s")
                .containsPattern("\\| summary +\\| 0\\.00 \\|");
    }

    @Test
    void numbersThatMakeNoStudy_areRefused() {
        assertThat(execute("--trials", "0")).isEqualTo(2);
        assertThat(printed.toString()).contains("--trials (0)", "must be at least 1");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void browserThatShowsNothing_isNamed(@TempDir Path folder) throws IOException {
        Path browser = script(folder, "echo '<html lang=\"en\">'");
        HeadlessPage page = new HeadlessPage(browser, folder);

        assertThatThrownBy(() -> page.secondsUntilReady(folder.resolve("report.html")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("--chromium (" + browser + ") must show the page, but ended with 0");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pageSaysWhenItWasReady(@TempDir Path folder) throws Exception {
        Path browser = script(folder, "echo '<html lang=\"en\" data-ready=\"true\" data-millis=\"1234\"><p>'");

        assertThat(new HeadlessPage(browser, folder).secondsUntilReady(folder.resolve("report.html")))
                .isEqualTo(1.234);
    }

    private static Path script(Path folder, String line) throws IOException {
        Path script = Files.writeString(folder.resolve("browser"), "#!/bin/sh\n" + line + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private int execute(String... options) {
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(printed, true));
        commandLine.setErr(new PrintWriter(printed, true));
        String[] arguments = new String[options.length + 1];
        arguments[0] = "report";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return commandLine.execute(arguments);
    }
}
