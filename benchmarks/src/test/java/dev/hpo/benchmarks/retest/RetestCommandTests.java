// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.retest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.benchmarks.Benchmarks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class RetestCommandTests {

    private final StringWriter printed = new StringWriter();

    @Test
    void ratesFailuresAndDriftsArePrinted() {
        assertThat(execute("retest", "--baselines", "10", "--retests", "100")).isZero();
        assertThat(printed.toString())
                .contains(
                        "wrong a re-test",
                        "| 10       | normal |",
                        "| 10       | heavy  |",
                        "failed then",
                        "worse a re-test");
    }

    @Test
    void levelsArePrinted() {
        assertThat(execute("retest", "--levels", "--baselines", "10", "--retests", "2000"))
                .isZero();
        assertThat(printed.toString()).containsPattern("\\| 10 +\\| 0.0[12]\\d{3} \\|");
    }

    @Test
    void tooFewAreRefused() {
        assertThat(execute("retest", "--baselines", "4")).isEqualTo(2);
        assertThat(printed.toString()).contains("--baselines ([4]) at least 5");
        assertThat(execute("retest", "--retests", "99")).isEqualTo(2);
    }

    /** What is promised: at most one re-test in a hundred is wrong, and of losses of two standard deviations at least 95 in a hundred are found. */
    @Test
    void ratesAreWhatIsPromised() {
        SimulatedRetests simulated = new SimulatedRetests(10, Noise.NORMAL, 0, 1);

        // Two standard errors are .0012.
        assertThat(simulated.found(0, 0, 20_000).confirmed()).isLessThan(.0112);
        assertThat(simulated.found(2, 0, 5_000).confirmed()).isGreaterThan(.95);
    }

    @ParameterizedTest
    @EnumSource(Noise.class)
    void noise_hasMeanZeroAndDeviationOne(Noise noise) {
        SplittableRandom random = new SplittableRandom(1);
        SummaryStatistics values = new SummaryStatistics();
        for (int i = 0; i < 200_000; i++) {
            values.addValue(noise.next(random));
        }

        assertThat(values.getMean()).isCloseTo(0, within(.01));
        assertThat(values.getStandardDeviation()).isCloseTo(1, within(.03));
    }

    private int execute(String... arguments) {
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(printed, true));
        commandLine.setErr(new PrintWriter(printed, true));
        return commandLine.execute(arguments);
    }
}
