// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hpo.benchmarks.problem.CurveProblem;
import dev.hpo.benchmarks.problem.CurveProblems;
import dev.hpo.benchmarks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With scripts of the shell in place of Python, which say what Optuna would. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell for the scripts that stand for a Python")
class OptunaProcessTests {

    private static final CurveProblem EASY = CurveProblems.builtIn().get(0);
    private static final PrunedRun.Key KEY =
            new PrunedRun.Key(EASY.name(), new PrunedRun.Method("optuna-tpe", "optuna-asha", 1), 100_000);

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void curvesAreAnsweredUntilThereIsABest() throws IOException {
        Path python = python("""
                echo '{"optuna": "5.0.0"}'
                read study
                echo "$study" > FOLDER/study
                echo '{"ask": {"u0": 0.7031, "u1": 0.6928, "u2": 0.2946, "u3": 0.6851, "u4": 0.5633}}'
                read curve
                echo "$curve" > FOLDER/curve
                echo '{"best": {"5": null, "7": 0.5, "10": 0.25}}'
                """);
        PrunedRun run;
        try (OptunaProcess process = OptunaProcess.start(python)) {
            run = process.run(EASY, KEY);
        }

        assertThat(run.key()).isEqualTo(KEY);
        assertThat(run.best()).containsEntry(5, Double.POSITIVE_INFINITY).containsEntry(7, 0.5);
        assertThat(Files.readString(folder.resolve("study")))
                .contains(
                        "\"sampler\":\"optuna-tpe\"",
                        "\"pruner\":\"optuna-asha\"",
                        "\"seed\":100000",
                        "\"epochs\":30",
                        "\"read\":[5,7,10,15,20,30,50]",
                        "\"u4\":{");
        assertThat(Files.readString(folder.resolve("curve")).split(",", -1)).hasSize(30);
    }

    @Test
    void pythonWithoutOptuna_isAnError() throws IOException {
        Path python = python("""
                echo '{"error": "No module named optuna"}'
                """);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OptunaProcess.start(python))
                .withMessage("--optuna (" + python + ") must be a Python with Optuna 5: No module named optuna");
    }

    @Test
    void noPython_isAnError() throws IOException {
        Path missing = folder.resolve("missing");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OptunaProcess.start(missing))
                .withMessageContaining("--optuna (" + missing + ") must be a Python with Optuna 5: ");
        Path other = python("echo 'no such option' >&2");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OptunaProcess.start(other))
                .withMessageContaining("no such option");
    }

    @Test
    void processThatEndsOnTheWay_saysWhy() throws IOException {
        Path python = python("""
                echo '{"optuna": "5.0.0"}'
                read study
                echo 'out of memory' >&2
                """);
        try (OptunaProcess process = OptunaProcess.start(python)) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> process.run(EASY, KEY))
                    .withMessageContaining("out of memory");
        }
    }

    private Path python(String says) throws IOException {
        Path script =
                Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + says.replace("FOLDER", folder.toString()));
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
