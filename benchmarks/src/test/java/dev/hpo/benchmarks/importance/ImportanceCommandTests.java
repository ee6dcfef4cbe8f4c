// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.benchmarks.Benchmarks;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.ProblemException;
import dev.hpo.benchmarks.problem.Problems;
import dev.hpo.numeric.Ranks;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportanceCommandTests {

    private static final int SEEDS = 3;
    private static final Parameter<Long> SLOW = whole("slow", 3);
    private static final Parameter<Long> FAST = whole("fast", 4);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void exactSharesAreThoseOfTheDefinition() {
        // The twelve values are their own ranks, which are those of the sum of 4 * slow and fast.
        ExactAnova exact = new ExactAnova(grid(config -> 4.0 * config.get(SLOW) + config.get(FAST)));
        double variance = (12 * 12 - 1) / 12.0;
        assertThat(exact.alone())
                .containsExactly(new double[] {16 * 8 / 12.0 / variance, 15 / 12.0 / variance}, within(1e-12));
        assertThat(exact.total()).containsExactly(exact.alone(), within(1e-12));
    }

    @Test
    void whatExplainsOnlyTogetherIsInTheTotal() {
        ExactAnova exact = new ExactAnova(grid(config -> (config.get(SLOW) == 1) == (config.get(FAST) >= 2) ? 1 : 0));
        assertThat(exact.alone()[0]).isCloseTo(0, within(1e-12));
        assertThat(exact.total()[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void rangeIsNoGrid() {
        Problem bowl = Problems.bowl(2);
        assertThat(ExactAnova.isGrid(bowl)).isFalse();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new ExactAnova(bowl))
                .withMessage("bowl2 must be a grid of at most 1000000 points");
    }

    @Test
    void printsHowWellTheMadeUpGridIsTold() {
        assertThat(run("importance", "--seeds", "1", "--trials", "60")).isEqualTo(0);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("| grid ", "random: alone", "auto: total", "| made6 ", "1000 trials x 20 parameters");
    }

    /** 200 trials tell the order of importance, those of an adaptive search less so, as it looks at few of the bad values. */
    @Test
    void orderOfTheExactSharesIsTold() throws InterruptedException {
        ExactAnova exact = new ExactAnova(MadeGrid.problem());
        double random = 0;
        double adaptive = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            random += Ranks.correlation(
                    Told.by("random", MadeGrid.problem(), 200, seed).alone(), exact.alone());
            adaptive += Ranks.correlation(
                    Told.by("tpe", MadeGrid.problem(), 200, seed).alone(), exact.alone());
        }
        assertThat(random / SEEDS).isGreaterThanOrEqualTo(0.9);
        assertThat(adaptive / SEEDS).isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void noSeedIsRefused() {
        assertThat(run("importance", "--seeds", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--seeds (0) and --trials (200) must be at least 1");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell for the scripts that stand for a Python")
    void sharesOfOptunaAreRead(@TempDir Path folder) throws IOException, InterruptedException {
        Problem problem = grid(config -> config.get(SLOW) + config.get(FAST));
        Told told = Told.by("random", problem, 20, 1);
        Path python = python(folder, "cat > " + folder.resolve("question") + """

                echo '{"fanova": {"slow": 0.25, "fast": 0.75}}'
                """);
        assertThat(new OptunaImportance(python).of(problem, told.history()).get("fanova"))
                .containsExactly(0.25, 0.75);
        assertThat(Files.readString(folder.resolve("question")))
                .contains("\"space\":{\"slow\":3,\"fast\":4}", "\"trials\":[{");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell for the scripts that stand for a Python")
    void pythonWithoutOptunaIsSaidToBe(@TempDir Path folder) throws IOException, InterruptedException {
        Problem problem = grid(config -> config.get(SLOW));
        Told told = Told.by("random", problem, 20, 1);
        Path python = python(folder, """
                echo "No module named 'optuna'" >&2
                exit 1
                """);
        OptunaImportance optuna = new OptunaImportance(python);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> optuna.of(problem, told.history()))
                .withMessage("--optuna (" + python
                        + ") must be a Python with Optuna 5 and scikit-learn: No module named 'optuna'");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }

    private static Path python(Path folder, String script) throws IOException {
        Path file = folder.resolve("python");
        Files.writeString(file, "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Problem grid(ToDoubleFunction<Configuration> function) {
        return new Problem("grid", "made", new PlainSpace(List.of(SLOW, FAST)), function, new Problem.Range(0, 1));
    }

    private static Parameter<Long> whole(String name, int levels) {
        return Parameter.ofLong(Scope.root().child(name), IntegerDomain.of(Scale.LINEAR, 0, levels - 1));
    }
}
