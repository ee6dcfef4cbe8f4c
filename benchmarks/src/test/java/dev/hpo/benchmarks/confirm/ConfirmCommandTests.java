// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.benchmarks.Benchmarks;
import dev.hpo.benchmarks.confirm.SimulatedStudy.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ConfirmCommandTests {

    private final StringWriter printed = new StringWriter();

    @Test
    void studiesWithAndWithoutAreCompared() {
        assertThat(execute("confirm", "--trials", "50,100", "--d", "2", "--studies", "3"))
                .isZero();
        assertThat(printed.toString().lines()).hasSize(4).first().asString().contains("regret without", "gain covered");
        assertThat(printed.toString()).containsPattern("\\| 2 +\\| 100 +\\| \\d.\\d\\d +\\| \\d.\\d\\d \\|");
    }

    @Test
    void studyWithOneSeed_repeats() throws InterruptedException {
        NoisySphere function = new NoisySphere(2);
        SimulatedStudy study = new SimulatedStudy(function, 100, 1);

        Outcome outcome = study.confirmed();

        assertThat(study.regretWithout()).isPositive();
        assertThat(outcome.regret()).isPositive();
        assertThat(outcome.value().halfWidth()).isPositive();
        assertThat(outcome).isEqualTo(new SimulatedStudy(function, 100, 1).confirmed());
    }

    /** The gap is known for one dimension: order statistics of a uniform's square, 2 / (201 * 202) and 110 / (201 * 202). */
    @Test
    void noiseIsAsLargeAsTheGap() {
        assertThat(new NoisySphere(1).noise()).isCloseTo(108.0 / (201 * 202), within(1e-4));
    }

    @Test
    void tooFewTrialsAreRefused() {
        assertThat(execute("confirm", "--trials", "10")).isEqualTo(2);
        assertThat(printed.toString()).contains("--trials ([10]) must be at least 20");
        assertThat(execute("confirm", "--studies", "1")).isEqualTo(2);
    }

    private int execute(String... arguments) {
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(printed, true));
        commandLine.setErr(new PrintWriter(printed, true));
        return commandLine.execute(arguments);
    }
}
